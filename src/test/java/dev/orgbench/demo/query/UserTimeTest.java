package dev.orgbench.demo.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.demo.TestOrg;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Days are those of the user's own time zone, weeks those of his locale. His clocks in New York went back an hour on the
 * 1st of November 2026, a day of 25 hours, and forward on the 8th of March, one of 23.
 */
class UserTimeTest {
    private static TestOrg org;
    private static String user;

    @BeforeAll
    static void moveToNewYork(@TempDir Path folder) throws IOException {
        Instant now = Instant.parse("2026-11-03T03:30:00Z");
        org = TestOrg.start(folder.resolve("org.db"), Clock.fixed(now, ZoneOffset.UTC));
        user = org.value("SELECT Id FROM User WHERE Username = '" + org.org().userName() + "'")
                .asText();
        assertThat(org.patch("sobjects/User/" + user, "{\"TimeZoneSidKey\":\"America/New_York\"}")
                        .status())
                .isEqualTo(204);
        for (String start : List.of(
                "2026-03-08T04:59:00Z",
                "2026-03-08T05:00:00Z",
                "2026-03-09T03:59:00Z",
                "2026-03-09T04:00:00Z",
                "2026-11-01T03:59:00Z",
                "2026-11-01T04:00:00Z",
                "2026-11-02T04:59:00Z",
                "2026-11-02T05:00:00Z",
                "2026-11-03T04:59:00Z",
                "2026-11-03T05:00:00Z")) {
            String event = "{\"Subject\":\"%s\",\"StartDateTime\":\"%1$s\",\"DurationInMinutes\":1}".formatted(start);
            assertThat(org.post("sobjects/Event", event).status()).isEqualTo(201);
        }
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            StartDateTime = YESTERDAY                                          | 2026-11-01T04:00:00Z | 2026-11-02T04:59:00Z | 2
            StartDateTime = TODAY                                              | 2026-11-02T05:00:00Z | 2026-11-03T04:59:00Z | 2
            StartDateTime = TOMORROW                                           | 2026-11-03T05:00:00Z | 2026-11-03T05:00:00Z | 1
            StartDateTime = THIS_WEEK                                          | 2026-11-01T04:00:00Z | 2026-11-03T05:00:00Z | 5
            StartDateTime = N_DAYS_AGO:239                                     | 2026-03-08T05:00:00Z | 2026-03-09T03:59:00Z | 2
            StartDateTime = N_DAYS_AGO:240                                     | 2026-03-08T04:59:00Z | 2026-03-08T04:59:00Z | 1
            StartDateTime = LAST_MONTH                                         | 2026-11-01T03:59:00Z | 2026-11-01T03:59:00Z | 1
            DAY_ONLY(convertTimezone(StartDateTime)) = 2026-03-08              | 2026-03-08T05:00:00Z | 2026-03-09T03:59:00Z | 2
            DAY_ONLY(convertTimezone(StartDateTime)) = 2026-11-01              | 2026-11-01T04:00:00Z | 2026-11-02T04:59:00Z | 2
            HOUR_IN_DAY(convertTimezone(StartDateTime)) = 0                    | 2026-03-08T05:00:00Z | 2026-11-03T05:00:00Z | 5
            """)
    void aDayIsTheUsersWhateverItsLength(String where, String first, String last, int count) throws IOException {
        String from = "Event WHERE Subject LIKE '2026-%' AND " + where;

        assertThat(org.value("SELECT MIN(Subject) FROM " + from).asText()).isEqualTo(first);
        assertThat(org.value("SELECT MAX(Subject) FROM " + from).asText()).isEqualTo(last);
        assertThat(org.count(from)).isEqualTo(count);
    }

    /** The 1st of November is a Sunday. (SOQL and SOSL Reference: the locale decides on a week's first day.) */
    @ParameterizedTest
    @CsvSource({
        "de_DE, THIS_WEEK, 3",
        "de_DE, LAST_WEEK, 3",
        "ar_EG, THIS_WEEK, 6",
        "en_US, THIS_WEEK, 5",
        "en_US, LAST_WEEK, 1"
    })
    void aWeekBeginsOnTheDayThatTheUsersLocaleSays(String locale, String week, int count) throws IOException {
        org.patch("sobjects/User/" + user, "{\"LocaleSidKey\":\"" + locale + "\"}");
        try {
            assertThat(org.count("Event WHERE Subject LIKE '2026-%' AND StartDateTime = " + week))
                    .isEqualTo(count);
        } finally {
            org.patch("sobjects/User/" + user, "{\"LocaleSidKey\":\"en_US\"}");
        }
    }

    @Test
    void timesAreFormattedInIt() throws IOException {
        assertThat(org.value("SELECT FORMAT(StartDateTime) d FROM Event WHERE Subject = '2026-11-02T04:59:00Z'")
                        .asText())
                .isEqualTo("11/1/2026, 11:59 PM");
    }
}
