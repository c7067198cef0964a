package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.tools.sources.DefinitionSource.DefinitionFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault that a definition file can have: where it is, what it is, what to write instead. */
class DefinitionFaultsTest {
    private static final String INTEGRATION = """
            integration: warehouse
            title: Warehouse
            apis: {rest: '/v{version}', stock: /stock}
            """;
    private static final String BOX = """
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
                examples:
                  - {does: Box 7, arguments: {id: '7'}}
            """;
    private static final Behaviours BEHAVIOURS = new Behaviours(
            Map.of("known_box", call -> {}),
            Map.of("boxes_by_size", (call, answer) -> call.notes()),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of());

    @Test
    void theFileThatTheCasesBreakIsRight() {
        assertThat(faults(BOX)).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, maxCharsPerColumn = 2000, textBlock = """
            '    title: List boxes'  | '<TAB>title: List boxes' | 6: is indented by a tab: YAML takes spaces only
            plural: boxes            | resource: boxes          | 2: the key resource is given twice: keep one of them
            tags: [stock]            | tags: [stock             | 3: a [ is opened and not closed
            'path: /boxes}'          | 'path: /boxes'           | 8: a { is opened and not closed
            Lists the boxes.         | '"Lists the boxes.'      | 7: a quote is opened and not closed
            Lists the boxes.         | 'Lists: the boxes.'      | '7: there is no place for a key here: put a text that holds ": " into quotes, and indent keys of one object alike'
            Lists the boxes.         | '@Lists the boxes.'      | 7: a text cannot begin with @: put it into quotes
            '    description: Lists' | '   description: Lists'  | 7: is not indented as what it belongs to, or no key stands here
            Lists the boxes.         | 'Lists <BELL>.'          | 7: holds the control character U+0007: take it out
            Lists the boxes.         | 'Lists <?>.'             | 7: is not UTF-8 here: save the file as UTF-8
            tags: [stock]            | 'tags: [stock]<NL>---<NL>a: b'    | 5: a second document begins here (---): put it into a file of its own
            tags: [stock]            | 'tags: &t [stock]<NL>more: *t'    | 4: YAML's aliases (*name) are not followed: write out what it stands for
            """)
    void whatIsNoYamlNamesItsLine(String right, String wrong, String fault) {
        assertFault(right, wrong, fault);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, maxCharsPerColumn = 2000, textBlock = """
            'plural: boxes'   | 'plurals: boxes'      | 2: there is no key plurals in the file. Did you mean plural? There are resource, plural, only_if, tags, methods
            'tags: [stock]'   | 'tags: stock'         | '3: tags must be a list, as [a, b], not the text "stock"'
            'tags: [stock]'   | 'tags: []'            | 3: tags is empty
            'tags: [stock]'   | '# none'              | 1: the file needs the key tags
            'resource: box'   | 'resource: Box'       | '1: resource cannot be "Box": write small letters, digits and _, beginning with a letter'
            '  list:'         | '  List:'             | 5: List is no name: write small letters, digits and _, beginning with a letter
            'method: GET'     | 'method: get'         | '8: methods.list.request.method cannot be "get". Did you mean GET? Write GET, POST, PATCH, PUT or DELETE'
            'api: rest, path: /boxes'  | 'api: rest'  | 8: methods.list.request needs the key path ({name} stands for an argument of path_schema)
            'path: /boxes}'   | 'path: boxes}'        | '8: methods.list.request.path cannot be "boxes": write a path that begins with a slash'
            'title: List boxes' | 'title:'            | 6: methods.list.title must be a text, not nothing
            'title: List boxes' | 'title: [a]'        | 6: methods.list.title must be a text, not a list
            'style: slice'    | 'style: slices'       | '12: methods.list.paging.style cannot be "slices". Did you mean slice? Write next_link, cursor or slice'
            'paging: {'       | 'annotations: {destructive: yes please}<NL>    paging: {' | '12: methods.list.annotations.destructive must be true or false, not the text "yes please"'
            """)
    void whatHasAnotherShapeNamesTheKeyAndWhatIsWanted(String right, String wrong, String fault) {
        assertFault(right, wrong, fault);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, maxCharsPerColumn = 2000, textBlock = """
            'api: rest, path: /boxes' | 'api: resd, path: /boxes' | '8: there is no api resd. Did you mean rest? There are rest, stock'
            '    paging:'    | '    before: [know_box]<NL>    paging:'   | 12: there is no behaviour know_box. Did you mean known_box? There are known_box
            '    paging:'    | '    result: boxes<NL>    paging:'        | 12: there is no behaviour boxes. Did you mean boxes_by_size? There are boxes_by_size
            '    paging:'    | '    errors: [help]<NL>    paging:'       | '12: there is no behaviour help: leave it out'
            'style: slice'   | 'style: next_link'      | 12: paging by next_link needs next, the key of the next page's path
            'style: slice'   | 'style: cursor'         | '12: paging by cursor needs next, the key of the cursor, and parameter, what it is sent back as'
            'total: count'   | 'page_size: {min: 1, max: 9}'   | '12: page_size needs header or parameter, and not both'
            '{id}/empty'     | '{idd}/empty'           | '18: {idd} is not an argument of path_schema. Did you mean id? Add it there, or take it out of the path'
            '/{id}/empty'    | '/empty'                | '22: {id} is not in the path: an argument that goes elsewhere belongs to query_schema, body_schema or local_schema'
            'required: [id]' | 'required: [id, ids]'   | 20: the required argument ids is not among the properties. Did you mean id?
            'name: empty_a_warehouse_box' | 'annotations: {}' | '14: the method empty_out needs a name, the whole name of its tool'
            'name: empty_a_warehouse_box' | 'name: empty_a_very_large_warehouse_box_that_stands_in_the_very_last_row' | 14: the tool name empty_a_very_large_warehouse_box_that_stands_in_the_very_last_row is longer than 64 characters
            'name: empty_a_warehouse_box' | 'name: list_all_warehouse_boxes' | '14: the tool list_all_warehouse_boxes is already made by box.yaml:5: give this one another name, or the file the name of the one that it is to stand in for'
            'path: /boxes}'  | 'path: /boxes, body_from: colour3}<NL>    body_schema: {properties: {colour2: {type: string, description: x}}}' | 8: colour3 is not an argument of body_schema. Did you mean colour2?
            '    paging:'    | '    local_schema: {properties: {colour: {type: string, description: x}}}<NL>    paging:' | 12: the argument colour is given twice: all of a method's arguments are one list to its callers
            'colour: {type: string' | 'colour: {type: strng' | '11: methods.list.query_schema.properties.colour.type cannot be "strng". Did you mean string? Write string, integer, number, boolean, array or object'
            'colour: {type: string' | 'colour: {type: string, patern: x' | 11: there is no key patern in a schema. Did you mean pattern?
            'colour: {type: string' | 'colour: {type: string, pattern: "["' | '11: methods.list.query_schema.properties.colour.pattern cannot be "[". Write a regular expression'
            'colour: {type: string' | 'colour: {required: true' | '11: methods.list.query_schema.properties.colour.required cannot be true. Write a list, as [a, b]'
            'boxes: {type: array'   | 'boxes: {$ref: "http://x.example/y"' | '13: schemas are not fetched: write out what $ref refers to'
            'boxes: {type: array'   | 'boxes: {items: {properties: 5}' | '13: methods.list.result_schema.properties.boxes.items.properties cannot be 5. Write an object of schemas by their names'
            'arguments: {id: '   | 'arguments: {other: 1, id: '               | '25: the example cannot be called: There is no argument `other`. There are: id.'
            '    title: Empty a box<NL>'  | ''         | '14: methods.empty_out has no title, so it makes no tool'
            'id: {type: string, description: The box}' | 'id: {type: string}' | '22: the argument id has no description, so methods.empty_out makes no tool'
            """)
    void whatLeadsNowhereNamesWhatIsThere(String right, String wrong, String fault) {
        assertFault(right, wrong, fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            'title: Warehouse'  | 'titel: Warehouse' | 2: there is no key titel in the file. Did you mean title? There are integration, title, open_world, apis, advice
            'stock: /stock'     | 'stock: stock'     | '3: apis.stock cannot be "stock": write a path that begins with a slash, or nothing'
            ': warehouse'       | ': my_warehouse'   | '1: integration cannot be "my_warehouse": write small letters and digits, beginning with a letter'
            """)
    void theIntegrationsOwnFileIsCheckedAlike(String right, String wrong, String fault) {
        Definitions definitions = definitions(INTEGRATION.replace(right, wrong), BOX);

        assertThat(definitions.problems())
                .extracting(problem -> problem.line() + ": " + problem.fault())
                .anyMatch(told -> told.startsWith(fault))
                .first()
                .asString()
                .endsWith("(until this is put right, there are no tools at all)");
        assertThat(definitions.methods()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "'# Nothing yet\n'", "hello", "'- a\n- b'", "null", "{}", "'{}}'", "'? ? ?'", "'\0'"})
    void aFileWithoutADefinitionIsToldAndNothingElse(String text) {
        assertThat(faults(text)).isNotEmpty().allMatch(fault -> fault.length() < 200);
    }

    private static void assertFault(String right, String wrong, String fault) {
        String broken = BOX.replace(written(right), written(wrong));
        assertThat(broken).isNotEqualTo(BOX);
        assertThat(faults(broken)).contains(fault);
    }

    private static String written(String text) {
        return text.replace("<NL>", "\n")
                .replace("<TAB>", "\t")
                .replace("<BELL>", "\u0007")
                .replace("<?>", "\uFFFD");
    }

    private static List<String> faults(String box) {
        return definitions(INTEGRATION, box).problems().stream()
                .map(problem -> problem.line() + ": " + problem.fault())
                .collect(Collectors.toList());
    }

    private static Definitions definitions(String integration, String box) {
        return new Definitions(
                BEHAVIOURS,
                List.of(() -> List.of(
                        new DefinitionFile("integration.yaml", integration), new DefinitionFile("box.yaml", box))));
    }
}
