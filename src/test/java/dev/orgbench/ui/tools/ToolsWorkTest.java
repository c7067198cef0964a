package dev.orgbench.ui.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.client.McpAddress;
import dev.orgbench.mcp.client.McpAnswer;
import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.mcp.client.McpException;
import dev.orgbench.orgs.OrgKind;
import dev.orgbench.tools.Definitions;
import dev.orgbench.tools.OwnDefinitions;
import dev.orgbench.tools.salesforce.SalesforceBehaviours;
import dev.orgbench.tools.sources.BundledDefinitions;
import dev.orgbench.tools.sources.FolderDefinitions;
import dev.orgbench.ui.FakeDesk;
import dev.orgbench.ui.FakeSecrets;
import dev.orgbench.ui.FakeWorkbench;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.SameThread;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies behind the Tools screen, without a window: drafts, opening from elsewhere, servers, history, definitions. */
class ToolsWorkTest {
    private static final String QUERY = "list_all_salesforce_query";
    private static final JsonPointer Q = JsonPointer.compile("/q");

    private final FakeWorkbench fake = FakeWorkbench.create();
    private final Drafts drafts = Drafts.forThisRun();
    private final SameThread background = new SameThread();
    private final List<String> told = new ArrayList<>();
    private final FakeSecrets secrets = new FakeSecrets();
    private final Connections connections = connections(fake.server());
    private final ToolsModel model = model(connections);

    @TempDir
    private Path folder;

    @Test
    void whatWasTypedIsThereAfterTheProcessDied() {
        model.load();
        open(QUERY, null);
        call().form().put(Q, JsonText.NODES.textNode("SELECT Id FROM Task"));
        call().form().switchTo(true);
        call().form().typeRaw("{\"q\": \"SELECT Id FROM");

        ToolsModel next = model(connections(fake.server()));
        next.load();

        ToolCall again = Objects.requireNonNull(next.chosenProperty().get());
        assertThat(again.form().rawText()).isEqualTo("{\"q\": \"SELECT Id FROM");
        assertThat(again.form().rawProperty().get()).isTrue();
        assertThat(drafts.names("demo/tools/mcp-1/")).containsExactly("demo/tools/mcp-1/" + QUERY);
    }

    @Test
    void aDamagedDraftKeepsNothingFromWorking() {
        drafts.put("demo/tools/mcp-1/" + QUERY, "{{{");
        model.load();

        assertThat(call().form().arguments()).isEmpty();
    }

    @Test
    void openingFillsTheForm_andWhatWasReplacedComesBack() throws Exception {
        model.load();
        call().form().put(Q, JsonText.NODES.textNode("mine"));
        ToolsModel.Opened opened = open(QUERY, JsonText.parseObject("{\"q\":\"theirs\"}"));

        assertThat(call().form().at(Q).asText()).isEqualTo("theirs");
        Runnable undo = ((ToolsModel.Opened.Shown) opened).undo();
        assertThat(undo).isNotNull();
        undo.run();
        assertThat(call().form().at(Q).asText()).isEqualTo("mine");
        assertThat(((ToolsModel.Opened.Shown) open(QUERY, JsonText.parseObject("{\"q\":\"mine\"}"))).undo())
                .isNull();
        assertThat(open("no_such_tool", null)).isEqualTo(new ToolsModel.Opened.Unknown("no_such_tool", "Demo org"));
    }

    @Test
    void aToolIsOpenedWhenTheListHasCome() throws Exception {
        List<ToolsModel.Opened> opened = new ArrayList<>();
        model.open("list_all_salesforce_limits", null, opened::add);
        assertThat(opened).isEmpty();
        model.load();

        assertThat(opened).hasSize(1);
        assertThat(call().tool().name()).isEqualTo("list_all_salesforce_limits");
    }

    @Test
    void afterLoadingAgainItIsSaidWhatIsNewGoneAndChanged() throws Exception {
        Changing client = new Changing();
        ToolsModel changing = model(connections(client));
        changing.load();
        assertThat(changing.changesProperty().get().isEmpty()).isTrue();
        client.changed = true;
        changing.load();

        assertThat(changing.changesProperty().get().words()).isEqualTo("1 tool new, 1 gone, 1 changed");
        changing.dismissChanges();
        changing.load();
        assertThat(changing.changesProperty().get().isEmpty()).isTrue();
    }

