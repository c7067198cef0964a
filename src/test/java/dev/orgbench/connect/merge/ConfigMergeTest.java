package dev.orgbench.connect.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orgbench.connect.merge.ConfigEntry.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigMergeTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void aFileThatIsNotThereIsMade_forItsOwnerAlone() throws Exception {
        Path file = folder.resolve("deep/er/mcp.json");

        assertThat(ConfigMerge.plan(file, entry(Format.JSON)).apply(NOON)).isEmpty();

        assertThat(file).hasContent("""
                {
                  "mcpServers": {
                    "demo-org": {
                      "url": "http://x/mcp/1"
                    }
                  }
                }
                """);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aReadOnlyFileIsLeftAlone() throws Exception {
        Path file = write("{}\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

        assertThatThrownBy(() -> ConfigMerge.plan(file, entry(Format.JSON)).apply(NOON))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("read-only");

        assertThat(file).hasContent("{}");
        assertThat(folder).isDirectoryNotContaining("glob:**before-orgbench**");
    }

    @Test
    void everythingElseStaysAsItWas_comments_order_numbersAndAll() throws Exception {
        Path file = write("""
                {
                    // my servers
                    "mcpServers": {
                        "other": { "url": "https://o", "n": 1.10 }, /* keep */
                    },
                    "big": 12345678901234567890.00, "emoji": "😀 \\u00e9"
                }
                """);

        ConfigMerge.plan(file, entry(Format.JSONC)).apply(NOON);

        assertThat(file).hasContent("""
                {
                    // my servers
                    "mcpServers": {
                        "other": { "url": "https://o", "n": 1.10 },
                        "demo-org": {
                            "url": "http://x/mcp/1"
                        }, /* keep */
                    },
                    "big": 12345678901234567890.00, "emoji": "😀 \\u00e9"
                }
                """);
    }

    @Test
    void ourOwnEntryIsReplaced_andTheChangeIsShownFirst() throws Exception {
        Path file = write("""
                {
                  "mcpServers": {
                    "demo-org": {"url": "http://x/mcp/OLD"},
                    "other": {"url": "https://o"}
                  }
                }
                """);

        ConfigMerge merge = ConfigMerge.plan(file, entry(Format.JSON));

        assertThat(merge.difference())
                .extracting(DiffLine::toString)
                .containsExactly(
                        "  {",
                        "    \"mcpServers\": {",
                        "-     \"demo-org\": {\"url\": \"http://x/mcp/OLD\"},",
                        "+     \"demo-org\": {",
                        "+       \"url\": \"http://x/mcp/1\"",
                        "+     },",
                        "      \"other\": {\"url\": \"https://o\"}",
                        "    }",
                        "  }");
        assertThat(Files.readString(file)).contains("OLD");
    }

    @Test
    void theFileIsBackedUp_keepsItsPermissions_andASecondMergeChangesNothing() throws Exception {
        Path file = write("{}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        Path backup = ConfigMerge.plan(file, entry(Format.JSON)).apply(NOON).orElseThrow();

        assertThat(backup).hasFileName("config.before-orgbench-20261122-120000").hasContent("{}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(ConfigMerge.plan(file, entry(Format.JSON)).changesAnything()).isFalse();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void anObjectOnOneLine_windowsLineBreaksAndAByteOrderMark_areAllowed() throws Exception {
        Path file = write("\uFEFF{ \"a\": [1, {\"b\": 2}] }\r\n");

        ConfigMerge.plan(file, entry(Format.JSON)).apply(NOON);

        String text = Files.readString(file);
        assertThat(text)
                .startsWith("\uFEFF{\r\n  \"a\": [1, {\"b\": 2}],\r\n  \"mcpServers\": {\r\n")
                .endsWith("}\r\n");
        assertThat(new JsonMapper()
                        .readTree(text.substring(1))
                        .at("/mcpServers/demo-org/url")
                        .asText())
                .isEqualTo("http://x/mcp/1");
    }

    @Test
    void jsonThatEndsTooEarlyIsToldInPlainWords() throws Exception {
        Path file = write("{\"a\": {\n");

        assertThatThrownBy(() -> ConfigMerge.plan(file, entry(Format.JSON)))
                .hasMessageContaining("ends while a bracket or a quote is still open")
                .hasMessageNotContaining("StreamReadFeature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 1,}",
                "// no\n{}",
                "{\"a\": 1, \"a\": 2}",
                "[]",
                "{\"mcpServers\": []}",
                "{\"mcpServers\": null}",
                "{} {}",
                "{\"a\": ",
                "nonsense",
                "{\"mcpServers\": {\"demo-org\": }}"
            })
    void whatCannotBeChangedSafelyIsLeftAlone(String text) throws Exception {
        Path file = write(text);

        assertThatThrownBy(() -> ConfigMerge.plan(file, entry(Format.JSON)))
                .isInstanceOf(UnreadableConfigException.class)
                .hasMessageContaining("config")
                .hasMessageContaining("othing was changed");
        assertThat(file).hasContent(text);
    }

    @Test
    void otherEncodings_folders_andBrokenLinksAreToldApart() throws Exception {
        Path latin = folder.resolve("latin");
        Files.write(latin, "{\"é\": 1}".getBytes(StandardCharsets.ISO_8859_1));
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));

        assertThatThrownBy(() -> ConfigMerge.plan(latin, entry(Format.JSON))).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> ConfigMerge.plan(folder, entry(Format.JSON))).hasMessageContaining("is not a file");
        assertThatThrownBy(() -> ConfigMerge.plan(link, entry(Format.JSON))).hasMessageContaining("link to nothing");
    }

    @Test
    void aLinkStaysALink() throws Exception {
        Path file = write("{}");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        ConfigMerge.plan(link, entry(Format.JSON)).apply(NOON);

        assertThat(link).isSymbolicLink();
        assertThat(file).content().contains("demo-org");
    }

    @Test
    void whatSomebodyElseWroteMeanwhileIsNotOverwritten() throws Exception {
        Path file = write("{}");
        ConfigMerge merge = ConfigMerge.plan(file, entry(Format.JSON));
        Files.writeString(file, "{\"new\": 1}");

        assertThatThrownBy(() -> merge.apply(NOON)).hasMessageContaining("has changed since");
        assertThat(file).hasContent("{\"new\": 1}");
    }

    @Test
    void aGitWorkTreeIsNoticed() throws Exception {
        Files.createDirectories(folder.resolve("repo/.git"));
        Files.createDirectories(folder.resolve("repo/.vscode"));

        assertThat(ConfigMerge.plan(folder.resolve("repo/.vscode/mcp.json"), entry(Format.JSONC))
                        .workTree())
                .hasValueSatisfying(tree -> assertThat(tree).hasFileName("repo"));
        assertThat(ConfigMerge.plan(folder.resolve("mcp.json"), entry(Format.JSONC))
                        .workTree())
                .isEmpty();
    }

    @Test
    void tomlGetsItsTableAtTheEnd_orHasItReplacedInPlace() throws Exception {
        Path file = write("""
                model = "gpt-5" # mine
                notes = \"""
                [mcp_servers.demo-org]
                \"""

                [mcp_servers.demo-org]
                url = "http://x/mcp/OLD"
                [mcp_servers.demo-org.env]
                A = "1"

                # the other one
                [mcp_servers.other]
                args = [
                  "a", # ]
                  'b',
                ]
                """);

        ConfigMerge.plan(file, entry(Format.TOML)).apply(NOON);

        assertThat(file).hasContent("""
                model = "gpt-5" # mine
                notes = \"""
                [mcp_servers.demo-org]
                \"""

                [mcp_servers.demo-org]
                url = "http://x/mcp/1"

                # the other one
                [mcp_servers.other]
                args = [
                  "a", # ]
                  'b',
                ]
                """);
        Path other = write("other", "a = 1");
        ConfigMerge.plan(other, entry(Format.TOML)).apply(NOON);
        assertThat(other).hasContent("a = 1\n\n[mcp_servers.demo-org]\nurl = \"http://x/mcp/1\"\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mcp_servers = {}",
                "mcp_servers.demo-org.url = \"x\"",
                "[mcp_servers]\ndemo-org = { url = \"x\" }",
                "[[mcp_servers]]\nurl = 1",
                "a = \"unclosed\nb = 1",
                "a = [1",
                "[a",
                "= 1",
                "a =",
                "a = 1 ] 2\nb",
                "[mcp_servers.demo-org]\na = 1\n[x]\n[mcp_servers.demo-org.env]\nb = 1"
            })
    void tomlThatSaysItOtherwiseIsLeftAlone(String text) throws Exception {
        Path file = write(text);

        assertThatThrownBy(() -> ConfigMerge.plan(file, entry(Format.TOML)))
                .isInstanceOf(UnreadableConfigException.class)
                .hasMessageContaining("othing was changed");
    }

    private ConfigEntry entry(Format format) {
        try {
            JsonNode value = new JsonMapper().readTree("{\"url\":\"http://x/mcp/1\"}");
            return new ConfigEntry(
                    format, List.of(format == Format.TOML ? "mcp_servers" : "mcpServers", "demo-org"), value);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path write(String text) throws IOException {
        return write("config", text);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
