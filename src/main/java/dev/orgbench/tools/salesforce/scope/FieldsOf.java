package dev.orgbench.tools.salesforce.scope;

import dev.orgbench.salesforce.FieldOwner;
import dev.orgbench.tools.Behaviours.Touch;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.ObjectGate;
import dev.orgbench.tools.Refusal;

/** An object's custom fields. Several objects may share them, and all of these are touched. */
final class FieldsOf implements Touch {
    @Override
    public void touch(Call call, String argument, ObjectGate gate) throws Refusal {
        pass(call.text(argument).strip(), gate);
    }

    static void pass(String object, ObjectGate gate) throws Refusal {
        for (String each : FieldOwner.of(object).objects()) {
            gate.pass(each, each.equalsIgnoreCase(object) ? "" : "custom fields of " + object);
        }
    }
}