    @Test
    void anotherMcpUrlIsCalledWithTheSameScreen_andForgottenAgain() throws Exception {
        model.load();
        call().form().put(Q, JsonText.NODES.textNode("ours"));
        connections.add(McpAddress.of(URI.create("https://example.com/mcp"), Map.of("Authorization", "Bearer secret")));

        assertThat(Objects.requireNonNull(connections.currentProperty().get()).ours())
                .isFalse();
        assertThat(connections.choices())
                .extracting(Connections.Choice::name)
                .containsExactly("Demo org", "example.com");
        assertThat(connections.choices().toString()
                        + connections.currentProperty().get())
                .doesNotContain("secret");
        assertThat(call().form().arguments()).isEmpty();
        connections.forget(connections.others().all().getFirst());

        assertThat(call().form().at(Q).asText()).isEqualTo("ours");
    }

    @Test
    void otherMcpUrlsAreOfferedInTheNextRun_withTheirHeaders() {
        connections.add(McpAddress.of(URI.create("https://example.com/a/mcp"), Map.of("Authorization", "Bearer one")));
        connections.add(McpAddress.of(URI.create("https://example.com/b/mcp"), Map.of()));
        connections.add(McpAddress.of(URI.create("https://gone.example/mcp"), Map.of()));
        connections.forget(connections.others().all().getLast());
        connections.add(McpAddress.of(URI.create("https://example.com/a/mcp"), Map.of("Authorization", "Bearer two")));

        List<String> sent = new ArrayList<>();
        Connections next = new Connections(
                FakeDesk.servers(fake.server(), background, fake.memory()),
                server -> fake.server().origins(),
                server -> List.of(),
                address -> {
                    sent.add(address.url() + " " + address.headers().getFirst().value());
                    return fake.server();
                },
                new OtherServers(secrets, background, told::add));
        assertThat(next.choices())
                .extracting(Connections.Choice::name)
                .containsExactly("Demo org", "example.com", "example.com (2)");
        assertThat(Objects.requireNonNull(next.currentProperty().get()).ours()).isTrue();
        assertThat(sent).isEmpty();

        next.choose(next.choices().get(1));
        assertThat(sent).containsExactly("https://example.com/a/mcp Bearer two");
    }

    @Test
    void lockedSecretsAreSaid_andWhatTheyHoldIsNotReplaced() {
        connections.add(McpAddress.of(URI.create("https://example.com/mcp"), Map.of()));
        secrets.lock("Unlock the keychain.");
        OtherServers next = new OtherServers(secrets, background, told::add);
        assertThat(told).singleElement().asString().contains("cannot be read", "Unlock the keychain.");
        next.add(McpAddress.of(URI.create("https://new.example/mcp"), Map.of()));
        assertThat(next.all()).extracting(OtherServer::name).containsExactly("new.example");

        secrets.lock(null);
        next.add(McpAddress.of(URI.create("https://third.example/mcp"), Map.of()));
        assertThat(told).hasSize(2);
        assertThat(new OtherServers(secrets, background, told::add).all())
                .extracting(OtherServer::name)
                .containsExactly("example.com", "new.example", "third.example");
    }

    @Test
    void damagedOtherServersBeginAnew() {
        secrets.put("other-mcp-servers", "[{\"name\":\"a\",\"url\":\"not a url\"},");

        assertThat(new OtherServers(secrets, background, told::add).all()).isEmpty();
    }

    @Test
    void aCallThatDeletesIsAskedAbout_andInProductionAllThatWrite() throws Exception {
        model.load();
        ObjectNode none = JsonText.NODES.objectNode();
        open("delete_a_salesforce_record_by_id", null);
        ToolEntry delete = call().tool();
        open("create_a_salesforce_record", null);
        ToolEntry create = call().tool();
        open(QUERY, null);

        assertThat(Caution.about(delete, none, FakeDesk.org(OrgKind.DEMO))).isPresent();
        assertThat(Caution.about(create, none, FakeDesk.org(OrgKind.DEMO))).isEmpty();
        assertThat(Caution.about(create, none, FakeDesk.org(OrgKind.PRODUCTION)))
                .isPresent();
        assertThat(Caution.about(call().tool(), none, FakeDesk.org(OrgKind.PRODUCTION)))
                .isEmpty();
    }

    @Test
    void historyIsOfThisToolAlone_newestFirst() throws Exception {
        fake.server().call("ChatGPT", QUERY, JsonText.parseObject("{\"q\":\"SELECT Id FROM Task\"}"));
        fake.server().call("ChatGPT", "list_all_salesforce_limits", JsonText.NODES.objectNode());
        fake.server().call("Orgbench", QUERY, JsonText.parseObject("{\"q\":\"SELECT Amout FROM Opportunity\"}"));
        HistoryModel history = new HistoryModel(QUERY, "demo", fake.trace(), background);
        history.refresh();

        assertThat(history.past())
                .extracting(HistoryModel.Past::arguments)
                .containsExactly("{\"q\":\"SELECT Amout FROM Opportunity\"}", "{\"q\":\"SELECT Id FROM Task\"}");
        assertThat(history.past().getFirst().result()).startsWith("INVALID_FIELD");
        history.older();
        assertThat(history.moreProperty().get()).isFalse();
    }

