package dev.orgbench.soql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every construct of SOQL with its tree, read strictly and tolerantly; then texts with gaps. */
class SoqlGrammarTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT Id, A.B.C.D.E.Name FROM X                          | select[Id, A.B.C.D.E.Name] from[X]
            SELECT COUNT() FROM X                                     | select[COUNT[]] from[X]
            SELECT COUNT(Id) n, MAX(Amount) FROM X                    | select[COUNT[Id] n, MAX[Amount]] from[X]
            SELECT COUNT_DISTINCT(a), AVG(b), SUM(c), MIN(d) FROM X   | select[COUNT_DISTINCT[a], AVG[b], SUM[c], MIN[d]] from[X]
            SELECT toLabel(a) l, FORMAT(b), convertCurrency(c) FROM X | select[TO_LABEL[a] l, FORMAT[b], CONVERT_CURRENCY[c]] from[X]
            SELECT FORMAT(MIN(a)) m, FORMAT(convertCurrency(b)) FROM X | select[FORMAT[MIN[a]] m, FORMAT[CONVERT_CURRENCY[b]]] from[X]
            SELECT (SELECT Id FROM Cs LIMIT 1) FROM X                 | select[children[select[Id] from[Cs] limit[1]]] from[X]
            SELECT (SELECT (SELECT (SELECT (SELECT (SELECT Id FROM F) FROM E) FROM D) FROM C) FROM B) FROM A | select[children[select[children[select[children[select[children[select[children[select[Id] from[F]]] from[E]]] from[D]]] from[C]]] from[B]]] from[A]
            SELECT TYPEOF What WHEN Account THEN Id, Name WHEN Lead THEN Id ELSE Name END FROM X | select[typeof[What Account[Id, Name] Lead[Id] else[Name]]] from[X]
            SELECT TYPEOF Owner WHEN User THEN Id END, Id FROM X      | select[typeof[Owner User[Id]], Id] from[X]
            SELECT FIELDS(ALL) FROM X LIMIT 200                       | select[fields[ALL]] from[X] limit[200]
            SELECT fields(standard), FIELDS(CUSTOM) FROM X            | select[fields[STANDARD], fields[CUSTOM]] from[X]
            SELECT c.Name FROM Contact c, c.Account a                 | select[c.Name] from[Contact c, c.Account a]
            SELECT Id FROM X USING SCOPE mine_and_my_groups           | select[Id] from[X] scope[mine_and_my_groups]
            SELECT Id FROM X WHERE a = 1 AND b != 2 AND c <> 3        | select[Id] from[X] where[and[a = 1, b != 2, c != 3]]
            SELECT Id FROM X WHERE a < 1 OR b <= 2 OR c > 3 OR d >= 4 | select[Id] from[X] where[or[a < 1, b <= 2, c > 3, d >= 4]]
            SELECT Id FROM X WHERE (a = 1 OR b = 2) AND NOT (NOT c = 3) | select[Id] from[X] where[and[(or[a = 1, b = 2]), not[(not[c = 3])]]]
            SELECT Id FROM X WHERE a = 1 AND NOT b LIKE '\\_%'        | select[Id] from[X] where[and[a = 1, not[b LIKE '\\_%']]]
            SELECT Id FROM X WHERE a IN ('x', 'y') AND b NOT IN (1)   | select[Id] from[X] where[and[a IN['x', 'y'], b NOT IN[1]]]
            SELECT Id FROM X WHERE a INCLUDES ('x;y') OR b EXCLUDES ('z', 'w') | select[Id] from[X] where[or[a INCLUDES['x;y'], b EXCLUDES['z', 'w']]]
            SELECT Id FROM X WHERE a IN (SELECT b FROM Y WHERE c = 1) | select[Id] from[X] where[a in[select[b] from[Y] where[c = 1]]]
            SELECT Id FROM X WHERE a NOT IN (SELECT b FROM Y)         | select[Id] from[X] where[a not in[select[b] from[Y]]]
            SELECT Id FROM X WHERE a = 'it\\'s\\t' AND b = ''         | select[Id] from[X] where[and[a = 'it's\t', b = '']]
            SELECT Id FROM X WHERE a = TRUE AND b = null AND c = -2.50 | select[Id] from[X] where[and[a = true, b = null, c = -2.50]]
            SELECT Id FROM X WHERE a > USD5000.5 OR b < eur7          | select[Id] from[X] where[or[a > USD 5000.5, b < EUR 7]]
            SELECT Id FROM X WHERE a = 2024-02-29 AND b < 10:30:00Z   | select[Id] from[X] where[and[a = date 2024-02-29, b < time 10:30]]
            SELECT Id FROM X WHERE a >= 2024-01-01T00:00:00Z          | select[Id] from[X] where[a >= dateTime 2024-01-01T00:00Z]
            SELECT Id FROM X WHERE a >= 2024-01-01T01:02:03.5-08:00   | select[Id] from[X] where[a >= dateTime 2024-01-01T01:02:03.500-08:00]
            SELECT Id FROM X WHERE DISTANCE(l, GEOLOCATION(1.5,-2), 'km') < 5 | select[Id] from[X] where[DISTANCE[l, GEOLOCATION[1.5, -2], 'km'] < 5]
            SELECT Id FROM X WHERE CALENDAR_YEAR(a) = 2024            | select[Id] from[X] where[CALENDAR_YEAR[a] = 2024]
            SELECT Id FROM X WITH SECURITY_ENFORCED                   | select[Id] from[X] access[SECURITY_ENFORCED]
            SELECT Id FROM X WHERE a = 1 WITH user_mode LIMIT 1       | select[Id] from[X] where[a = 1] access[USER_MODE] limit[1]
            SELECT Id FROM X WITH SYSTEM_MODE                         | select[Id] from[X] access[SYSTEM_MODE]
            SELECT Id FROM X WITH DATA CATEGORY G AT (a, b) AND H ABOVE_OR_BELOW c AND I BELOW d AND J ABOVE e | select[Id] from[X] categories[G AT[a, b], H ABOVE_OR_BELOW[c], I BELOW[d], J ABOVE[e]]
            SELECT a, COUNT(Id) FROM X GROUP BY a, CALENDAR_MONTH(b)  | select[a, COUNT[Id]] from[X] group[a, CALENDAR_MONTH[b]]
            SELECT a, GROUPING(a) g FROM X GROUP BY ROLLUP(a, b, c)   | select[a, GROUPING[a] g] from[X] ROLLUP[a, b, c]
            SELECT a FROM X GROUP BY CUBE(a, HOUR_IN_DAY(convertTimezone(b))) | select[a] from[X] CUBE[a, HOUR_IN_DAY[CONVERT_TIMEZONE[b]]]
            SELECT a FROM X GROUP BY a HAVING COUNT(Id) > 1 AND a LIKE 'x%' | select[a] from[X] group[a] having[and[COUNT[Id] > 1, a LIKE 'x%']]
            SELECT Id FROM X ORDER BY a, b DESC NULLS LAST, COUNT(c) ASC NULLS FIRST | select[Id] from[X] order[a, b DESC NULLS LAST, COUNT[c] ASC NULLS FIRST]
            SELECT Id FROM X LIMIT 10 OFFSET 2000                     | select[Id] from[X] limit[10] offset[2000]
            SELECT Id FROM X FOR VIEW FOR REFERENCE                   | select[Id] from[X] FOR_VIEW FOR_REFERENCE
            SELECT Id FROM X FOR UPDATE                               | select[Id] from[X] FOR_UPDATE
            SELECT Id FROM X UPDATE TRACKING, VIEWSTAT                | select[Id] from[X] UPDATE_TRACKING UPDATE_VIEWSTAT
            SELECT Id FROM X FOR VIEW UPDATE VIEWSTAT                 | select[Id] from[X] FOR_VIEW UPDATE_VIEWSTAT
            """)
    void aConstructHasItsTree(String soql, String tree) throws Exception {
        Query query = Soql.parse(soql);

        assertThat(TreeText.of(query)).isEqualTo(tree);
        assertThat(Soql.read(soql).query()).isEqualTo(query);
        assertThat(Soql.read(soql).problems()).isEmpty();
        assertThat(TreeText.of(Soql.parse(Soql.format(soql)))).isEqualTo(tree);
    }

    @ParameterizedTest
    @EnumSource(DateKeyword.class)
    void aDateLiteralIsRead(DateKeyword keyword) throws Exception {
        String literal = keyword.isCounted() ? keyword + ":12" : keyword.name();
        int n = keyword.isCounted() ? 12 : keyword.ownNumber();

        assertThat(TreeText.of(Soql.parse("SELECT Id FROM X WHERE a = " + literal)))
                .isEqualTo("select[Id] from[X] where[a = " + keyword.name().toLowerCase(Locale.ROOT) + " " + n + "]");
    }

    @ParameterizedTest
    @EnumSource(SoqlFunction.class)
    void aFunctionIsReadInAnyCase(SoqlFunction function) throws Exception {
        String arguments =
                switch (function) {
                    case DISTANCE -> "(l, GEOLOCATION(1, 2), 'mi')";
                    case GEOLOCATION -> "(1, 2)";
                    default -> "(a)";
                };
        for (String name : new String[] {
            function.soqlName(), function.name().replace("TO_LABEL", "TOLABEL").replace("CONVERT_", "CONVERT")
        }) {
            assertThat(TreeText.of(Soql.parse("SELECT " + name + arguments + " FROM X")))
                    .contains("select[" + function.name() + "[");
        }
    }

    /** What is missing is a gap, and all around it is read. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT                                      | select[] from[]                                       | 1
            SELECT FROM X                               | select[] from[X]                                      | 1
            SELECT Id FROM                              | select[Id] from[]                                     | 1
            SELECT Id, FROM X WHERE a =                 | select[Id, ] from[X] where[a = ?]                     | 2
            SELECT Id FROM X WHERE a LIMIT 5            | select[Id] from[X] where[a ?] limit[5]                | 1
            SELECT Id FROM X WHERE (a = 1 LIMIT 5       | select[Id] from[X] where[(a = 1)] limit[5]            | 1
            SELECT Id FROM X WHERE a IN (1, LIMIT 5     | select[Id] from[X] where[a IN[1, ?]] limit[5]         | 1
            SELECT Id FROM X WHERE a = :b.c LIMIT :n    | select[Id] from[X] where[a = bind b.c]                | 2
            SELECT Id FROM X WHERE a = 1 OR b = 2 AND c = 3 | select[Id] from[X] where[or[a = 1, b = 2, c = 3]]  | 1
            SELECT FOO(a, b) FROM X                     | select[unknown FOO[a, b]] from[X]                     | 1
            SELECT (SELECT Id FROM Cs FROM X            | select[children[select[Id] from[Cs]]] from[X]         | 1
            SELECT TYPEOF What WHEN Account THEN FROM X | select[typeof[What Account[]]] from[X]                | 1
            SELECT Id FROM X ORDER Name DESC            | select[Id] from[X] order[Name DESC]                   | 2
            SELECT Id FROM X ALL ROWS FOR VIEW          | select[Id] from[X] FOR_VIEW                           | 1
            SELECT Id /* all */ FROM X -- the end       | select[Id] from[X]                                    | 2
            """)
    void aTextWithGapsHasATreeAndItsProblems(String soql, String tree, int problems) {
        Parsed parsed = Soql.read(soql);

        assertThat(TreeText.of(parsed.query())).isEqualTo(tree);
        assertThat(parsed.problems()).hasSize(problems);
    }
}
