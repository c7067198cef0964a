package dev.orgbench.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellInputTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1250.50|1250.50",
                " 7 |7",
                "-1,250,000.5|-1250000.5",
                "1e3|1E+3",
                "123456789012345678|123456789012345678"
            })
    void aNumberGoesAsItWasMeant(String typed, String sent) {
        assertThat(read(typed, GridColumn.Kind.NUMBER)).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,5",
                "1.250,50",
                "12,34",
                "text",
                "1e999999999",
                "1e-999999999",
                "NaN",
                "0x10",
                "1 000",
                "½",
                ","
            })
    void whatCouldBeAnotherNumberIsRefused(String typed) {
        assertThat(read(typed, GridColumn.Kind.NUMBER)).startsWith("a number");
    }

    @Test
    void aPastedNovelIsNoNumber() {
        assertThat(read("1" + ",234".repeat(100_000), GridColumn.Kind.NUMBER))
                .startsWith("a number of at most 38 digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.01.2026", "2026-02-30", "2026-1-1", "today", "2026-01-31T00:00:00Z"})
    void aDateThatIsNoneIsRefused(String typed) {
        assertThat(read(typed, GridColumn.Kind.DATE)).startsWith("a date is needed, as ");
    }

    @Test
    void aFlagIsNeverNothing() {
        assertThat(read("", GridColumn.Kind.BOOLEAN)).isEqualTo("true or false is needed");
        assertThat(read("TRUE", GridColumn.Kind.BOOLEAN)).isEqualTo("true");
    }

    @Test
    void aTextIsTakenWhole_orItsLengthIsSaid() {
        assertThat(read("  שלום \uD83D\uDE42 \n", GridColumn.Kind.TEXT)).isEqualTo("  שלום \uD83D\uDE42 \n");
        assertThat(read("x".repeat(101), GridColumn.Kind.TEXT)).isEqualTo("101 characters; Field takes 100");
    }

    private static String read(String typed, GridColumn.Kind kind) {
        return switch (CellInput.read(typed, new GridColumn(List.of("Field"), kind, "", true, List.of(), false, 100))) {
            case CellInput.Value value -> value.json().asText();
            case CellInput.Refused refused -> refused.why();
        };
    }
}
