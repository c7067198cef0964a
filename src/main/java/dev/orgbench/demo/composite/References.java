package dev.orgbench.demo.composite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.orgbench.demo.wire.ApiError;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What earlier parts answered, for the {@code @{ref.records[0].Id}} of later ones. (REST API Developer Guide, "Composite".)
 */
final class References {
    private static final Pattern REFERENCE = Pattern.compile("@\\{([^{}]*)}");
    private static final Pattern STEP = Pattern.compile("\\.([^.\\[\\]]+)|\\[(\\d{1,6})]");

    private final Map<String, JsonNode> answers = new HashMap<>();

    /** What the part answered. */
    void put(String referenceId, JsonNode body) {
        answers.put(referenceId, body);
    }

    /** The other parts whose answers a part uses. */
    static Set<String> names(Part part) {
        return REFERENCE
                .matcher(part.url() + part.body())
                .results()
                .map(found -> name(found.group(1)))
                .collect(Collectors.toSet());
    }

    /** The URL with the values in place of the references, encoded. */
    String url(String text) throws ApiError {
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder url = new StringBuilder();
        while (matcher.find()) {
            String value = text(value(matcher.group(1)), matcher.group(1));
            matcher.appendReplacement(
                    url,
                    Matcher.quoteReplacement(URLEncoder.encode(value, StandardCharsets.UTF_8)
                            .replace("+", "%20")
                            .replace("%2F", "/")));
        }
        return matcher.appendTail(url).toString();
    }

    /** The body with the values in place of the references; one that is all of a string keeps its type. */
    JsonNode body(JsonNode node) throws ApiError {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                copy.set(entry.getKey(), body(entry.getValue()));
            }
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            for (JsonNode element : array) {
                copy.add(body(element));
            }
            return copy;
        }
        return node.isTextual() ? string(node) : node;
    }

    private JsonNode string(JsonNode node) throws ApiError {
        Matcher matcher = REFERENCE.matcher(node.textValue());
        if (matcher.matches()) {
            return value(matcher.group(1));
        }
        matcher.reset();
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String value = text(value(matcher.group(1)), matcher.group(1));
            matcher.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        return TextNode.valueOf(matcher.appendTail(text).toString());
    }

    private static String text(JsonNode value, String expression) throws ApiError {
        if (value.isContainerNode() || value.isNull()) {
            throw Wording.noValue(expression, name(expression));
        }
        return value.asText();
    }

    private JsonNode value(String expression) throws ApiError {
        String name = name(expression);
        JsonNode node = answers.getOrDefault(name, MissingNode.getInstance());
        Matcher step = STEP.matcher(expression);
        int at = name.length();
        while (at < expression.length() && step.find(at) && step.start() == at) {
            node = step.group(1) != null ? node.path(step.group(1)) : node.path(Integer.parseInt(step.group(2)));
            at = step.end();
        }
        if (at < expression.length() || node.isMissingNode()) {
            throw Wording.noValue(expression, name);
        }
        return node;
    }

    private static String name(String expression) {
        return expression.split("[.\\[]", 2)[0];
    }
}