    @Test
    void aBundledDefinitionIsMadeOnesOwn_changedAndGivenBack() throws Exception {
        OwnDefinitions own = definitions();
        AtomicInteger regenerated = new AtomicInteger();
        DefinitionModel definition = new DefinitionModel(own, drafts, background, regenerated::incrementAndGet);
        definition.openTool(QUERY);
        assertThat(Objects.requireNonNull(definition.placeProperty().get()).own())
                .isFalse();
        definition.type("bundled ones are read only");
        assertThat(definition.changedProperty().get()).isFalse();

        definition.makeMine();
        String text = definition.textProperty().get();
        definition.type(text.replace("Query records (SOQL)", "Find records"));
        assertThat(definition.faults()).isEmpty();
        definition.save();

        assertThat(folder.resolve("query.yaml")).content().contains("title: Find records");
        assertThat(definition.changedProperty().get()).isFalse();
        assertThat(drafts.names("definitions/")).isEmpty();
        assertThat(regenerated).hasValue(2);
        definition.delete();
        assertThat(folder.resolve("query.yaml")).doesNotExist();
        assertThat(Objects.requireNonNull(definition.placeProperty().get()).own())
                .isFalse();
    }

    @Test
    void faultsStandAtTheirLine_areNotSaved_andTheTextIsKept() throws Exception {
        DefinitionModel definition = new DefinitionModel(definitions(), drafts, background, () -> {});
        definition.openTool(QUERY);
        definition.makeMine();
        String faulty = definition.textProperty().get().replace("api: rest", "api: soap");
        definition.type(faulty);
        int line =
                (int) faulty.substring(0, faulty.indexOf("api: soap")).lines().count();
        assertThat(definition.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.words()).contains("there is no api soap");
        });
        definition.save();

        assertThat(folder.resolve("query.yaml")).content().doesNotContain("soap");
        DefinitionModel next = new DefinitionModel(definitions(), drafts, background, () -> {});
        next.openTool(QUERY);
        assertThat(next.textProperty().get()).isEqualTo(faulty);
        next.revert();
        assertThat(next.textProperty().get()).doesNotContain("soap");
    }

    @Test
    void anEditByAnotherEditorShows_butNeverCostsWhatIsBeingTyped() throws Exception {
        DefinitionModel definition = new DefinitionModel(definitions(), drafts, background, () -> {});
        definition.openTool(QUERY);
        definition.makeMine();
        Path file = folder.resolve("query.yaml");
        Files.writeString(file, Files.readString(file) + "# theirs\n");
        definition.refresh();
        assertThat(definition.textProperty().get()).endsWith("# theirs\n");

        definition.type(definition.textProperty().get() + "# mine\n");
        Files.writeString(file, Files.readString(file) + "# theirs again\n");
        definition.refresh();

        assertThat(definition.textProperty().get()).endsWith("# mine\n");
        definition.revert();
        assertThat(definition.textProperty().get()).endsWith("# theirs again\n");
    }

    /** The tools of the fake server, and others from the moment that is said. */
    private final class Changing implements McpClient {
        private boolean changed;

        @Override
        public List<JsonNode> listTools() throws McpException {
            List<JsonNode> tools = new ArrayList<>(fake.server().listTools());
            if (changed) {
                tools.removeLast();
                ((ObjectNode) tools.getFirst()).put("description", "Another one.");
                tools.add(((ObjectNode) tools.getFirst().deepCopy()).put("name", "a_new_tool"));
            }
            return tools;
        }

        @Override
        public McpAnswer callTool(String name, ObjectNode arguments) throws McpException {
            return fake.server().callTool(name, arguments);
        }

        @Override
        public void close() {}
    }

    private OwnDefinitions definitions() {
        return new Definitions(
                        SalesforceBehaviours.all(),
                        List.of(new BundledDefinitions("salesforce"), new FolderDefinitions(folder)))
                .own()
                .orElseThrow();
    }

    private Connections connections(McpClient client) {
        return new Connections(
                FakeDesk.servers(client, background, fake.memory()),
                server -> fake.server().origins(),
                server -> List.of(),
                address -> fake.server(),
                new OtherServers(secrets, background, told::add));
    }

    private ToolsModel model(Connections to) {
        return new ToolsModel("demo", to, fake.trace(), background, fake.memory(), drafts);
    }

    private ToolsModel.Opened open(String tool, @Nullable ObjectNode arguments) {
        List<ToolsModel.Opened> opened = new ArrayList<>();
        model.open(tool, arguments, opened::add);
        return opened.getFirst();
    }

    private ToolCall call() {
        return Objects.requireNonNull(model.chosenProperty().get());
    }
}
