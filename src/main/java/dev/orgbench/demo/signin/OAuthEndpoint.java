package dev.orgbench.demo.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.OrgIdentity;
import dev.orgbench.demo.data.RefreshTokens.Refresh;
import dev.orgbench.http.HttpRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The token and revocation endpoints: client credentials (RFC 6749, 4.4), authorization codes with PKCE (RFC 7636),
 * refresh tokens. Errors have OAuth's form with Salesforce's codes ("OAuth 2.0 Web Server Flow", help.salesforce.com).
 */
final class OAuthEndpoint {
    private static final String SCOPE = "api id";
    private static final String REFRESHABLE_SCOPE = "refresh_token api id";

    private final Org org;
    private final AuthorizationCodes codes;

    OAuthEndpoint(Org org, AuthorizationCodes codes) {
        this.org = org;
        this.codes = codes;
    }

    Answer handle(HttpRequest request, String endpoint) throws ApiError, SQLException, IOException {
        if (!endpoint.equals("token") && !endpoint.equals("revoke")) {
            throw ApiError.notFound();
        }
        boolean revoking = endpoint.equals("revoke");
        if (!request.method().equals("POST") && !(revoking && request.method().equals("GET"))) {
            return refuse(400, "invalid_request", "must use HTTP POST");
        }
        Optional<Form> form = Form.read(request);
        if (form.isEmpty()) {
            return refuse(400, "invalid_request", "the body is no form");
        }
        return revoking ? revoke(form.get().get("token")) : token(request, form.get());
    }

    private Answer token(HttpRequest request, Form form) throws ApiError, SQLException {
        return switch (form.get("grant_type")) {
            case "client_credentials" -> clientCredentials(request, form);
            case "authorization_code" -> authorizationCode(request, form);
            case "refresh_token" -> refresh(request, form);
            default -> refuse(400, "unsupported_grant_type", "grant type not supported");
        };
    }

    private Answer clientCredentials(HttpRequest request, Form form) throws ApiError, SQLException {
        Optional<Answer> refusal = refusedClient(form, true);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String userId = org.identity().userId();
        return granted(request, userId, org.sessions().open(org.stamp(userId)), SCOPE, null);
    }

    private Answer authorizationCode(HttpRequest request, Form form) throws ApiError, SQLException {
        Optional<Answer> refusal = refusedClient(form, false);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<AuthorizationCodes.Grant> found = codes.take(form.get("code"));
        if (found.isEmpty()) {
            return refuse(400, "invalid_grant", "expired authorization code");
        }
        AuthorizationCodes.Grant grant = found.get();
        if (!grant.redirectUri().equals(form.get("redirect_uri"))) {
            return refuse(400, "redirect_uri_mismatch", "redirect_uri must match configuration");
        }
        if (!grant.isProvenBy(form.get("code_verifier"))) {
            return refuse(400, "invalid_grant", "invalid code verifier");
        }
        if (grant.challenge().isEmpty() && form.get("client_secret").isEmpty()) {
            return refuse(400, "invalid_client", "invalid client credentials");
        }
        String session = org.sessions().open(org.stamp(grant.userId()));
        return grant.refreshable()
                ? granted(
                        request,
                        grant.userId(),
                        session,
                        REFRESHABLE_SCOPE,
                        org.refreshTokens().give(grant.userId(), session))
                : granted(request, grant.userId(), session, SCOPE, null);
    }

    private Answer refresh(HttpRequest request, Form form) throws ApiError, SQLException {
        Optional<Answer> refusal = refusedClient(form, false);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<Refresh> found = org.refreshTokens().find(form.get("refresh_token"));
        if (found.isEmpty()) {
            return refuse(400, "invalid_grant", "expired access/refresh token");
        }
        Refresh refresh = found.get();
        String session = org.sessions().open(org.stamp(refresh.userId()));
        org.refreshTokens().renewed(refresh, session);
        return granted(request, refresh.userId(), session, REFRESHABLE_SCOPE, null);
    }

    /** Ends a refresh token with its session, or a session with its refresh token. */
    private Answer revoke(String token) throws ApiError, SQLException {
        Optional<Refresh> refresh = org.refreshTokens().find(token);
        if (refresh.isEmpty()) {
            refresh = org.refreshTokens().ofSession(token);
        }
        boolean known = refresh.isPresent();
        if (refresh.isPresent()) {
            org.refreshTokens().revoke(refresh.get());
            org.sessions().end(refresh.get().session());
        }
        // The session for use by hand is the demo org's own, and stays.
        if (!token.equals(org.identity().session())) {
            known |= org.sessions().end(token);
        }
        return known ? Answer.empty(200) : refuse(400, "invalid_token", "the token is not known");
    }

    /** @param secretNeeded whether a client without its secret is refused too; a wrong secret always is */
    private Optional<Answer> refusedClient(Form form, boolean secretNeeded) {
        OrgIdentity identity = org.identity();
        if (!same(form.get("client_id"), identity.clientId())) {
            return Optional.of(refuse(400, "invalid_client_id", "client identifier invalid"));
        }
        String secret = form.get("client_secret");
        boolean right = same(secret, identity.clientSecret()) || (!secretNeeded && secret.isEmpty());
        return right ? Optional.empty() : Optional.of(refuse(400, "invalid_client", "invalid client credentials"));
    }

    private Answer granted(
            HttpRequest request, String userId, String session, String scope, @Nullable String refreshToken) {
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
        return Answer.ok(body).with("Cache-Control", "no-store");
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
        return Answer.json(status, body).with("Cache-Control", "no-store");
    }
}
