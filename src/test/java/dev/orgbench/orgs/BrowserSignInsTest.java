package dev.orgbench.orgs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orgbench.demo.DemoOrg;
import dev.orgbench.salesforce.SignInFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
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

class BrowserSignInsTest {
    private static final OkHttpClient HTTP = new OkHttpClient();
    private static final StandInBrowser BROWSER = new StandInBrowser();
    private static DemoOrg demo;

    private final BrowserSignIns signIns =
            new BrowserSignIns(HTTP, Clock.systemUTC(), 0, Duration.ofSeconds(20));

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
            assertThat(address.queryParameter("redirect_uri")).isEqualTo(pending.listening().toString());
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

    @Test
    void anAnswerToAnotherSignInIsNotUsed() throws Exception {
        try (BrowserSignIns.Pending pending = begin()) {
            HttpUrl answer = BROWSER.press(pending.address(), "allow");
            BROWSER.get(answer.newBuilder().setQueryParameter("state", "other").build());

            assertThatThrownBy(pending::awaitCode)
                    .isInstanceOf(SignInFailedException.class)
                    .hasMessageContaining("another sign-in");
        }
    }

    @Test
    void otherPathsAreNoAnswer() throws Exception {
        try (BrowserSignIns.Pending pending = begin()) {
            HttpUrl icon = Objects.requireNonNull(HttpUrl.get(pending.listening().resolve("/favicon.ico")));
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
}
