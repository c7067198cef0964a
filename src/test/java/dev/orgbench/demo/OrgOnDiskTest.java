package dev.orgbench.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrgOnDiskTest {
    private Path folder;
    private Path file;

    @BeforeEach
    void chooseAPlaceThatDoesNotExistYet(@TempDir Path place) {
        folder = place;
        file = folder.resolve("data").resolve("org.db");
    }

    @Test
    void keepsItsRecordsKeysAndCountOverARestart() throws IOException {
        String token;
        String secret;
        int used;
        try (TestOrg org = TestOrg.start(file, TestOrg.MID_MONTH)) {
            assertThat(org.post("sobjects/Account", "{\"Name\":\"Kept\"}").status())
                    .isEqualTo(201);
            token = org.org().accessToken();
            secret = org.org().clientSecret();
            used = used(org);
        }
        try (TestOrg org = TestOrg.start(file, TestOrg.MID_MONTH)) {
            assertThat(org.count("Account WHERE Name = 'Kept'")).isEqualTo(1);
            assertThat(org.org().accessToken()).isEqualTo(token);
            assertThat(org.org().clientSecret()).isEqualTo(secret);
            assertThat(used(org)).isEqualTo(used + 2);
        }
    }

    @Test
    void movesAFileAsideThatIsNoDatabase() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "This is not a database. ".repeat(500));
        try (TestOrg org = TestOrg.start(file, TestOrg.MID_MONTH)) {
            Path aside = org.org().movedAside().orElseThrow();
            assertThat(aside.getFileName().toString()).isEqualTo("org.db.2026-07-15T16-20-30");
            assertThat(aside).content().startsWith("This is not a database.");
            assertThat(org.count("Account")).isEqualTo(200);
        }
    }

    @Test
    void movesADamagedFileAside() throws IOException {
        TestOrg.start(file, TestOrg.MID_MONTH).close();
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(4096 * 20);
            bytes.write(new byte[4096 * 30]);
        }
        try (TestOrg org = TestOrg.start(file, TestOrg.MID_MONTH)) {
            assertThat(org.org().movedAside()).isPresent();
            assertThat(org.count("Contact")).isEqualTo(600);
        }
    }

    @Test
    void movesAFileOfAnotherVersionAside() throws IOException, SQLException {
        TestOrg.start(file, TestOrg.MID_MONTH).close();
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = db.createStatement()) {
            statement.execute("PRAGMA user_version = 999");
        }
        try (TestOrg org = TestOrg.start(file, TestOrg.MID_MONTH)) {
            assertThat(org.org().movedAside()).isPresent();
        }
    }

    @Test
    void startsAnewWhereAFirstStartWasCutShort() throws IOException {
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        try (TestOrg org = TestOrg.start(file, TestOrg.MID_MONTH)) {
            assertThat(org.org().movedAside()).isEmpty();
            assertThat(org.count("Lead")).isEqualTo(300);
        }
    }

    @Test
    void saysSoWhereAFolderStandsInItsPlace() throws IOException {
        Files.createDirectories(file);
        assertThatThrownBy(() -> DemoOrg.start(file, 0, TestOrg.MID_MONTH))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no file");
    }

    @Test
    void takesTheNextPortWhereTheWantedOneIsTaken() throws IOException {
        try (TestOrg first = TestOrg.start(file, TestOrg.MID_MONTH);
                DemoOrg second = DemoOrg.start(
                        folder.resolve("second.db"), first.org().uri().getPort(), TestOrg.MID_MONTH)) {
            assertThat(second.uri().getPort()).isGreaterThan(first.org().uri().getPort());
        }
    }

    @Test
    void keepsWhatItAnsweredThoughItsProcessIsKilled() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledOrg.class.getName(),
                        file.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            while (line != null && !line.startsWith(KilledOrg.MARK)) {
                line = said.readLine();
            }
            assertThat(line).isNotNull();
            String[] parts = String.valueOf(line).split(" ", 3);
            for (int i = 0; i < 20; i++) {
                assertThat(createAccount(URI.create(parts[1]), parts[2], "Acknowledged " + i))
                        .isEqualTo(201);
            }
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        try (TestOrg org = TestOrg.start(file, TestOrg.MID_MONTH)) {
            assertThat(org.org().movedAside()).isEmpty();
            assertThat(org.count("Account WHERE Name LIKE 'Acknowledged %'")).isEqualTo(20);
        }
    }

    private static int createAccount(URI uri, String token, String name) throws IOException {
        Request request = new Request.Builder()
                .url(uri + "/services/data/v67.0/sobjects/Account")
                .header("Authorization", "Bearer " + token)
                .post(RequestBody.create("{\"Name\":\"" + name + "\"}", MediaType.get("application/json")))
                .build();
        try (Response response = new OkHttpClient().newCall(request).execute()) {
            return response.code();
        }
    }

    private static int used(TestOrg org) throws IOException {
        String header = String.valueOf(org.get("limits").headers().get("Sforce-Limit-Info"));
        return Integer.parseInt(header.substring(header.indexOf('=') + 1, header.indexOf('/')));
    }
}
