package dev.orgbench.ui.objects;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.ui.kit.JsonText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An org of a few objects. Fields are written as {@code Status__c picklist custom createable values=New,Done}. */
final class FakeSchema implements OrgReads {
    private final Map<String, ObjectNode> describes = new LinkedHashMap<>();
    final AtomicInteger described = new AtomicInteger();
    volatile @Nullable SalesforceException failure;

    FakeSchema object(String name, String label, String keyPrefix, String... fields) {
        ObjectNode json = JsonText.NODES.objectNode();
        json.put("name", name)
                .put("label", label)
                .put("labelPlural", label + "s")
                .put("keyPrefix", keyPrefix);
        json.put("custom", name.endsWith("__c")).put("queryable", true).putArray("childRelationships");
        ArrayNode all = json.putArray("fields");
        for (String field : fields) {
            all.add(field(field));
        }
        describes.put(name, json);
        return this;
    }

    FakeSchema child(String object, String child, String field) {
        json(object)
                .withArrayProperty("childRelationships")
                .addObject()
                .put("childSObject", child)
                .put("field", field);
        return this;
    }

    ObjectDescribe known(String object) {
        return ObjectDescribe.of(json(object));
    }

    private ObjectNode json(String object) {
        return Objects.requireNonNull(describes.get(object), object);
    }

    static ObjectNode field(String words) {
        String[] parts = words.split(" ", -1);
        ObjectNode json = JsonText.NODES.objectNode();
        json.put("name", parts[0])
                .put("label", parts[0].replace("__c", "").replace('_', ' '))
                .put("type", parts[1]);
        json.put("nillable", true).put("filterable", true);
        json.putArray("picklistValues");
        json.putArray("referenceTo");
        for (int i = 2; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            switch (pair[0]) {
                case "required" -> json.put("createable", true).put("nillable", false);
                case "values" -> {
                    for (String value : pair[1].split(",", -1)) {
                        json.withArrayProperty("picklistValues")
                                .addObject()
                                .put("value", value.replace("-", ""))
                                .put("label", value.replace("-", ""))
                                .put("active", !value.startsWith("-"));
                    }
                }
                case "to" -> {
                    for (String target : pair[1].split(",", -1)) {
                        json.withArrayProperty("referenceTo").add(target);
                    }
                }
                case "length" -> json.put("length", Integer.parseInt(pair[1]));
                default -> json.put(pair[0], true);
            }
        }
        return json;
    }

    @Override
    public List<ObjectSummary> objects() throws SalesforceException {
        failIfTold();
        return describes.values().stream()
                .map(ObjectSummary::of)
                .sorted(ObjectSummary.BY_NAME)
                .toList();
    }

    @Override
    public ObjectDescribe describe(String object) throws SalesforceException {
        failIfTold();
        described.incrementAndGet();
        ObjectNode json = describes.get(object);
        if (json == null) {
            throw new SalesforceException.Refused(
                    404, "NOT_FOUND", "The requested resource does not exist", List.of(), null);
        }
        return ObjectDescribe.of(json);
    }

    @Override
    public Map<String, String> toolingIds(ObjectDescribe object) throws SalesforceException {
        failIfTold();
        Map<String, String> ids = new LinkedHashMap<>();
        object.fields().stream()
                .filter(field -> field.is("custom"))
                .forEach(field -> ids.put(field.name(), "00N" + field.name()));
        return ids;
    }

    @Override
    public long count(String object) throws SalesforceException {
        failIfTold();
        return 1_234;
    }

    static SalesforceException gone() {
        return new SalesforceException.Unreachable("Nothing answers at the org \"Fake\".", new IOException());
    }

    private void failIfTold() throws SalesforceException {
        SalesforceException told = failure;
        if (told != null) {
            throw told;
        }
    }
}
