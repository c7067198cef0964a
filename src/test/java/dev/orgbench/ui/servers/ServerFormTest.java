package dev.orgbench.ui.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.TestClock;
import dev.orgbench.gateway.McpServer;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.SameThread;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form of a server, without a toolkit. */
class ServerFormTest {
    private final ServersDesk desk;
    private final List<ServerForm.Saved> saved = new ArrayList<>();

    ServerFormTest(@TempDir Path folder) throws IOException {
        desk = new ServersDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void thePreviewIsWhatTheServerWillHave() {
        ServerForm form = form(null, ServerForm.Begin.FRESH);
        assertThat(inScope(form))
                .hasSizeGreaterThan(7)
                .allMatch(tool -> tool.startsWith("list_") || tool.startsWith("get_"));
        assertThat(form.previewProperty().get().abilities())
                .isEqualTo("It can read records and definitions. It cannot write.");

        turn(form, "create", true);
        tag(form, "metadata");
        assertThat(inScope(form))
                .contains("create_a_salesforce_custom_object")
                .doesNotContain("create_a_salesforce_record");
        assertThat(form.previewProperty().get().lines())
                .extracting(Preview.Line::inScope)
                .contains(false);

        form.nameProperty().set("Admin");
        form.save(saved::add);
        assertThat(desk.shelf.tools(saved.getFirst().server().terms()))
                .extracting(tool -> tool.name())
                .containsExactlyInAnyOrderElementsOf(inScope(form));
        assertThat(saved.getFirst().server().config())
                .isEqualTo(new McpServer.Config(List.of("read", "create"), List.of("metadata")));
    }

    @Test
    void groupsAndSingleMethodsSayTheSame() {
        MethodChoices choices = new MethodChoices(List.of("read", "update", "Gone"), List.of("upsert"));
        assertThat(choices.groups().get(1).isPartly()).isTrue();
        assertThat(choices.words()).containsExactly("read", "update");
        choices.groups().get(1).turn(true);
        assertThat(choices.words()).containsExactly("read", "write");
        choices.groups().get(2).single().getFirst().onProperty().set(true);
        assertThat(choices.words()).containsExactly("read", "write", "upsert");
        choices.groups().get(2).turn(true);
        assertThat(choices.words()).as("everything").isEmpty();
    }

    @Test
    void faultsAreSaidAsOneTypesAndNothingIsSaved() {
        ServerForm form = form(null, ServerForm.Begin.FRESH);
        assertThat(form.faultsProperty().get().isNone()).isTrue();
        form.save(saved::add);
        assertThat(form.faultsProperty().get().name()).contains("A name is required");
        form.nameProperty().set("x".repeat(101));
        assertThat(form.faultsProperty().get().name()).contains("1 to 100");
        form.nameProperty().set("販売 🚀 مبيعات");
        assertThat(form.faultsProperty().get().name()).isNull();

        form.methods().groups().getFirst().turn(false);
        assertThat(form.faultsProperty().get().methods()).contains("at least one");
        assertThat(form.previewProperty().get().total()).isEqualTo("0 tools, about 0 tokens.");
        form.methods().groups().getFirst().turn(true);

        form.expiryProperty().set(Expiry.DATE);
        for (String bad :
                List.of("tomorrow", "2026-02-30", "2026-13-01 10:00", "2026-11-22 25:00", "9".repeat(5_000))) {
            form.dateProperty().set(bad);
            assertThat(form.faultsProperty().get().expiry()).as(bad).contains("2026-11-23 12:00");
        }
        form.dateProperty().set("2026-11-22 11:59");
        assertThat(form.faultsProperty().get().expiry()).isEqualTo("That is in the past.");
        form.dateProperty().set("9999-12-31");
        assertThat(form.faultsProperty().get().expiry()).contains("four digits", "has none");
        form.save(saved::add);
        assertThat(saved).isEmpty();
        assertThat(desk.shelf.servers()).isEmpty();
    }

    @Test
    void anExpiryIsALengthOrADay() {
        assertThat(expiry(Expiry.NEVER, "")).isNull();
        assertThat(expiry(Expiry.HOUR, "")).isEqualTo("2026-11-22T13:00:00Z");
        assertThat(expiry(Expiry.EIGHT_HOURS, "")).isEqualTo("2026-11-22T20:00:00Z");
        assertThat(expiry(Expiry.DATE, " 2026-12-31 18:00 ")).isEqualTo("2026-12-31T18:00:00Z");
        assertThat(expiry(Expiry.DATE, "2026-12-31")).as("over when the day is").isEqualTo("2027-01-01T00:00:00Z");
    }

    @Test
    void aChangeThatTouchesNothingChangesNothing() {
        McpServer.Config config = new McpServer.Config(List.of("get", "gone"), List.of("records"))
                .draft()
                .pinnedObjects(List.of("Account"))
                .requireApiToken(true)
                .config();
        Instant expiry = TestClock.NOON.plusSeconds(4_321);
        McpServer server = desk.register().create("demo", "A", config, expiry).server();
        form(server, ServerForm.Begin.of(server)).save(saved::add);
        assertThat(saved.getFirst().server()).isEqualTo(server);
        assertThat(saved.getFirst().token()).isNull();
    }

    @Test
    void aCopyHasTheScopeAndAnotherTokenButNoTimeThatHasPassed() {
        McpServer server = desk.register()
                .create("demo", "A", new McpServer.Config(List.of("read"), List.of()), TestClock.NOON.plusSeconds(60))
                .server();
        desk.clock.pass(Duration.ofHours(1));
        form(null, ServerForm.Begin.copyOf(server, desk.clock.instant())).save(saved::add);
        McpServer copy = saved.getFirst().server();
        assertThat(copy.name()).isEqualTo("Copy of A");
        assertThat(copy.config()).isEqualTo(server.config());
        assertThat(copy.expiresAt()).isNull();
        assertThat(copy.id()).isNotEqualTo(server.id());
    }

    @Test
    void whatWasTypedForANewServerIsThereAgain_untilItIsMade() {
        Drafts drafts = Drafts.forThisRun();
        ServerDraft draft = new ServerDraft(drafts, "demo");
        ServerForm form = form(null, ServerForm.Begin.FRESH);
        draft.keep(form);
        form.nameProperty().set("Sales 🚀");
        turn(form, "create", true);
        turn(form, "list", false);
        tag(form, "records");
        form.expiryProperty().set(Expiry.DATE);
        form.dateProperty().set("2026-12-2");
        form.apiTokenProperty().set(true);

        ServerForm later = form(null, ServerForm.Begin.FRESH);
        draft.keep(later);
        assertThat(later.nameProperty().get()).isEqualTo("Sales 🚀");
        assertThat(later.methods().words()).containsExactly("get", "create");
        assertThat(later.tags())
                .filteredOn(Choice::isOn)
                .extracting(Choice::word)
                .containsExactly("records");
        assertThat(later.expiryProperty().get()).isEqualTo(Expiry.DATE);
        assertThat(later.dateProperty().get()).isEqualTo("2026-12-2");
        assertThat(later.apiTokenProperty().get()).isTrue();

        draft.forget();
        ServerForm fresh = form(null, ServerForm.Begin.FRESH);
        draft.keep(fresh);
        assertThat(fresh.nameProperty().get()).isEmpty();
        assertThat(fresh.methods().words()).containsExactly("read");
    }

    @Test
    void aServerRevokedWhileItsFormIsOpenIsSaid() {
        McpServer server = desk.register()
                .create("demo", "A", McpServer.Config.EVERYTHING, null)
                .server();
        ServerForm form = form(server, ServerForm.Begin.of(server));
        desk.register().revoke(server.id());
        form.save(saved::add);
        assertThat(form.problemProperty().get()).isNotNull();
        assertThat(saved).isEmpty();
        assertThat(form.savingProperty().get()).isFalse();
    }

    private @Nullable String expiry(Expiry which, String date) {
        ServerForm form = form(null, new ServerForm.Begin("A", McpServer.Config.EVERYTHING, null));
        form.expiryProperty().set(which);
        form.dateProperty().set(date);
        saved.clear();
        form.save(saved::add);
        Instant at = saved.getFirst().server().expiresAt();
        return at == null ? null : at.toString();
    }

    private ServerForm form(@Nullable McpServer changed, ServerForm.Begin begin) {
        List<ServerForm> opened = new ArrayList<>();
        ServerForm.open(desk.shelf, exchange -> {}, new SameThread(), changed, begin, opened::add, problem -> {
            throw new AssertionError(problem.text());
        });
        return opened.getFirst();
    }

    private static void turn(ServerForm form, String method, boolean on) {
        form.methods().all().filter(choice -> choice.word().equals(method)).forEach(choice -> choice.onProperty()
                .set(on));
    }

    private static void tag(ServerForm form, String tag) {
        form.tags().stream().filter(choice -> choice.word().equals(tag)).forEach(choice -> choice.onProperty()
                .set(true));
    }

    private static List<String> inScope(ServerForm form) {
        return form.previewProperty().get().lines().stream()
                .filter(Preview.Line::inScope)
                .map(Preview.Line::name)
                .toList();
    }
}
