package dev.orgbench.tools.salesforce.scope;

import dev.orgbench.tools.Behaviours.Touch;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.ObjectGate;
import dev.orgbench.tools.Refusal;

/** A custom field by its full name, {@code Object.Field__c}. A Tooling API Id does not say whose field it is. */
final class FieldName implements Touch {
    @Override
    public void touch(Call call, String argument, ObjectGate gate) throws Refusal {
        String name = call.text(argument).strip();
        int point = name.indexOf('.');
        if (point < 0) {
            throw gate.unclear("write the field's full name instead, as Account.Status__c.");
        }
        FieldsOf.pass(name.substring(0, point), gate);
    }
}
