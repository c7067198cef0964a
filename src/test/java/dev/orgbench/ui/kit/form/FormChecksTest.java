package dev.orgbench.ui.kit.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import dev.orgbench.ui.kit.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said beside a field while one types, keyword by keyword. */
class FormChecksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'string','minLength':3} | 'ab' | At least 3 characters.",
                "{'type':'string','maxLength':3} | 'abcd' | At most 3 characters.",
                "{'type':'string','pattern':'^[A-Z]+$'} | 'abc' | Must match ^[A-Z]+$.",
                "{'type':'string','pattern':'^[A-Z]+$','description':'Letters A to Z'} | 'abc' | Must be: Letters A to Z.",
                "{'type':'string','format':'date'} | '31.1.2026' | Must be a date, as 2026-01-31.",
                "{'type':'string','format':'date-time'} | '2026-01-31' | Must be a date-time, as 2026-01-31T09:30:00Z.",
                "{'type':'string','format':'email'} | 'nobody' | Must be an email, as name@example.com.",
                "{'type':'string','format':'uri'} | 'no uri' | Must be a uri, as https://example.com/page.",
                "{'type':'string','format':'uuid'} | '12' | Must be a uuid, as 123e4567-e89b-12d3-a456-426614174000.",
                "{'type':'integer'} | 1.5 | Must be a whole number.",
                "{'type':'number','multipleOf':0.5} | 1.2 | A multiple of 0.5.",
                "{'type':'number','exclusiveMinimum':0} | 0 | More than 0.",
                "{'type':'number','exclusiveMaximum':10} | 10 | Less than 10.",
                "{'type':'array','minItems':2} | [1] | At least 2 of them.",
                "{'type':'array','uniqueItems':true} | [1,1] | No value may stand twice.",
                "{'type':'object','maxProperties':1} | {'a':1,'b':2} | At most 1 members.",
                "{'const':'this'} | 'that' | Must be this.",
                "{'enum':['a','b',3]} | 'c' | One of: a, b, 3.",
                "{'type':['string','null']} | 7 | Must be text or null.",
                "{'anyOf':[{'type':'null'},{'type':'string','minLength':4}]} | 'abc' | At least 4 characters.",
                "{'oneOf':[{'type':'string','maxLength':2},{'type':'integer'}]} | 'abc' | At most 2 characters.",
                "{'not':{'const':1}} | 1 | This is what the schema forbids.",
            })
    void eachKeywordIsCheckedInWords(String schema, String value, String words) throws Exception {
        FormModel form = new FormModel(JsonText.parse(("{'properties':{'a':" + schema + "}}").replace('\'', '"')));

        form.put(JsonPointer.compile("/a"), JsonText.parse(value.replace('\'', '"')));

        assertThat(form.shownProblems()).containsEntry(JsonPointer.compile("/a"), words);
        assertThat(form.maySend()).isFalse();
    }

    @Test
    void ofSeveralVariantsOnlyTheOneShownIsChecked() throws Exception {
        FormModel form = new FormModel(JsonText.parse("""
                {"type":"object","oneOf":[
                  {"properties":{"kind":{"const":"email"},"to":{"type":"string","format":"email"}},"required":["kind","to"]},
                  {"properties":{"kind":{"const":"call"},"number":{"type":"string","minLength":5}},"required":["kind","number"]}]}"""));
        Shape.Variants variants = (Shape.Variants) form.shape();

        form.chooseVariant(JsonPointer.empty(), variants, 1);
        form.put(JsonPointer.compile("/number"), JsonText.NODES.textNode("123"));
        form.showAll();

        assertThat(JsonText.compact(form.arguments())).isEqualTo("{\"kind\":\"call\",\"number\":\"123\"}");
        assertThat(form.shownProblems()).containsOnlyKeys(JsonPointer.compile("/number"));
        form.put(JsonPointer.compile("/number"), JsonText.NODES.textNode("12345"));
        assertThat(form.maySend()).isTrue();
    }

    @Test
    void goingBackToAVariantFindsWhatWasWrittenThere() throws Exception {
        FormModel form = new FormModel(JsonText.parse("""
                {"properties":{"who":{"oneOf":[
                  {"properties":{"kind":{"const":"user"},"name":{"type":"string"},"note":{"type":"string"}},"required":["kind"]},
                  {"properties":{"kind":{"const":"queue"},"queue":{"type":"string"},"note":{"type":"string"}},"required":["kind"]}]}}}"""));
        Shape.Variants variants = (Shape.Variants)
                ((Shape.Group) form.shape()).fields().getFirst().shape();
        JsonPointer who = JsonPointer.compile("/who");
        form.put(JsonPointer.compile("/who/name"), JsonText.NODES.textNode("Ada"));
        form.put(JsonPointer.compile("/who/note"), JsonText.NODES.textNode("urgent"));

        form.chooseVariant(who, variants, 1);
        assertThat(JsonText.compact(form.at(who))).isEqualTo("{\"note\":\"urgent\",\"kind\":\"queue\"}");
        form.chooseVariant(who, variants, 0);

        assertThat(form.at(who)).isEqualTo(JsonText.parse("{\"name\":\"Ada\",\"note\":\"urgent\",\"kind\":\"user\"}"));
    }

    @Test
    void aSchemaThatIsNoneChecksNothingAndLosesNothing() throws Exception {
        for (String schema : new String[] {
            "{\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":\"[\"}}}",
            "{\"properties\":{\"a\":{\"$ref\":\"#/nowhere\"}}}",
            "{\"type\":17}",
            "null"
        }) {
            FormModel form = new FormModel(JsonText.parse(schema));
            form.put(JsonPointer.compile("/a"), JsonText.NODES.textNode("x"));
            assertThat(JsonText.compact(form.arguments())).as(schema).isEqualTo("{\"a\":\"x\"}");
        }
    }

    @Test
    void aSchemaThatIsNoObjectIsWrittenAsJson() throws Exception {
        FormModel form = new FormModel(JsonText.parse("{\"type\":\"array\"}"));

        assertThat(form.rawProperty().get()).isTrue();
        assertThat(form.switchTo(false)).isFalse();
    }

    @Test
    void movingAndRemovingItemsTakesWhatIsUnfinishedAlong() throws Exception {
        FormModel form = new FormModel(JsonText.parse("{\"properties\":{\"list\":{\"type\":\"array\",\"items\":{}}}}"));
        JsonPointer list = JsonPointer.compile("/list");
        form.put(list, JsonText.parse("[0,1,2]"));
        form.putJson(list.appendIndex(2), "{\"half\":");

        form.move(list, 2, 0);
        assertThat(form.unfinishedText(list.appendIndex(0))).contains("{\"half\":");
        assertThat(JsonText.compact(form.at(list))).isEqualTo("[2,0,1]");
        form.clear(list.appendIndex(0));

        assertThat(form.unfinishedText(list.appendIndex(0))).isEmpty();
        assertThat(form.maySend()).isTrue();
    }

    @Test
    void aMemberIsRenamedWhereItStands_butNeverOntoAnother() throws Exception {
        FormModel form = new FormModel(JsonText.parse("{\"type\":\"object\",\"additionalProperties\":true}"));
        form.load(JsonText.parseObject("{\"a\":1.10,\"b\":2,\"c\":3}"));

        assertThat(form.rename(JsonPointer.compile("/a"), "c")).isFalse();
        assertThat(form.rename(JsonPointer.compile("/a"), "first")).isTrue();

        assertThat(JsonText.compact(form.arguments())).isEqualTo("{\"first\":1.10,\"b\":2,\"c\":3}");
    }

    @Test
    void aDraftBringsBackEverything_alsoRawTextThatIsNoJsonYet() throws Exception {
        FormModel form = new FormModel(JsonText.parse("{\"properties\":{\"a\":{}}}"));
        form.load(JsonText.parseObject("{\"a\":1.10,\"big\":123456789012345678901234567890.5}"));
        form.switchTo(true);
        form.typeRaw("{\"a\": 2.50, ");
        FormModel next = new FormModel(JsonText.parse("{\"properties\":{\"a\":{}}}"));

        next.restore(Written.of(form.written().text()));

        assertThat(next.rawText()).isEqualTo("{\"a\": 2.50, ");
        assertThat(next.rawProperty().get()).isTrue();
        assertThat(next.maySend()).isFalse();
        assertThat(JsonText.compact(next.arguments()))
                .isEqualTo("{\"a\":1.10,\"big\":123456789012345678901234567890.5}");
    }
}
