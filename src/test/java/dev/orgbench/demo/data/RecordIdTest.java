package dev.orgbench.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordIdTest {
    /** Pairs as Salesforce gives them out. */
    @ParameterizedTest
    @CsvSource({
        "012000000000000, 012000000000000AAA",
        "01gRO0000016PIA, 01gRO0000016PIAYA2",
        "001D000000IRFma, 001D000000IRFmaIAH",
        "000000000000000, 000000000000000AAA"
    })
    void addsTheChecksumThatCarriesTheCase(String shortId, String fullId) {
        assertThat(RecordId.parse(shortId)).contains(fullId);
        assertThat(RecordId.parse(fullId)).contains(fullId);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "001", "01gRO0000016PIAYA3", "01gRO0000016PI-", "01gRO0000016PIAYA2x", "01gRO0000016PIé"})
    void knowsWhatIsNoId(String text) {
        assertThat(RecordId.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"001D000000IRFmaIAH", "001d000000irfmaiah", "001D000000IRFMAIAH"})
    void theLongFormSurvivesAChangeOfCase(String text) {
        assertThat(RecordId.parse(text)).contains("001D000000IRFmaIAH");
    }

    @Test
    void countsInOrder() {
        assertThat(RecordId.of("001", 61).compareTo(RecordId.of("001", 62))).isNegative();
        assertThat(RecordId.customPrefix(0)).isEqualTo("a00");
        assertThat(RecordId.customPrefix(62)).isEqualTo("a10");
    }
}
