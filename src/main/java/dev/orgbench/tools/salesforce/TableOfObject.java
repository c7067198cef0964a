package dev.orgbench.tools.salesforce;

import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.tools.Behaviours.Before;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.Refusal;

/** Finds what the Tooling API calls {@code object_name}: {@code {table_enum_or_id}}. */
final class TableOfObject implements Before {
    @Override
    public void apply(Call call) throws Refusal, SalesforceException {
        ObjectDescribe object = KnownObjects.describeFields(call, "object_name", call.text("object_name"));
        call.setVariable("table_enum_or_id", call.salesforce().tableEnumOrId(object));
    }
}
