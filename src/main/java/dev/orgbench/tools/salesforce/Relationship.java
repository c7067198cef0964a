package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.ObjectDescribe.FieldDescribe;
import java.util.ArrayList;
import java.util.List;

/**
 * A way from a record to others.
 *
 * @param name as Salesforce spells it
 * @param field the reference field: of the record itself where it leads to a parent, of the children where it leads to them
 * @param toParent whether it leads to one parent, and not to children
 * @param targets the objects that it can lead to
 */
record Relationship(String name, String field, boolean toParent, List<String> targets) {

    /** Those of {@code object}, parents first. Relationships without a name lead nowhere. */
    static List<Relationship> of(ObjectDescribe object) {
        List<Relationship> all = new ArrayList<>();
        for (FieldDescribe field : object.fields()) {
            if (!field.relationshipName().isEmpty()) {
                all.add(new Relationship(field.relationshipName(), field.name(), true, field.referenceTo()));
            }
        }
        for (JsonNode child : object.json().path("childRelationships")) {
            if (child.path("relationshipName").isTextual()) {
                all.add(new Relationship(
                        child.path("relationshipName").asText(),
                        child.path("field").asText(),
                        false,
                        List.of(child.path("childSObject").asText())));
            }
        }
        return all;
    }
}
