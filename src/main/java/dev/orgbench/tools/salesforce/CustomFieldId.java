package dev.orgbench.tools.salesforce;

import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.ObjectDescribe.FieldDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.tools.Behaviours.Before;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lets {@code id} be a custom field's Tooling Id, in 15 or 18 characters, or its name {@code Object.Field__c}. */
final class CustomFieldId implements Before {
    private static final Pattern TOOLING_ID = Pattern.compile("00N[A-Za-z0-9]{12}([A-Za-z0-9]{3})?");
    private static final Pattern FULL_NAME = Pattern.compile("([A-Za-z]\\w*)\\.([A-Za-z]\\w*)");

    @Override
    public void apply(Call call) throws Refusal, SalesforceException {
        String given = call.text("id").strip();
        if (TOOLING_ID.matcher(given).matches()) {
            call.arguments().put("id", given);
            return;
        }
        var fullName = FULL_NAME.matcher(given);
        if (!fullName.matches()) {
            throw Refusal.ofArguments("`id` cannot be \"" + given + "\": give the field's Tooling API Id (00N...,"
                    + " toolingId in get_single_salesforce_object_describe_by_id) or its full name, as"
                    + " Feature_Request__c.Status__c.");
        }
        ObjectDescribe object = KnownObjects.describeFields(call, "id", fullName.group(1));
        List<FieldDescribe> custom =
                object.fields().stream().filter(field -> field.is("custom")).toList();
        Optional<FieldDescribe> field = object.field(fullName.group(2));
        if (field.isEmpty()) {
            throw Refusal.ofArguments("`id`: " + KnownObjects.unknownField(object, fullName.group(2), custom));
        }
        String id = call.salesforce().toolingFieldIds(object).get(field.get().name());
        if (id == null) {
            throw Refusal.ofArguments("`id`: " + object.name() + "."
                    + field.get().name() + " is a standard field, and only custom fields can be changed.");
        }
        call.arguments().put("id", id);
    }
}
