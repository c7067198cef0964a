package dev.orgbench.ui.objects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.gateway.McpServer;
import dev.orgbench.mcp.client.McpAnswer;
import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.SameThread;
import dev.orgbench.ui.kit.ServerChoice;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FieldFormTest {
    private final Drafts drafts = Drafts.forThisRun();
    private final List<String> calls = new ArrayList<>();
    private final List<JsonNode> done = new ArrayList<>();
    private String answer = "{\"result\":{\"content\":[],\"structuredContent\":{\"name\":\"Rank__c\"}}}";
    private List<String> tools = List.of(FieldTools.CREATE);

    @Test
    void aFieldIsSentOnceItIsRight_andItsDraftIsForgotten() {
        FieldForm form = form();
        form.send();
        assertThat(calls).isEmpty();
        assertThat(form.problems()).containsKeys(FieldPart.LABEL, FieldPart.NAME);

        form.write(FieldPart.LABEL, "Rank");
        assertThat(drafts.names("")).containsExactly("draft");
        form.send();

        assertThat(calls).singleElement().asString().startsWith(FieldTools.CREATE + " {\"object_name\":\"Account\"");
        assertThat(done)
                .singleElement()
                .satisfies(sent -> assertThat(sent.path("name").asText()).isEqualTo("Rank__c"));
        assertThat(form.stateProperty().get()).isEqualTo(new FieldForm.State.Sent());
        assertThat(drafts.names("")).isEmpty();
    }

    @Test
    void whatWasTypedIsThereInTheNextRun() {
        form().write(FieldPart.LABEL, "Half a th");
        assertThat(form().draft().text(FieldPart.LABEL)).isEqualTo("Half a th");
        FieldForm form = form();
        form.startAfresh();
        assertThat(form.draft().text(FieldPart.LABEL)).isEmpty();
        assertThat(drafts.names("")).isEmpty();
    }

    @Test
    void aServerWithoutTheToolSaysWhatToDo() {
        tools = List.of("list_all_salesforce_query");
        FieldForm form = form();
        form.write(FieldPart.LABEL, "Rank");
        form.send();

        assertThat(problem(form).message())
                .isEqualTo("The server \"Reader\" has no tool create_a_salesforce_custom_field.");
        assertThat(problem(form).advice()).contains("widen this one's scope in Servers");
        assertThat(drafts.names("")).isNotEmpty();
    }

    @Test
    void aRefusalReadsLikeAnywhereElse_andNothingWrittenIsLost() {
        answer =
                "{\"result\":{\"isError\":true,\"content\":[{\"type\":\"text\",\"text\":\"create failed.\\nDUPLICATE_DEVELOPER_NAME: The name is taken.\\nTry: Choose another.\"}]}}";
        FieldForm form = form();
        form.write(FieldPart.LABEL, "Rank");
        form.send();

        assertThat(problem(form).code()).isEqualTo("DUPLICATE_DEVELOPER_NAME");
        assertThat(problem(form).advice()).contains("Choose another.");
        assertThat(form.draft().text(FieldPart.LABEL)).isEqualTo("Rank");
    }

    @Test
    void withoutAServerItSaysSo() {
        FieldTools none = new FieldTools(() -> null, new SameThread());
        List<Problem> problems = new ArrayList<>();
        none.call(FieldTools.DELETE, JsonText.NODES.objectNode(), done::add, problems::add);
        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.advice())
                .contains("Servers"));
    }

    private static Problem problem(FieldForm form) {
        Problem problem = form.stateProperty().get() instanceof FieldForm.State.Editing(Problem told) ? told : null;
        assertThat(problem).isNotNull();
        return Objects.requireNonNull(problem);
    }

    private FieldForm form() {
        McpServer server = new McpServer(
                "mcp-1",
                "demo",
                "Reader",
                new McpServer.Config(List.of(), List.of()),
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                null);
        ServerChoice.Selected selected =
                new ServerChoice.Selected(server, URI.create("http://127.0.0.1/mcp/x"), new Client());
        return new FieldForm(
                FieldDraft.create("Account"),
                new FieldTools(() -> selected, new SameThread()),
                drafts,
                "draft",
                done::add);
    }

    private final class Client implements McpClient {
        @Override
        public List<JsonNode> listTools() {
            return tools.stream()
                    .<JsonNode>map(name -> JsonText.NODES.objectNode().put("name", name))
                    .toList();
        }

        @Override
        public McpAnswer callTool(String name, ObjectNode arguments) {
            calls.add(name + " " + arguments);
            try {
                return new McpAnswer(arguments, JsonText.parse(answer), 200, Map.of(), Duration.ZERO);
            } catch (JsonText.Malformed e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {}
    }
}
