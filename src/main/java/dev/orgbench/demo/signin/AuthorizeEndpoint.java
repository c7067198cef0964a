package dev.orgbench.demo.signin;

import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.http.HttpRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code /services/oauth2/authorize}, where a person signs in and allows a client what it asks for (RFC 6749, 4.1.1).
 * The client is the demo org's own, and may live at any port of this machine (RFC 8252, 7.3).
 */
final class AuthorizeEndpoint {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Org org;
    private final AuthorizationCodes codes;
    private final LoginPage page;
    private final Users users;

    AuthorizeEndpoint(Org org, AuthorizationCodes codes, LoginPage page, Users users) {
        this.org = org;
        this.codes = codes;
        this.page = page;
        this.users = users;
    }

    /** What the client asks for. */
    record Asked(String clientId, String redirectUri, String state, String challenge, String method, String scope) {
        static Asked from(Function<String, String> field) {
            return new Asked(
                    field.apply("client_id"),
                    field.apply("redirect_uri"),
                    field.apply("state"),
                    field.apply("code_challenge"),
                    field.apply("code_challenge_method"),
                    field.apply("scope"));
        }

        /** Salesforce gives a refresh token to a client that asks for the scope, or names none. */
        boolean refreshable() {
            return scope.isEmpty() || scope.contains("refresh_token") || scope.contains("offline_access");
        }
    }

    Answer handle(HttpRequest request) throws ApiError, SQLException, IOException {
        if (request.method().equals("POST")) {
            Optional<Form> form = Form.read(request);
            return form.isPresent() ? answered(form.get()) : error("invalid_request", "the body is no form");
        }
        Function<String, String> field = name -> request.query(name).orElse("");
        Asked asked = Asked.from(field);
        Optional<Answer> refusal = refused(asked);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (!field.apply("response_type").equals("code")) {
            return back(
                    asked,
                    Map.of("error", "unsupported_response_type", "error_description", "response type not supported"));
        }
        if (!asked.method().isEmpty() && !asked.method().equals("S256")) {
            return back(
                    asked, Map.of("error", "invalid_request", "error_description", "invalid code challenge method"));
        }
        return LoginPage.html(200, page.form(asked, ""));
    }

    private Answer answered(Form form) throws ApiError, SQLException {
        Asked asked = Asked.from(form::get);
        Optional<Answer> refusal = refused(asked);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (form.get("decision").equals("deny")) {
            return back(asked, Map.of("error", "access_denied", "error_description", "end-user denied authorization"));
        }
        Optional<String> userId = users.with(form.get("username"), form.get("password"));
        if (userId.isEmpty()) {
            return LoginPage.html(200, page.form(asked, "Please check your username and password."));
        }
        String code = codes.give(userId.get(), asked.redirectUri(), asked.challenge(), asked.refreshable());
        return back(asked, Map.of("code", code));
    }

    /** What to say where it does not come from the org's client or go back to this machine: nothing may be sent there. */
    private Optional<Answer> refused(Asked asked) {
        if (!asked.clientId().equals(org.identity().clientId())) {
            return Optional.of(error("invalid_client_id", "client identifier invalid"));
        }
        return isOnThisMachine(asked.redirectUri())
                ? Optional.empty()
                : Optional.of(error("redirect_uri_mismatch", "redirect_uri must match configuration"));
    }

    private static boolean isOnThisMachine(String redirect) {
        try {
            URI uri = new URI(redirect);
            return "http".equals(uri.getScheme())
                    && THIS_MACHINE.contains(String.valueOf(uri.getHost()))
                    && uri.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private Answer error(String error, String description) {
        return LoginPage.html(400, page.error(error, description));
    }

    private static Answer back(Asked asked, Map<String, String> parameters) {
        StringBuilder target = new StringBuilder(asked.redirectUri());
        char joint = asked.redirectUri().contains("?") ? '&' : '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            target.append(joint).append(parameter.getKey()).append('=').append(LoginPage.encoded(parameter.getValue()));
            joint = '&';
        }
        if (!asked.state().isEmpty()) {
            target.append("&state=").append(LoginPage.encoded(asked.state()));
        }
        return Answer.empty(302).with("Location", target.toString()).with("Cache-Control", "no-store");
    }
}
