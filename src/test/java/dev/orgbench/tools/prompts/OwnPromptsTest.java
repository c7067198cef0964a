package dev.orgbench.tools.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.salesforce.OrgConnection;
import dev.orgbench.salesforce.SignIn;
import dev.orgbench.tools.Behaviours;
import dev.orgbench.tools.Definitions;
import dev.orgbench.tools.Terms;
import dev.orgbench.tools.ToolCatalogue;
import dev.orgbench.tools.salesforce.SalesforceBehaviours;
import dev.orgbench.tools.sources.BundledDefinitions;
import dev.orgbench.tools.sources.FolderDefinitions;
import dev.orgbench.tools.sources.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person's own prompts, in a folder. Nothing of this asks the org. */
class OwnPromptsTest {
    private static final String GOOD = """
            name: greet
            title: Greet an object
            description: Says hello to an object.
            tools: [list_all_salesforce_query]
            arguments:
              object_name:
                description: Whom to greet
                required: true
                completed_by: {choices: objects}
              language:
                description: In which language
                completed_by: {values: [Français, 日本語]}
            text:
              - Say hello to {object_name}.
              - Say it in {language}.
              - unless: language
                say: Say it in English.
            """;

    private final OrgConnection org = new OrgConnection(
            "Nowhere",
            URI.create("http://127.0.0.1:1"),
            "62.0",
            new SignIn.PastedSession("00D!session"),
            new OkHttpClient(),
            Clock.systemUTC());

    @TempDir
    private Path folder;

    private Prompts prompts;

    @BeforeEach
    void read() {
        Behaviours behaviours = SalesforceBehaviours.all();
        ToolCatalogue catalogue = new ToolCatalogue(
                new Definitions(behaviours, List.of(new BundledDefinitions("salesforce"))), behaviours, new byte[] {1});
        prompts = new Prompts(
                catalogue, List.of(new BundledDefinitions("salesforce/prompts"), new FolderDefinitions(folder)));
    }

    @Test
    void aFileOfTheFolderAddsAPromptAtOnce() throws Exception {
        int bundled = names().size();
        write("greet.yaml", GOOD);

        assertThat(names()).hasSize(bundled + 1).endsWith("greet");
        assertThat(prompts.get("greet", Map.of("object_name", "Account", "language", "日本語"), org, Terms.ALL))
                .isEqualTo(new PromptText("Says hello to an object.", "Say hello to Account.\nSay it in 日本語."));
        assertThat(prompts.get("greet", Map.of("object_name", "Account"), org, Terms.ALL)
                        .text())
                .isEqualTo("Say hello to Account.\nSay it in English.");
        assertThat(prompts.problems(org)).isEmpty();

        Files.delete(folder.resolve("greet.yaml"));
        assertThat(names()).hasSize(bundled);
    }

    @Test
    void aFileOfABundledOnesNameStandsInForIt() throws Exception {
        int bundled = names().size();
        write("find_object.yaml", GOOD.replace("greet", "find_object"));

        assertThat(names()).hasSize(bundled);
        assertThat(prompts.list(org, Terms.ALL).getFirst().title()).isEqualTo("Greet an object");
    }

    @Test
    void aNameThatAnotherFileHasIsAFaultAndTheFirstStays() throws Exception {
        write("mine.yaml", GOOD.replace("greet", "find_object"));

        assertThat(prompts.list(org, Terms.ALL).getFirst().title()).isEqualTo("Find the object for a word");
        assertThat(prompts.problems(org))
                .extracting(Problem::toString)
                .containsExactly("mine.yaml: the prompt find_object is already in find_object.yaml");
    }

    @Test
    void aFileOfAnotherEndingIsAFault() throws IOException {
        write("greet.yml", GOOD);

        assertThat(prompts.problems(org))
                .extracting(Problem::toString)
                .containsExactly("greet.yml: is not read: definitions end in .yaml, so rename it");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            {language}.            | {langage}.           | greet.yaml:15: there is no argument langage. Did you mean language? There are object_name, language
            Say hello to {object_name}. | Say hello.      | greet.yaml:6: the argument object_name is in no line of text; write {object_name} there
            unless: language       | unless: tongue       | greet.yaml:16: there is no argument tongue. There are object_name, language
            unless: language       | unless: object_name  | greet.yaml:16: object_name is required, so this is never said
            choices: objects       | choices: object      | greet.yaml:9: there are no choices object. Did you mean objects? There are objects, createable_objects, custom_objects, fields, custom_fields, custom_picklists, picklist_values
            choices: objects       | choices: fields      | greet.yaml:9: fields needs object, an API name or the {name} of an argument
            choices: objects       | choices: picklist_values, object: Task | greet.yaml:9: picklist_values needs field, an API name or the {name} of an argument
            choices: objects       | choices: fields, object: "{objekt}" | greet.yaml:9: there is no argument objekt. There are object_name, language
            choices: objects       | object: Task         | greet.yaml:9: completed_by needs either values, a list, or choices, one of objects, createable_objects, custom_objects, fields, custom_fields, custom_picklists, picklist_values
            Say it in {language}.  | Say: it in {language} | greet.yaml:15: a line of text is a text, in quotes if it has a colon, or {unless: argument, say: text}; not {"Say":"it in {language}"}
            say: Say it in English. | tell: Say it.       | greet.yaml:16: a line of text is a text, in quotes if it has a colon, or {unless: argument, say: text}; not {"unless":"language","tell":"Say it."}
            Say it in {language}.  | 5                    | greet.yaml:15: a line of text is a text, in quotes if it has a colon, or {unless: argument, say: text}; not 5
            all_salesforce_query   | all_salesforce_queri | greet.yaml:4: there is no tool list_all_salesforce_queri, so no server has this prompt. Did you mean list_all_salesforce_query?
            """)
    void aFaultNamesFileAndLineAndWhatToWriteInstead(String right, String wrong, String problem) throws IOException {
        int bundled = names().size();
        write("greet.yaml", GOOD.replace(right, wrong));

        assertThat(prompts.problems(org)).extracting(Problem::toString).containsExactly(problem);
        assertThat(names()).hasSize(bundled);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            name: greet            | name: Greet Me       | 1
            title: Greet an object | titel: Hello         | 2
            tools:                 | tool:                | 4
            required: true         | required: yes please | 8
            text:                  | txt:                 | 13
            description: Whom      | descriptions: Whom   | 7
            """)
    void aFileOfAnotherShapeIsAFaultOnItsLine(String right, String wrong, int line) throws IOException {
        write("greet.yaml", GOOD.replace(right, wrong));

        assertThat(prompts.problems(org))
                .allMatch(problem -> problem.file().equals("greet.yaml"))
                .extracting(Problem::line)
                .contains(line);
        assertThat(names()).doesNotContain("greet").contains("find_object");
    }

    @Test
    void aPromptForAPinnedObjectsToolIsNoFault() throws IOException {
        write("greet.yaml", GOOD.replace("list_all_salesforce_query", "create_a_salesforce_contact"));

        assertThat(prompts.problems(org)).isEmpty();
        assertThat(names()).doesNotContain("greet");
    }

    private List<String> names() {
        return prompts.list(org, Terms.ALL).stream().map(Prompt::name).toList();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
