package dev.orgbench.demo.rest;

import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code /services/oauth2/authorize}, where a person signs in and allows a client what it asks for (RFC 6749, 4.1.1).
 * The client is the demo org's own, and may live at any port of this machine (RFC 8252, 7.3).
 */
final class AuthorizeEndpoint {
    /** The password of every user of the demo org; the page shows it. */
    static final String PASSWORD = "demo";

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Org org;
    private final AuthorizationCodes codes;
    private final LoginPage page;

    AuthorizeEndpoint(Org org, AuthorizationCodes codes, LoginPage page) {
        this.org = org;
        this.codes = codes;
        this.page = page;
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

    void handle(HttpRequest request, HttpResponse response) throws IOException {
        if (request.method().equals("POST")) {
            Optional<Form> form = Form.read(request);
            if (form.isEmpty()) {
                error(response, "invalid_request", "the body is no form");
            } else {
                answered(form.get(), response);
            }
            return;
        }
        Function<String, String> field = name -> request.query(name).orElse("");
        Asked asked = Asked.from(field);
        if (!isSound(asked, response)) {
            return;
        }
        if (!field.apply("response_type").equals("code")) {
            back(response, asked, Map.of("error", "unsupported_response_type", "error_description", "response type not supported"));
        } else if (!asked.method().isEmpty() && !asked.method().equals("S256")) {
            back(response, asked, Map.of("error", "invalid_request", "error_description", "invalid code challenge method"));
        } else {
            html(response, 200, page.form(asked, ""));
        }
    }

    private void answered(Form form, HttpResponse response) throws IOException {
        Asked asked = Asked.from(form::get);
        if (!isSound(asked, response)) {
            return;
        }
        if (form.get("decision").equals("deny")) {
            back(response, asked, Map.of("error", "access_denied", "error_description", "end-user denied authorization"));
            return;
        }
        boolean known = form.get("username").strip().equalsIgnoreCase(page.userName())
                && form.get("password").equals(PASSWORD);
        if (known) {
            String code = codes.give(org.identity().userId(), asked.redirectUri(), asked.challenge(), asked.refreshable());
            back(response, asked, Map.of("code", code));
        } else {
            html(response, 200, page.form(asked, "Please check your username and password."));
        }
    }

    /** Whether it comes from the org's client and goes back to this machine; else nothing may be sent there. */
    private boolean isSound(Asked asked, HttpResponse response) throws IOException {
        if (!asked.clientId().equals(org.identity().clientId())) {
            error(response, "invalid_client_id", "client identifier invalid");
            return false;
        }
        if (!isOnThisMachine(asked.redirectUri())) {
            error(response, "redirect_uri_mismatch", "redirect_uri must match configuration");
            return false;
        }
        return true;
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

    private void error(HttpResponse response, String error, String description) throws IOException {
        html(response, 400, page.error(error, description));
    }

    private static void back(HttpResponse response, Asked asked, Map<String, String> parameters) throws IOException {
        StringBuilder target = new StringBuilder(asked.redirectUri());
        char joint = asked.redirectUri().contains("?") ? '&' : '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            target.append(joint).append(parameter.getKey()).append('=').append(encoded(parameter.getValue()));
            joint = '&';
        }
        if (!asked.state().isEmpty()) {
            target.append("&state=").append(encoded(asked.state()));
        }
        response.status(302).header("Location", target.toString()).header("Cache-Control", "no-store").send();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void html(HttpResponse response, int status, String html) throws IOException {
        response.status(status)
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                .header("Referrer-Policy", "no-referrer")
                .send("text/html;charset=UTF-8", html.getBytes(StandardCharsets.UTF_8));
    }
}
