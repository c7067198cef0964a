package dev.orgbench.demo.composite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.wire.ApiError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A part of a composite request or of a graph, as it was sent: {@code {"method", "url", "referenceId", "body"}}. */
record Part(String method, String url, String referenceId, JsonNode headers, JsonNode body) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_]*");
    private static final Set<String> METHODS = Set.of("GET", "POST", "PATCH", "DELETE", "PUT", "HEAD");

    /**
     * Reads the parts.
     *
     * @throws ApiError for the first that is none, or a name given twice
     */
    static List<Part> list(JsonNode parts) throws ApiError {
        if (!(parts instanceof ArrayNode) || parts.isEmpty()) {
            throw Wording.missing("compositeRequest");
        }
        Set<String> names = new HashSet<>();
        List<Part> list = new ArrayList<>();
        for (JsonNode node : parts) {
            Part part = of(node);
            if (!names.add(part.referenceId())) {
                throw Wording.duplicateReferenceId(part.referenceId());
            }
            list.add(part);
        }
        return list;
    }

    private static Part of(JsonNode node) throws ApiError {
        String method = method(node);
        String url = text(node, "url");
        String referenceId = text(node, "referenceId");
        if (!NAME.matcher(referenceId).matches()) {
            throw Wording.badReferenceId(referenceId);
        }
        return new Part(method, url, referenceId, node.path("httpHeaders"), node.path("body"));
    }

    /** The method, in capitals. */
    static String method(JsonNode node) throws ApiError {
        String method = text(node, "method").toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            throw Wording.badMethod(method);
        }
        return method;
    }

    /** The text of a property that must be there. */
    static String text(JsonNode node, String property) throws ApiError {
        if (!(node instanceof ObjectNode) || node.path(property).asText().isBlank()) {
            throw Wording.missing(property);
        }
        return node.path(property).asText().strip();
    }
}
