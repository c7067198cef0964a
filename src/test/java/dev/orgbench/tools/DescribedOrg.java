package dev.orgbench.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An org's describes as a test reads them: plainly, and by no code of ours. */
final class DescribedOrg {
    private final TestOrg org;
    private final Set<String> queryable;
    private final Map<String, JsonNode> described = new ConcurrentHashMap<>();

    DescribedOrg(TestOrg org) {
        this.org = org;
        this.queryable = stream(get("sobjects").path("sobjects"))
                .filter(object -> object.path("queryable").asBoolean())
                .map(object -> object.path("name").asText())
                .collect(Collectors.toSet());
    }

    List<String> fields(String object, Predicate<JsonNode> wanted) {
        return stream(describe(object).path("fields"))
                .filter(field -> !field.path("type").asText().matches("address|location|base64"))
                .filter(wanted)
                .map(field -> field.path("name").asText())
                .toList();
    }

    /** Relationships to parents, each with the objects that it may lead to. */
    List<Map.Entry<String, List<String>>> parents(String object) {
        return stream(describe(object).path("fields"))
                .filter(field -> field.path("relationshipName").isTextual())
                .map(field -> Map.entry(
                        field.path("relationshipName").asText(),
                        stream(field.path("referenceTo")).map(JsonNode::asText).toList()))
                .filter(parent -> !parent.getValue().isEmpty() && queryable.containsAll(parent.getValue()))
                .toList();
    }

    /** The objects that a reference field may point to, by its own name or its relationship's. */
    Set<String> targets(String object, String name) {
        return stream(describe(object).path("fields"))
                .filter(field -> field.path("name").asText().equals(name)
                        || field.path("relationshipName").asText().equals(name))
                .flatMap(field -> stream(field.path("referenceTo")))
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    /** Relationships to children. */
    List<Child> children(String object) {
        return stream(describe(object).path("childRelationships"))
                .map(child -> new Child(
                        child.path("relationshipName").asText(""),
                        child.path("childSObject").asText(),
                        child.path("field").asText()))
                .filter(child -> !child.relationship().isEmpty() && queryable.contains(child.object()))
                .toList();
    }

    record Child(String relationship, String object, String field) {}

    private JsonNode describe(String object) {
        return described.computeIfAbsent(object, name -> get("sobjects/" + name + "/describe"));
    }

    private JsonNode get(String path) {
        try {
            return org.get(path).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
