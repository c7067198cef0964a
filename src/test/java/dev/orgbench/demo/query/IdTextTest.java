package dev.orgbench.demo.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdTextTest {
    @Test
    void theLongFormFollowsFromTheShortOne() {
        assertThat(IdText.inFull("01gRO0000016PIA")).contains("01gRO0000016PIAYA2");
        assertThat(IdText.inFull("001D000000IRFma")).contains("001D000000IRFmaIAH");
    }

    @Test
    void theLongFormSurvivesAChangeOfCase() {
        assertThat(IdText.inFull("001D000000IRFmaIAH")).contains("001D000000IRFmaIAH");
        assertThat(IdText.inFull("001d000000irfmaiah")).contains("001D000000IRFmaIAH");
        assertThat(IdText.inFull("001D000000IRFMAIAH")).contains("001D000000IRFmaIAH");
    }

    @Test
    void otherTextsAreNoIds() {
        assertThat(IdText.inFull("")).isEmpty();
        assertThat(IdText.inFull("001D000000IRFm")).isEmpty();
        assertThat(IdText.inFull("001D000000IRF'a")).isEmpty();
        assertThat(IdText.inFull("001D000000IRFmaIAHx")).isEmpty();
    }
}
