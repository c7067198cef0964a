package dev.orgbench.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many callers want a session of an org that gives none: one asks for all who wait. */
@Timeout(20)
class CrowdedSignInTest {
    private static final int CALLERS = 16;

    private final MockWebServer org = new MockWebServer();
    private final CountDownLatch maySpeak = new CountDownLatch(1);
    private final BlockingQueue<SalesforceException> failures = new LinkedBlockingQueue<>();
    private final List<Thread> callers = new ArrayList<>();
    private OrgConnection connection;

    @BeforeEach
    void start() throws Exception {
        org.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                maySpeak.await();
                return new MockResponse.Builder().code(503).build();
            }
        });
        org.start();
        connection = new OrgConnection(
                "Acme",
                org.url("/").uri(),
                "62.0",
                new SignIn.ClientCredentials("app", "secret"),
                new OkHttpClient(),
                new TestClock());
        call();
        org.takeRequest();
        for (int i = 1; i < CALLERS; i++) {
            call();
        }
        for (Thread caller : callers) {
            while (caller.getState() != Thread.State.WAITING) {
                Thread.sleep(1);
            }
        }
    }

    @AfterEach
    void stop() {
        maySpeak.countDown();
        org.close();
    }

    @Test
    void whoWaitsWhileAnotherAsksInVainSharesTheFailure() throws Exception {
        maySpeak.countDown();

        assertAllAreRefused(CALLERS);
        assertThat(org.getRequestCount()).isEqualTo(1);
    }

    @Test
    void oneCallersEndIsNotTheOthers() throws Exception {
        callers.getFirst().interrupt();

        assertThat(failures.take()).isInstanceOf(SalesforceException.Cancelled.class);
        maySpeak.countDown();
        assertAllAreRefused(CALLERS - 1);
        assertThat(org.getRequestCount()).isEqualTo(2);
    }

    @Test
    void whoComesAfterwardsAsksAnew() throws Exception {
        maySpeak.countDown();
        assertAllAreRefused(CALLERS);

        call();

        assertAllAreRefused(1);
        assertThat(org.getRequestCount()).isEqualTo(2);
    }

    private void assertAllAreRefused(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            assertThat(failures.take()).isInstanceOf(SalesforceException.Refused.class);
        }
    }

    private void call() {
        callers.add(Thread.ofPlatform().start(() -> {
            try {
                connection.as(exchange -> {}).query("SELECT Id FROM Account");
            } catch (SalesforceException failure) {
                failures.add(failure);
            }
        }));
    }
}
