package dev.orgbench.ui.kit.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.ui.kit.JsonText;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaReaderTest {
    @Test
    void eachTypeGetsItsEditor() throws Exception {
        assertThat(shape("{\"type\":\"string\"}")).isEqualTo(new Shape.Text(Shape.Kind.LINE));
        assertThat(shape("{\"type\":\"string\",\"maxLength\":1000}")).isEqualTo(new Shape.Text(Shape.Kind.PARAGRAPH));
        assertThat(shape("{\"type\":\"integer\",\"minimum\":1,\"maximum\":2000}"))
                .isEqualTo(new Shape.Numeric(true, BigDecimal.ONE, BigDecimal.valueOf(2000)));
        assertThat(shape("{\"type\":\"boolean\"}")).isEqualTo(new Shape.Flag());
        assertThat(shape("{\"type\":\"array\",\"items\":{\"type\":\"number\"}}"))
                .isEqualTo(new Shape.ListOf(new Shape.Numeric(false, null, null)));
        assertThat(shape("{\"type\":\"object\"}")).isEqualTo(new Shape.Group(List.of(), new Shape.Any()));
        assertThat(shape("{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}"))
                .isEqualTo(new Shape.Group(List.of(), new Shape.Text(Shape.Kind.LINE)));
        assertThat(shape("{\"type\":\"string\",\"format\":\"date\"}"))
                .isEqualTo(new Shape.Text(Shape.Kind.LINE, "date"));
        assertThat(shape("{\"type\":\"array\"}")).isEqualTo(new Shape.ListOf(new Shape.Any()));
        assertThat(shape("{}")).isEqualTo(new Shape.Any());
    }

    @Test
    void aQueryIsWrittenInAnEditorOfItsOwn() throws Exception {
        assertThat(field("q", "{\"type\":\"string\"}").shape()).isEqualTo(new Shape.Text(Shape.Kind.SOQL));
    }

    @Test
    void nullableIsKnownInAllItsForms() throws Exception {
        for (String schema : List.of(
                "{\"type\":[\"string\",\"null\"]}",
                "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}",
                "{\"oneOf\":[{\"type\":\"null\"},{\"type\":\"string\"}]}")) {
            Shape.Field field = field("a", schema);
            assertThat(field.nullable()).as(schema).isTrue();
            assertThat(field.shape()).as(schema).isEqualTo(new Shape.Text(Shape.Kind.LINE));
        }
    }

    @Test
    void aChoiceWithNullOffersOnlyTheOthers() throws Exception {
        Shape.Field field = field("a", "{\"enum\":[\"x\",null]}");

        assertThat(field.nullable()).isTrue();
        assertThat(field.shape()).isEqualTo(new Shape.Choice(List.of(JsonText.NODES.textNode("x"))));
    }

    @Test
    void alternativesAreVariantsNamedByWhatTellsThemApart() throws Exception {
        assertThat(variants("{\"oneOf\":[{\"type\":\"string\"},{\"type\":\"integer\"}]}"))
                .containsExactly("text", "whole number");
        assertThat(variants("{\"type\":[\"string\",\"number\"]}")).containsExactly("text", "number");
        assertThat(variants("""
                        {"anyOf":[{"title":"By name","properties":{"name":{"type":"string"}}},
                          {"properties":{"kind":{"const":"id"},"id":{"type":"string"}}},
                          {"properties":{"a":{},"b":{}},"required":["a","b"]}, {"title":"By name","properties":{"c":{}}}]}""")).containsExactly("By name", "id", "a, b", "By name (2)");
        assertThat(shape("{\"oneOf\":[{\"const\":\"a\"},{\"const\":\"b\"}]}"))
                .isEqualTo(new Shape.Choice(List.of(JsonText.NODES.textNode("a"), JsonText.NODES.textNode("b"))));
    }

    @Test
    void alternativesAtTheRootShareWhatStandsBesideThem() throws Exception {
        Shape root = new SchemaReader(JsonText.parse("""
                        {"type":"object","properties":{"all":{"type":"string"}},"required":["all"],
                         "oneOf":[{"properties":{"kind":{"const":"one"}}},{"properties":{"kind":{"const":"two"},"more":{}}}]}""")).arguments();

        List<Shape.Variant> variants = ((Shape.Variants) root).variants();
        assertThat(variants).extracting(Shape.Variant::name).containsExactly("one", "two");
        assertThat(((Shape.Group) variants.get(1).shape()).fields())
                .extracting(Shape.Field::name)
                .containsExactlyInAnyOrder("all", "kind", "more");
    }

    @Test
    void alternativesThatOnlySayWhatGoesTogetherLeaveOneForm() throws Exception {
        Shape root = new SchemaReader(JsonText.parse("""
                        {"type":"object","properties":{"id":{"type":"string"},"name":{"type":"string"}},
                         "anyOf":[{"required":["id"]},{"required":["name"]}]}""")).arguments();

        assertThat(((Shape.Group) root).fields()).hasSize(2);
    }

    @Test
    void allOfIsMerged_andContradictionsAreWrittenAsJson() throws Exception {
        Shape merged = shape("""
                {"allOf":[{"properties":{"a":{"type":"string"}},"required":["a"]},
                          {"properties":{"b":{"type":"integer","minimum":1}}},{"properties":{"b":{"minimum":5}}}]}""");
        assertThat(((Shape.Group) merged).fields())
                .extracting(Shape.Field::name)
                .containsExactly("a", "b");
        assertThat(((Shape.Group) merged).fields().get(1).shape())
                .isEqualTo(new Shape.Numeric(true, BigDecimal.valueOf(5), null));
        assertThat(shape("{\"allOf\":[{\"type\":\"string\"},{\"type\":\"integer\"}]}"))
                .isInstanceOf(Shape.Free.class);
    }

    @Test
    void whatTheFormCannotShowSaysWhy() throws Exception {
        for (String schema : List.of(
                "{\"type\":\"object\",\"patternProperties\":{\"^x\":{}}}",
                "{\"type\":\"array\",\"prefixItems\":[{}]}",
                "{\"$ref\":\"https://example.com/other.json\"}",
                "{\"$ref\":\"#/$defs/nothing\"}",
                "false")) {
            assertThat(shape(schema)).as(schema).isInstanceOfSatisfying(Shape.Free.class, free -> assertThat(free.why())
                    .isNotBlank());
        }
    }

    @Test
    void referencesAreFollowed_andRecursionEnds() throws Exception {
        Shape.Group group = (Shape.Group) new SchemaReader(JsonText.parse("""
                {"$defs":{"node":{"type":"object","properties":{"name":{"type":"string"},"child":{"$ref":"#/$defs/node"}}},
                          "loop":{"$ref":"#/$defs/loop"}},
                 "properties":{"tree":{"$ref":"#/$defs/node"},"loop":{"$ref":"#/$defs/loop"},"far":{"$ref":"https://x/y"}}}""")).arguments();

        Shape.Group tree = (Shape.Group) group.fields().get(0).shape();
        assertThat(tree.fields().get(1).shape()).isEqualTo(new Shape.Free("It repeats itself from here on."));
        assertThat(group.fields().get(1).shape()).isInstanceOf(Shape.Free.class);
        assertThat(group.fields().get(2).shape()).isInstanceOf(Shape.Free.class);
    }

    @Test
    void theBriefIsTheFirstSentence() throws Exception {
        assertThat(field("a", "{\"type\":\"string\",\"description\":\"Most records in one page. More text.\"}")
                        .brief())
                .isEqualTo("Most records in one page");
    }

    private static List<String> variants(String schema) throws JsonText.Malformed {
        return ((Shape.Variants) shape(schema))
                .variants().stream().map(Shape.Variant::name).toList();
    }

    private static Shape shape(String schema) throws JsonText.Malformed {
        return field("a", schema).shape();
    }

    private static Shape.Field field(String name, String schema) throws JsonText.Malformed {
        Shape group =
                new SchemaReader(JsonText.parse("{\"properties\":{\"" + name + "\":" + schema + "}}")).arguments();
        return ((Shape.Group) group).fields().getFirst();
    }
}
