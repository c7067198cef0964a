package dev.orgbench.ui.objects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.ui.kit.JsonText;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FieldDraftTest {
    private static final String PICKLIST = """
            {"type":"Picklist","label":"Status","required":false,"inlineHelpText":null,"description":"Old",
             "valueSet":{"restricted":true,"valueSetDefinition":{"sorted":false,"value":[
              {"fullName":"New","label":"New","default":true,"isActive":true},
              {"fullName":"Shipped","label":"Out","default":false,"isActive":true},
              {"fullName":"Gone","label":"Gone","default":false,"isActive":false}]}}}""";

    @Test
    void aNewFieldIsNamedLikeItsLabelUntilThePersonThinksOtherwise() {
        FieldDraft draft = FieldDraft.create("Account").with(FieldPart.LABEL, "Renewal date (next)");
        assertThat(draft.text(FieldPart.NAME)).isEqualTo("Renewal_date_next");
        FieldDraft named = draft.with(FieldPart.NAME, "Renewal").with(FieldPart.LABEL, "Another");
        assertThat(named.text(FieldPart.NAME)).isEqualTo("Renewal");
    }

    @Test
    void theCallHasWhatTheKindNeedsAndNothingElse() {
        FieldDraft text =
                FieldDraft.create("Account").with(FieldPart.LABEL, "Rank").with(FieldPart.UNIQUE, "true");
        assertThat(text.arguments())
                .hasToString(
                        "{\"object_name\":\"Account\",\"DeveloperName\":\"Rank\",\"Metadata\":{\"type\":\"Text\",\"label\":\"Rank\","
                                + "\"length\":80,\"unique\":true},\"visible_to\":[\"System Administrator\"]}");
        FieldDraft picklist =
                text.with(FieldKind.PICKLIST).with(FieldPart.VALUES, "* New\nShipped => Out the door\n\n");
        assertThat(picklist.problems()).isEmpty();
        assertThat(picklist.arguments().at("/Metadata"))
                .hasToString(
                        "{\"type\":\"Picklist\",\"label\":\"Rank\",\"valueSet\":{\"restricted\":true,\"valueSetDefinition\":{\"sorted\":false,\"value\":["
                                + "{\"fullName\":\"New\",\"label\":\"New\",\"default\":true},{\"fullName\":\"Shipped\",\"label\":\"Out the door\",\"default\":false}]}}}");
        assertThat(text.with(FieldKind.CHECKBOX).arguments().at("/Metadata"))
                .hasToString("{\"type\":\"Checkbox\",\"label\":\"Rank\",\"defaultValue\":false}");
    }

    @ParameterizedTest
    @EnumSource(FieldKind.class)
    void everyKindCanBeFilledInWithoutAProblem(FieldKind kind) {
        FieldDraft draft = FieldDraft.create("Account")
                .with(FieldPart.LABEL, "Rank")
                .with(FieldPart.VALUES, "A")
                .with(FieldPart.TARGET, "Contact")
                .with(FieldPart.RELATIONSHIP, "Ranks")
                .with(FieldPart.FORMAT, "R-{0000}")
                .with(kind);
        assertThat(draft.problems()).isEmpty();
        assertThat(draft.arguments().at("/Metadata/type").asText()).isEqualTo(kind.metadataName());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "TEXT;LABEL;' '",
                "TEXT;NAME;1abc",
                "TEXT;NAME;a__b",
                "TEXT;NAME;naïve",
                "TEXT;LENGTH;256",
                "TEXT;LENGTH;-1",
                "TEXT;LENGTH;x",
                "TEXT;LENGTH;99999999999999",
                "NUMBER;PRECISION;19",
                "NUMBER;SCALE;19",
                "HTML;LINES;5",
                "PICKLIST;VALUES;''",
                "LOOKUP;TARGET;''",
                "LOOKUP;RELATIONSHIP;a b",
                "AUTO_NUMBER;FORMAT;R-0000",
            })
    void whatSalesforceWouldRefuseIsSaidAtItsPart(FieldKind kind, FieldPart part, String text) {
        FieldDraft draft = FieldDraft.create("Account").with(kind).with(part, text);
        assertThat(draft.problems()).containsKey(part);
    }

    @Test
    void aPartOfTenThousandCharactersIsRefused_andNothingBreaks() {
        String text = "long_name".repeat(1_100);
        for (FieldKind kind : FieldKind.values()) {
            for (FieldPart part : FieldPart.values()) {
                FieldDraft draft = FieldDraft.create("Account").with(kind).with(part, text);
                assertThat(draft.arguments()).isNotEmpty();
                assertThat(draft.problems().keySet().contains(part)
                                || !draft.asks(part)
                                || part.input() == FieldPart.Input.FLAG
                                || part == FieldPart.TARGET
                                || part == FieldPart.VISIBLE_TO)
                        .as("%s %s", kind, part)
                        .isTrue();
            }
        }
    }

    @Test
    void picklistsOfAThousandValuesAreTaken_moreOrTwiceTheSameAreNot() {
        String thousand = IntStream.range(0, 1_000).mapToObj(i -> "值 " + i).collect(Collectors.joining("\n"));
        assertThat(PicklistText.problem(PicklistText.read(thousand))).isEmpty();
        assertThat(PicklistText.problem(PicklistText.read(thousand + "\nmore")))
                .get()
                .asString()
                .contains("at most 1,000");
        assertThat(PicklistText.problem(PicklistText.read("a\nA")))
                .get()
                .asString()
                .contains("stands twice");
        assertThat(PicklistText.problem(PicklistText.read("*a\n*b")))
                .get()
                .asString()
                .contains("Only one");
        assertThat(PicklistText.problem(PicklistText.read("=> label"))).isPresent();
    }

    @Test
    void anEditSendsOnlyWhatChanged_andRetiresTheValuesThatWereTakenOut() throws Exception {
        FieldDraft draft = FieldDraft.edit(
                        "Deal__c", new FieldDraft.Existing("00N1", "Status__c", JsonText.parse(PICKLIST)))
                .orElseThrow();
        assertThat(draft.text(FieldPart.VALUES)).isEqualTo("* New\nShipped => Out");
        assertThat(draft.changesSomething()).isFalse();
        assertThat(draft.problems()).isEmpty();

        FieldDraft changed = draft.with(FieldPart.HELP, "Look")
                .with(FieldPart.DESCRIPTION, "")
                .with(FieldPart.VALUES, "New\nGone\nFresh");
        assertThat(changed.tool()).isEqualTo(FieldTools.UPDATE);
        assertThat(changed.arguments()).isEqualTo(JsonText.parse("""
                        {"id":"00N1","Metadata":{"inlineHelpText":"Look","description":null,"valueSet":{"valueSetDefinition":{"value":[
                          {"fullName":"New","label":"New","default":false},
                          {"fullName":"Gone","label":"Gone","default":false,"isActive":true},
                          {"fullName":"Fresh","label":"Fresh","default":false},
                          {"fullName":"Shipped","default":false,"isActive":false}]}}}}"""));
    }

    @Test
    void valuesWithBarsAreValues_andTheirLabelsStandBehindAnArrow() throws Exception {
        assertThat(PicklistText.problem(PicklistText.read("A | B\nA | C"))).isEmpty();
        assertThat(PicklistText.read("* A | B => Both\nA\\=>B => \\=>\n\\*\nC =>"))
                .containsExactly(
                        new PicklistText.Value("A | B", "Both", true),
                        new PicklistText.Value("A=>B", "\\=>", false),
                        new PicklistText.Value("*", "*", false),
                        new PicklistText.Value("C", "C", false));
        assertThat(FieldPart.VALUES.prompt()).contains("Value => Label");
    }

    @Test
    void valuesThatHaveTheFormsOwnSignsInThem_comeBackAsTheyAreWhenOthersAreChanged() throws Exception {
        FieldDraft draft = FieldDraft.edit("Deal__c", new FieldDraft.Existing("00N1", "Team__c", JsonText.parse("""
                                        {"type":"Picklist","label":"Team","valueSet":{"valueSetDefinition":{"value":[
                                          {"valueName":"A | B","label":"A | B"},{"valueName":"A | C","label":"A => C","default":true},
                                          {"valueName":"* Star","label":"* Star"},{"valueName":"a=>b","label":"a=>b"}]}}}""")))
                .orElseThrow();
        assertThat(draft.problems()).isEmpty();
        assertThat(draft.changesSomething()).isFalse();
        assertThat(draft.with(FieldPart.VALUES, draft.text(FieldPart.VALUES) + "\nNew")
                        .arguments())
                .isEqualTo(JsonText.parse("""
                        {"id":"00N1","Metadata":{"valueSet":{"valueSetDefinition":{"value":[
                          {"fullName":"New","label":"New","default":false}]}}}}"""));
    }

    @Test
    void aKindThatTheFormDoesNotKnowIsNotEdited() throws Exception {
        assertThat(FieldDraft.edit(
                        "A", new FieldDraft.Existing("00N1", "X__c", JsonText.parse("{\"type\":\"Summary\"}"))))
                .isEmpty();
    }

    @Test
    void whatWasWrittenIsKeptAndRestored_andDamageIsNoHarm() {
        FieldDraft written = FieldDraft.create("Account").with(FieldKind.DATE).with(FieldPart.LABEL, "日付 😀");
        assertThat(FieldDraft.create("Account").restored(written.kept())).isEqualTo(written);
        assertThat(FieldDraft.create("Account").restored("{\"kind\":\"NOTHING\",\"LABEL\":5}"))
                .isEqualTo(FieldDraft.create("Account"));
        assertThat(FieldDraft.create("Account").restored("[oops")).isEqualTo(FieldDraft.create("Account"));
        assertThat(written.kept().toLowerCase(Locale.ROOT)).contains("date");
    }
}
