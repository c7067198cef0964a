package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.tools.salesforce.SalesforceBehaviours;
import dev.orgbench.tools.sources.BundledDefinitions;
import dev.orgbench.tools.sources.DefinitionSource;
import dev.orgbench.tools.sources.DefinitionSource.DefinitionFile;
import dev.orgbench.tools.sources.FolderDefinitions;
import dev.orgbench.tools.sources.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsTest {
    private static final Behaviours BEHAVIOURS = SalesforceBehaviours.all();
    private static final String INTEGRATION = """
            integration: warehouse
            title: Warehouse
            apis:
              rest: /v{version}
            """;
    private static final String GOOD = """
            resource: box
            plural: boxes
            tags: [stock]
            methods:
              list:
                title: List boxes
                description: Lists the boxes.
                request: {method: GET, api: rest, path: /boxes}
                query_schema:
                  properties:
                    colour: {type: string, description: Only boxes of this colour}
                paging: {style: slice, items: boxes, total: count}
                result_schema: {properties: {boxes: {type: array}}}

              # Boxes are emptied, not deleted.
              empty_out:
                name: empty_a_warehouse_box
                title: Empty a box
                description: Empties a box.
                request: {method: POST, api: rest, path: '/boxes/{id}/empty'}
                path_schema:
                  required: [id]
                  properties:
                    id: {type: string, description: The box}
                result_schema: {properties: {}}
            """;

    @Test
    void theBundledDefinitionsMakeTheInventoryAndHaveNoFault() {
        Definitions definitions = new Definitions(BEHAVIOURS, List.of(new BundledDefinitions("salesforce")));

        assertThat(definitions.problems()).isEmpty();
        assertThat(definitions.methods())
                .extracting(MethodDefinition::toolName)
                .containsExactly(
                        "list_all_salesforce_query",
                        "list_all_salesforce_search",
                        "list_all_salesforce_query_plans",
                        "list_all_salesforce_objects",
                        "get_single_salesforce_object_describe_by_id",
                        "get_single_salesforce_record_by_id",
                        "create_a_salesforce_record",
                        "update_a_salesforce_record_by_id",
                        "delete_a_salesforce_record_by_id",
                        "upsert_a_salesforce_record_by_external_id",
                        "create_many_salesforce_records",
                        "list_all_salesforce_related_records",
                        "list_all_salesforce_recent_records",
                        "list_all_salesforce_tooling_query",
                        "list_all_salesforce_custom_objects",
                        "get_single_salesforce_custom_object_by_id",
                        "create_a_salesforce_custom_object",
                        "update_a_salesforce_custom_object_by_id",
                        "delete_a_salesforce_custom_object_by_id",
                        "list_all_salesforce_custom_fields",
                        "get_single_salesforce_custom_field_by_id",
                        "create_a_salesforce_custom_field",
                        "update_a_salesforce_custom_field_by_id",
                        "delete_a_salesforce_custom_field_by_id",
                        "list_all_salesforce_limits",
                        "get_single_salesforce_user_info",
                        "search",
                        "fetch");
    }

    @Test
    void anotherApiIsDefinedByDataAlone() {
        Definitions definitions = definitions(INTEGRATION, GOOD);

        assertThat(definitions.problems()).isEmpty();
        List<Tool> tools =
                definitions.methods().stream().map(new ToolGenerator()::tool).toList();
        assertThat(tools).extracting(Tool::name).containsExactly("list_all_warehouse_boxes", "empty_a_warehouse_box");
        assertThat(tools.getFirst().inputSchema().path("properties").properties())
                .extracting(each -> each.getKey())
                .containsExactly("colour", "limit", "next_cursor");
        assertThat(tools.get(1).method()).isEqualTo(Method.CUSTOM);
        assertThat(tools.get(1).readOnly()).isFalse();
        assertThat(tools.get(1).destructive()).isTrue();
        assertThat(tools.get(1).openWorld()).isTrue();
    }

    @Test
    void aToolShowsTheTextOfItsOwnMethod() {
        Tool tool = new ToolGenerator()
                .tool(definitions(INTEGRATION, GOOD).methods().get(1));

        assertThat(tool.definition())
                .startsWith("empty_out:\n  name: empty_a_warehouse_box\n")
                .endsWith("result_schema: {properties: {}}\n")
                .doesNotContain("List boxes");
    }

    @Test
    void aFileThatIsNotYamlNamesTheLineAndTheOthersLiveOn() {
        Definitions definitions = definitions(INTEGRATION, GOOD, "resource: crate\ntags: [stock\nmethods: {}\n");

        assertThat(definitions.methods()).hasSize(2);
        assertThat(definitions.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("file2.yaml");
            assertThat(problem.line()).isBetween(2, 3);
        });
    }

    @Test
    void anUnknownKeyAMissingKeyAndAKeyGivenTwiceAreFaults() {
        assertThat(problems(GOOD.replace("path: /boxes}", "path: /boxes, verb: x}")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(8);
                    assertThat(problem.fault()).contains("verb");
                });
        assertThat(problems(GOOD.replace("tags: [stock]\n", "")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.fault()).contains("tags"));
        assertThat(problems(GOOD.replace("plural: boxes", "resource: boxes")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("file1.yaml:2: ")
                        .contains("resource"));
    }

    @Test
    void namesThatLeadNowhereAreFaultsWithTheirLine() {
        assertThat(problems(GOOD.replace("{id}/empty", "{box}/empty")))
                .extracting(Problem::toString)
                .contains(
                        "file1.yaml:20: {box} is not an argument of path_schema. Add it there, or take it out of the path");
        assertThat(problems(GOOD.replace("path: /boxes}", "path: /boxes, path_when: {full: '/boxes/{id}'}}")))
                .extracting(Problem::fault)
                .containsExactly("full is not an argument of the method", "it must hold the same {...} as path");
        assertThat(problems(GOOD.replace("api: rest, path: /boxes", "api: soap, path: /boxes")))
                .extracting(Problem::fault)
                .containsExactly("there is no api soap. There are rest");
        assertThat(problems(GOOD.replace("    paging:", "    before: [dance]\n    paging:")))
                .extracting(Problem::fault)
                .singleElement()
                .asString()
                .startsWith("there is no behaviour dance. There are changed_fields, custom_field_body");
        assertThat(problems(GOOD.replace("    name: empty_a_warehouse_box\n", "")))
                .extracting(Problem::fault)
                .containsExactly("the method empty_out needs a name, the whole name of its tool");
        assertThat(problems(GOOD.replace("resource: box", "resource: box_" + "x".repeat(60))
                        .replace("plural: boxes\n", "")))
                .extracting(Problem::fault)
                .singleElement()
                .asString()
                .contains("longer than 64");
    }

    @Test
    void whatAMethodTouchesIsChecked() {
        String touching = GOOD.replace("    paging:", "    touches: [{access: read, object: colour}]\n    paging:");
        assertThat(problems(touching)).isEmpty();
        assertThat(problems(touching.replace("object: colour", "dragon: colour")))
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .startsWith(
                        "file1.yaml:12: nothing finds the objects of dragon; there are field, fields_of, metadata,");
        assertThat(problems(touching.replace("object: colour", "object: size")))
                .extracting(Problem::fault)
                .containsExactly("size is not an argument");
        assertThat(problems(GOOD.replace(
                        "    path_schema:", "    touches: [{access: read, rows: name}]\n    path_schema:")))
                .extracting(Problem::fault)
                .containsExactly("rows are those of a list, and there is no paging");
        assertThat(problems(touching.replace("access: read", "access: look")))
                .extracting(Problem::fault)
                .singleElement()
                .asString()
                .contains("methods.list.touches.0.access");
        assertThat(problems(touching.replace(", object: colour", ""))).hasSize(1);
    }

    @Test
    void howAToolIsMadeForOneObjectIsChecked() {
        String typed = GOOD.replace(
                "    paging:",
                "    typed: {object: colour, fields: colour, by: fields_of_new, title: '{label}', description: '{object}'}\n"
                        + "    paging:");
        assertThat(problems(typed)).isEmpty();
        assertThat(problems(typed.replace("object: colour", "object: shade")))
                .extracting(Problem::toString)
                .containsExactly("file1.yaml:12: shade is not an argument of the method");
        assertThat(problems(typed.replace("by: fields_of_new", "by: magic")))
                .extracting(Problem::fault)
                .singleElement()
                .asString()
                .startsWith("there is no behaviour magic");
        assertThat(problems(typed.replace(", title: '{label}'", "")))
                .extracting(Problem::fault)
                .singleElement()
                .asString()
                .contains("title");
        assertThat(problems(GOOD.replace("tags: [stock]", "tags: [stock]\nonly_if: sunshine")))
                .extracting(Problem::fault)
                .singleElement()
                .asString()
                .contains("only_if");
        assertThat(definitions(INTEGRATION, GOOD.replace("tags: [stock]", "tags: [stock]\nonly_if: search_and_fetch"))
                        .methods())
                .hasSize(2)
                .allMatch(method -> "search_and_fetch".equals(method.onlyIf()));
    }

    @Test
    void withoutDocumentationThereIsNoTool() {
        Definitions noDescription = definitions(INTEGRATION, GOOD.replace("    description: Lists the boxes.\n", ""));
        assertThat(noDescription.methods())
                .extracting(MethodDefinition::toolName)
                .containsExactly("empty_a_warehouse_box");
        assertThat(noDescription.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(5);
            assertThat(problem.fault()).contains("no description").contains("no tool");
        });

        Definitions noArgumentDescription = definitions(
                INTEGRATION, GOOD.replace("id: {type: string, description: The box}", "id: {type: string}"));
        assertThat(noArgumentDescription.methods())
                .extracting(MethodDefinition::toolName)
                .containsExactly("list_all_warehouse_boxes");
    }

    @Test
    void aNameIsGivenToOneToolOnly() {
        Definitions definitions = definitions(INTEGRATION, GOOD, GOOD);

        assertThat(definitions.methods()).hasSize(2);
        assertThat(definitions.problems())
                .extracting(Problem::fault)
                .anyMatch(fault ->
                        fault.startsWith("the tool list_all_warehouse_boxes is already made by file1.yaml:5:"));
    }

    @Test
    void aPersonsFolderOverridesAndAddsAndShowsAtOnce(@TempDir Path folder) throws Exception {
        Definitions definitions = new Definitions(
                BEHAVIOURS, List.of(new BundledDefinitions("salesforce"), new FolderDefinitions(folder)));
        assertThat(definitions.methods()).hasSize(28);

        Files.writeString(folder.resolve("query.yaml"), GOOD);
        assertThat(definitions.methods())
                .extracting(MethodDefinition::toolName)
                .contains("list_all_salesforce_boxes")
                .doesNotContain("list_all_salesforce_query");

        Files.writeString(folder.resolve("query.yaml"), "resource: [");
        assertThat(definitions.methods()).hasSize(27);
        assertThat(definitions.problems()).hasSize(1);

        Files.delete(folder.resolve("query.yaml"));
        assertThat(definitions.methods()).hasSize(28);
        assertThat(definitions.problems()).isEmpty();
    }

    private static List<Problem> problems(String resource) {
        return definitions(INTEGRATION, resource).problems();
    }

    private static Definitions definitions(String integration, String... resources) {
        DefinitionFile first = new DefinitionFile("integration.yaml", integration);
        DefinitionSource source = () -> {
            List<DefinitionFile> files = new ArrayList<>(List.of(first));
            for (int i = 0; i < resources.length; i++) {
                files.add(new DefinitionFile("file" + (i + 1) + ".yaml", resources[i]));
            }
            return files;
        };
        return new Definitions(BEHAVIOURS, List.of(source));
    }
}
