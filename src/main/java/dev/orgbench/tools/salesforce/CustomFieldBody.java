package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.FieldOwner;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.tools.Behaviours.Before;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.Refusal;

/**
 * Makes the body of a new custom field. The Tooling API takes {@code FullName}: {@code Account.Rank__c}, and for tasks and
 * events {@code Activity.Rank__c}.
 */
final class CustomFieldBody implements Before {
    static final String NAME = "name";
    static final String OBJECT = "object";

    @Override
    public void apply(Call call) throws Refusal, SalesforceException {
        ObjectDescribe object = KnownObjects.describeFields(call, "object_name", call.text("object_name"));
        String name = DeveloperName.of(call) + "__c";
        if (object.field(name).isPresent()) {
            throw Refusal.ofArguments(
                    "`DeveloperName`: " + object.name() + " has a field " + name
                            + " already. update_a_salesforce_custom_field_by_id changes it; for a new one choose another name.");
        }
        ObjectNode metadata = call.arguments().withObjectProperty("Metadata");
        FieldMetadataKeys.check(metadata.objectNode(), metadata);
        FieldTypes.checkNew(metadata);
        ObjectNode body = call.arguments().objectNode();
        body.put("FullName", FieldOwner.of(object.name()).name() + "." + name);
        body.set("Metadata", metadata);
        call.notes().put(NAME, name).put(OBJECT, object.name());
        call.setBody(body);
    }
}
