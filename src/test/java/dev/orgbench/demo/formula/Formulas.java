package dev.orgbench.demo.formula;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;

/** Makes calculated fields and rules through the Tooling API, and reads what they give. */
final class Formulas {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIELDS = "tooling/sobjects/CustomField";

    private final TestOrg org;
    private int made;

    Formulas(TestOrg org) {
        this.org = org;
    }

    /** A formula field's metadata. */
    static ObjectNode metadata(String type, String formula) {
        ObjectNode metadata = JSON.createObjectNode();
        metadata.put("label", "Formula").put("type", type).put("formula", formula);
        if (type.equals("Number") || type.equals("Currency") || type.equals("Percent")) {
            metadata.put("precision", 18).put("scale", 4);
        }
        return metadata.put("formulaTreatBlanksAs", "BlankAsBlank");
    }

    /** Makes a field of that metadata, which stays. */
    Reply make(String fullName, ObjectNode metadata) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        body.put("FullName", fullName).set("Metadata", metadata);
        return org.post(FIELDS, JSON.writeValueAsString(body));
    }

    Reply rule(String fullName, String formula, String message) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        body.put("FullName", fullName)
                .putObject("Metadata")
                .put("active", true)
                .put("errorConditionFormula", formula)
                .put("errorMessage", message);
        return org.post("tooling/sobjects/ValidationRule", JSON.writeValueAsString(body));
    }

    void delete(Reply made) throws IOException {
        org.delete(FIELDS + "/" + made.id());
    }

    /** What a formula gives for a record; a text that begins with {@code 400} where it is refused. */
    JsonNode value(String object, String id, ObjectNode metadata) throws IOException {
        String name = "F" + made++ + "__c";
        Reply field = make(object + "." + name, metadata);
        if (field.status() != 201) {
            return JSON.getNodeFactory().textNode(field.error());
        }
        try {
            return org.value("SELECT " + name + " FROM " + object + " WHERE Id = '" + id + "'");
        } finally {
            delete(field);
        }
    }
}
