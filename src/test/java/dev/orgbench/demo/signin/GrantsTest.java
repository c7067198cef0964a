package dev.orgbench.demo.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.TestClock;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import dev.orgbench.demo.data.Sessions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways to a session beside the web server flow and client credentials, and how sessions end. */
class GrantsTest {
    private static final HeldCertificate KEY =
            new HeldCertificate.Builder().rsa2048().build();
    private static final HeldCertificate OTHER_KEY =
            new HeldCertificate.Builder().rsa2048().build();
    private static final TestClock CLOCK = new TestClock(TestOrg.START);

    private static TestOrg org;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        org = TestOrg.start(folder.resolve("org.db"), CLOCK);
        Files.writeString(folder.resolve("connected-app.pem"), KEY.certificatePem());
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    @Test
    void aUserNameAndPasswordOpenASessionOfThatUser() throws IOException {
        assertThat(password("demo").status()).isEqualTo(200);
        Reply withToken = password("demoAb3dEf6hIj9kLm2nOp5qRs8t");
        assertThat(who(session(withToken))).isEqualTo(org.org().userName());
        assertThat(problem(password("wrong"))).isEqualTo("400 invalid_grant: authentication failure");
        String somebody = org.value("SELECT Username FROM User WHERE Username LIKE 'priya%'")
                .asText();
        Reply other = token(
                "grant_type",
                "password",
                "username",
                somebody,
                "password",
                "demo",
                "client_secret",
                org.org().clientSecret());
        assertThat(who(session(other))).isEqualTo(somebody);
    }

