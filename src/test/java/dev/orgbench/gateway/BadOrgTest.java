package dev.orgbench.gateway;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.salesforce.SignIn;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many clients at once, of which half call an org in trouble: their calls end in time, and the others notice nothing. */
@Timeout(60)
class BadOrgTest {
    private static final String QUERY = "list_all_salesforce_query";
    private static final String CONTACTS = "{\"q\": \"SELECT Id FROM Contact\", \"limit\": 3}";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Many times what a call takes, and less than what the callers would wait if they did so one after the other. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static TestOrg well;

    @TempDir
    private Path data;

    private final List<BadOrg> badOrgs = new ArrayList<>();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeAll
    static void start() {
        well = TestOrg.inMidMonth();
    }

    @AfterAll
    static void stop() {
        well.close();
    }

    @AfterEach
    void end() throws IOException {
        clients.shutdownNow();
        for (BadOrg bad : badOrgs) {
            bad.close();
        }
    }

    @Test
    void callsToAnOrgThatHangsHoldUpNoOthers() throws Exception {
        try (RunningGateway running = new RunningGateway(data)) {
            BadOrg bad = badOrg(BadOrg.Way.SILENT);
            List<Future<String>> hanging = calls(16, running, url(running, bad, pasted("any")));
            await(() -> bad.held() == 16);

            for (Future<String> call : calls(16, running, url(running, well))) {
                assertThat(call.get()).contains("\"isError\":false", "\"totalSize\"");
            }

            assertThat(hanging).noneMatch(Future::isDone);
            bad.close();
            for (Future<String> call : hanging) {
                assertThat(call.get()).contains("\"isError\":true", "Bad org", "broke before the answer was complete");
            }
            assertThat(bad.accepted()).isEqualTo(16);
            assertNothingGoesOn();
        }
    }

    @Test
    void everyCallEndsInItsTimeAndSaysWhy() throws Exception {
        Map<BadOrg.Way, String> reasons = Map.of(
                BadOrg.Way.DOWN, "Nothing answers at the org",
                BadOrg.Way.SILENT, "did not answer within 2 seconds. Try again",
                BadOrg.Way.DRIPPING, "did not answer within 2 seconds. Try again",
                BadOrg.Way.CUT, "broke before the answer was complete",
                BadOrg.Way.UNAVAILABLE, "HTTP 503");
        try (RunningGateway running = new RunningGateway(data, PATIENCE)) {
            String wellUrl = url(running, well);
            List<Crowd> crowds = new ArrayList<>();
            for (BadOrg.Way way : BadOrg.Way.values()) {
                for (SignIn signIn : List.of(pasted("any"), new SignIn.ClientCredentials("app", "app-secret"))) {
                    BadOrg bad = badOrg(way);
                    String url = url(running, bad, signIn);
                    crowds.add(new Crowd(bad, signIn, calls(8, running, url), requireNonNull(reasons.get(way))));
                }
            }
            long from = System.nanoTime();

            for (Future<String> call : calls(16, running, wellUrl)) {
                assertThat(call.get()).contains("\"isError\":false", "\"totalSize\"");
            }
            for (Crowd crowd : crowds) {
                crowd.assertToldWhy();
            }

            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(SOON);
            assertNothingGoesOn();
            await(() -> crowds.stream().allMatch(crowd -> crowd.org().held() == 0));
        }
    }

    /** Those who call one bad org. */
    private record Crowd(BadOrg org, SignIn signIn, List<Future<String>> calls, String reason) {
        void assertToldWhy() throws Exception {
            for (Future<String> call : calls) {
                assertThat(call.get())
                        .contains("\"isError\":true", reason)
                        .doesNotContain("carried out all the same", "app-secret", "Exception");
            }
            if (signIn instanceof SignIn.PastedSession) {
                assertThat(org.accepted()).as("nothing is tried twice").isIn(0, calls.size());
            }
        }
    }

    private List<Future<String>> calls(int count, RunningGateway running, String url) {
        List<Future<String>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            calls.add(clients.submit(() -> running.call(url, QUERY, CONTACTS).body()));
        }
        return calls;
    }

    private BadOrg badOrg(BadOrg.Way way) throws IOException {
        BadOrg bad = new BadOrg(way);
        badOrgs.add(bad);
        return bad;
    }

    private static String url(RunningGateway running, BadOrg bad, SignIn signIn) throws IOException {
        String id = "bad-" + bad.address().getPort();
        running.connect(id, "Bad org", bad.address(), signIn);
        return made(running, id);
    }

    private static String url(RunningGateway running, TestOrg org) throws IOException {
        running.connect("well", "Well org", org.org().uri(), pasted(org.org().accessToken()));
        return made(running, "well");
    }

    private static String made(RunningGateway running, String org) throws IOException {
        return running.manage("POST", org + "/mcp", "{\"name\": \"A\"}")
                .json()
                .path("url")
                .asText();
    }

    private static SignIn pasted(String session) {
        return new SignIn.PastedSession(session);
    }

    /** No thread is left with a request to an org, or with a call of a client. */
    private void assertNothingGoesOn() throws Exception {
        await(() -> {
            Path dump = data.resolve("threads" + System.nanoTime());
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
            String threads = Files.readString(dump);
            assertThat(threads).contains("assertNothingGoesOn");
            return !threads.contains("dev.orgbench.salesforce.Wire") && !threads.contains("gateway.ServedMessage");
        });
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
