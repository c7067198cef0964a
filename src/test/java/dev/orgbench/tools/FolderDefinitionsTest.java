package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.orgbench.tools.salesforce.SalesforceBehaviours;
import dev.orgbench.tools.sources.BundledDefinitions;
import dev.orgbench.tools.sources.FolderDefinitions;
import dev.orgbench.tools.sources.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a person's folder: its good files make tools, and the bundled ones live on. */
class FolderDefinitionsTest {
    private static final String QUERY = "list_all_salesforce_query";
    private static final String ROCKETS = """
            resource: rocket
            tags: [space]
            methods:
              list:
                title: List röckets 🚀
                description: Lists the rockets.
                request: {method: GET, api: rest, path: /rockets}
                paging: {style: slice, items: rockets}
                result_schema: {properties: {rockets: {type: array}}}
            """;
    private static final String MADE = "list_all_salesforce_rockets";

    @TempDir
    private Path folder;

    private Definitions definitions;
    private int bundled;

    @BeforeEach
    void read() {
        definitions = new Definitions(
                SalesforceBehaviours.all(),
                List.of(new BundledDefinitions("salesforce"), new FolderDefinitions(folder)));
        bundled = definitions.methods().size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void aByteOrderMarkAndAnyLineEndsAreRead(String lineEnd) throws IOException {
        write("rocket.yaml", "\uFEFF" + ROCKETS.replace("\n", lineEnd));

        assertThat(definitions.problems()).isEmpty();
        assertThat(definitions.methods())
                .filteredOn(method -> method.toolName().equals(MADE))
                .singleElement()
                .satisfies(method -> {
                    assertThat(method.title()).isEqualTo("List röckets 🚀");
                    assertThat(method.line()).isEqualTo(4);
                    assertThat(method.text()).doesNotContain("\r");
                });
    }

    @Test
    void whatIsNotUtf8IsToldWithItsLine() throws IOException {
        Files.write(folder.resolve("rocket.yaml"), ROCKETS.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(definitions.problems())
                .extracting(Problem::toString)
                .containsExactly("rocket.yaml:5: is not UTF-8 here: save the file as UTF-8");
        assertThat(definitions.methods()).hasSize(bundled);
    }

    @Test
    void onlyFilesAreRead() throws IOException {
        Files.createDirectory(folder.resolve("folder.yaml"));
        write(".rocket.yaml.swp", "[");
        write("._rocket.yaml", "[");
        write("rocket.yaml~", "[");
        Files.createSymbolicLink(folder.resolve("gone.yaml"), folder.resolve("nowhere"));
        write("rocket.yaml", ROCKETS);

        assertThat(definitions.problems()).isEmpty();
        assertThat(names()).contains(MADE).hasSize(bundled + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rocket.yml", "rocket.YAML", "rocket.Yml"})
    void aFileOfAnotherEndingIsNotReadAndSaysSo(String name) throws IOException {
        write(name, ROCKETS);

        assertThat(definitions.problems())
                .extracting(Problem::toString)
                .containsExactly(name + ": is not read: definitions end in .yaml, so rename it");
        assertThat(definitions.methods()).hasSize(bundled);

        Files.move(folder.resolve(name), folder.resolve("rocket.yaml"));
        assertThat(definitions.problems()).isEmpty();
        assertThat(names()).contains(MADE);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPipeKeepsNobodyWaiting() throws Exception {
        int made = new ProcessBuilder("mkfifo", folder.resolve("pipe.yaml").toString())
                .start()
                .waitFor();

        assertThat(made).isZero();
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(names()).hasSize(bundled));
    }

    @Test
    void filesOfEverySizeAreReadOrRefusedInGoodTime() throws IOException {
        write("long.yaml", "a: \"" + "x".repeat(5_000_000) + "\"");
        write("lines.yaml", "a:\n" + "  - b\n".repeat(10_000));
        write("deep.yaml", "a: " + "[".repeat(100_000));
        write("keys.yaml", "? ".repeat(100_000));
        write("bomb.yaml", bomb());
        write(
                "many.yaml",
                "resource: m\ntags: [m]\nmethods:\n"
                        + IntStream.range(0, 10_000)
                                .mapToObj(i -> "  m" + i + ":\n    description: x\n")
                                .collect(Collectors.joining()));
        write("rocket.yaml", ROCKETS);

        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(names()).contains(MADE).hasSize(bundled + 1));
        assertThat(definitions.problems())
                .extracting(Problem::toString)
                .contains(
                        "long.yaml: is longer than a million characters: split it into several files",
                        "deep.yaml: is nested deeper than a definition ever is",
                        "bomb.yaml:2: YAML's aliases (*name) are not followed: write out what it stands for",
                        "many.yaml: has 9975 faults more")
                .allMatch(problem -> problem.length() < 400)
                .hasSizeLessThan(40);
    }

    /** Whoever replaced a file may have meant to take a tool away: it must not come back by a typing error. */
    @Test
    void aBrokenFileKeepsTheBundledOneOfItsNameOutOfForceAndSaysSo() throws IOException {
        write("query.yaml", "resource: [");

        assertThat(names()).doesNotContain(QUERY);
        assertThat(definitions.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "query.yaml:1: the file ends in the middle of something (until this is put right, the tools of the"
                                + " bundled query.yaml are away too)");

        Files.delete(folder.resolve("query.yaml"));
        assertThat(names()).contains(QUERY);
        assertThat(definitions.problems()).isEmpty();
    }

    @Test
    void aFileOfItsOwnNameThatIsBrokenTakesNothingAway() throws IOException {
        write("rocket.yaml", ROCKETS.replace("api: rest", "api: moon"));

        assertThat(names()).hasSize(bundled);
        assertThat(definitions.problems())
                .singleElement()
                .asString()
                .startsWith("rocket.yaml:7: there is no api moon. There are rest, ")
                .doesNotContain("until");
    }

    /** Each list holds the one before ten times: ten levels are ten thousand million texts. */
    private static String bomb() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            String one = "*a" + (i - 1);
            text.append("a" + i + ": &a" + i + " [" + String.join(",", List.of(one, one, one, one, one)) + "]\n");
        }
        return text.toString();
    }

    private List<String> names() {
        return definitions.methods().stream().map(MethodDefinition::toolName).toList();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
