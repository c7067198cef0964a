package dev.orgbench.demo.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import java.util.Objects;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebServerFlowTest {
    /** The pair of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String REDIRECT = "http://localhost:1717/callback";

    private static final OkHttpClient HTTP =
            new OkHttpClient.Builder().followRedirects(false).build();

    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    @AfterAll
    static void stop() {
        HTTP.dispatcher().executorService().shutdown();
        HTTP.connectionPool().evictAll();
    }

    @Test
    void theLoginPageSaysItsOwnUserNameAndPasswordAndRunsNothing() throws IOException {
        try (Response page = get(authorize().build())) {
            assertThat(page.code()).isEqualTo(200);
            assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(page.body().string())
                    .contains("alex.morgan@brightwater.example", ">demo<", "Allow", "Deny")
                    .doesNotContain("{{");
        }
    }

    @Test
    void whatAClientSendsCannotBecomePartOfThePage() throws IOException {
        String nasty = "\"><script>alert(1)</script>{{password}}";
        try (Response page = get(authorize().setQueryParameter("state", nasty).build())) {
            assertThat(page.body().string()).doesNotContain("<script>").contains("&lt;script&gt;");
        }
    }

    @Test
    void anAllowedClientGetsASessionThatItCanRefreshAndRevoke() throws IOException {
        HttpUrl back = decide("allow", "demo", CHALLENGE);
        assertThat(back.queryParameter("state")).isEqualTo("s+t/1");

        Reply token = exchange(code(back), VERIFIER, REDIRECT);
        assertThat(token.status()).isEqualTo(200);
        String session = text(token, "access_token");
        String refresh = text(token, "refresh_token");
        assertThat(text(token, "instance_url")).isEqualTo(org.org().uri().toString());
        assertThat(limits(session)).isEqualTo(200);

        org.org().expireSessions();
        assertThat(limits(session)).isEqualTo(401);
        Reply renewed = token("grant_type", "refresh_token", "refresh_token", refresh);
        assertThat(limits(text(renewed, "access_token"))).isEqualTo(200);
        assertThat(renewed.body().has("refresh_token")).isFalse();

        assertThat(revoke(refresh)).isEqualTo(200);
        assertThat(limits(text(renewed, "access_token"))).isEqualTo(401);
        assertThat(error(token("grant_type", "refresh_token", "refresh_token", refresh)))
                .isEqualTo("400 invalid_grant: expired access/refresh token");
        assertThat(revoke(refresh)).isEqualTo(400);
    }

    @Test
    void aCodeWorksOnce() throws IOException {
        String code = code(decide("allow", "demo", CHALLENGE));

        assertThat(exchange(code, VERIFIER, REDIRECT).status()).isEqualTo(200);
        assertThat(error(exchange(code, VERIFIER, REDIRECT)))
                .isEqualTo("400 invalid_grant: expired authorization code");
    }

    @Test
    void aCodeIsOfNoUseWithoutItsVerifierOrForAnotherPlace() throws IOException {
        assertThat(error(exchange(code(decide("allow", "demo", CHALLENGE)), "wrong", REDIRECT)))
                .isEqualTo("400 invalid_grant: invalid code verifier");
        assertThat(error(exchange(code(decide("allow", "demo", CHALLENGE)), VERIFIER, REDIRECT + "/x")))
                .startsWith("400 redirect_uri_mismatch");
        assertThat(error(exchange(code(decide("allow", "demo", "")), "", REDIRECT)))
                .startsWith("400 invalid_client:");
    }

    @Test
    void aPersonMayDeny() throws IOException {
        HttpUrl back = decide("deny", "", CHALLENGE);

        assertThat(back.queryParameter("error")).isEqualTo("access_denied");
        assertThat(back.queryParameter("error_description")).isEqualTo("end-user denied authorization");
        assertThat(back.queryParameter("code")).isNull();
    }

    @Test
    void aWrongPasswordIsAskedAgain() throws IOException {
        try (Response page = post("allow", "wrong", CHALLENGE)) {
            assertThat(page.code()).isEqualTo(200);
            assertThat(page.body().string()).contains("Please check your username and password");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, other, invalid_client_id",
        "redirect_uri, https://evil.example/callback, redirect_uri_mismatch",
        "redirect_uri, http://localhost.evil.example/callback, redirect_uri_mismatch",
        "redirect_uri, http://localhost@evil.example/callback, redirect_uri_mismatch",
        "redirect_uri, not a uri, redirect_uri_mismatch"
    })
    void nothingIsSentToAClientThatIsNotTheOrgs(String parameter, String value, String error) throws IOException {
        try (Response page = get(authorize().setQueryParameter(parameter, value).build())) {
            assertThat(page.code()).isEqualTo(400);
            assertThat(page.body().string()).contains("error=" + error);
        }
    }

    private static HttpUrl.Builder authorize() {
        return Objects.requireNonNull(HttpUrl.parse(org.org().uri() + "/services/oauth2/authorize"))
                .newBuilder()
                .addQueryParameter("response_type", "code")
                .addQueryParameter("client_id", org.org().clientId())
                .addQueryParameter("redirect_uri", REDIRECT)
                .addQueryParameter("state", "s+t/1")
                .addQueryParameter("code_challenge", CHALLENGE)
                .addQueryParameter("code_challenge_method", "S256");
    }

    private static Response get(HttpUrl url) throws IOException {
        return HTTP.newCall(new Request.Builder().url(url).build()).execute();
    }

    private static Response post(String decision, String password, String challenge) throws IOException {
        FormBody form = new FormBody.Builder()
                .add("client_id", org.org().clientId())
                .add("redirect_uri", REDIRECT)
                .add("state", "s+t/1")
                .add("code_challenge", challenge)
                .add("username", "alex.morgan@brightwater.example")
                .add("password", password)
                .add("decision", decision)
                .build();
        return HTTP.newCall(new Request.Builder()
                        .url(org.org().uri() + "/services/oauth2/authorize")
                        .post(form)
                        .build())
                .execute();
    }

    private static HttpUrl decide(String decision, String password, String challenge) throws IOException {
        try (Response back = post(decision, password, challenge)) {
            assertThat(back.code()).isEqualTo(302);
            return HttpUrl.get(Objects.requireNonNull(back.header("Location")));
        }
    }

    private static String code(HttpUrl back) {
        return Objects.requireNonNull(back.queryParameter("code"));
    }

    private static Reply exchange(String code, String verifier, String redirect) throws IOException {
        return token(
                "grant_type", "authorization_code", "code", code, "code_verifier", verifier, "redirect_uri", redirect);
    }

    private static Reply token(String... fields) throws IOException {
        FormBody.Builder form =
                new FormBody.Builder().add("client_id", org.org().clientId());
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return org.send(new Request.Builder()
                .url(org.org().uri() + "/services/oauth2/token")
                .post(form.build()));
    }

    private static int revoke(String token) throws IOException {
        return org.send(new Request.Builder()
                        .url(org.org().uri() + "/services/oauth2/revoke")
                        .post(new FormBody.Builder().add("token", token).build()))
                .status();
    }

    private static int limits(String session) throws IOException {
        return org.send(new Request.Builder()
                        .url(org.org().uri() + "/services/data/v60.0/limits")
                        .header("Authorization", "Bearer " + session))
                .status();
    }

    private static String text(Reply reply, String field) {
        return reply.body().path(field).asText();
    }

    private static String error(Reply reply) {
        return reply.status() + " " + text(reply, "error") + ": " + text(reply, "error_description");
    }
}
