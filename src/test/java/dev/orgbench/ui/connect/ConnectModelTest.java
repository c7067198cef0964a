package dev.orgbench.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.orgbench.connect.doctor.Check;
import dev.orgbench.connect.guide.Instructions;
import dev.orgbench.connect.guide.Snippet;
import dev.orgbench.connect.tunnel.Finding;
import dev.orgbench.connect.tunnel.StandIns;
import dev.orgbench.connect.tunnel.TunnelKind;
import dev.orgbench.connect.tunnel.TunnelState;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.SameThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectModelTest {
    private final ConnectFixture fixture;
    private Memory memory = Memory.forThisRun();
    private ConnectModel model;

    ConnectModelTest(@TempDir Path folder) throws Exception {
        fixture = new ConnectFixture(folder);
        model = model();
    }

    @BeforeEach
    void anew() {
        fixture.failWith(null);
        memory = Memory.forThisRun();
        model = model();
        model.load();
    }

    @AfterEach
    void stop() {
        fixture.tunnels().stop();
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void theFirstServerIsChosen_andItsInstructionsAreThere() {
        assertThat(model.loadingProperty().get()).isInstanceOf(ConnectModel.Loading.Done.class);
        assertThat(Objects.requireNonNull(model.serverProperty().get()).name()).isEqualTo("RevOps agent");
        assertThat(model.guideProperty().get().id()).isEqualTo("chatgpt");
        assertThat(told().isReady()).isFalse();
        assertThat(model.doctor().checks()).extracting(Check::name).contains("Orgbench answers", "Org answers");
    }

    @Test
    void anotherClientBringsItsWay_andIsRememberedInTheNextRun() {
        choose("codex");

        assertThat(told().isReady()).isTrue();
        assertThat(told().snippets().get(1).text()).startsWith("[mcp_servers.revops-agent]");
        assertThat(model().guideProperty().get().id()).isEqualTo("codex");
    }

    @Test
    void tokensAreShownOnlyWhenAskedFor_andHiddenForTheNextServer() {
        model.revealedProperty().set(true);
        model.choose(fixture.forever());

        assertThat(model.revealedProperty().get()).isFalse();
        assertThat(model.text().orElseThrow()).contains("Name it Forever").doesNotContain(fixture.token());
    }

    @Test
    void aServerThatIsAskedForBeforeTheListIsThere_isChosenThen() {
        ConnectModel early = model();
        early.choose(fixture.forever());
        early.load();

        assertThat(Objects.requireNonNull(early.serverProperty().get()).id()).isEqualTo(fixture.forever());
    }

    @Test
    void aListThatCannotBeReadIsSaid() {
        ConnectModel failing = model();
        fixture.failWith(new IllegalStateException("no disk"));
        failing.load();

        assertThat(failing.loadingProperty().get()).isInstanceOf(ConnectModel.Loading.Failed.class);
        fixture.failWith(null);
        failing.load();
        assertThat(failing.loadingProperty().get()).isInstanceOf(ConnectModel.Loading.Done.class);
    }

    @Test
    void aTunnelMakesThePublicUrl_isConfirmedFromOutside_andEndsAgain() throws Exception {
        fixture.standIns().put("cloudflared", StandIns.CLOUDFLARED + StandIns.STAY);
        model.reach().look();
        assertThat(model.reach().findings().get("cloudflared")).isInstanceOf(Finding.Found.class);

        model.reach().start();

        assertThat(model.reach().stateProperty().get()).isInstanceOf(TunnelState.Up.class);
        assertThat(told().isReady()).isTrue();
        assertThat(model.text().orElseThrow())
                .contains("https://oklahoma-solo-younger-truck.trycloudflare.com/mcp/" + fixture.token());
        assertThat(model.reach().confirmationProperty().get())
                .isInstanceOfSatisfying(ReachModel.Confirmation.Done.class, done -> assertThat(
                                done.check().outcome())
                        .as(done.check().toString())
                        .isEqualTo(Check.Outcome.GOOD));
        assertThat(fixture.hosts()).hasSize(1);

        model.reach().stop();

        assertThat(model.reach().stateProperty().get()).isInstanceOf(TunnelState.Off.class);
        assertThat(told().isReady()).isFalse();
        assertThat(fixture.hosts()).isEmpty();
    }

    @Test
    void aServerWithoutAnExpiryGetsOneBeforeItGoesPublic() throws Exception {
        fixture.standIns().put("cloudflared", StandIns.CLOUDFLARED + StandIns.STAY);
        fixture.neverExpires();
        model.load();
        model.choose(fixture.forever());
        assertThat(model.reach().needsExpiry()).isTrue();
        model.reach().start();
        assertThat(Objects.requireNonNull(model.reach().problemProperty().get()).message())
                .contains("never expires");

        model.reach().expireAndStart(model::load);

        Instant expiry = Objects.requireNonNull(
                Objects.requireNonNull(model.serverProperty().get()).expiresAt());
        assertThat(Duration.between(Instant.now(), expiry)).isBetween(Duration.ofMinutes(479), Duration.ofHours(8));
        assertThat(model.reach().needsExpiry()).isFalse();
        assertThat(model.reach().stateProperty().get()).isInstanceOf(TunnelState.Up.class);
    }

    @Test
    void aTunnelThatIsOpenLeadsToNoServerWithoutAnExpiry() throws Exception {
        fixture.standIns().put("cloudflared", StandIns.CLOUDFLARED + StandIns.STAY);
        model.reach().start();
        fixture.neverExpires();
        model.load();

        model.choose(fixture.forever());

        assertThat(told().isReady()).isFalse();
        assertThat(model.reach().confirmationProperty().get()).isInstanceOf(ReachModel.Confirmation.None.class);
        List<String> made = new ArrayList<>();
        model.connectorFile(made::add);
        assertThat(made.getFirst()).doesNotContain("trycloudflare");

        model.reach().expireAndStart(model::load);
        assertThat(told().isReady()).isTrue();
    }

    @Test
    void aTunnelThatIsRefusedSaysWhy_withItsLastWords() throws Exception {
        fixture.standIns().put("ngrok", "echo 'ERROR: ERR_NGROK_4018'\nexit 1\n");
        model.reach().kindProperty().set("ngrok");

        model.reach().start();

        Problem problem = Objects.requireNonNull(model.reach().problemProperty().get());
        assertThat(problem.excerpt()).contains("ERR_NGROK_4018");
        assertThat(problem.advice()).contains("add-authtoken");
    }

    @Test
    void anOwnCommandIsBegunFromAPreset_andRefusedInWordsIfItCannotBe() {
        model.reach().kindProperty().set(TunnelKind.OWN);
        model.reach().take(model.reach().presets().getFirst());
        assertThat(model.reach().commandProperty().get()).isEqualTo("tailscale funnel {port}");

        model.reach().patternProperty().set("(");
        model.reach().start();

        assertThat(Objects.requireNonNull(model.reach().problemProperty().get()).message())
                .contains("not a regular expression");
    }

    @ParameterizedTest
    @CsvSource({
        "/nope/tunnel {port}, not on this machine",
        "nope-tunnel, not on this machine",
        "'tunnel \"open', quote",
        "'', There is no command"
    })
    void anOwnCommandThatCannotStartIsRefusedBeforeTheServerIsChanged(String command, String why) {
        model.reach().kindProperty().set(TunnelKind.OWN);
        model.reach().commandProperty().set(command);

        model.reach().whenThere(() -> fail("asked for an expiry"));

        assertThat(Objects.requireNonNull(model.reach().problemProperty().get()).message())
                .contains(why);
    }

    @Test
    void anEntryIsMergedIntoAFileAfterItsChangeWasShown() throws Exception {
        Path file = Files.createDirectories(fixture.home().resolve(".cursor")).resolve("mcp.json");
        Files.writeString(file, "{\"mcpServers\": {}}");
        choose("cursor");
        MergeModel merge = model.merge(told().snippets().getFirst());

        assertThat(merge.pathProperty().get()).isEqualTo("~/.cursor/mcp.json");
        assertThat(Objects.requireNonNull(merge.planProperty().get()).difference())
                .anySatisfy(line ->
                        assertThat(merge.masked(line.text())).contains("/mcp/").doesNotContain(fixture.token()));
        List<MergeModel.Done> done = new ArrayList<>();
        merge.apply(done::add);

        assertThat(done.getFirst().backup().orElseThrow()).hasContent("{\"mcpServers\": {}}");
        assertThat(file).content().contains("revops-agent").contains(fixture.token());
    }

    @Test
    void aFileThatCannotBeReadSafelyIsLeftAlone() throws Exception {
        Path file = Files.writeString(fixture.home().resolve("broken.json"), "{ not json");
        choose("windsurf");
        Snippet snippet = told().snippets().getFirst();
        MergeModel merge = model.merge(snippet);

        for (String path : List.of("~/broken.json", "\0", "~")) {
            merge.pathProperty().set(path);
            assertThat(merge.planProperty().get()).isNull();
            assertThat(merge.problemProperty().get()).as(path).isNotNull();
        }
        merge.apply(done -> {
            throw new AssertionError("merged");
        });
        assertThat(file).hasContent("{ not json");
    }

    @Test
    void theConnectorFileListsTheTools() {
        List<String> made = new ArrayList<>();
        model.connectorFile(made::add);

        assertThat(made.getFirst()).contains("\"list_all_salesforce_query\"").contains(fixture.token());
    }

    private void choose(String guide) {
        model.guideProperty().set(fixture.parts().guides().guide(guide));
        assertThat(model.guideProperty().get().id()).isEqualTo(guide);
    }

    private Instructions told() {
        return Objects.requireNonNull(model.instructionsProperty().get());
    }

    private ConnectModel model() {
        return new ConnectModel(fixture.parts(), new SameThread(), Runnable::run, memory);
    }
}
