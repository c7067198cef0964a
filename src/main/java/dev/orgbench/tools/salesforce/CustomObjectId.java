package dev.orgbench.tools.salesforce;

import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.tools.Behaviours.Before;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.Refusal;
import java.util.regex.Pattern;

/** Lets {@code id} be a custom object's Tooling Id, in 15 or 18 characters, or its API name. */
final class CustomObjectId implements Before {
    private static final Pattern TOOLING_ID = Pattern.compile("01I[A-Za-z0-9]{12}([A-Za-z0-9]{3})?");

    @Override
    public void apply(Call call) throws Refusal, SalesforceException {
        String given = call.text("id").strip();
        if (TOOLING_ID.matcher(given).matches()) {
            call.arguments().put("id", given);
            return;
        }
        ObjectDescribe object = KnownObjects.describe(call, "id", given);
        String id = call.salesforce().tableEnumOrId(object);
        if (!TOOLING_ID.matcher(id).matches()) {
            throw Refusal.ofArguments("`id`: " + object.name()
                    + " is not a custom object that the Tooling API has, and only those can be read or changed so.");
        }
        call.arguments().put("id", id);
    }
}
