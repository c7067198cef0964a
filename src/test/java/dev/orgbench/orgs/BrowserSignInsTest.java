package dev.orgbench.orgs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orgbench.demo.DemoOrg;
import dev.orgbench.salesforce.SignInFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserSignInsTest {
    private static final OkHttpClient HTTP = new OkHttpClient();
    private static final StandInBrowser BROWSER = new StandInBrowser();
    private static DemoOrg demo;

    private final BrowserSignIns signIns = new BrowserSignIns(HTTP, Clock.systemUTC(), 0, Duration.ofSeconds(20));

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        demo = DemoOrg.start(folder.resolve("demo.db"), 0, Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        demo.close();
        BROWSER.close();
        HTTP.dispatcher().executorService().shutdown();
        HTTP.connectionPool().evictAll();
    }

    @Test
    void theAddressAsksForACodeWithAChallengeAndAState() throws Exception {
        try (BrowserSignIns.Pending pending = begin()) {
            HttpUrl address = Objects.requireNonNull(HttpUrl.get(pending.address()));
            assertThat(address.encodedPath()).isEqualTo("/services/oauth2/authorize");
            assertThat(address.queryParameter("response_type")).isEqualTo("code");
            assertThat(address.queryParameter("code_challenge_method")).isEqualTo("S256");
            assertThat(address.queryParameter("code_challenge")).hasSize(43);
            assertThat(address.queryParameter("state")).hasSize(43);
            assertThat(address.queryParameter("redirect_uri"))
                    .isEqualTo(pending.listening().toString());
            assertThat(pending.listening().toString()).matches("http://localhost:\\d+/callback");
        }
    }

    @Test
    void thePageSaysToComeBackAndTheCodeGivesASession() throws Exception {
        try (BrowserSignIns.Pending pending = begin()) {
            assertThat(BROWSER.allow(pending.address())).contains("Go back to its window");

            assertThat(pending.exchange(pending.awaitCode()).instanceUrl()).isEqualTo(demo.uri());
        }
    }

    @Test
    void denyingIsToldAsSuch() throws Exception {
        try (BrowserSignIns.Pending pending = begin()) {
            BROWSER.deny(pending.address());

            assertThatThrownBy(pending::awaitCode)
                    .isInstanceOf(SignInFailedException.class)
                    .hasMessageContaining("denied");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/callback",
                "/callback?code=stolen",
                "/callback?code=stolen&state=other",
                "/callback?error=access_denied&state=",
                "/callback?state=RIGHT",
                "/callback?state=RIGHT&code=",
                "/callback?state=RIGHT&code=LONG",
                "/callback?code=%ff%zz",
            })
    void aStrayRequestIsToldSoAndTheSignInGoesOn(String stray) throws Exception {
        try (BrowserSignIns.Pending pending = begin()) {
            String state = Objects.requireNonNull(
                    Objects.requireNonNull(HttpUrl.get(pending.address())).queryParameter("state"));
            String path = stray.replace("RIGHT", state).replace("LONG", "x".repeat(9_000));
            assertThat(raw(pending.listening().getPort(), path))
                    .startsWith("HTTP/1.1 400")
                    .contains("not the answer that Orgbench waits for")
                    .doesNotContain("stolen");

            BROWSER.allow(pending.address());
            assertThat(pending.exchange(pending.awaitCode()).instanceUrl()).isEqualTo(demo.uri());
        }
    }

    @Test
    void anAnswerToAnOlderSignInSaysToUseThePageOpenedLast() throws Exception {
        try (BrowserSignIns.Pending pending = begin()) {
            HttpUrl answer = BROWSER.press(pending.address(), "allow");

            assertThat(BROWSER.get(answer.newBuilder()
                            .setQueryParameter("state", "other")
                            .build()))
                    .contains("the page that Orgbench opened last");

            assertThat(BROWSER.get(answer)).contains("Go back to its window");
            assertThat(pending.awaitCode()).isEqualTo(answer.queryParameter("code"));
        }
    }

    @Test
    void anErrorOfAnyLengthEndsItInAReadableSentence() throws Exception {
        try (BrowserSignIns.Pending pending = begin()) {
            HttpUrl no = BROWSER.press(pending.address(), "allow")
                    .newBuilder()
                    .removeAllQueryParameters("code")
                    .addQueryParameter("error", "server_error")
                    .addQueryParameter("error_description", "long ".repeat(1_000))
                    .build();
            BROWSER.get(no);

            assertThatThrownBy(pending::awaitCode)
                    .isInstanceOf(SignInFailedException.class)
                    .hasMessageContaining("server_error: long long")
                    .extracting(e -> String.valueOf(e.getMessage()).length())
                    .satisfies(length -> assertThat(length).isLessThan(1_200));
        }
    }

    @Test
    void otherPathsAreNoAnswer() throws Exception {
        try (BrowserSignIns.Pending pending = begin()) {
            HttpUrl icon =
                    Objects.requireNonNull(HttpUrl.get(pending.listening().resolve("/favicon.ico")));
            assertThat(BROWSER.get(icon)).isEqualTo("Nothing is here.");

            BROWSER.allow(pending.address());
            assertThat(pending.awaitCode()).isNotEmpty();
        }
    }

    @Test
    void waitingEndsAfterAWhile() throws Exception {
        BrowserSignIns hasty = new BrowserSignIns(HTTP, Clock.systemUTC(), 0, Duration.ofMillis(50));
        try (BrowserSignIns.Pending pending = hasty.begin(new LoginHost(demo.uri()), demo.clientId())) {
            assertThatThrownBy(pending::awaitCode)
                    .isInstanceOf(SignInFailedException.class)
                    .hasMessageContaining("Nobody answered");
        }
    }

    @Test
    void aTakenPortIsToldAndOnlyTheDemoOrgMayBeAnsweredAtAnother() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            BrowserSignIns unlucky =
                    new BrowserSignIns(HTTP, Clock.systemUTC(), taken.getLocalPort(), Duration.ofSeconds(20));

            assertThatThrownBy(() -> unlucky.begin(LoginHost.PRODUCTION, "key"))
                    .isInstanceOf(SignInFailedException.class)
                    .hasMessageContaining("port " + taken.getLocalPort());
            try (BrowserSignIns.Pending pending = unlucky.begin(new LoginHost(demo.uri()), demo.clientId())) {
                BROWSER.allow(pending.address());
                assertThat(pending.awaitCode()).isNotEmpty();
            }
        }
    }

    @Test
    void aCodeThatSalesforceDoesNotTakeIsToldInItsWords() throws Exception {
        try (BrowserSignIns.Pending pending = begin()) {
            assertThatThrownBy(() -> pending.exchange("stale"))
                    .isInstanceOf(SignInFailedException.class)
                    .hasMessageContaining("invalid_grant: expired authorization code");
        }
    }

    @Test
    void aLoginPageThatIsNotThereIsTold() throws Exception {
        LoginHost nowhere = new LoginHost(URI.create("http://127.0.0.1:1"));
        try (BrowserSignIns.Pending pending = signIns.begin(nowhere, "key")) {
            assertThatThrownBy(() -> pending.exchange("code")).hasMessageContaining("Nothing answers at");
        }
    }

    private BrowserSignIns.Pending begin() throws SignInFailedException {
        return signIns.begin(new LoginHost(demo.uri()), demo.clientId());
    }

    /** As any program on this machine can send it, also what no browser would. */
    private static String raw(int port, String target) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET " + target + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
