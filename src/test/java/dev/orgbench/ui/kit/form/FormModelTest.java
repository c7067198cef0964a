package dev.orgbench.ui.kit.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ui.kit.JsonText;
import org.junit.jupiter.api.Test;

class FormModelTest {
    private final FormModel form = new FormModel(json("""
            {"type":"object","required":["q","Metadata"],"additionalProperties":true,"properties":{
              "q":{"type":"string"},
              "limit":{"type":"integer","minimum":1,"maximum":2000},
              "detail":{"type":"string","enum":["compact","full"]},
              "tags":{"type":"array","items":{"type":"string"}},
              "fields":{"type":"object"},
              "Metadata":{"type":"object","required":["label"],"properties":{
                 "label":{"type":"string"},"nameField":{"type":"object","properties":{"type":{"type":"string"}}}}}}}"""));

    @Test
    void switchingThereAndBackLosesNothing() throws Exception {
        String text =
                "{ \"unknown\": {\"deep\":[1.10, null]},\n  \"limit\": 7, \"q\": \"SELECT Id FROM Account\", \"amount\": 412500.00 }";
        form.switchTo(true);
        form.typeRaw(text);

        assertThat(form.switchTo(false)).isTrue();
        assertThat(form.unknownMembers(JsonPointer.empty(), (Shape.Group) form.shape()))
                .containsExactly("unknown", "amount");
        form.put(at("/limit"), JsonText.NODES.numberNode(8));
        form.put(at("/limit"), JsonText.NODES.numberNode(7));
        assertThat(form.switchTo(true)).isTrue();

        assertThat(JsonText.compact(JsonText.parse(form.rawText())))
                .isEqualTo(
                        "{\"unknown\":{\"deep\":[1.10,null]},\"limit\":7,\"q\":\"SELECT Id FROM Account\",\"amount\":412500.00}");
    }

    @Test
    void whatWasWrittenComesBackWhole_alsoWhatIsNoJsonYet() {
        form.put(at("/q"), JsonText.NODES.textNode("SELECT Id FROM Task"));
        form.putJson(at("/fields"), "{\"Subject\": ");
        Written before = form.written();
        form.load(JsonText.NODES.objectNode().put("q", "an example"));
        assertThat(form.unfinishedText(at("/fields"))).isEmpty();

        form.restore(before);

        assertThat(form.at(at("/q")).asText()).isEqualTo("SELECT Id FROM Task");
        assertThat(form.unfinishedText(at("/fields"))).contains("{\"Subject\": ");
        assertThat(form.maySend()).isFalse();
    }

    @Test
    void rawTextThatStillSaysTheSameIsShownAsItWasTyped() {
        form.switchTo(true);
        form.typeRaw("{\"q\":   \"x\"}");
        form.switchTo(false);
        form.switchTo(true);

        assertThat(form.rawText()).isEqualTo("{\"q\":   \"x\"}");
    }

    @Test
    void whileTheRawTextIsNoJson_itStaysAndNothingCanBeSent() {
        form.switchTo(true);
        form.typeRaw("{\"q\": \"x\",}");

        assertThat(form.switchTo(false)).isFalse();
        assertThat(form.rawProperty().get()).isTrue();
        assertThat(form.maySend()).isFalse();
        assertThat(form.shownProblems().get(JsonPointer.empty())).startsWith("Row 1, column");
    }

    @Test
    void aFieldOfJsonThatIsNoneYetKeepsTheFormOpen() {
        form.putJson(at("/fields"), "{\"Name\": ");

        assertThat(form.switchTo(true)).isFalse();
        assertThat(form.shownProblems()).containsKey(at("/fields"));

        form.putJson(at("/fields"), "{\"Name\": \"Acme\"}");
        assertThat(form.switchTo(true)).isTrue();
        assertThat(form.at(at("/fields/Name")).asText()).isEqualTo("Acme");
    }

    @Test
    void nothingIsCalledMissingBeforeOneTries() {
        assertThat(form.shownProblems()).isEmpty();
        assertThat(form.maySend()).isFalse();

        form.showAll();

        assertThat(form.shownProblems()).containsEntry(at("/q"), "Required.");
    }

    @Test
    void aMissingObjectNamesTheFieldsInItThatAreNeeded() {
        form.showAll();

        assertThat(form.shownProblems())
                .containsEntry(at("/Metadata/label"), "Required.")
                .doesNotContainKey(at("/Metadata"));
    }

    @Test
    void aFieldSaysWhatIsWrongWhileItIsTyped() {
        form.put(at("/limit"), JsonText.NODES.numberNode(5000));
        assertThat(form.shownProblems()).containsEntry(at("/limit"), "At most 2,000.");

        form.put(at("/limit"), JsonText.NODES.textNode("many"));
        assertThat(form.shownProblems()).containsEntry(at("/limit"), "Must be a whole number.");

        form.put(at("/limit"), JsonText.NODES.numberNode(50));
        assertThat(form.shownProblems()).isEmpty();
    }

    @Test
    void aValueOutsideTheChoiceNamesTheChoices() {
        form.put(at("/detail"), JsonText.NODES.textNode("all"));

        assertThat(form.shownProblems()).containsEntry(at("/detail"), "One of: compact, full.");
    }

    @Test
    void clearingTheLastFieldOfAnObjectTakesTheObjectOut() {
        form.put(at("/Metadata/nameField/type"), JsonText.NODES.textNode("Text"));
        assertThat(form.at(at("/Metadata/nameField/type")).asText()).isEqualTo("Text");

        form.clear(at("/Metadata/nameField/type"));

        assertThat(form.arguments().isEmpty()).isTrue();
    }

    @Test
    void itemsOfAListAreChangedAndTakenOutByPlace() {
        form.put(at("/tags"), json("[\"a\",\"b\",\"c\"]"));
        form.put(at("/tags/1"), JsonText.NODES.textNode("B"));
        form.clear(at("/tags/0"));

        assertThat(JsonText.compact(form.at(at("/tags")))).isEqualTo("[\"B\",\"c\"]");
    }

    @Test
    void rawJsonMaySendWhatTheSchemaForbids_toSeeWhatTheServerSays() {
        form.switchTo(true);
        form.typeRaw("{\"limit\": 5000}");

        assertThat(form.maySend()).isTrue();
        assertThat(form.shownProblems()).containsEntry(at("/limit"), "At most 2,000.");
    }

    @Test
    void argumentsHandedOutAreNeverAltered() {
        form.put(at("/q"), JsonText.NODES.textNode("one"));
        JsonNode before = form.arguments();
        form.put(at("/q"), JsonText.NODES.textNode("two"));

        assertThat(before.path("q").asText()).isEqualTo("one");
    }

    private static JsonPointer at(String pointer) {
        return JsonPointer.compile(pointer);
    }

    private static JsonNode json(String text) {
        try {
            return JsonText.parse(text);
        } catch (JsonText.Malformed e) {
            throw new IllegalArgumentException(e.text(), e);
        }
    }
}
