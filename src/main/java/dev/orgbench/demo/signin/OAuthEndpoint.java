package dev.orgbench.demo.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.OrgIdentity;
import dev.orgbench.demo.data.RefreshTokens.Refresh;
import dev.orgbench.demo.data.Sessions;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.http.HttpRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * The endpoints for tokens, their end (RFC 7009) and what they are good for: client credentials (RFC 6749, 4.4), user name
 * and password (4.3), authorization codes with PKCE (RFC 7636), refresh tokens, JWTs, devices. Errors have OAuth's form
 * with Salesforce's codes ("OAuth 2.0 Web Server Flow", help.salesforce.com).
 */
final class OAuthEndpoint {
    private static final Set<String> ENDPOINTS = Set.of("token", "revoke", "introspect");

    private final Org org;
    private final AuthorizationCodes codes;
    private final Tokens tokens;
    private final Users users;
    private final JwtBearer jwtBearer;
    private final DeviceFlow deviceFlow;

    OAuthEndpoint(
            Org org, AuthorizationCodes codes, Tokens tokens, Users users, JwtBearer jwtBearer, DeviceFlow deviceFlow) {
        this.org = org;
        this.codes = codes;
        this.tokens = tokens;
        this.users = users;
        this.jwtBearer = jwtBearer;
        this.deviceFlow = deviceFlow;
    }

    Answer handle(HttpRequest request, String endpoint) throws ApiError, SQLException, IOException {
        if (!ENDPOINTS.contains(endpoint)) {
            throw ApiError.notFound();
        }
        boolean revoking = endpoint.equals("revoke");
        if (!request.method().equals("POST") && !(revoking && request.method().equals("GET"))) {
            return Tokens.refuse("invalid_request", "must use HTTP POST");
        }
        Optional<Form> form = Form.read(request);
        if (form.isEmpty()) {
            return Tokens.refuse("invalid_request", "the body is no form");
        }
        return switch (endpoint) {
            case "revoke" -> revoke(form.get().get("token"));
            case "introspect" -> introspect(request, form.get());
            default -> token(request, form.get());
        };
    }

    private Answer token(HttpRequest request, Form form) throws ApiError, SQLException, IOException {
        if (form.get("response_type").equals("device_code")) {
            Optional<Answer> refusal = refusedClient(form, false);
            return refusal.isPresent() ? refusal.get() : deviceFlow.begin(request);
        }
        return switch (form.get("grant_type")) {
            case "client_credentials" -> clientCredentials(request, form);
            case "authorization_code" -> authorizationCode(request, form);
            case "refresh_token" -> refresh(request, form);
            case "password" -> password(request, form);
            case JwtBearer.GRANT_TYPE -> jwtBearer.answer(request, form);
            case "device" -> device(request, form);
            default -> Tokens.refuse("unsupported_grant_type", "grant type not supported");
        };
    }

    private Answer clientCredentials(HttpRequest request, Form form) throws ApiError, SQLException {
        Optional<Answer> refusal = refusedClient(form, true);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return tokens.opened(request, org.identity().userId(), false);
    }

    private Answer authorizationCode(HttpRequest request, Form form) throws ApiError, SQLException {
        Optional<Answer> refusal = refusedClient(form, false);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<AuthorizationCodes.Grant> found = codes.take(form.get("code"));
        if (found.isEmpty()) {
            return Tokens.refuse("invalid_grant", "expired authorization code");
        }
        AuthorizationCodes.Grant grant = found.get();
        if (!grant.redirectUri().equals(form.get("redirect_uri"))) {
            return Tokens.refuse("redirect_uri_mismatch", "redirect_uri must match configuration");
        }
        if (!grant.isProvenBy(form.get("code_verifier"))) {
            return Tokens.refuse("invalid_grant", "invalid code verifier");
        }
        if (grant.challenge().isEmpty() && form.get("client_secret").isEmpty()) {
            return Tokens.refuse("invalid_client", "invalid client credentials");
        }
        return tokens.opened(request, grant.userId(), grant.refreshable());
    }

    private Answer refresh(HttpRequest request, Form form) throws ApiError, SQLException {
        Optional<Answer> refusal = refusedClient(form, false);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<Refresh> found = org.refreshTokens().find(form.get("refresh_token"));
        if (found.isEmpty()) {
            return Tokens.refuse("invalid_grant", "expired access/refresh token");
        }
        Refresh refresh = found.get();
        String session = org.sessions().open(org.stamp(refresh.userId()));
        org.refreshTokens().renewed(refresh, session);
        return tokens.granted(request, refresh.userId(), session, Tokens.REFRESHABLE_SCOPE, null);
    }

    private Answer password(HttpRequest request, Form form) throws ApiError, SQLException {
        Optional<Answer> refusal = refusedClient(form, true);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<String> userId = users.with(form.get("username"), form.get("password"));
        return userId.isPresent()
                ? tokens.opened(request, userId.get(), false)
                : Tokens.refuse("invalid_grant", Wording.AUTHENTICATION_FAILURE);
    }

    private Answer device(HttpRequest request, Form form) throws ApiError, SQLException {
        Optional<Answer> refusal = refusedClient(form, false);
        return refusal.isPresent() ? refusal.get() : deviceFlow.token(request, form);
    }

    /** What a token is good for (RFC 7662); looking counts as a use of the session. */
    private Answer introspect(HttpRequest request, Form form) throws ApiError, SQLException {
        Optional<Answer> refusal = refusedClient(form, true);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        Optional<String> userId = org.sessions().userOf(form.get("token"));
        body.put("active", userId.isPresent());
        if (userId.isPresent()) {
            String instance = IdentityEndpoint.instanceUrl(request);
            long now = org.clock().instant().getEpochSecond();
            body.put("scope", Tokens.SCOPE)
                    .put("client_id", org.identity().clientId())
                    .put("username", String.valueOf(users.row(userId.get()).get("Username")))
                    .put("sub", instance + "/id/" + org.identity().organizationId() + "/" + userId.get())
                    .put("token_type", "access_token")
                    .put("exp", now + Sessions.LIFE.toSeconds());
        }
        return Tokens.unstored(200, body);
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
        return known ? Answer.empty(200) : Tokens.refuse("invalid_token", "the token is not known");
    }

    /** @param secretNeeded whether a client without its secret is refused too; a wrong secret always is */
    private Optional<Answer> refusedClient(Form form, boolean secretNeeded) {
        OrgIdentity identity = org.identity();
        if (!same(form.get("client_id"), identity.clientId())) {
            return Optional.of(Tokens.refuse("invalid_client_id", "client identifier invalid"));
        }
        String secret = form.get("client_secret");
        boolean right = same(secret, identity.clientSecret()) || (!secretNeeded && secret.isEmpty());
        return right ? Optional.empty() : Optional.of(Tokens.refuse("invalid_client", "invalid client credentials"));
    }

    private static boolean same(String given, String secret) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
}
