package dev.orgbench.demo.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What a sign-in ends with: a token, or an error in OAuth's form (RFC 6749, 5.1 and 5.2) with Salesforce's keys. */
final class Tokens {
    static final String SCOPE = "api id";
    static final String REFRESHABLE_SCOPE = "refresh_token api id";

    private final Org org;

    Tokens(Org org) {
        this.org = org;
    }

    /** A new session of the user, and with {@code refreshable} a token to renew it by. */
    Answer opened(HttpRequest request, String userId, boolean refreshable) throws ApiError, SQLException {
        String session = org.sessions().open(org.stamp(userId));
        return refreshable
                ? granted(
                        request,
                        userId,
                        session,
                        REFRESHABLE_SCOPE,
                        org.refreshTokens().give(userId, session))
                : granted(request, userId, session, SCOPE, null);
    }

    Answer granted(HttpRequest request, String userId, String session, String scope, @Nullable String refreshToken) {
        String instance = IdentityEndpoint.instanceUrl(request);
        String id = instance + "/id/" + org.identity().organizationId() + "/" + userId;
        String issued = String.valueOf(org.clock().millis());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("access_token", session);
        if (refreshToken != null) {
            body.put("refresh_token", refreshToken);
        }
        body.put("signature", signature(id + issued))
                .put("scope", scope)
                .put("instance_url", instance)
                .put("id", id)
                .put("token_type", "Bearer")
                .put("issued_at", issued);
        return unstored(200, body);
    }

    static Answer refuse(String error, String description) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", error).put("error_description", description);
        return unstored(400, body);
    }

    /** An answer that nobody on its way may keep. */
    static Answer unstored(int status, ObjectNode body) {
        return Answer.json(status, body).with("Cache-Control", "no-store");
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
}
