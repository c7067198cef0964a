package dev.orgbench.connect.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orgbench.connect.HandedServer;
import dev.orgbench.connect.Machine;
import dev.orgbench.connect.merge.ConfigMerge;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuidesTest {
    private static final Guides GUIDES = Guides.bundled();
    private static final String TOKEN = "9f3c0123456789abcdef0123456789abcdef012345678ae1";
    private static final URI TUNNEL = URI.create("https://abc.trycloudflare.com");

    @TempDir
    Path folder;

    static Stream<Guide> guides() {
        return GUIDES.all().stream();
    }

    @Test
    void everyClientIsThere() {
        assertThat(GUIDES.all())
                .extracting(Guide::id)
                .containsExactly(
                        "chatgpt",
                        "responses-api",
                        "claude-desktop",
                        "claude-code",
                        "vscode",
                        "cursor",
                        "codex",
                        "gemini",
                        "windsurf",
                        "mcp-remote",
                        "curl");
    }

    @ParameterizedTest
    @MethodSource("guides")
    void eachWaySaysWhatToDo_showsNoToken_andNamesTheServersUrl(Guide guide) {
        for (Way way : guide.ways()) {
            for (boolean token : new boolean[] {false, true}) {
                Instructions told = way.instructions(server("RevOps agent", token), TUNNEL, GUIDES.apiTokenNote());
                assertThat(told.steps()).isNotEmpty();
                assertThat(told.isReady()).isTrue();
                assertThat(told.toString()).doesNotContain(TOKEN);
                assertThat(told.snippets())
                        .allSatisfy(snippet -> assertThat(snippet.masked()).doesNotContain(TOKEN));
                String text = told.text(guide.name());
                assertThat(text).doesNotContain("{{");
                if (way.isPublic()) {
                    assertThat(text)
                            .contains("https://abc.trycloudflare.com/mcp/" + TOKEN)
                            .doesNotContain("127.0.0.1:7420");
                } else if (!(guide.id().equals("responses-api") && way.id().equals("tunnel"))) {
                    assertThat(text).contains("http://127.0.0.1:7420/mcp/" + TOKEN);
                }
                assertThat(text.contains("YOUR_API_TOKEN") || text.contains("ORGBENCH_API_TOKEN"))
                        .as(guide.id() + " " + way.id())
                        .isEqualTo(token && way.takesApiToken());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void namesInAnyScriptAndWithAnySignStayValid(Guide guide) throws Exception {
        HandedServer odd = server("it's \"odd\" \\ 😀 日本 ${HOME} $(id) مرحبا", false);
        for (Way way : guide.ways()) {
            for (Snippet snippet :
                    way.instructions(odd, TUNNEL, GUIDES.apiTokenNote()).snippets()) {
                switch (snippet.language()) {
                    case JSON ->
                        assertThat(new JsonMapper().readTree(snippet.text()).isObject())
                                .isTrue();
                    case SHELL ->
                        assertThat(shellAccepts(snippet.text()))
                                .as(snippet.text())
                                .isTrue();
                    case TOML -> assertThat(snippet.text()).startsWith("[mcp_servers.it-s-odd-home-id]\n");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void everyEntryCanBeMergedIntoAnEmptyFile(Guide guide) throws Exception {
        for (Way way : guide.ways()) {
            for (Snippet snippet :
                    way.instructions(server("Demo org", true), TUNNEL, "").snippets()) {
                if (snippet.entry() != null) {
                    Path file = folder.resolve(guide.id() + ".conf");
                    ConfigMerge.plan(file, snippet.entry()).apply(Clock.systemUTC());
                    assertThat(file).hasContent(snippet.text());
                }
            }
        }
    }

    @Test
    void withoutATunnelAPublicUrlIsNotReady_andSaysSo() {
        Instructions told = GUIDES.guide("chatgpt").way("url").instructions(server("Demo org", false), null, "");

        assertThat(told.isReady()).isFalse();
        assertThat(told.steps().stream().flatMap(step -> step.parts().stream()))
                .filteredOn(part -> part instanceof Step.Value value && !value.ready())
                .singleElement()
                .extracting(Step.Part::text)
                .asString()
                .startsWith("https://YOUR-TUNNEL/mcp/");
        assertThat(told.text("ChatGPT"))
                .startsWith("ChatGPT\n\nhttps://YOUR-TUNNEL stands for an address that is not there yet");
    }

    @Test
    void chatGptIsToldInTodaysWords_andInTheOldOnes() {
        String text = GUIDES.guide("chatgpt")
                .way("url")
                .instructions(server("Demo org", false), TUNNEL, "")
                .text("ChatGPT");

        assertThat(text)
                .contains(
                        "1. Open chatgpt.com/plugins (https://chatgpt.com/plugins), press + and choose Add custom MCP server.")
                .contains("Authentication: No authentication")
                .contains("Create as a plugin")
                .contains("Older menus: Settings → Apps")
                .doesNotContain("YOUR-TUNNEL");
    }

    @Test
    void vsCodeAsksForTheToken_andNeitherTokenStandsTwice() throws Exception {
        Snippet snippet = GUIDES.guide("vscode")
                .way("file")
                .instructions(server("Demo org", true), null, "")
                .snippets()
                .getFirst();
        Path file = Files.writeString(folder.resolve("mcp.json"), """
                {
                  // mine
                  "inputs": [
                    { "id": "other", "type": "promptString" }, // keep
                  ],
                }
                """);

        for (int i = 0; i < 2; i++) {
            ConfigMerge.plan(file, Objects.requireNonNull(snippet.entry())).apply(Clock.systemUTC());
        }

        assertThat(file)
                .content()
                .containsOnlyOnce("orgbench-token\",")
                .contains("// keep")
                .contains("${input:orgbench-token}");
    }

    @Test
    void codexGetsATable() {
        assertThat(text("codex", 1))
                .isEqualTo("[mcp_servers.demo-org]\nurl = \"http://127.0.0.1:7420/mcp/" + TOKEN + "\"\n");
    }

    @Test
    void claudeDesktopGetsABridge() throws IOException {
        JsonNode entry = new JsonMapper().readTree(text("claude-desktop", 0)).at("/mcpServers/demo-org");

        assertThat(entry.path("command").asText()).isEqualTo("npx");
        assertThat(entry.path("args"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "-y",
                        "mcp-remote",
                        "http://127.0.0.1:7420/mcp/" + TOKEN,
                        "--allow-http",
                        "--transport",
                        "http-only");
    }

    @Test
    void aClientIsFoundByItsProgramOrItsFolder_andItsFilesByMachine() throws IOException {
        Files.createDirectories(folder.resolve(".codex"));
        Path program = Files.createFile(folder.resolve("claude"));
        Machine machine = new Machine(Machine.Kind.LINUX, folder, Map.of("PATH", folder.toString()));
        assertThat(GUIDES.guide("claude-code").isFound(machine)).isFalse();
        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(GUIDES.all().stream().filter(guide -> guide.isFound(machine)).map(Guide::id))
                .containsExactly("claude-code", "codex");
        ConfigFile desktop = GUIDES.guide("claude-desktop")
                .way("file")
                .snippets()
                .getFirst()
                .files()
                .getFirst();
        assertThat(desktop.on(machine)).contains(folder.resolve(".config/Claude/claude_desktop_config.json"));
        assertThat(desktop.on(new Machine(Machine.Kind.MAC, folder, Map.of())))
                .contains(folder.resolve("Library/Application Support/Claude/claude_desktop_config.json"));
    }

    @Test
    void theConnectorFileHasWhatTheFormAsksFor() throws IOException {
        JsonNode tool = new JsonMapper()
                .readTree("{\"name\":\"q\",\"title\":\"Query\",\"annotations\":{\"readOnlyHint\":true}}");

        String text = ConnectorFile.of(server("Demo org", false), TUNNEL, List.of(tool));
        JsonNode file = new JsonMapper().readTree(text);

        assertThat(text).contains("\n  \"url\": \"https://");
        assertThat(file.path("url").asText()).isEqualTo("https://abc.trycloudflare.com/mcp/" + TOKEN);
        assertThat(file.path("authentication").asText()).isEqualTo("none");
        assertThat(file.at("/tools/0").toString())
                .isEqualTo("{\"name\":\"q\",\"title\":\"Query\",\"access\":\"read\"}");
    }

    private static String text(String guide, int snippet) {
        return GUIDES.guide(guide)
                .ways()
                .getFirst()
                .instructions(server("Demo org", false), null, "")
                .snippets()
                .get(snippet)
                .text();
    }

    private static HandedServer server(String name, boolean asksForToken) {
        @Nullable Instant never = null;
        return new HandedServer(
                "mcp-1", name, "Acme 日本", URI.create("http://127.0.0.1:7420/mcp/" + TOKEN), asksForToken, never);
    }

    private static boolean shellAccepts(String command) throws Exception {
        return new ProcessBuilder("sh", "-n", "-c", command).inheritIO().start().waitFor() == 0;
    }
}
