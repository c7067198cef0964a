package dev.orgbench.trace.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.trace.Trace;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceExportTest {
    private static final String SESSION = "00D5g000004TestEAC!AQEAQsecretsecretsecret";
    private static final JsonMapper JSON = new JsonMapper();

    private final Trace trace = new Trace(Clock.systemUTC());
    private final TraceExport export =
            new TraceExport("0.1.0", URI.create("http://127.0.0.1:7420/mcp/aSecretTokenThatNobodyMaySee"));

    @TempDir
    Path folder;

    @Test
    void aSessionAsJsonHoldsMessagesWithTheirExchanges_andKeepsEveryDigit() throws Exception {
        Path file = folder.resolve("session.json");
        export.write(
                ExportFormat.JSON,
                List.of(call("{\"amount\":1.10}", "{\"total\":12345678901234567890.50}", 200)),
                file,
                done -> {});

        JsonNode entry = JSON.readTree(file.toFile()).at("/entries/0");
        assertThat(entry.at("/message/tool").asText()).isEqualTo("create_a_salesforce_record");
        assertThat(Files.readString(file)).contains("{\"total\":12345678901234567890.50}", "{\"amount\":1.10}");
        assertThat(entry.at("/exchanges/0/request_body/amount").isNumber()).isTrue();
        assertThat(entry.at("/exchanges/0/status").asInt()).isEqualTo(200);
        assertThat(entry.at("/exchanges/0/request_headers/0").asText()).isEqualTo("Authorization: Bearer ••••");
    }

    @Test
    void aSessionAsHarHasAllThatTheSpecificationAsksFor() throws Exception {
        Path file = folder.resolve("session.har");
        export.write(
                ExportFormat.HAR,
                List.of(
                        call("{}", "{}", 200),
                        ExportEntry.own(exchange(0, "GET", "{}", "", 0, "No answer: connection refused"))),
                file,
                done -> {});

        JsonNode log = JSON.readTree(file.toFile()).get("log");
        assertThat(log.get("version").asText()).isEqualTo("1.2");
        assertThat(log.at("/creator/name").asText()).isEqualTo("Orgbench");
        assertThat(log.get("entries")).hasSize(3).allSatisfy(TraceExportTest::isHarEntry);
        assertThat(log.get("pages")).hasSize(1);
        assertThat(log.at("/pages/0/id").asText())
                .isEqualTo(log.at("/entries/1/pageref").asText());
        assertThat(OffsetDateTime.parse(log.at("/pages/0/startedDateTime").asText()))
                .isNotNull();
        assertThat(log.at("/entries/1/request/queryString/0/name").asText()).isEqualTo("q");
        assertThat(log.at("/entries/1/request/queryString/0/value").asText())
                .isEqualTo("SELECT Name FROM Account WHERE Name = 'Müller'");
        assertThat(log.at("/entries/2/_error").asText()).startsWith("No answer");
        assertThat(log.at("/entries/2").has("pageref")).isFalse();
    }

    @Test
    void noSecretIsWrittenInEitherForm_whereverItStands() throws Exception {
        String leaking = "{\"access_token\":\"very-secret-token\",\"note\":\"" + SESSION
                + "\",\"url\":\"http://127.0.0.1:7420/mcp/aSecretTokenThatNobodyMaySee\"}";
        for (ExportFormat format : ExportFormat.values()) {
            Path file = folder.resolve("secrets." + format.ending());
            export.write(format, List.of(call(leaking, leaking, 200)), file, done -> {});

            assertThat(Files.readString(file))
                    .doesNotContain("secretsecret", "very-secret-token", "aSecretTokenThatNobodyMaySee")
                    .contains("••••");
            assertThat(JSON.readTree(file.toFile())).isNotEmpty();
        }
    }

    @Test
    void bodiesThatAreNoJsonAreWrittenAsText() throws Exception {
        Path file = folder.resolve("odd.json");
        export.write(
                ExportFormat.JSON, List.of(call("a=b&c=😀", "{\"cut\": [1, 2\n… cut here", 200)), file, done -> {});

        JsonNode exchange = JSON.readTree(file.toFile()).at("/entries/0/exchanges/0");
        assertThat(exchange.get("request_body").asText()).isEqualTo("a=b&c=😀");
        assertThat(exchange.get("response_body").asText()).endsWith("… cut here");
    }

    @Test
    void anInterruptCancels_andLeavesTheOldFileAsItWas() throws Exception {
        Path file = Files.writeString(folder.resolve("kept.json"), "before");
        List<Integer> told = new ArrayList<>();
        try {
            assertThatThrownBy(() -> export.write(ExportFormat.JSON, many(1_000), file, done -> {
                        told.add(done);
                        if (done == 10) {
                            Thread.currentThread().interrupt();
                        }
                    }))
                    .isInstanceOf(InterruptedIOException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(told).hasSize(10);
        assertThat(file).hasContent("before");
        assertThat(names()).containsExactly("kept.json");
    }

    @Test
    void aFailureOfTheSourceLeavesNothingBehind() throws IOException {
        Iterable<ExportEntry> broken = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public ExportEntry next() {
                throw new IllegalStateException("The ledger is damaged");
            }
        };
        assertThatThrownBy(() -> export.write(ExportFormat.HAR, broken, folder.resolve("x.har"), done -> {}))
                .hasMessage("The ledger is damaged");
        assertThat(names()).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsToldAsAnIoException() {
        assertThatThrownBy(() -> export.write(ExportFormat.HAR, List.of(), folder.resolve("no/where.har"), done -> {}))
                .isInstanceOf(IOException.class);
    }

    @Test
    void nothingAtAllIsStillAWholeFile() throws Exception {
        for (ExportFormat format : ExportFormat.values()) {
            Path file = folder.resolve("empty." + format.ending());
            assertThat(export.write(format, List.of(), file, done -> {})).isZero();
            assertThat(JSON.readTree(file.toFile()).findValue("entries")).isEmpty();
        }
    }

    private static void isHarEntry(JsonNode entry) {
        assertThat(OffsetDateTime.parse(entry.get("startedDateTime").asText())).isNotNull();
        JsonNode timings = entry.get("timings");
        double sum = timings.get("send").asDouble()
                + timings.get("wait").asDouble()
                + timings.get("receive").asDouble();
        assertThat(entry.get("time").asDouble()).isEqualTo(sum).isNotNegative();
        assertThat(entry.get("cache").isObject()).isTrue();
        JsonNode request = entry.get("request");
        assertThat(request.fieldNames())
                .toIterable()
                .contains(
                        "method", "url", "httpVersion", "cookies", "headers", "queryString", "headersSize", "bodySize");
        assertThat(URI.create(request.get("url").asText()).isAbsolute()).isTrue();
        assertThat(request.get("headersSize").isInt()).isTrue();
        JsonNode response = entry.get("response");
        assertThat(response.fieldNames())
                .toIterable()
                .contains(
                        "status",
                        "statusText",
                        "httpVersion",
                        "cookies",
                        "headers",
                        "content",
                        "redirectURL",
                        "headersSize",
                        "bodySize");
        assertThat(response.get("status").isInt()).isTrue();
        assertThat(response.at("/content/size").isInt()).isTrue();
        assertThat(response.at("/content/mimeType").isTextual()).isTrue();
        Stream.of(request.get("headers"), response.get("headers"), request.get("queryString"))
                .forEach(pairs -> assertThat(pairs)
                        .allSatisfy(pair ->
                                assertThat(pair.fieldNames()).toIterable().containsExactly("name", "value")));
    }

    private List<ExportEntry> many(int count) {
        return IntStream.range(0, count).mapToObj(i -> call("{}", "{}", 200)).toList();
    }

    private ExportEntry call(String sent, String answered, int status) {
        Trace.Open open = trace.begin(
                "Demo", "ChatGPT", "tools/call", "create_a_salesforce_record", "{\"jsonrpc\":\"2.0\",\"id\":1}");
        open.record(exchange(open.messageId(), "POST", sent, answered, status, null));
        open.answered(null, 200, answered, "ok");
        Message message = trace.message(open.messageId()).orElseThrow();
        return new ExportEntry(message, trace.exchanges(message.id()));
    }

    private static Exchange exchange(
            long message, String method, String sent, String answered, int status, @Nullable String failure) {
        return new Exchange(
                message,
                Instant.parse("2026-11-22T10:00:00.123Z"),
                Duration.ofNanos(12_345_678),
                method,
                "http://127.0.0.1:7421/services/data/v62.0/query?q=SELECT+Name+FROM+Account+WHERE+Name+%3D+%27M%C3%BCller%27&sid=••••",
                List.of(new Exchange.Header("Authorization", "Bearer " + SESSION)),
                sent,
                status,
                List.of(new Exchange.Header("Content-Type", "application/json;charset=UTF-8")),
                answered,
                failure);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
