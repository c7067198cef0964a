package dev.orgbench.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * OAuth 2.0 in the person's own browser: Salesforce's "Web Server Flow" (RFC 6749, 4.1) with PKCE (RFC 7636, S256), as a
 * public client without a secret. An answer comes to a listener on this machine (RFC 8252, 7.3).
 */
public final class WebServerFlow {
    private static final int SECRET_BYTES = 32;
    /** What a session needs to call the APIs, and to be renewed. */
    private static final String SCOPE = "api refresh_token";

    private final SecureRandom random = new SecureRandom();
    private final OkHttpClient http;
    private final Clock clock;

    public WebServerFlow(OkHttpClient http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /** What came of it: where the org lives, and how one is signed in to it. */
    public record Granted(URI instanceUrl, SignIn.BrowserSignIn signIn) {}

    /**
     * Begins one. Nothing is sent.
     *
     * @param loginHost {@code https://login.salesforce.com}, {@code https://test.salesforce.com}, or an org's own
     * @param clientId the consumer key of the person's app
     * @param redirect where the answer shall come to, exactly as the app has it
     */
    public Attempt begin(URI loginHost, String clientId, URI redirect) {
        return new Attempt(OrgConnection.root(loginHost), clientId, redirect, text(), text());
    }

    private String text() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** One question to the person, and its answer. */
    public final class Attempt {
        private final HttpUrl host;
        private final String clientId;
        private final URI redirect;
        private final String state;
        private final String verifier;

        private Attempt(HttpUrl host, String clientId, URI redirect, String state, String verifier) {
            this.host = host;
            this.clientId = clientId;
            this.redirect = redirect;
            this.state = state;
            this.verifier = verifier;
        }

        /** The page to open in the browser. */
        public URI address() {
            return host.newBuilder()
                    .addPathSegments("services/oauth2/authorize")
                    .addQueryParameter("response_type", "code")
                    .addQueryParameter("client_id", clientId)
                    .addQueryParameter("redirect_uri", redirect.toString())
                    .addQueryParameter("scope", SCOPE)
                    .addQueryParameter("state", state)
                    .addQueryParameter("code_challenge", challenge(verifier))
                    .addQueryParameter("code_challenge_method", "S256")
                    .build()
                    .uri();
        }

        /** Where the answer shall come to. */
        public URI redirect() {
            return redirect;
        }

        /** Whether these parameters answer this question, with a yes or a no; anybody on this machine can send others. */
        public boolean isAnsweredBy(Map<String, String> parameters) {
            boolean saysSomething = !parameters.getOrDefault("code", "").isEmpty()
                    || !parameters.getOrDefault("error", "").isEmpty();
            return saysSomething && same(state, parameters.getOrDefault("state", ""));
        }

        /**
         * The code in the browser's answer.
         *
         * @param answer the parameters of the request that came to {@link #redirect}
         * @throws SignInFailedException if it is a no, or no answer to this question
         */
        public String code(Map<String, String> answer) throws SignInFailedException {
            if (!same(state, answer.getOrDefault("state", ""))) {
                throw new SignInFailedException(
                        "The browser's answer belongs to another sign-in than this one (its state"
                                + " differs), so it was not used. Close old sign-in pages, and begin again.");
            }
            String error = answer.getOrDefault("error", "");
            if (error.equals("access_denied")) {
                throw new SignInFailedException(
                        "Access was denied in the browser, so nothing was connected. Begin again to allow it.");
            }
            if (!error.isEmpty()) {
                throw new SignInFailedException(
                        "Salesforce refused the sign-in: " + error + ": " + answer.getOrDefault("error_description", "")
                                + ". Check the app's settings, and begin again.");
            }
            String code = answer.getOrDefault("code", "");
            if (code.isEmpty()) {
                throw new SignInFailedException("The browser's answer had no code in it. Begin again.");
            }
            return code;
        }

        /**
         * Exchanges the code for a session. One request, not recorded.
         *
         * @throws SignInFailedException if Salesforce refuses
         * @throws SalesforceException if it cannot be reached
         */
        public Granted exchange(String code) throws SignInFailedException, SalesforceException {
            Failures failures = new Failures(host.host(), host.uri(), Wire.Timeouts.of(http));
            Wire wire = new Wire(http, clock, failures);
            Map<String, String> form = new LinkedHashMap<>();
            form.put("grant_type", "authorization_code");
            form.put("client_id", clientId);
            form.put("redirect_uri", redirect.toString());
            form.put("code", code);
            form.put("code_verifier", verifier);
            try {
                JsonNode answer = new TokenEndpoint(host, wire, failures).ask(form, exchange -> {});
                return new Granted(
                        URI.create(answer.path("instance_url").asText(host.toString())),
                        new SignIn.BrowserSignIn(
                                clientId,
                                answer.path("access_token").asText(),
                                answer.path("refresh_token").asText("")));
            } catch (SalesforceException.Refused refused) {
                if (!TokenEndpoint.isNo(refused)) {
                    throw refused;
                }
                throw new SignInFailedException(
                        "Salesforce allowed the sign-in but gave no session: " + refused.errorCode() + ": "
                                + refused.text() + "." + advice(refused.errorCode()),
                        refused);
            } catch (IllegalArgumentException notAnAddress) {
                throw new SignInFailedException("Salesforce named no usable address of the org.", notAnAddress);
            }
        }

        private static String advice(String error) {
            return error.startsWith("invalid_client")
                    ? " The app must not require a secret for the web server flow: look at its OAuth settings."
                    : " Begin again.";
        }

        private static boolean same(String one, String other) {
            return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        }
    }
}
