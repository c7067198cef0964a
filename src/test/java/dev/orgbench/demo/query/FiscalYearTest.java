package dev.orgbench.demo.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiscalYearTest {
    @ParameterizedTest
    @CsvSource({
        "1,  2026-11-22, 2026-01-01, 2026-10-01",
        "2,  2026-11-22, 2026-02-01, 2026-11-01",
        "2,  2026-01-31, 2025-02-01, 2025-11-01",
        "2,  2026-02-01, 2026-02-01, 2026-02-01",
        "10, 2026-09-30, 2025-10-01, 2026-07-01",
        "12, 2024-02-29, 2023-12-01, 2023-12-01",
    })
    void aDayHasItsFiscalYearAndQuarter(int startMonth, LocalDate day, LocalDate year, LocalDate quarter) {
        FiscalYear fiscal = new FiscalYear(startMonth, false);

        assertThat(fiscal.yearOf(day)).isEqualTo(year);
        assertThat(fiscal.quarterOf(day)).isEqualTo(quarter);
    }

    /** The rows are closed on 2025-11-15, 2026-01-31, 2026-10-31, 2026-11-22, 2026-12-01 and 2027-02-01. */
    @ParameterizedTest
    @CsvSource({
        "2, 0, '2026, 2; 2027, 3; 2028, 1'",
        "2, 1, '2025, 2; 2026, 3; 2027, 1'",
        "1, 0, '2025, 1; 2026, 4; 2027, 1'",
        "1, 1, '2025, 1; 2026, 4; 2027, 1'",
        "12, 0, '2025, 1; 2026, 3; 2027, 2'"
    })
    void theOrganizationSaysWhenAYearBeginsAndWhatItIsCalled(int month, int byStart, String years, @TempDir Path folder)
            throws Exception {
        try (GoldenOrg org = new GoldenOrg(folder)) {
            org.execute("UPDATE Organization SET FiscalYearStartMonth = " + month + ", UsesStartDateAsFiscalYearName = "
                    + byStart);

            QueryPage page = org.query(
                    "SELECT FISCAL_YEAR(CloseDate), COUNT(Id) FROM Opportunity GROUP BY FISCAL_YEAR(CloseDate)"
                            + " ORDER BY FISCAL_YEAR(CloseDate)");

            assertThat(new GoldenAnswer(false).of(page)).isEqualTo(years);
        }
    }

    @Test
    void withoutAMonthTheFiscalYearIsTheCalendars(@TempDir Path folder) throws Exception {
        try (GoldenOrg org = new GoldenOrg(folder)) {
            org.execute("UPDATE Organization SET FiscalYearStartMonth = NULL");

            assertThat(org.query("SELECT COUNT() FROM Opportunity WHERE CloseDate = THIS_FISCAL_YEAR")
                            .totalSize())
                    .isEqualTo(4);
        }
    }
}
