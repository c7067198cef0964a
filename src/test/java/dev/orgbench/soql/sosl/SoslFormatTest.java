package dev.orgbench.soql.sosl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.soql.SoqlSyntaxException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoslFormatTest {
    private static final int SEARCHES = 500;

    @Test
    void aClauseStandsOnALine() {
        assertThat(
                        Sosl.format(
                                "find {Acme  or \"a b\"}in name fields returning Account(Id,Name where Name<>'x' limit 5),Contact "
                                        + "with snippet ( target_length = 120 ) with spell_correction=FALSE with network in('0DB') limit 7 update viewstat,tracking"))
                .isEqualTo("""
                        FIND {Acme  or "a b"}
                        IN NAME FIELDS
                        RETURNING Account(Id, Name WHERE Name != 'x' LIMIT 5), Contact
                        WITH SNIPPET(target_length=120)
                        WITH SPELL_CORRECTION = false
                        WITH NETWORK = '0DB'
                        LIMIT 7
                        UPDATE VIEWSTAT, TRACKING""");
    }

    @Test
    void whatIsLongHasAnObjectALine() {
        assertThat(Sosl.format(
                        "FIND {Acme} RETURNING Account(Id, Name, Industry USING LISTVIEW=Mine WHERE Industry = 'Manufacturing' AND Name LIKE 'A%'"
                                + " ORDER BY Name LIMIT 5), Contact(Id, FirstName, LastName), Lead(Id)"))
                .isEqualTo("""
                        FIND {Acme}
                        RETURNING
                          Account(Id, Name, Industry
                            WHERE Industry = 'Manufacturing' AND Name LIKE 'A%'
                            USING LISTVIEW = Mine
                            ORDER BY Name
                            LIMIT 5),
                          Contact(Id, FirstName, LastName),
                          Lead(Id)""");
    }

    @Test
    void randomSearchesMeanTheSameAndFormattingTwiceChangesNothing() throws Exception {
        Random random = new Random(42);
        for (int i = 0; i < SEARCHES; i++) {
            String sosl = new RandomSearch(random).text();
            String formatted = Sosl.format(sosl);
            assertThat(meaning(formatted)).as(sosl).isEqualTo(meaning(sosl));
            assertThat(Sosl.format(formatted)).isEqualTo(formatted);
            assertThat(formatted).doesNotContain(" \n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "FIND", "find {acme} returning", "find {acme} -- all"})
    void aTextWithAnErrorStaysAsItIs(String sosl) {
        assertThat(Sosl.format(sosl)).isEqualTo(sosl);
    }

    private static String meaning(String sosl) throws SoqlSyntaxException {
        return Sosl.parse(sosl).toString().replaceAll("Range\\[start=\\d+, end=\\d+]", "");
    }
}
