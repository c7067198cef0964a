package dev.orgbench.ui.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.TestClock;
import dev.orgbench.gateway.McpServer;
import dev.orgbench.ui.kit.ByHand;
import dev.orgbench.ui.kit.SameThread;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of servers, without a toolkit. */
class ServersModelTest {
    private static final String LOCKED = "keychain is locked";

    private final ServersDesk desk;
    private final ByHand feed = new ByHand();
    private final ServersModel model;

    ServersModelTest(@TempDir Path folder) throws IOException {
        desk = new ServersDesk(folder);
        model = new ServersModel(desk.shelf, desk.publicServers, new SameThread(), feed);
    }

    @AfterEach
    void close() {
        model.rest();
        desk.close();
    }

    @Test
    void tellsScopeExpiryUseAndStateInWords() {
        desk.fill();
        model.watch();
        assertThat(model.rows())
                .extracting(row -> row.server().name())
                .containsExactly("Workbench", "Contractor", "RevOps agent");
        assertThat(model.rows())
                .extracting(ServerRow::scope)
                .containsExactly("everything", "read · records", "read, write · metadata");
        assertThat(model.rows()).extracting(ServerRow::expires).containsExactly("never", "10 m ago", "in 6 h 12 m");
        assertThat(model.rows()).extracting(ServerRow::lastCall).containsExactly("now", "never", "never");
        assertThat(model.rows())
                .extracting(ServerRow::standing)
                .containsExactly(Standing.RUNNING, Standing.EXPIRED, Standing.RUNNING);
        assertThat(model.rows().getFirst().url()).matches("…/mcp/[0-9a-f]{4}…[0-9a-f]{2}");
        assertThat(model.rows().get(1).url()).isEmpty();
        assertThat(model.rows().toString())
                .doesNotContain(
                        desk.register().token(desk.server("Workbench").id()).orElseThrow());
    }

    @Test
    void aKeychainThatIsLockedHidesTheUrlsAlone() {
        desk.fill();
        desk.lock(true);
        model.watch();
        assertThat(model.rows()).extracting(ServerRow::url).containsExactly(LOCKED, "", LOCKED);
        model.url(model.rows().getFirst(), url -> {
            throw new AssertionError("it is locked");
        });
        assertThat(Objects.requireNonNull(model.problemProperty().get()).message())
                .contains("Unlock it");

        desk.lock(false);
        model.load();
        assertThat(model.rows().getFirst().url()).startsWith("…/mcp/");
    }

    @Test
    void followsChangesWhileItIsWatchedAndNotAfter() {
        model.watch();
        assertThat(model.rows()).isEmpty();
        McpServer made = desk.register()
                .create("demo", "A", McpServer.Config.EVERYTHING, null)
                .server();
        desk.register().noteCall(made.id());
        assertThat(feed.size()).as("one look for both").isEqualTo(1);
        feed.runAll();
        assertThat(model.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.use().calls()).isEqualTo(1));

        model.rest();
        desk.register().delete(made.id());
        assertThat(feed.size()).isZero();
    }

    @Test
    void aServerWhoseTimeComesIsShownExpiredWithoutBeingReadAgain() {
        desk.register().create("demo", "A", McpServer.Config.EVERYTHING, TestClock.NOON.plusSeconds(90));
        model.watch();
        assertThat(model.rows().getFirst().expires()).isEqualTo("in 1 m");
        desk.clock.pass(Duration.ofSeconds(90));
        model.tick();
        assertThat(model.rows().getFirst().standing()).isEqualTo(Standing.EXPIRED);
        assertThat(model.rows().getFirst().url()).isEmpty();
    }

    @Test
    void aTunnelMakesAServerPublicWhileItRuns() {
        desk.fill();
        model.watch();
        desk.publicServers.set(
                Set.of(desk.server("Workbench").id(), desk.server("Contractor").id()));
        assertThat(model.rows())
                .extracting(ServerRow::standing)
                .containsExactly(Standing.PUBLIC, Standing.EXPIRED, Standing.RUNNING);
        desk.publicServers.set(Set.of());
        assertThat(model.rows().getFirst().standing()).isEqualTo(Standing.RUNNING);
    }

    @Test
    void theSelectionStaysOnItsServerAndFindsAnotherWhenThatIsGone() {
        desk.fill();
        model.watch();
        model.selectedProperty().set(desk.server("RevOps agent").id());
        model.filterProperty().set("METADATA");
        assertThat(model.rows()).hasSize(1);
        assertThat(Objects.requireNonNull(model.selectedRow()).server().name()).isEqualTo("RevOps agent");
        model.filterProperty().set("");
        model.delete(Objects.requireNonNull(model.selectedRow()), () -> {});
        feed.runAll();
        assertThat(Objects.requireNonNull(model.selectedRow()).server().name()).isEqualTo("Workbench");
    }

    @Test
    void whatCannotBeDoneAnyMoreIsSaid() {
        desk.fill();
        model.watch();
        ServerRow row = model.rows().getFirst();
        desk.register().revoke(row.id());
        model.rotate(row, url -> {});
        assertThat(Objects.requireNonNull(model.problemProperty().get()).message())
                .contains("was revoked");
        model.url(row, url -> {});
        assertThat(Objects.requireNonNull(model.problemProperty().get()).message())
                .contains("is lost");
    }
}
