package dev.orgbench.demo.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.data.OrgIdentity;
import dev.orgbench.http.HttpRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The token endpoint, for the client credentials flow (RFC 6749, 4.4). Its errors have OAuth's form. */
final class OAuthEndpoint {
    private static final int LARGEST_FORM = 64 * 1024;
    private static final String SCOPE = "api id";

    private final Org org;

    OAuthEndpoint(Org org) {
        this.org = org;
    }

    Answer handle(HttpRequest request, String endpoint) throws ApiError, SQLException, IOException {
        if (!endpoint.equals("token")) {
            throw ApiError.notFound();
        }
        if (!request.method().equals("POST")) {
            return refuse(400, "invalid_request", "must use HTTP POST");
        }
        Optional<Map<String, String>> form = form(request);
        if (form.isEmpty()) {
            return refuse(400, "invalid_request", "the body is no form");
        }
        String grant = form.get().getOrDefault("grant_type", "");
        if (!grant.equals("client_credentials")) {
            return refuse(400, "unsupported_grant_type", "grant type not supported");
        }
        return clientCredentials(request, form.get());
    }

    private Answer clientCredentials(HttpRequest request, Map<String, String> form) throws ApiError, SQLException {
        OrgIdentity identity = org.identity();
        if (!same(form.getOrDefault("client_id", ""), identity.clientId())) {
            return refuse(400, "invalid_client_id", "client identifier invalid");
        }
        if (!same(form.getOrDefault("client_secret", ""), identity.clientSecret())) {
            return refuse(400, "invalid_client", "invalid client credentials");
        }
        String token = org.sessions().open(org.stamp(identity.userId()));
        String id = IdentityEndpoint.instanceUrl(request) + "/id/" + identity.organizationId() + "/" + identity.userId();
        String issued = String.valueOf(org.clock().millis());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("access_token", token)
                .put("signature", signature(id + issued))
                .put("scope", SCOPE)
                .put("instance_url", IdentityEndpoint.instanceUrl(request))
                .put("id", id)
                .put("token_type", "Bearer")
                .put("issued_at", issued);
        return Answer.ok(body).with("Cache-Control", "no-store");
    }

    /** The form's fields, with those of the query and of basic authentication; nothing where it can not be read. */
    private static Optional<Map<String, String>> form(HttpRequest request) throws IOException {
        Map<String, String> form = new HashMap<>();
        for (String name : new String[] {"grant_type", "client_id", "client_secret"}) {
            request.query(name).ifPresent(value -> form.put(name, value));
        }
        String body = new String(request.body(LARGEST_FORM), StandardCharsets.UTF_8);
        try {
            basic(request, form);
            for (String pair : body.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
            return Optional.of(form);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void basic(HttpRequest request, Map<String, String> form) {
        String header = request.header("Authorization").orElse("");
        if (header.regionMatches(true, 0, "Basic ", 0, 6)) {
            String pair = new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon > 0) {
                form.put("client_id", decoded(pair.substring(0, colon)));
                form.put("client_secret", decoded(pair.substring(colon + 1)));
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static boolean same(String given, String secret) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(org.identity().clientSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    private static Answer refuse(int status, String error, String description) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", error).put("error_description", description);
        return new Answer(status, body, Map.of("Cache-Control", "no-store"));
    }
}
