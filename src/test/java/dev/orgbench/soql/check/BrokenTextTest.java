package dev.orgbench.soql.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.orgbench.soql.Problem;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.Soql;
import dev.orgbench.soql.complete.Completion;
import dev.orgbench.soql.hover.Hover;
import dev.orgbench.soql.schema.SampleSchema;
import dev.orgbench.soql.schema.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in the editor, the language services answer, and point into the text. */
class BrokenTextTest {
    private static final List<String> QUERIES = List.of(
            "SELECT Id, Account.Owner.Name, (SELECT Id FROM Contacts WHERE Name LIKE 'a\\_%') FROM Account a WHERE (AnnualRevenue > 1.5 OR"
                    + " CreatedDate = LAST_N_DAYS:30) AND NOT Industry IN ('x', 'y\\'z') ORDER BY Name DESC NULLS LAST LIMIT 5 OFFSET 2",
            "SELECT StageName s, COUNT(Id), CALENDAR_YEAR(convertTimezone(CreatedDate)) FROM Opportunity WHERE CreatedDate >="
                    + " 2024-01-01T00:00:00.000+01:00 AND Tags__c INCLUDES ('a;b') GROUP BY ROLLUP(StageName) HAVING SUM(Amount) > USD5.5",
            "SELECT TYPEOF What WHEN Account THEN Name ELSE Name END, FIELDS(ALL) FROM Task USING SCOPE mine WHERE Subject = \"x\" && a == :b"
                    + " AND Id NOT IN (SELECT WhatId FROM Task) WITH DATA CATEGORY G__c AT (a__c) FOR VIEW ALL ROWS // end");
    private static final List<String> WORDS = List.of(
            "SELECT",
            "FROM",
            "WHERE",
            "AND",
            "OR",
            "NOT",
            "IN",
            "(",
            ")",
            ",",
            "'",
            "\"",
            "GROUP BY",
            "ORDER",
            "LIMIT",
            "=",
            ".",
            ":",
            "Id",
            "Name",
            "Account",
            "COUNT(",
            "TYPEOF",
            "WHEN",
            "END",
            "LIKE",
            "NULLS",
            "FOR",
            "UPDATE",
            "ALL",
            "\n",
            "😀",
            "名前",
            "עברית",
            "/*",
            "--");
    private static final int ROUNDS = 600;

    private final Schema schema = new SampleSchema();

    @RepeatedTest(4)
    void mutatedQueriesAreAnswered(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < ROUNDS; i++) {
            String soql = QUERIES.get(random.nextInt(QUERIES.size()));
            for (int change = random.nextInt(5); change >= 0; change--) {
                soql = mutate(soql, random);
            }
            check(soql, random.nextInt(soql.length() + 1));
        }
    }

    @Test
    void wordsInAnyOrderAreAnswered() {
        Random random = new Random(99);
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder soql = new StringBuilder();
            for (int word = random.nextInt(14); word >= 0; word--) {
                soql.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextBoolean() ? " " : "");
            }
            check(soql.toString(), random.nextInt(soql.length() + 1));
        }
    }

    /** What takes quadratic time does not end here in time. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "'\\'",
                "SELECT ",
                "NOT ",
                "a ",
                "a, ",
                "a.",
                "AND ",
                "x OR y = 1 AND ",
                ") ",
                "FROM ",
                "\"",
                "\"a\" ",
                "-- \n",
                "/*",
                "a = b ",
                "(SELECT Id FROM x), ",
                "FORMAT(",
                "LIMIT ",
                "2024-01-01T00:",
                ": ",
                "WHERE a = 'b' ",
                "'\n",
                "ORDER "
            })
    void hugeTextsAreAnsweredInTime(String part) {
        String soql = "SELECT Id FROM Account WHERE " + part.repeat(100_000 / part.length());
        assertTimeoutPreemptively(Duration.ofSeconds(8), () -> {
            check(soql, soql.length());
            check(part.repeat(50_000 / part.length()), 1);
        });
    }

    private void check(String soql, int place) {
        // No editor puts its caret into the middle of a character.
        boolean amid = place > 0 && place < soql.length() && Character.isLowSurrogate(soql.charAt(place));
        int caret = amid ? place - 1 : place;
        for (Problem problem : Checker.check(soql, schema)) {
            inText(problem.range(), soql);
            assertThat(problem.message()).as(soql).isNotBlank().doesNotContain("null pointer");
            problem.fixes().forEach(fix -> inText(fix.range(), soql));
        }
        Completion.at(soql, caret, schema).forEach(proposal -> inText(proposal.replace(), soql));
        Hover.at(soql, caret, schema).ifPresent(hover -> inText(hover.range(), soql));
        if (!Soql.read(soql).isQuery()) {
            assertThat(Soql.format(soql)).isEqualTo(soql);
        }
    }

    private static void inText(Range range, String soql) {
        assertThat(range.end()).isLessThanOrEqualTo(soql.length());
        if (range.start() > 0 && range.start() < soql.length()) {
            assertThat(Character.isLowSurrogate(soql.charAt(range.start())))
                    .as(soql)
                    .isFalse();
        }
    }

    private static String mutate(String soql, Random random) {
        int at = random.nextInt(soql.length() + 1);
        int other = at + random.nextInt(Math.min(15, soql.length() - at + 1));
        return switch (random.nextInt(4)) {
            case 0 -> soql.substring(0, at) + soql.substring(other);
            case 1 -> soql.substring(0, at) + WORDS.get(random.nextInt(WORDS.size())) + soql.substring(at);
            case 2 -> soql.substring(0, other) + soql.substring(at);
            default -> soql.substring(0, at);
        };
    }
}
