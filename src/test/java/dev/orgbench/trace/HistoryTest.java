package dev.orgbench.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.trace.TraceQuery.Outcome;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.sqlite.JDBC;

/** What happened is found again, in this run and the next. */
class HistoryTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("trace.db");
    }

    @Test
    void aCallAndItsExchangesComeBackAfterARestartAsTheyWere() {
        Message before;
        List<Exchange> exchanges;
        try (Trace trace = Trace.open(file, CLOCK)) {
            Map<String, String> sent = Map.of("Origin", "https://chatgpt.com");
            Trace.Open call =
                    trace.begin("demo", "RevOps", "ChatGPT 1", "tools/call", "list_x", sent, "{\"q\":\"日本語 😀\"}");
            call.record(exchange("http://org/query?q=1", 200, "{\"Name\":\"Acme\"}"));
            call.record(exchange("http://org/query?q=2", 400, "[]"));
            call.answered(
                    "INVALID_FIELD no such column",
                    200,
                    Map.of("ratelimit-limit", "15000"),
                    "{\"result\":{}}",
                    "INVALID_FIELD");
            before = trace.message(call.messageId()).orElseThrow();
            exchanges = trace.exchanges(call.messageId());
        }
        try (Trace trace = Trace.open(file, CLOCK)) {
            assertThat(before.headers()).containsExactly(new Exchange.Header("Origin", "https://chatgpt.com"));
            assertThat(trace.messages()).isEmpty();
            assertThat(trace.older(Long.MAX_VALUE, 10, TraceQuery.ALL)).containsExactly(before);
            assertThat(trace.exchanges(before.id())).isEqualTo(exchanges).hasSize(2);
            long next = trace.begin("s", "c", "ping", null, "{}").messageId();
            assertThat(next).isGreaterThan(exchanges.getLast().id());
        }
    }

    @Test
    void pagesGoBackFromTheNewestWithoutGapsOrRepeats() {
        try (Trace trace = Trace.open(file, CLOCK)) {
            List<Long> all = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                all.addFirst(trace.begin("s", "c", "ping", null, "{}").messageId());
            }
            List<Long> paged = new ArrayList<>();
            List<TraceEntry> page = trace.older(Long.MAX_VALUE, 10, TraceQuery.ALL);
            while (!page.isEmpty()) {
                page.forEach(entry -> paged.add(entry.id()));
                page = trace.older(page.getLast().id(), 10, TraceQuery.ALL);
            }
            assertThat(paged).isEqualTo(all);
        }
    }

    @Test
    void isFoundByEachOfItsTraits() {
        try (Trace trace = Trace.open(file, CLOCK)) {
            assertFindsByTraits(trace);
        }
    }

    @Test
    void isFoundInMemoryWhereNothingIsKept() {
        try (Trace trace = new Trace(CLOCK)) {
            assertFindsByTraits(trace);
        }
    }

    private static void assertFindsByTraits(Trace trace) {
        Trace.Open failed = trace.begin(
                "acme", "RevOps", "ChatGPT", "tools/call", "list_all_salesforce_query", "{\"q\":\"SELECT Größe\"}");
        failed.answered("INVALID_FIELD", 200, "{}", "x");
        Trace.Open fine = trace.begin("demo", "Sales", "Inspector", "tools/list", null, "{}");
        fine.answered(null, 200, "{\"tools\":[]}", "0 tools");
        trace.recording("demo", "SOQL").record(exchange("http://org/services/query?q=Lead", 200, "{}"));

        assertThat(names(trace, TraceQuery.ALL)).containsExactly("SOQL", "tools/list", "list_all_salesforce_query");
        assertThat(names(trace, TraceQuery.ALL.withText("GRÖß invalid"))).containsExactly("list_all_salesforce_query");
        assertThat(names(trace, TraceQuery.ALL.withText("salesforce_query")))
                .containsExactly("list_all_salesforce_query");
        assertThat(names(trace, TraceQuery.ALL.withText("\" OR * NEAR( : -"))).isEmpty();
        assertThat(names(trace, TraceQuery.ALL.withText("  \"' "))).isEmpty();
        assertThat(names(trace, TraceQuery.ALL.withOrg("demo"))).containsExactly("SOQL", "tools/list");
        assertThat(names(trace, TraceQuery.ALL.withServer("Sales"))).containsExactly("tools/list");
        assertThat(names(trace, TraceQuery.ALL.withClient("ChatGPT"))).containsExactly("list_all_salesforce_query");
        assertThat(names(trace, TraceQuery.ALL.withName("SOQL"))).containsExactly("SOQL");
        assertThat(names(trace, TraceQuery.ALL.withOutcome(Outcome.FAILED)))
                .containsExactly("list_all_salesforce_query");
        assertThat(names(trace, TraceQuery.ALL.withOutcome(Outcome.OK).withOrg("acme")))
                .isEmpty();
        assertThat(names(trace, TraceQuery.ALL.between(NOON.plusSeconds(1), null)))
                .isEmpty();
        assertThat(names(trace, TraceQuery.ALL.between(NOON, NOON.plusSeconds(1))))
                .hasSize(3);
    }

    @Test
    void signsEmojiAndWordsOfEveryScriptAreFound() {
        try (Trace trace = Trace.open(file, CLOCK)) {
            for (String text : List.of("😀", "हिन्दी", "ก็", "مَرحبا", "a𞤀b", "𠮷野家", "日本語", "=>", "é̃x")) {
                trace.begin("demo", "s", "c", "tools/call", text, "{}").answered(null, 200, "{}", "x");

                assertThat(names(trace, TraceQuery.ALL.withText(text))).as(text).containsExactly(text);
            }
            assertThat(names(trace, TraceQuery.ALL.withText("日本"))).containsExactly("日本語");
            assertThat(names(trace, TraceQuery.ALL.withText("tools 😀"))).containsExactly("😀");
            assertThat(trace.older(Long.MAX_VALUE, 2, TraceQuery.ALL.withText("{")))
                    .hasSize(2);
        }
    }

    @Test
    void wordsInAnExchangeLeadToItsCall() {
        try (Trace trace = Trace.open(file, CLOCK)) {
            Trace.Open call = trace.begin("demo", "s", "c", "tools/call", "list_x", "{}");
            call.record(exchange("http://org/x", 200, "{\"Name\":\"Needleman\"}"));
            trace.begin("demo", "s", "c", "tools/call", "list_y", "{}");

            assertThat(names(trace, TraceQuery.ALL.withText("needle"))).containsExactly("list_x");
        }
    }

    @Test
    void aCallUnderWayIsKeptAndCompletedLater() {
        try (Trace trace = Trace.open(file, CLOCK)) {
            Trace.Open call = trace.begin("demo", "s", "c", "tools/call", "slow", "{\"needle\":1}");
            assertThat(trace.older(Long.MAX_VALUE, 10, TraceQuery.ALL))
                    .singleElement()
                    .isEqualTo(trace.message(call.messageId()).orElseThrow());
            call.answered(null, 200, "{\"late\":true}", "ok");
            assertThat(trace.older(Long.MAX_VALUE, 10, TraceQuery.ALL.withText("needle late")))
                    .singleElement()
                    .isEqualTo(trace.message(call.messageId()).orElseThrow());
        }
    }

    @Test
    void theOldestGoWhereThereAreTooManyAndTheirCountsStay() {
        try (Trace trace = new Trace(CLOCK, History.open(file, new TraceFile.Bounds(200, 1L << 30), CLOCK))) {
            for (int i = 0; i < 500; i++) {
                trace.recording("demo", "SOQL").record(counted(i));
            }
            List<TraceEntry> kept = trace.older(Long.MAX_VALUE, 1_000, TraceQuery.ALL);
            assertThat(kept).hasSizeBetween(150, 200);
            assertThat(kept.getFirst().id()).isEqualTo(500);
            assertThat(trace.ledger().totals("demo", NOON))
                    .singleElement()
                    .extracting(Use::requests)
                    .isEqualTo(500L);
        }
    }

    @Test
    void longBodiesAreCutAndLetTheOldestGoToo() {
        String noise = new Random(1)
                .ints(400_000, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        try (Trace trace = new Trace(CLOCK, History.open(file, new TraceFile.Bounds(1_000, 1_000_000), CLOCK))) {
            for (int i = 0; i < 20; i++) {
                trace.begin("s", "c", "tools/call", "t" + i, "{}").answered(null, 200, noise, "ok");
            }
            List<TraceEntry> kept = trace.older(Long.MAX_VALUE, 100, TraceQuery.ALL);
            assertThat(kept).hasSizeBetween(1, 6);
            assertThat(kept.getFirst()).isInstanceOfSatisfying(Message.class, message -> assertThat(
                            message.result() == null ? "" : message.result().body())
                    .endsWith("… cut here; the whole body has 400000 characters"));
        }
    }

    @Test
    void nothingSecretReachesTheFile() throws Exception {
        try (Trace trace = Trace.open(file, CLOCK)) {
            Trace.Open call = trace.begin(
                    "demo",
                    "s",
                    "c",
                    "tools/call",
                    "t",
                    "{\"password\":\"hushhush\",\"u\":\"http://h/mcp/hushhushhushhush1\"}");
            call.answered("Session 00D5e000000TESTEAA!hushhush", 200, "{\"id\":\"00D5e000000TESTEAA!hushhush\"}", "x");
            assertThat(trace.older(Long.MAX_VALUE, 10, TraceQuery.ALL).toString())
                    .doesNotContain("hush")
                    .contains("••••");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList()).isNotEmpty().allSatisfy(each -> assertThat(
                            Files.readString(each, StandardCharsets.ISO_8859_1))
                    .doesNotContain("hush"));
        }
    }

    @Test
    void aDamagedFileIsMovedAsideAndSaidOnce() throws Exception {
        Files.writeString(file, "this is no database ".repeat(500));
        List<String> notices = new CopyOnWriteArrayList<>();
        try (Trace trace = Trace.open(file, CLOCK)) {
            trace.onNotice(notices::add);
            trace.begin("s", "c", "ping", null, "{}");
            assertThat(names(trace, TraceQuery.ALL)).containsExactly("ping");
        }
        assertThat(notices).singleElement().asString().contains("trace.db.damaged-2026");
    }

    @Test
    void damageThatShowsWhileRunningBreaksNoCall() throws Exception {
        try (Trace first = Trace.open(file, CLOCK)) {
            for (int i = 0; i < 200; i++) {
                first.begin("s", "c", "tools/call", "t", "{}").answered(null, 200, "x".repeat(100), "ok");
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4096, bytes.length, (byte) 7);
        Files.write(file, bytes);
        List<String> notices = new CopyOnWriteArrayList<>();
        try (Trace trace = Trace.open(file, CLOCK)) {
            trace.onNotice(notices::add);
            trace.begin("s", "c", "ping", null, "{}").answered(null, 200, "{}", "ok");
            assertThat(names(trace, TraceQuery.ALL)).containsExactly("ping");
        }
        assertThat(notices).singleElement().asString().contains("moved to");
    }

    @Test
    void aFolderThatIsNotThereCostsOnlyTheHistory() {
        List<String> notices = new ArrayList<>();
        try (Trace trace = Trace.open(folder.resolve("gone/trace.db"), CLOCK)) {
            trace.onNotice(notices::add);
            trace.recording("demo", "SOQL").record(counted(1));
            assertThat(names(trace, TraceQuery.ALL)).containsExactly("SOQL");
            assertThat(trace.ledger().totals("demo", NOON)).hasSize(1);
        }
        assertThat(notices).singleElement().asString().contains("not kept for later");
    }

    @Test
    void aFileThatIsHeldByAnotherDelaysNoCallAndBoundsTheQueue() throws Exception {
        History history = History.open(file, TraceFile.Bounds.USUAL, CLOCK);
        List<String> notices = new CopyOnWriteArrayList<>();
        try (Trace trace = new Trace(CLOCK, history)) {
            trace.onNotice(notices::add);
            int all = Pending.MOST_ENTRIES + 5_000;
            try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                    var statement = other.createStatement()) {
                statement.execute("BEGIN EXCLUSIVE");
                long from = System.nanoTime();
                for (int i = 0; i < all; i++) {
                    trace.recording("demo", "SOQL").record(counted(i));
                }
                assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(4));
                assertThat(history.waiting()).isLessThanOrEqualTo(Pending.MOST_ENTRIES);
                statement.execute("ROLLBACK");
            }
            assertThat(trace.ledger().totals("demo", NOON).getFirst().requests())
                    .isGreaterThan(0);
        }
        try (Trace again = Trace.open(file, CLOCK)) {
            assertThat(again.ledger().totals("demo", NOON))
                    .singleElement()
                    .extracting(Use::requests)
                    .isEqualTo(Pending.MOST_ENTRIES + 5_000L);
        }
        assertThat(notices).doesNotHaveDuplicates().allMatch(notice -> notice.contains("not kept for later"));
    }

    @Test
    void aKilledProcessLosesAtMostTheLastSecond() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(KeepsTracing.class, Trace.class, JDBC.class, LoggerFactory.class),
                        KeepsTracing.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        try (var out = process.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.startsWith("a second later")) {
                line = out.readLine();
            }
            assertThat(line).isNotNull();
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (Trace trace = Trace.open(file, CLOCK)) {
            assertThat(names(trace, TraceQuery.ALL)).contains("first");
            assertThat(trace.ledger().totals("demo", Instant.now().minusSeconds(3600)))
                    .isNotEmpty();
        }
    }

    private static String classPath(Class<?>... classes) {
        return Stream.of(classes)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Notes something, waits a second, tells so, and goes on until it is killed. */
    static final class KeepsTracing {
        public static void main(String[] args) throws Exception {
            Trace trace = Trace.open(Path.of(args[0]), Clock.systemUTC());
            trace.begin("demo", "s", "c", "tools/call", "first", "{}");
            Trace.Open call = trace.begin("demo", "s", "c", "tools/call", "second", "{}");
            call.record(new Exchange(
                    0, Instant.now(), Duration.ZERO, "GET", "http://o/", List.of(), "", 200, limits(1), "", null));
            Thread.sleep(1_000);
            System.out.println("a second later");
            Thread.sleep(60_000);
        }
    }

    static List<Exchange.Header> limits(long used) {
        return List.of(new Exchange.Header(ApiUse.HEADER, "api-usage=" + used + "/15000"));
    }

    private static Exchange counted(int used) {
        return new Exchange(
                0, NOON, Duration.ZERO, "GET", "http://org/x", List.of(), "", 200, limits(used), "{}", null);
    }

    private static Exchange exchange(String url, int status, String body) {
        return new Exchange(
                0,
                NOON,
                Duration.ofMillis(3),
                "GET",
                url,
                List.of(new Exchange.Header("Accept", "a: b")),
                "in",
                status,
                List.of(),
                body,
                null);
    }

    private static List<String> names(Trace trace, TraceQuery query) {
        return trace.older(Long.MAX_VALUE, 100, query).stream()
                .map(entry -> switch (entry) {
                    case Message message -> message.title();
                    case Exchange exchange -> exchange.cause().name();
                })
                .toList();
    }
}
