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
        assertThat(shape("{\"type\":\"object\"}")).isEqualTo(new Shape.Free());
        assertThat(shape("{}")).isEqualTo(new Shape.Free());
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
    void realAlternativesAreWrittenAsJson() throws Exception {
        assertThat(shape("{\"oneOf\":[{\"type\":\"string\"},{\"type\":\"integer\"}]}")).isEqualTo(new Shape.Free());
    }

    @Test
    void referencesAreFollowed_andRecursionEnds() throws Exception {
        Shape.Group group = new SchemaReader(JsonText.parse("""
                {"$defs":{"node":{"type":"object","properties":{"name":{"type":"string"},"child":{"$ref":"#/$defs/node"}}},
                          "loop":{"$ref":"#/$defs/loop"}},
                 "properties":{"tree":{"$ref":"#/$defs/node"},"loop":{"$ref":"#/$defs/loop"},"far":{"$ref":"https://x/y"}}}"""))
                .group();

        assertThat(group.fields().get(0).shape()).isInstanceOf(Shape.Group.class);
        assertThat(group.fields().get(1).shape()).isEqualTo(new Shape.Free());
        assertThat(group.fields().get(2).shape()).isEqualTo(new Shape.Free());
    }

    @Test
    void theBriefIsTheFirstSentence() throws Exception {
        assertThat(field("a", "{\"type\":\"string\",\"description\":\"Most records in one page. More text.\"}").brief())
                .isEqualTo("Most records in one page");
    }

    private static Shape shape(String schema) throws JsonText.Malformed {
        return field("a", schema).shape();
    }

    private static Shape.Field field(String name, String schema) throws JsonText.Malformed {
        return new SchemaReader(JsonText.parse("{\"properties\":{\"" + name + "\":" + schema + "}}"))
                .group()
                .fields()
                .getFirst();
    }
}
