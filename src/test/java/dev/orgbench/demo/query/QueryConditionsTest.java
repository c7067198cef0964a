package dev.orgbench.demo.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows a WHERE lets through. In the tables, a row is named by the last digit of its id. */
class QueryConditionsTest {
    private final Path folder;

    QueryConditionsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Name = 'ACME'                                         | 1
            Name != 'acme'                                        | 2345
            Industry != 'Energy'                                  | 235
            Industry = null                                       | 3
            Industry = ''                                         | 3
            Industry != null                                      | 1245
            Industry <> ''                                        | 1245
            NOT Industry = 'energy'                               | 235
            Name = 'BÜRGERSTIFTUNG'                               | 3
            Name LIKE 'bÜrger%'                                   | 3
            Name LIKE 'acme%'                                     | 12
            Name LIKE '%\\_w%'                                    | 4
            Name LIKE '100\\%%'                                   | 4
            Name LIKE 'Acm_'                                      | 1
            (NOT Name LIKE 'a%')                                  | 345
            Name = 'O\\'Hara \\\\ Sons'                           | 5
            Name LIKE 'O\\'Hara \\\\%'                            | 5
            Name IN ('ACME', 'bürgerstiftung')                    | 13
            Industry IN ('energy', null)                          | 134
            Industry NOT IN ('Energy', 'Zoo')                     | 23
            Name > 'b'                                            | 35
            AnnualRevenue > 300                                   | 14
            AnnualRevenue >= 300.0                                | 134
            AnnualRevenue = 12345678.9                            | 4
            AnnualRevenue < 1 AND NumberOfEmployees = 0           | 5
            AnnualRevenue != 300                                  | 1245
            AnnualRevenue = null                                  | 2
            NumberOfEmployees IN (10, 200)                        | 12
            IsPartner = true                                      | 1
            IsPartner != TRUE                                     | 2345
            Parent.IsPartner = false                              | 1345
            Parent.Name = 'acme'                                  | 2
            Parent.Name = null                                    | 135
            Parent.Parent.Owner.Name = 'ada king'                 | 4
            Parent.Name != 'Acme'                                 | 1345
            Owner.Manager.Name = 'Ada King'                       | 23
            a.Name = 'acme'                                       | 1
            Account.Name = 'acme'                                 | 1
            Name = 'x' OR Industry = 'Zoo' OR IsPartner = true    | 15
            (Name = 'x' OR Industry = 'Zoo') AND IsPartner = true |
            NOT (Industry = 'Zoo' OR Industry = null)             | 124
            NOT NOT Industry = 'Zoo'                              | 5
            Industry = 'Energy' AND NOT Name LIKE 'a%'            | 4
            CreatedDate = TODAY                                   | 1
            CreatedDate = YESTERDAY                               | 2
            CreatedDate < TODAY                                   | 2345
            CreatedDate <= TODAY                                  | 12345
            CreatedDate > YESTERDAY                               | 1
            CreatedDate != THIS_MONTH                             | 345
            CreatedDate = THIS_WEEK                               | 1
            CreatedDate = LAST_WEEK                               | 2
            CreatedDate = THIS_MONTH                              | 12
            CreatedDate = LAST_MONTH                              | 3
            CreatedDate = LAST_N_DAYS:1                           | 12
            CreatedDate = last_n_days:22                          | 123
            CreatedDate = N_DAYS_AGO:1                            | 2
            CreatedDate = LAST_N_MONTHS:1                         | 3
            CreatedDate = THIS_QUARTER                            | 123
            CreatedDate = THIS_FISCAL_QUARTER                     | 123
            CreatedDate = N_QUARTERS_AGO:3                        | 5
            CreatedDate = THIS_YEAR                               | 1235
            CreatedDate = LAST_YEAR                               | 4
            CreatedDate = LAST_N_YEARS:999999999                  | 4
            CreatedDate = NEXT_N_DAYS:999999999                   |
            CreatedDate = LAST_90_DAYS                            | 123
            CreatedDate >= 2026-11-22T10:30:00+01:00              | 1
            CreatedDate = 2026-11-22T09:30:00Z                    | 1
            CreatedDate < 2025-02-28T12:00:00.001Z                | 4
            CALENDAR_YEAR(CreatedDate) = 2026                     | 1235
            CALENDAR_MONTH(CreatedDate) IN (2, 10)                | 34
            CALENDAR_QUARTER(CreatedDate) = 4                     | 123
            DAY_IN_WEEK(CreatedDate) = 1                          | 1
            DAY_IN_YEAR(CreatedDate) = 1                          | 5
            DAY_ONLY(CreatedDate) = 2026-11-21                    | 2
            HOUR_IN_DAY(CreatedDate) >= 22                        | 23
            WEEK_IN_MONTH(CreatedDate) = 4                        | 14
            WEEK_IN_YEAR(CreatedDate) = 1                         | 5
            HOUR_IN_DAY(convertTimezone(CreatedDate)) = 12        | 4
            Id IN (SELECT AccountId FROM Contact)                 | 12
            Id NOT IN (SELECT AccountId FROM Contact WHERE LastName LIKE 'p%') | 1345
            Id IN (SELECT AccountId FROM Opportunity WHERE CloseDate = THIS_MONTH) AND IsPartner = true | 1
            """)
    void accountsAreFound(String where, String rows) throws Exception {
        assertThat(rows("Account a", "001", where)).isEqualTo(rows == null ? "" : rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Languages__c INCLUDES ('german')            | 123
            Languages__c INCLUDES ('English;German')    | 13
            Languages__c INCLUDES ('French', 'English') | 13
            Languages__c INCLUDES ('Germ')              |
            Languages__c EXCLUDES ('English')           | 24
            Languages__c = 'German;English'             | 1
            Languages__c != 'German'                    | 134
            Languages__c = null                         | 4
            Birthdate < 1999-01-01                      | 1
            Birthdate = null                            | 24
            Birthdate > LAST_N_YEARS:30                 |
            CALENDAR_YEAR(Birthdate) = 2000             | 3
            AccountId = null                            | 4
            Account.Industry IN ('Banking', null)       | 34
            """)
    void contactsAreFound(String where, String rows) throws Exception {
        assertThat(rows("Contact", "003", where)).isEqualTo(rows == null ? "" : rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Owner.Name = 'ada king'              | 1
            Owner.Type = 'User'                  | 12
            Owner.Type = 'Group'                 | 3
            What.Name LIKE 'm%'                  | 2
            What.Type IN ('Account', 'Contact')  | 1
            Who.Name != null                     | 12
            StartTime__c >= 09:30:00Z            | 13
            StartTime__c < 10:00:00.000Z         | 1
            """)
    void tasksAreFoundThroughWhateverTheyPointTo(String where, String rows) throws Exception {
        assertThat(rows("Task", "00T", where)).isEqualTo(rows == null ? "" : rows);
    }

    @Test
    void idsMatchInFifteenAndEighteenCharactersInAnyCase() throws Exception {
        String full = SampleOrg.id("006", 3);

        for (String id : List.of(full, full.substring(0, 15), full.toLowerCase(Locale.ROOT))) {
            assertThat(rows("Opportunity", "006", "Id = '" + id + "'")).as(id).isEqualTo("3");
            assertThat(rows("Opportunity", "006", "Id IN ('" + id + "')"))
                    .as(id)
                    .isEqualTo("3");
        }
    }

    @Test
    void daysBeginWhereTheUserLives() throws Exception {
        // In Tokyo it is 19:00 on the 22nd, and the 21st, 23:59 in UTC was the 22nd already.
        try (SampleOrg org = new SampleOrg(folder, ZoneId.of("Asia/Tokyo"))) {
            assertThat(rows(org, "Account", "001", "CreatedDate = TODAY")).isEqualTo("12");
            assertThat(rows(org, "Account", "001", "HOUR_IN_DAY(convertTimezone(CreatedDate)) = 18"))
                    .isEqualTo("1");
        }
    }

    @Test
    void textIsNeverSql() throws Exception {
        assertThat(rows("Account", "001", "Name = 'x\\' OR 1=1 --'")).isEmpty();
        assertThat(rows("Account", "001", "Name LIKE '\\'; DROP TABLE Account; --%'"))
                .isEmpty();
        assertThat(rows("Account", "001", "Name != null")).isEqualTo("12345");
    }

    @Test
    void thousandsOfConditionsAreFine() throws Exception {
        String any = String.join(" OR ", Collections.nCopies(4000, "Name = 'Acme'"));
        String deep = "NOT (".repeat(45) + "Name = 'Acme'" + ")".repeat(45);
        StringBuilder ids = new StringBuilder("Id IN ('").append(SampleOrg.id("001", 1));
        for (int i = 10; i < 4000; i++) {
            ids.append("','").append(SampleOrg.id("001", i));
        }

        assertThat(rows("Account", "001", any)).isEqualTo("1");
        assertThat(rows("Account", "001", deep)).isEqualTo("2345");
        assertThat(rows("Account", "001", ids + "')")).isEqualTo("1");
    }

    private String rows(String from, String prefix, String where) throws Exception {
        try (SampleOrg org = new SampleOrg(folder)) {
            return rows(org, from, prefix, where);
        }
    }

    private static String rows(SampleOrg org, String from, String prefix, String where) throws Exception {
        QueryPage page = org.query("SELECT Id FROM " + from + " WHERE " + where + " ORDER BY Id");
        List<String> digits = new ArrayList<>();
        for (JsonNode record : page.records()) {
            String id = record.get("Id").textValue();
            assertThat(id).startsWith(prefix);
            digits.add(id.substring(14, 15));
        }
        assertThat(page.totalSize()).isEqualTo(digits.size());
        return String.join("", digits);
    }
}
