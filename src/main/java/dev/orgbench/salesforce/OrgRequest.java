package dev.orgbench.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to an org.
 *
 * @param method GET, POST, PATCH, PUT or DELETE
 * @param path from the root of the instance, percent-encoded where needed: {@code /services/data/v62.0/sobjects}
 * @param query parameters in the order to send, not encoded
 * @param headers sent beside our own
 * @param body sent as JSON; null for none
 * @param conditional whether an earlier answer may serve if the org says that it has not changed. For describes only
 */
public record OrgRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable JsonNode body,
        boolean conditional) {

    public OrgRequest {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("not a path from the root of an org: " + path);
        }
    }

    public static OrgRequest get(String path) {
        return new OrgRequest("GET", path, Map.of(), Map.of(), null, false);
    }

    /** The answer may come from an earlier one if the org says that it has not changed. */
    public static OrgRequest describe(String path) {
        return new OrgRequest("GET", path, Map.of(), Map.of(), null, true);
    }

    public static OrgRequest of(String method, String path, @Nullable JsonNode body) {
        return new OrgRequest(method, path, Map.of(), Map.of(), body, false);
    }

    public OrgRequest withQuery(String name, String value) {
        return new OrgRequest(method, path, with(query, name, value), headers, body, conditional);
    }

    public OrgRequest withHeader(String name, String value) {
        return new OrgRequest(method, path, query, with(headers, name, value), body, conditional);
    }

    boolean isRead() {
        return method.equals("GET");
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        Map<String, String> longer = new LinkedHashMap<>(map);
        longer.put(name, value);
        return longer;
    }
}