    @Test
    void aSignedAssertionOpensASession() throws Exception {
        String now = String.valueOf(CLOCK.instant().getEpochSecond() + 180);
        assertThat(who(session(assertion(claims(org.org().uri() + "/", now), "RS256", KEY))))
                .isEqualTo(org.org().userName());
        String inMillis = String.valueOf(CLOCK.instant().toEpochMilli() + 180_000);
        assertThat(assertion(claims("https://login.salesforce.com", inMillis), "RS256", KEY)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RS256 | other | org   | 180  | invalid_grant: invalid assertion
            none  | own   | org   | 180  | invalid_grant: invalid assertion
            RS256 | own   | other | 180  | invalid_grant: audience is invalid
            RS256 | own   | org   | -1   | invalid_grant: expired authorization code
            """)
    void anAssertionThatIsNotInOrderIsRefused(String algorithm, String key, String audience, int life, String problem)
            throws Exception {
        String claims = claims(
                audience.equals("org") ? org.org().uri().toString() : "https://example.com",
                String.valueOf(CLOCK.instant().getEpochSecond() + life));
        assertThat(problem(assertion(claims, algorithm, key.equals("own") ? KEY : OTHER_KEY)))
                .isEqualTo("400 " + problem);
    }

    @Test
    void strangersAndNonsenseAreRefusedAsAssertions() throws Exception {
        String claims = claims(org.org().uri().toString(), "9999999999");
        assertThat(problem(assertion(claims.replace(org.org().userName(), "nobody@example.com"), "RS256", KEY)))
                .isEqualTo("400 invalid_grant: user hasn't approved this consumer");
        assertThat(problem(assertion(claims.replace(org.org().clientId(), "x"), "RS256", KEY)))
                .startsWith("400 invalid_client_id");
        for (String nonsense : new String[] {"", "a.b.c", "..", "[].[].x"}) {
            assertThat(problem(token("grant_type", JwtBearer.GRANT_TYPE, "assertion", nonsense)))
                    .isEqualTo("400 invalid_grant: invalid assertion");
        }
    }

    @Test
    void aDeviceWaitsUntilAPersonLetsItIn() throws IOException {
        Reply begun = token("response_type", "device_code");
        assertThat(begun.body().path("verification_uri").asText())
                .isEqualTo(org.org().uri() + "/setup/connect");
        String code = begun.body().path("device_code").asText();
        assertThat(problem(device(code))).startsWith("400 authorization_pending");
        assertThat(problem(device(code))).startsWith("400 slow_down");
        assertThat(connect("WRONGCOD", "allow")).contains("That code is not known");
        assertThat(connect(begun.body().path("user_code").asText().toLowerCase(Locale.ROOT), "allow"))
                .contains("The device is connected");
        Reply granted = device(code);
        assertThat(who(session(granted))).isEqualTo(org.org().userName());
        assertThat(granted.body().path("refresh_token").asText()).isNotEmpty();
        assertThat(problem(device(code))).startsWith("400 invalid_grant");
    }

    @Test
    void aDeviceIsToldWhenItWasDeniedOrWaitedTooLong() throws IOException {
        Reply denied = token("response_type", "device_code");
        connect(denied.body().path("user_code").asText(), "deny");
        assertThat(problem(device(denied.body().path("device_code").asText()))).startsWith("400 access_denied");
        Reply late = token("response_type", "device_code");
        CLOCK.pass(Duration.ofMinutes(10));
        assertThat(problem(device(late.body().path("device_code").asText()))).startsWith("400 invalid_grant");
    }

    @Test
    void aSessionEndsTwoHoursAfterItsLastUseButNotTheOneForUseByHand() throws IOException {
        String session = session(password("demo"));
        CLOCK.pass(Sessions.LIFE.minusMinutes(1));
        assertThat(who(session)).isNotEmpty();
        CLOCK.pass(Sessions.LIFE.minusMinutes(1));
        assertThat(who(session)).isNotEmpty();
        CLOCK.pass(Sessions.LIFE);
        Request.Builder limits = new Request.Builder()
                .url(org.org().uri() + "/services/data/v67.0/limits")
                .header("Authorization", "Bearer " + session);
        assertThat(org.send(limits).error()).isEqualTo("401 INVALID_SESSION_ID: Session expired or invalid");
        session(password("demo"));
        assertThat(org.get("limits").status()).isEqualTo(200);
    }

    @Test
    void introspectionTellsWhoseTokenItIs() throws IOException {
        String session = session(password("demo"));
        Reply known =
                post("introspect", "token", session, "client_secret", org.org().clientSecret());
        assertThat(known.body().path("active").booleanValue()).isTrue();
        assertThat(known.body().path("username").asText()).isEqualTo(org.org().userName());
        assertThat(post("introspect", "token", "x", "client_secret", org.org().clientSecret())
                        .body()
                        .toString())
                .isEqualTo("{\"active\":false}");
    }

    @Test
    void identityIsToldByTheUrlThatCameWithTheToken() throws IOException {
        Reply token = password("demo");
        String id = token.body().path("id").asText();
        Request.Builder request = new Request.Builder().url(id + "?format=json&oauth_token=" + session(token));
        assertThat(org.send(request).body().path("username").asText())
                .isEqualTo(org.org().userName());
        Request.Builder xml = new Request.Builder().url(id + "?format=xml&oauth_token=" + session(token));
        assertThat(org.send(xml).error()).startsWith("406 NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @CsvSource({
        "/services/oauth2/userinfo, Missing_OAuth_Token",
        "/services/oauth2/userinfo?oauth_token=x, Bad_OAuth_Token",
        "/id/00D000000000000AAA/005000000000000AAA?oauth_token=x, Bad_OAuth_Token"
    })
    void identityRefusesWithAWord(String path, String word) throws IOException {
        assertThat(page(new Request.Builder().url(org.org().uri() + path))).isEqualTo(word);
    }

    @Test
    void identityOfAnotherOrgOrPersonIsRefused() throws IOException {
        String token = "?oauth_token=" + session(password("demo"));
        String url = org.org().uri() + "/id/";
        assertThat(page(new Request.Builder().url(url + "00D000000000000AAA/005000000000000AAA" + token)))
                .isEqualTo("Wrong_Org");
        assertThat(page(new Request.Builder().url(url + org.org().organizationId() + "/005000000000000AAA" + token)))
                .isEqualTo("No_Access");
    }

    @Test
    void singleAccessGivesAUrlForABrowser() throws IOException {
        Reply reply = org.get("/services/oauth2/singleaccess?redirect_uri=/lightning/page/home");
        String url = reply.body().path("frontdoor_uri").asText();
        assertThat(url).startsWith(org.org().uri() + "/secur/frontdoor.jsp").contains("startURL=%2Flightning");
        assertThat(page(new Request.Builder().url(url))).contains("The demo org has no pages");
    }

    private static Reply password(String password) throws IOException {
        return token(
                "grant_type",
                "password",
                "client_secret",
                org.org().clientSecret(),
                "username",
                org.org().userName(),
                "password",
                password);
    }

    private static Reply device(String code) throws IOException {
        return token("grant_type", "device", "code", code);
    }

    private static String connect(String userCode, String decision) throws IOException {
        FormBody form = new FormBody.Builder()
                .add("user_code", userCode)
                .add("username", org.org().userName())
                .add("password", "demo")
                .add("decision", decision)
                .build();
        return page(
                new Request.Builder().url(org.org().uri() + "/setup/connect").post(form));
    }

    private static String page(Request.Builder request) throws IOException {
        try (Response response = new OkHttpClient().newCall(request.build()).execute()) {
            return response.body().string();
        }
    }

    private static String claims(String audience, String expiry) {
        return "{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"%s\",\"exp\":%s}"
                .formatted(org.org().clientId(), org.org().userName(), audience, expiry);
    }

    private static Reply assertion(String claims, String algorithm, HeldCertificate key) throws Exception {
        String signed = encoded("{\"alg\":\"" + algorithm + "\"}") + "." + encoded(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        PrivateKey signing = key.keyPair().getPrivate();
        signature.initSign(signing);
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        String assertion =
                signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        return token("grant_type", JwtBearer.GRANT_TYPE, "assertion", assertion);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Reply token(String... fields) throws IOException {
        return post("token", fields);
    }

    private static Reply post(String endpoint, String... fields) throws IOException {
        FormBody.Builder form =
                new FormBody.Builder().add("client_id", org.org().clientId());
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return org.send(new Request.Builder()
                .url(org.org().uri() + "/services/oauth2/" + endpoint)
                .post(form.build()));
    }

    private static String session(Reply reply) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.body().path("access_token").asText();
    }

    private static Reply userInfo(String session) throws IOException {
        return org.send(new Request.Builder()
                .url(org.org().uri() + "/services/oauth2/userinfo")
                .header("Authorization", "Bearer " + session));
    }

    private static String who(String session) throws IOException {
        return userInfo(session).body().path("preferred_username").asText();
    }

    private static String problem(Reply reply) {
        return reply.status() + " " + reply.body().path("error").asText() + ": "
                + reply.body().path("error_description").asText();
    }
}
