package dev.orgbench.ui.limits;

import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.OrgKind;
import dev.orgbench.salesforce.OrgConnection;
import dev.orgbench.salesforce.SignIn;
import dev.orgbench.trace.ApiUse;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;

/** An org over HTTP that tells its limits, and can be told to fail or to wait. */
final class LimitedOrg implements AutoCloseable {
    static final String LIMITS = """
            {"DailyApiRequests":{"Max":15000,"Remaining":%d},"DataStorageMB":{"Max":1024,"Remaining":412},
             "DailyBulkApiBatches":{"Max":10000,"Remaining":7860},"ConcurrentSyncReportRuns":{"Max":20,"Remaining":16},
             "DailyAsyncApexExecutions":{"Max":250000,"Remaining":241600},"HourlyPublishedPlatformEvents":{"Max":50000,"Remaining":49880},
             "SingleEmail":{"Max":5000,"Remaining":5000},"PermissionSets":{"Max":1500,"Remaining":1499,"CreateCustom":{"Max":1000,"Remaining":999}},
             "HourlyDashboardStatuses":{"Max":999999999,"Remaining":999999999},"FileStorageMB":{"Max":1024,"Remaining":0},
             "PrivateConnectOutboundCalloutHourlyLimitMB":{"Max":0,"Remaining":0},"HourlyTimeBasedWorkflow":{"Max":1000,"Remaining":1000}}""";

    private final MockWebServer server = new MockWebServer();
    private final Org org;
    volatile MockResponse answer = limits(12_408);
    volatile CountDownLatch hold = new CountDownLatch(0);

    LimitedOrg() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                hold.await();
                return answer;
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        org = new Org(
                "demo",
                "Demo org",
                OrgKind.DEMO,
                new OrgConnection(
                        "Demo org",
                        server.url("/").uri(),
                        "62.0",
                        new SignIn.PastedSession("00D!s"),
                        new OkHttpClient(),
                        Clock.systemUTC()));
    }

    static MockResponse limits(long used) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .addHeader("Sforce-Limit-Info", "api-usage=" + used + "/15000")
                .body(LIMITS.formatted(15_000 - used))
                .build();
    }

    static MockResponse refusal() {
        return new MockResponse.Builder()
                .code(403)
                .body("[{\"message\":\"TotalRequests Limit exceeded.\",\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]")
                .build();
    }

    Org org() {
        return org;
    }

    int asked() {
        return server.getRequestCount();
    }

    @Override
    public void close() {
        hold.countDown();
        server.close();
    }

    /** One counted exchange at that time. */
    static Exchange counted(Instant at, long used) {
        return new Exchange(
                0,
                at,
                Duration.ZERO,
                "GET",
                "http://o/",
                List.of(),
                "",
                200,
                List.of(new Exchange.Header(ApiUse.HEADER, "api-usage=" + used + "/15000")),
                "{}",
                null);
    }

    /** Six days of calls by several servers and tools, and a busy last hour. */
    static void fill(Trace trace, Instant now, int most) {
        Random random = new Random(7);
        String[] servers = {"RevOps agent", "RevOps agent", "Sales, read only"};
        String[] tools = {
            "list_all_salesforce_query",
            "get_single_salesforce_object_describe_by_id",
            "list_all_salesforce_objects",
            "create_a_salesforce_record",
            "list_all_salesforce_limits",
            "search",
            "fetch",
            "update_a_salesforce_record_by_id"
        };
        long used = most / 6;
        for (int slot = 6 * 24 * 6; slot >= 0; slot--) {
            Instant at = now.minus(Duration.ofMinutes(slot * 10L + 1));
            int busy = (int) (20 + 18 * Math.sin(slot / 23.0)) / 4;
            used = slot > 144 ? most / 6 : used + Math.max(1, (most - most / 6) / 145);
            for (int i = 0; i < busy; i++) {
                int pick = (int) Math.min(tools.length - 1, Math.abs(random.nextGaussian()) * 3);
                Trace.Open call =
                        trace.begin("demo", servers[random.nextInt(3)], "ChatGPT", "tools/call", tools[pick], "{}");
                call.record(counted(at, used));
                call.answered(null, 200, "{}", "ok");
            }
            if (slot % 9 == 0) {
                trace.recording("demo", slot % 2 == 0 ? "SOQL" : "Objects").record(counted(at, used));
            }
        }
    }
}
