package dev.orgbench.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.OrgRequest;
import dev.orgbench.tools.MethodDefinition.Place;
import dev.orgbench.tools.MethodDefinition.Upstream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Makes a method's request from a call's arguments. */
final class RequestBuilder {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private RequestBuilder() {}

    static OrgRequest request(MethodDefinition method, Call call) throws Refusal {
        Upstream upstream = method.upstream();
        String base = method.integration()
                .apis()
                .getOrDefault(upstream.api(), "")
                .replace("{version}", call.api().version());
        Map<String, String> query = new LinkedHashMap<>();
        upstream.query().forEach((name, template) -> query.put(name, filled(template, method, call)));
        for (String name : method.argumentsIn(Place.QUERY).keySet()) {
            if (call.arguments().has(name)) {
                query.put(name, text(call.arguments().path(name)));
            }
        }
        return new OrgRequest(
                upstream.verb(),
                base + path(method, call),
                query,
                Map.of(),
                body(method, call),
                upstream.conditional());
    }

    private static String path(MethodDefinition method, Call call) throws Refusal {
        String path = method.upstream().pathWhen().entrySet().stream()
                .filter(other -> call.isSet(other.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(method.upstream().path());
        for (String name : method.argumentsIn(Place.PATH).keySet()) {
            String value = call.text(name);
            if (value.isBlank() || value.chars().allMatch(c -> c == '.')) {
                throw Refusal.ofArguments("`" + name + "` cannot be \"" + value + "\".");
            }
            path = path.replace(
                    "{" + name + "}",
                    URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        return path;
    }

    private static @Nullable JsonNode body(MethodDefinition method, Call call) {
        Optional<JsonNode> made = call.body();
        if (made.isPresent() || !method.arguments().containsKey(Place.BODY)) {
            return made.orElse(null);
        }
        String from = method.upstream().bodyFrom();
        if (from != null) {
            return call.arguments().path(from);
        }
        ObjectNode body = call.arguments().objectNode();
        for (String name : method.argumentsIn(Place.BODY).keySet()) {
            if (call.arguments().has(name)) {
                body.set(name, call.arguments().path(name));
            }
        }
        return body;
    }

    /** Values go in as they are and are not looked through again: braces are part of a search. */
    private static String filled(String template, MethodDefinition method, Call call) {
        return VARIABLE.matcher(template).replaceAll(found -> {
            String name = found.group(1);
            String value = method.argumentsIn(Place.LOCAL).containsKey(name)
                    ? text(call.arguments().path(name))
                    : call.variables().getOrDefault(name, found.group());
            return Matcher.quoteReplacement(value);
        });
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(","))
                : value.asText();
    }
}
