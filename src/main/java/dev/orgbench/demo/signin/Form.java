package dev.orgbench.demo.signin;

import dev.orgbench.http.HttpRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client sent to an OAuth endpoint: fields of its form, of the query, and of basic authentication. */
final class Form {
    private static final int LARGEST = 64 * 1024;
    private static final List<String> IN_QUERY =
            List.of("grant_type", "client_id", "client_secret", "token", "code", "response_type");

    private final Map<String, String> fields;

    private Form(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Empty where it can not be read. */
    static Optional<Form> read(HttpRequest request) throws IOException {
        Map<String, String> fields = new HashMap<>();
        for (String name : IN_QUERY) {
            request.query(name).ifPresent(value -> fields.put(name, value));
        }
        String body = new String(request.body(LARGEST), StandardCharsets.UTF_8);
        try {
            basic(request, fields);
            for (String pair : body.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
            return Optional.of(new Form(fields));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A field's value, empty if it was not sent. */
    String get(String name) {
        return fields.getOrDefault(name, "");
    }

    private static void basic(HttpRequest request, Map<String, String> fields) {
        String header = request.header("Authorization").orElse("");
        if (header.regionMatches(true, 0, "Basic ", 0, 6)) {
            String pair =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon > 0) {
                fields.put("client_id", decoded(pair.substring(0, colon)));
                fields.put("client_secret", decoded(pair.substring(colon + 1)));
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
