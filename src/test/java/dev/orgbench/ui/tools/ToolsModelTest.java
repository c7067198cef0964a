package dev.orgbench.ui.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.client.McpAddress;
import dev.orgbench.mcp.client.McpAnswer;
import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.mcp.client.McpException;
import dev.orgbench.ui.FakeDesk;
import dev.orgbench.ui.FakeSecrets;
import dev.orgbench.ui.FakeServer;
import dev.orgbench.ui.FakeWorkbench;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.SameThread;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ToolsModelTest {
    private static final ObjectNode EXAMPLE =
            JsonText.NODES.objectNode().put("object_name", "Account").put("id", "0015e00000AbCdEAAV");

    private final FakeWorkbench fake = FakeWorkbench.create();
    private Drafts drafts = Drafts.forThisRun();
    private final ToolsModel model = model();

    @Test
    void toolsAreListedByTheTagThatSaysMost_withTheFirstChosen() {
        model.load();

        assertThat(headers()).containsExactly("records 4", "metadata 5", "limits 1");
        assertThat(chosen()).isEqualTo("list_all_salesforce_query");
        assertThat(model.loadingProperty().get()).isEqualTo(new ToolsModel.Loading.Done(10));
        assertThat(model.total()).matches("10 tools, about \\d,\\d00 tokens of context");
    }

    @Test
    void atTheVeryFirstStartTheFirstToolThatReadsIsFilledWithItsExample() {
        ToolsModel first = withExamples();
        first.load();
        ToolCall call = Objects.requireNonNull(first.chosenProperty().get());
        assertThat(call.tool().name()).isEqualTo("get_single_salesforce_record_by_id");
        assertThat(call.form().arguments()).isEqualTo(EXAMPLE);
        assertThat(call.form().maySend()).isTrue();

        drafts = Drafts.forThisRun();
        ToolsModel second = withExamples();
        second.load();
        assertThat(Objects.requireNonNull(second.chosenProperty().get()).form().arguments())
                .isEmpty();
    }

    @Test
    void loadingAgainLeavesWhatAPersonTyped() {
        ToolsModel first = withExamples();
        first.load();
        ToolCall call = Objects.requireNonNull(first.chosenProperty().get());
        call.form().load(JsonText.NODES.objectNode().put("id", "001"));
        first.load();

        assertThat(call.form().arguments())
                .isEqualTo(JsonText.NODES.objectNode().put("id", "001"));
        assertThat(first.chosenProperty().get()).isSameAs(call);
    }

    @Test
    void theFilterSearchesNamesDescriptionsAndKinds() {
        model.load();

        model.filterProperty().set("picklist");
        assertThat(names())
                .containsExactly(
                        "get_single_salesforce_object_describe_by_id", "update_a_salesforce_custom_field_by_id");
        model.filterProperty().set("delete");
        assertThat(names()).containsExactly("delete_a_salesforce_record_by_id");
        model.filterProperty().set("nothing like it");
        assertThat(model.rows()).isEmpty();
        model.filterProperty().set("");
        assertThat(names()).hasSize(10);
    }

    @Test
    void whatWasWrittenForAToolIsThereWhenOneComesBack() {
        model.load();
        ToolCall query = Objects.requireNonNull(model.chosenProperty().get());
        model.choose(tool("create_a_salesforce_record"));
        model.choose(tool("list_all_salesforce_query"));

        assertThat(model.chosenProperty().get()).isSameAs(query);
    }

    @Test
    void loadingAgainKeepsTheChoice() {
        model.load();
        model.choose(tool("list_all_salesforce_limits"));
        model.load();

        assertThat(chosen()).isEqualTo("list_all_salesforce_limits");
    }

    @Test
    void theLastChoiceIsRememberedInTheNextRun() {
        model.load();
        model.choose(tool("list_all_salesforce_limits"));
        ToolsModel next = model();
        next.load();

        assertThat(Objects.requireNonNull(next.chosenProperty().get()).tool().name())
                .isEqualTo("list_all_salesforce_limits");
    }

    @Test
    void eachServerHasItsOwnChoice_alsoInTheNextRun() {
        FakeServer other = new FakeServer(fake.trace());
        ToolsModel first = model(fake.server(), other);
        first.load();
        first.choose(tool(first, "list_all_salesforce_limits"));
        first.connections().add(McpAddress.of(URI.create("https://example.com/mcp"), Map.of()));
        first.choose(tool(first, "create_a_salesforce_record"));

        ToolsModel next = model(fake.server(), other);
        next.load();
        assertThat(Objects.requireNonNull(next.chosenProperty().get()).tool().name())
                .isEqualTo("list_all_salesforce_limits");
        next.connections().add(McpAddress.of(URI.create("https://example.com/mcp"), Map.of()));
        assertThat(Objects.requireNonNull(next.chosenProperty().get()).tool().name())
                .isEqualTo("create_a_salesforce_record");
    }

    @Test
    void aServerThatDoesNotAnswerIsSaid_andTryingAgainHelps() {
        fake.server().breakDown("Nothing answers at 127.0.0.1:7420.");
        model.load();
        assertThat(model.loadingProperty().get())
                .isInstanceOfSatisfying(ToolsModel.Loading.Failed.class, failed -> assertThat(
                                failed.problem().message())
                        .isEqualTo("Nothing answers at 127.0.0.1:7420."));

        fake.server().breakDown(null);
        model.load();
        assertThat(names()).hasSize(10);
    }

    @Test
    void anotherUrlThatFailsSaysNothingOfOrgbenchsOwnServer() {
        FakeServer silent = new FakeServer(fake.trace());
        silent.breakDown("Nothing answers at example.com.");
        ToolsModel both = model(fake.server(), silent);
        both.load();
        both.connections().add(McpAddress.of(URI.create("https://example.com/mcp"), Map.of()));
        assertThat(both.loadingProperty().get()).isInstanceOf(ToolsModel.Loading.Failed.class);
        assertThat(both.ownAnswersProperty().get()).isTrue();

        fake.server().breakDown("Nothing answers at 127.0.0.1:7420.");
        both.connections().choose(both.connections().choices().getFirst());
        assertThat(both.ownAnswersProperty().get()).isFalse();

        fake.server().breakDown(null);
        both.connections().choose(both.connections().choices().getLast());
        assertThat(both.ownAnswersProperty().get()).isFalse();
        both.connections().choose(both.connections().choices().getFirst());
        assertThat(both.ownAnswersProperty().get()).isTrue();
    }

    @Test
    void badgesSayWhatACallMayDo() {
        model.load();

        assertThat(tool("list_all_salesforce_query").kind()).isEqualTo(Kind.READ);
        assertThat(tool("update_a_salesforce_custom_field_by_id").kind()).isEqualTo(Kind.WRITE);
        assertThat(tool("delete_a_salesforce_record_by_id").kind()).isEqualTo(Kind.DELETE);
    }

    @Test
    void aToolOfUnknownOriginIsJudgedByItsAnnotations() {
        model.load();
        for (ToolEntry known : List.of(
                tool("list_all_salesforce_query"),
                tool("create_a_salesforce_record"),
                tool("delete_a_salesforce_record_by_id"))) {
            assertThat(ToolEntry.of(known.descriptor(), null).kind()).isEqualTo(known.kind());
        }
    }

    private ToolsModel model() {
        return model(fake.server());
    }

    /** The same tools; two of them, one that writes and one that reads, have an example. */
    private ToolsModel withExamples() {
        McpClient client = new McpClient() {
            @Override
            public List<JsonNode> listTools() throws McpException {
                List<JsonNode> tools = fake.server().listTools();
                for (JsonNode tool : tools) {
                    String name = tool.path("name").asText();
                    if (name.equals("create_a_salesforce_record")
                            || name.equals("get_single_salesforce_record_by_id")) {
                        ((ObjectNode) tool.get("inputSchema"))
                                .putArray("examples")
                                .add(EXAMPLE);
                    }
                }
                return tools;
            }

            @Override
            public McpAnswer callTool(String name, ObjectNode arguments) throws McpException {
                return fake.server().callTool(name, arguments);
            }

            @Override
            public void close() {
                fake.server().close();
            }
        };
        return model(client);
    }

    private ToolsModel model(McpClient client) {
        return model(client, client);
    }

    /** @param other what answers at every other URL */
    private ToolsModel model(McpClient client, McpClient other) {
        SameThread background = new SameThread();
        Connections connections = new Connections(
                FakeDesk.servers(client, background, fake.memory()),
                server -> fake.server().origins(),
                server -> List.of(),
                address -> other,
                new OtherServers(new FakeSecrets(), background, told -> {}));
        return new ToolsModel("demo", connections, fake.trace(), background, fake.memory(), drafts);
    }

    private String chosen() {
        return Objects.requireNonNull(model.chosenProperty().get()).tool().name();
    }

    private List<String> headers() {
        return model.rows().stream()
                .filter(ToolGroups.Row.Header.class::isInstance)
                .map(ToolGroups.Row.Header.class::cast)
                .map(header -> header.tag() + " " + header.count())
                .toList();
    }

    private List<String> names() {
        return items().stream().map(ToolEntry::name).toList();
    }

    private ToolEntry tool(String name) {
        return tool(model, name);
    }

    private static ToolEntry tool(ToolsModel of, String name) {
        return items(of).stream()
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<ToolEntry> items() {
        return items(model);
    }

    private static List<ToolEntry> items(ToolsModel of) {
        return of.rows().stream()
                .filter(ToolGroups.Row.Item.class::isInstance)
                .map(row -> ((ToolGroups.Row.Item) row).tool())
                .toList();
    }
}
