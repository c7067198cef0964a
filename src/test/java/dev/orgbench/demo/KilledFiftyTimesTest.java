package dev.orgbench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes is killed at no matter what instant; what it had answered is there, and the file is whole. */
class KilledFiftyTimesTest {
    private static final int TIMES = 50;
    private static final int FILES = 2;
    private static final int LONGEST_MILLIS = 40;

    @Test
    void keepsWhatWasAcknowledgedAndNothingHalf(@TempDir Path folder) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> files = Stream.iterate(0, i -> i + 1)
                    .limit(FILES)
                    .<Callable<Integer>>map(i -> () -> killAgainAndAgain(folder.resolve(i + ".db"), i))
                    .toList();
            for (Future<Integer> acknowledged : threads.invokeAll(files)) {
                assertThat(acknowledged.get()).isGreaterThan(TIMES / FILES);
            }
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .as("no file was moved aside as damaged")
                    .noneMatch(name -> name.contains("2026-07-15"));
        }
    }

    /** How many writes were acknowledged. */
    private static int killAgainAndAgain(Path file, int seed) throws IOException, InterruptedException, SQLException {
        TestOrg.start(file, TestOrg.MID_MONTH).close();
        Random random = new Random(seed);
        Set<String> acknowledged = new HashSet<>();
        for (int i = 0; i < TIMES / FILES; i++) {
            write(file, i, random.nextInt(LONGEST_MILLIS), acknowledged);
            check(file, acknowledged);
        }
        return acknowledged.size();
    }

    private static void write(Path file, int round, int millis, Set<String> acknowledged)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        file.toString(),
                        String.valueOf(round))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            while (line != null && !line.startsWith("Pair ")) {
                line = said.readLine();
            }
            assertThat(line).as("the process began to write").isNotNull();
            TimeUnit.MILLISECONDS.sleep(millis);
            // Not by the process itself, which would close the stream from which the rest is still to be read.
            process.toHandle().destroyForcibly();
            // A name and the end of its line are written one after the other; one without an end may be cut short.
            while (line != null) {
                String next = said.readLine();
                if (next != null) {
                    acknowledged.add(line);
                }
                line = next;
            }
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void check(Path file, Set<String> acknowledged) throws SQLException {
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = db.createStatement()) {
            try (ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
                assertThat(rows.getString(1)).isEqualTo("ok");
            }
            Set<String> accounts = names(statement, "SELECT Name FROM Account WHERE Name LIKE 'Pair %'");
            Set<String> contacts = names(
                    statement,
                    "SELECT c.LastName FROM Contact c JOIN Account a ON a.Id = c.AccountId WHERE c.LastName LIKE 'Pair %'");
            assertThat(accounts).containsAll(acknowledged).isEqualTo(contacts);
        }
    }

    private static Set<String> names(Statement statement, String sql) throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                assertThat(names.add(rows.getString(1))).isTrue();
            }
        }
        return names;
    }
}
