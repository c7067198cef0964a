package dev.orgbench.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test
    void soqlKnowsItsWordsInAnyCase_butNotInsideStringsOrNames() {
        assertThat(styled(Language.SOQL, "select Name FROM Order__c WHERE A = 'FROM' AND D = LAST_N_DAYS:30"))
                .containsExactly(
                        "keyword:select",
                        "keyword:FROM",
                        "keyword:WHERE",
                        "string:'FROM'",
                        "keyword:AND",
                        "date:LAST_N_DAYS:30");
    }

    @Test
    void aFieldThatIsNamedLikeADateLiteralStaysPlain() {
        assertThat(styled(Language.SOQL, "LastModifiedDate")).isEmpty();
    }

    @Test
    void jsonTellsNamesFromStrings() {
        assertThat(styled(Language.JSON, "{\"a\\\"b\" : \"c: d\", \"n\": -1.5e3, \"t\": true}"))
                .containsExactly(
                        "key:\"a\\\"b\"",
                        "string:\"c: d\"",
                        "key:\"n\"",
                        "number:-1.5e3",
                        "key:\"t\"",
                        "constant:true");
    }

    @Test
    void yamlTellsKeysFromTextWithColons() {
        assertThat(styled(Language.YAML, "# why\nq:\n  doc: \"a: b\"\n  max: 200\n"))
                .containsExactly("comment:# why", "key:q", "key:doc", "string:\"a: b\"", "key:max", "number:200");
    }

    @Test
    void anOpenStringOfAMegabyteIsDoneInAMoment() {
        String open = "{\"a\": \"" + "\\x".repeat(500_000);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Language.JSON.spans(open));
    }

    private static List<String> styled(Language language, String text) {
        return language.spans(text).stream()
                .map(span -> span.style().substring("code-".length()) + ":" + text.substring(span.start(), span.end()))
                .toList();
    }
}
