package dev.orgbench.tools;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;

/** Describes in Salesforce's shape, from one line a field. */
final class Describes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Describes() {}

    static ObjectNode global(String name, String label) {
        return JSON.objectNode()
                .put("name", name)
                .put("label", label)
                .put("labelPlural", label + "s")
                .put("custom", name.endsWith("__c"))
                .put("queryable", true)
                .put("createable", true);
    }

    static ObjectNode object(String name, String label, String... fields) {
        ObjectNode object = global(name, label)
                .put("keyPrefix", name.equals("Contact") ? "003" : "001")
                .put("updateable", true);
        var list = object.putArray("fields");
        Arrays.stream(fields).map(Describes::field).forEach(list::add);
        return object;
    }

    /** {@code name type [values] [required|restricted|readonly|defaulted|length=n|to=X]...}. */
    private static ObjectNode field(String line) {
        List<String> words = List.of(line.split(" ", -1));
        ObjectNode field = JSON.objectNode();
        String name = words.get(0);
        field.put("name", name)
                .put("label", name.replace("__c", "").replace('_', ' '))
                .put("type", words.get(1))
                .put("custom", name.endsWith("__c"))
                .put("createable", !words.contains("readonly"))
                .put("updateable", !words.contains("readonly"))
                .put("nillable", !words.contains("required"))
                .put("defaultedOnCreate", words.contains("defaulted"))
                .put("restrictedPicklist", words.contains("restricted"))
                .putNull("inlineHelpText")
                .putNull("relationshipName");
        var values = field.putArray("picklistValues");
        var targets = field.putArray("referenceTo");
        for (String word : words.subList(2, words.size())) {
            if (word.startsWith("values=")) {
                for (String value : word.substring(7).split(",", -1)) {
                    values.addObject().put("active", true).put("value", value.replace('_', ' '));
                }
            } else if (word.startsWith("length=")) {
                field.put("length", Integer.parseInt(word.substring(7)));
            } else if (word.startsWith("to=")) {
                targets.add(word.substring(3));
                field.put("relationshipName", name.replaceAll("Id$", "").replace("__c", "__r"));
            }
        }
        return field;
    }
}
