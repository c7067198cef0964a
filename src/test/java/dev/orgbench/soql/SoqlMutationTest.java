package dev.orgbench.soql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Queries broken at random: reading them ends, and every range lies in the text. */
class SoqlMutationTest {
    private static final List<String> SEEDS = List.of(
            "SELECT Id, Account.Owner.Name, (SELECT Id FROM Contacts WHERE Name LIKE 'a\\_%') FROM Opportunity o WHERE (Amount > 1.5 OR"
                    + " CloseDate = LAST_N_DAYS:30) AND NOT Name IN ('x', 'y\\'z') ORDER BY Name DESC NULLS LAST LIMIT 5 OFFSET 2",
            "SELECT StageName s, COUNT(Id), CALENDAR_YEAR(convertTimezone(CreatedDate)) FROM Opportunity WHERE CreatedDate >="
                    + " 2024-01-01T00:00:00.000+01:00 AND M__c INCLUDES ('a;b') GROUP BY ROLLUP(StageName) HAVING SUM(Amount) > USD5.5",
            "SELECT TYPEOF What WHEN Account THEN Phone ELSE Name END, FIELDS(ALL) FROM Task USING SCOPE mine WHERE T__c = 10:00:00Z"
                    + " AND Id NOT IN (SELECT WhatId FROM Event) WITH USER_MODE FOR VIEW");
    private static final String ALPHABET = "'\\\"()=<>!,.:;*%-+ \n\t0123456789abzTZ_é\uD83D\uDE00";
    private static final int MUTATIONS = 2_000;

    @RepeatedTest(5)
    void readingAlwaysEnds(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < MUTATIONS; i++) {
            String soql = SEEDS.get(random.nextInt(SEEDS.size()));
            for (int change = random.nextInt(4); change >= 0; change--) {
                soql = mutate(soql, random);
            }
            check(soql);
        }
    }

    private static void check(String soql) {
        Parsed parsed = Soql.read(soql);

        int last = 0;
        for (Token token : parsed.tokens()) {
            assertThat(token.range().start()).as(soql).isGreaterThanOrEqualTo(last);
            assertThat(soql.substring(last, token.range().start())).as(soql).isBlank();
            assertThat(token.text())
                    .isEqualTo(
                            soql.substring(token.range().start(), token.range().end()));
            last = token.range().end();
        }
        assertThat(last).isEqualTo(soql.length());
        assertThat(parsed.isQuery()).as(soql).isEqualTo(isStrictlyRead(soql));
        for (Problem problem : parsed.problems()) {
            assertThat(problem.range().end()).as(soql).isLessThanOrEqualTo(soql.length());
            assertThat(ErrorText.at(soql, problem.range().start(), problem.message()))
                    .contains("ERROR at Row:");
        }
    }

    private static boolean isStrictlyRead(String soql) {
        try {
            return !Soql.parse(soql).select().isEmpty();
        } catch (SoqlSyntaxException e) {
            return false;
        }
    }

    private static String mutate(String soql, Random random) {
        int at = random.nextInt(soql.length() + 1);
        int other = at + random.nextInt(Math.min(12, soql.length() - at + 1));
        return switch (random.nextInt(4)) {
            case 0 -> soql.substring(0, at) + soql.substring(other);
            case 1 -> soql.substring(0, at) + ALPHABET.charAt(random.nextInt(ALPHABET.length())) + soql.substring(at);
            case 2 -> soql.substring(0, other) + soql.substring(at);
            default -> soql.substring(0, at);
        };
    }
}
