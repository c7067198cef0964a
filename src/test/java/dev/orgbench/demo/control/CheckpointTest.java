package dev.orgbench.demo.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import okhttp3.FormBody;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    private static final String MOOD =
            "{\"FullName\":\"Account.Mood__c\",\"Metadata\":{\"label\":\"Mood\",\"type\":\"Text\",\"length\":20}}";

    @TempDir
    Path folder;

    private TestOrg org;

    @BeforeEach
    void start() throws IOException {
        org = TestOrg.start(folder.resolve("org.db"), TestOrg.MID_MONTH);
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    void goesBackToADayWithItsRecordsAndFields() throws IOException {
        org.post("tooling/sobjects/CustomField", MOOD);
        String id = org.post("sobjects/Account", "{\"Name\":\"Kept\",\"Mood__c\":\"calm\"}")
                .id();
        assertThat(checkpoint("before-the-agent").status()).isEqualTo(204);
        org.patch("sobjects/Account/" + id, "{\"Mood__c\":\"cross\"}");
        org.post("sobjects/Account", "{\"Name\":\"Later\"}");
        org.org().reset();
        assertThat(org.query("SELECT Mood__c FROM Account").error()).startsWith("400 INVALID_FIELD");

        assertThat(restore("before-the-agent").status()).isEqualTo(204);

        assertThat(org.value("SELECT Mood__c FROM Account WHERE Name = 'Kept'").asText())
                .isEqualTo("calm");
        assertThat(org.count("Account WHERE Name = 'Later'")).isZero();
        assertThat(org.post("sobjects/Account", "{\"Name\":\"Next\",\"Mood__c\":\"new\"}")
                        .status())
                .isEqualTo(201);
        assertThat(org.get("/demo/checkpoint").body().toString()).isEqualTo("[\"before-the-agent\"]");
    }

    @Test
    void clientsStaySignedInAndTheirRequestsStayCounted() throws IOException {
        checkpoint("early");
        FormBody form = new FormBody.Builder()
                .add("grant_type", "client_credentials")
                .add("client_id", org.org().clientId())
                .add("client_secret", org.org().clientSecret())
                .build();
        Reply session = org.send(new Request.Builder()
                .url(org.org().uri() + "/services/oauth2/token")
                .post(form));
        String token = session.body().path("access_token").asText();
        String before = String.valueOf(org.get("recent").headers().get("Sforce-Limit-Info"));

        restore("early");

        Reply after = org.send(new Request.Builder()
                .url(org.org().uri() + "/services/data/v67.0/recent")
                .header("Authorization", "Bearer " + token));
        assertThat(after.status()).isEqualTo(200);
        assertThat(used(after.headers().get("Sforce-Limit-Info"))).isEqualTo(used(before) + 1);
    }

    @Test
    void aCheckpointOutlivesARestartAndIsReplacedByALaterOne() throws IOException {
        checkpoint("day");
        org.post("sobjects/Account", "{\"Name\":\"Second\"}");
        checkpoint("day");
        org.org().reset();
        org.close();
        org = TestOrg.start(folder.resolve("org.db"), TestOrg.MID_MONTH);

        assertThat(restore("day").status()).isEqualTo(204);
        assertThat(org.count("Account WHERE Name = 'Second'")).isEqualTo(1);
        org.close();
        org = TestOrg.start(folder.resolve("org.db"), TestOrg.MID_MONTH);
        assertThat(org.count("Account WHERE Name = 'Second'")).isEqualTo(1);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.contains("next") || name.contains("unfinished"));
        }
    }

    @Test
    void searchesFindWhatTheDayHolds() throws IOException {
        org.post("sobjects/Account", "{\"Name\":\"Zebrafish\"}");
        assertThat(found()).isEqualTo(1);
        checkpoint("with-fish");
        org.org().reset();
        assertThat(found()).isZero();
        org.post("sobjects/Account", "{\"Name\":\"Zebrafish and sons\"}");
        assertThat(found()).isEqualTo(1);
        restore("with-fish");
        org.post("sobjects/Account", "{\"Name\":\"Zebrafish again\"}");
        assertThat(found()).isEqualTo(2);
    }

    @Test
    void requestsWhileItGoesBackWaitAndSeeOneDayOrTheOther() throws Exception {
        int firstDay = org.count("Account");
        checkpoint("first");
        for (int i = 0; i < 5; i++) {
            org.post("sobjects/Account", "{\"Name\":\"Extra\"}");
        }
        AtomicBoolean over = new AtomicBoolean();
        Callable<List<Integer>> client = () -> {
            List<Integer> seen = new ArrayList<>();
            while (!over.get()) {
                seen.add(org.count("Account"));
            }
            return seen;
        };
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Integer>>> running = List.of(clients.submit(client), clients.submit(client));
            for (int i = 0; i < 3; i++) {
                assertThat(restore("first").status()).isEqualTo(204);
            }
            over.set(true);
            for (Future<List<Integer>> seen : running) {
                assertThat(seen.get()).isSubsetOf(firstDay, firstDay + 5);
            }
        }
        assertThat(org.count("Account")).isEqualTo(firstDay);
    }

    @Test
    void aNameIsNoPath() throws IOException {
        for (String name : List.of("..", ".hidden", "a b", "a%2Fb", "wörter", "-x", "x".repeat(65))) {
            assertThat(checkpoint(name).status()).isIn(400, 404);
            assertThat(restore(name).status()).isIn(400, 404);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).allMatch(path -> path.getFileName().toString().matches("org\\.db(-wal|-shm)?"));
        }
    }

    @Test
    void refusesADayThatIsNotThereOrDamaged() throws IOException {
        checkpoint("good");
        assertThat(restore("missing").error())
                .isEqualTo("404 NOT_FOUND: There is no checkpoint missing. There are: [good]");
        Files.writeString(folder.resolve("org.db.checkpoint-bad"), "no database at all, but long enough to look at");
        assertThat(restore("bad").error()).startsWith("409 CONFLICT: The checkpoint bad is damaged");
        assertThat(org.count("User")).isEqualTo(8);
    }

    private int found() throws IOException {
        return org.get("search?q=FIND%20%7BZebrafish%7D")
                .body()
                .path("searchRecords")
                .size();
    }

    private Reply checkpoint(String name) throws IOException {
        return org.post("/demo/checkpoint/" + name, "");
    }

    private Reply restore(String name) throws IOException {
        return org.post("/demo/restore/" + name, "");
    }

    private static int used(String info) {
        return Integer.parseInt(String.valueOf(info).replaceAll("api-usage=(\\d+)/.*", "$1"));
    }
}
