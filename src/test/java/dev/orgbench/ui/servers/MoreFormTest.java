package dev.orgbench.ui.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.gateway.McpServer;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.SameThread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands behind More in the form of a server, without a toolkit. */
class MoreFormTest {
    private final ServersDesk desk;
    private final List<ServerForm.Saved> saved = new ArrayList<>();

    MoreFormTest(@TempDir Path folder) throws IOException {
        desk = new ServersDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void allOfItIsSavedAndStandsThereAgain() {
        ServerForm form = form();
        MoreForm more = form.more();
        assertThat(more.isUsual()).isTrue();
        form.nameProperty().set("A");
        take(more.readable(), "account, Contact;acme_invoice__c");
        take(more.writable(), "Contact");
        take(more.pinned(), " Opportunity ");
        more.searchAndFetchProperty().set(true);
        more.confirmDestructiveProperty().set(true);
        more.byteBudgetProperty().set("50 000");
        more.atOnceProperty().set("4");
        more.perMinuteProperty().set("1,200");
        form.save(saved::add);

        McpServer.Config config = saved.getFirst().server().config();
        assertThat(config.readObjects()).containsExactly("Account", "Contact", "Acme_Invoice__c");
        assertThat(config)
                .isEqualTo(McpServer.Config.EVERYTHING
                        .draft()
                        .methods(List.of("read"))
                        .readObjects(config.readObjects())
                        .writeObjects(List.of("Contact"))
                        .pinnedObjects(List.of("Opportunity"))
                        .searchAndFetch(true)
                        .confirmDestructive(true)
                        .byteBudget(50_000)
                        .ceiling(new McpServer.Ceiling(4, 1_200))
                        .config());
        MoreForm again = new MoreForm(config, more.readable().known());
        assertThat(again.isUsual()).isFalse();
        assertThat(again.byteBudgetProperty().get()).isEqualTo("50,000");
        assertThat(again.lay(McpServer.Config.EVERYTHING.draft().methods(List.of("read")))
                        .config())
                .isEqualTo(config);
    }

    @Test
    void anObjectThatTheOrgDoesNotHaveIsRefusedWithTheOneThatWasMeant() {
        ServerForm form = form();
        form.nameProperty().set("A");
        ObjectNames readable = form.more().readable();
        readable.known().want();
        readable.typedProperty().set("Acount");
        assertThat(readable.take()).isFalse();
        assertThat(readable.faultProperty().get()).isEqualTo("Demo org has no object “Acount”. Did you mean Account?");
        form.save(saved::add);
        assertThat(saved).as("what is still typed is wrong").isEmpty();

        readable.typedProperty().set("ACCOUNT");
        assertThat(readable.faultProperty().get()).isNull();
        form.save(saved::add);
        assertThat(saved.getFirst().server().config().readObjects())
                .as("taken when it is saved, and spelled as the org does")
                .containsExactly("Account");
    }

    @Test
    void withoutTheOrgAnyNameIsTakenThatCouldBeOne() {
        desk.loseTheOrg();
        ObjectNames readable = form().more().readable();
        readable.known().want();
        readable.typedProperty().set("Acount");
        assertThat(readable.take()).isTrue();
        readable.typedProperty().set("no-name");
        assertThat(readable.take()).isFalse();
        assertThat(readable.faultProperty().get()).contains("“no-name” is not an object's API name");
        readable.removeLast();
        assertThat(readable.names()).isEmpty();
        readable.removeLast();
    }

    @Test
    void faultsAreSaidAtTheirFieldsAndNothingIsSaved() {
        ServerForm form = form();
        form.nameProperty().set("A");
        MoreForm more = form.more();
        more.byteBudgetProperty().set("5");
        more.atOnceProperty().set("0");
        more.perMinuteProperty().set("many");
        take(more.readable(), "Account");
        take(more.writable(), "Lead");
        MoreForm.Faults faults = more.faultsProperty().get();
        assertThat(faults.byteBudget()).contains("10,000 to 10,000,000");
        assertThat(faults.atOnce()).contains("1 to 1,000");
        assertThat(faults.perMinute()).contains("1 to 100,000");
        assertThat(faults.writable()).contains("Lead is not.");
        form.save(saved::add);
        assertThat(saved).isEmpty();
    }

    @Test
    void itIsPartOfWhatIsKeptForANewServer() {
        ServerDraft draft = new ServerDraft(Drafts.forThisRun(), "demo");
        ServerForm form = form();
        draft.keep(form);
        take(form.more().readable(), "Account Contact");
        form.more().confirmDestructiveProperty().set(true);
        form.more().perMinuteProperty().set("60");
        ServerForm later = form();
        draft.keep(later);
        assertThat(later.more().readable().names()).containsExactly("Account", "Contact");
        assertThat(later.more().confirmDestructiveProperty().get()).isTrue();
        assertThat(later.more().perMinuteProperty().get()).isEqualTo("60");
        assertThat(later.more().byteBudgetProperty().get()).isEqualTo("200,000");
    }

    @Test
    void termsAreSaidInWords_usualOnesNotAtAll() {
        assertThat(TermWords.of(McpServer.Config.EVERYTHING)).isEmpty();
        McpServer.Config config = McpServer.Config.EVERYTHING
                .draft()
                .readObjects(List.of("A__c", "B__c", "C__c", "D__c", "E__c"))
                .writeObjects(List.of("A__c"))
                .byteBudget(50_000)
                .ceiling(new McpServer.Ceiling(4, 1_200))
                .config();
        assertThat(TermWords.of(config))
                .containsExactly(
                        "reaches only A__c, B__c, C__c and 2 more",
                        "writes only A__c",
                        "answers with at most 50,000 bytes",
                        "takes at most 4 calls at once and 1,200 calls a minute");
        assertThat(ScopeWords.of(config)).isEqualTo("everything · 5 objects");
    }

    private ServerForm form() {
        List<ServerForm> opened = new ArrayList<>();
        ServerForm.open(
                desk.shelf,
                exchange -> {},
                new SameThread(),
                null,
                ServerForm.Begin.FRESH,
                form -> {
                    form.more().readable().known().want();
                    opened.add(form);
                },
                problem -> {
                    throw new AssertionError(problem.text());
                });
        return opened.getFirst();
    }

    private static void take(ObjectNames names, String typed) {
        names.typedProperty().set(typed);
        assertThat(names.take()).as(names.faultProperty().get()).isTrue();
    }
}
