package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orgbench.orgs.ConnectedOrg;
import dev.orgbench.salesforce.SalesforceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What those see who look after the process. */
class HealthPagesTest {
    private final RunningGateway running;

    HealthPagesTest(@TempDir Path data) throws IOException {
        running = new RunningGateway(data);
    }

    @AfterEach
    void close() {
        running.close();
    }

    @Test
    void isReadyWhileTheRegisterCanBeReadAndAnOrgMayBeUsed() throws IOException {
        RunningGateway.Answer ready = get("/readyz");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.body()).contains("ready", "register: readable", "org demo: not asked yet");
        assertThat(get("/healthz").body()).isEqualTo("ok");
    }

    @Test
    void isNotReadyWhenNoOrgCanBeReached_andReadyAgainWhenOneCan() throws IOException {
        int port = running.salesforce.getPort();
        running.salesforce.close();
        for (ConnectedOrg each : running.orgs.list()) {
            assertThatThrownBy(() -> each.org().connection().identity()).isInstanceOf(SalesforceException.class);
        }
        RunningGateway.Answer refused = get("/readyz");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body()).startsWith("not ready").contains("org demo: unreachable", "org other: unreachable");
        assertThat(get("/healthz").status()).isEqualTo(200);

        try (MockWebServer back = new MockWebServer()) {
            back.enqueue(new MockResponse.Builder().code(503).build());
            back.start(port);
            RunningGateway.Answer ready = get("/readyz");
            assertThat(ready.status()).isEqualTo(200);
            assertThat(ready.body()).contains("org demo: connected");
        }
    }

    @Test
    void isNotReadyWhenTheRegisterCannotBeRead() throws IOException {
        running.store.close();
        RunningGateway.Answer refused = get("/readyz");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body())
                .contains("register: Orgbench's own file could not be used")
                .doesNotContain("\tat ");
    }

    @Test
    void metricsTellWhatTheOrgWasAskedAndHowMuchItAllows() throws Exception {
        running.salesforce.enqueue(new MockResponse.Builder()
                .addHeader("Sforce-Limit-Info", "api-usage=18/15000")
                .body("{\"sobjects\": []}")
                .build());
        String url = running.url("{\"name\": \"A\"}");
        running.call(url, "list_all_salesforce_objects", "{}");
        RunningGateway.Answer metrics = get("/metrics");
        assertThat(metrics.header("content-type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(metrics.body().lines())
                .contains(
                        "orgbench_exchanges_total{org=\"demo\",status=\"2xx\"} 1",
                        "orgbench_org_api_requests_used{org=\"demo\"} 18",
                        "orgbench_org_api_requests_limit{org=\"demo\"} 15000")
                .anyMatch(line -> line.matches("jvm_memory_used_bytes\\{area=\"heap\"} [1-9]\\d+"))
                .allMatch(line -> line.startsWith("# ") || line.matches("[a-z_]+(\\{[a-z]+=\"[^{}]*\"})? [0-9.E-]+"));
        assertThat(metrics.body()).doesNotContain(url.substring(url.lastIndexOf('/') + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthz", "/readyz", "/metrics"})
    void isForThisMachineAlone_toRead(String path) throws IOException {
        String url = running.gateway().uri() + path;
        assertThat(running.send("POST", url, "x", Map.of()).status()).isEqualTo(405);
        assertThat(running.send("GET", url, null, Map.of("Host", "evil.example"))
                        .status())
                .isEqualTo(403);
        assertThat(running.send("GET", url, null, Map.of("Origin", "https://evil.example"))
                        .status())
                .isEqualTo(403);
        assertThat(running.send("GET", url, null, Map.of("X-Forwarded-For", "203.0.113.9"))
                        .status())
                .isEqualTo(404);
    }

    private RunningGateway.Answer get(String path) throws IOException {
        return running.send("GET", running.gateway().uri() + path, null, Map.of());
    }
}
