package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.tools.Behaviours.Shape;
import dev.orgbench.tools.Call;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Those objects of the global describe that are asked for, with what is needed to choose one. */
final class FindObjects implements Shape {
    /** Models write searches as sentences: "Invoices or Billing". */
    private static final Set<String> JOINING = Set.of("or", "and", "the", "a", "an", "for", "of");

    @Override
    public ObjectNode shape(Call call, JsonNode answer) {
        List<JsonNode> asked = StreamSupport.stream(answer.path("sobjects").spliterator(), false)
                .filter(object ->
                        !call.isSet("custom_only") || object.path("custom").asBoolean())
                .filter(object -> !call.isSet("queryable_only")
                        || object.path("queryable").asBoolean())
                .toList();
        ObjectNode content = call.arguments().objectNode();
        var sobjects = content.putArray("sobjects");
        found(asked, words(call.text("search"))).forEach(object -> sobjects.add(shaped(content.objectNode(), object)));
        return content;
    }

    /** Objects that have all the words; if none has, those that have any. */
    private static List<JsonNode> found(List<JsonNode> objects, List<String> words) {
        List<JsonNode> all = objects.stream()
                .filter(object -> words.stream().allMatch(searched(object)::contains))
                .toList();
        return all.isEmpty()
                ? objects.stream()
                        .filter(object -> words.stream().anyMatch(searched(object)::contains))
                        .toList()
                : all;
    }

    private static ObjectNode shaped(ObjectNode shaped, JsonNode object) {
        for (String key : List.of("name", "label", "custom", "queryable", "createable")) {
            shaped.set(key, object.path(key));
        }
        return shaped;
    }

    private static String searched(JsonNode object) {
        return String.join(
                        " ",
                        object.path("name").asText(),
                        object.path("name").asText().replace('_', ' '),
                        object.path("label").asText(),
                        object.path("labelPlural").asText())
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> words(String search) {
        return Arrays.stream(search.toLowerCase(Locale.ROOT).split("[\\s,;/'\"]+", -1))
                .filter(word -> !word.isEmpty() && !JOINING.contains(word))
                .toList();
    }
}
