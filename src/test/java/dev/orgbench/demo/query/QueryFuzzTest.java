package dev.orgbench.demo.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is asked, the answer is rows or a refusal with a place: SQLite never has the last word. */
class QueryFuzzTest {
    private static final int QUERIES = 1_500;
    /** By what kind of value they are compared with. */
    private static final Map<String, Map<String, List<String>>> FIELDS = Map.of(
            "Account",
            Map.of(
                    "text", List.of("Name", "Industry", "Owner.Name", "Parent.Owner.Manager.Name", "BillingCity"),
                    "number", List.of("NumberOfEmployees", "AnnualRevenue", "CALENDAR_YEAR(CreatedDate)"),
                    "moment", List.of("CreatedDate", "Parent.CreatedDate"),
                    "any",
                            List.of(
                                    "Id",
                                    "OwnerId",
                                    "IsPartner",
                                    "Description",
                                    "BillingAddress",
                                    "Place__c",
                                    "IsDeleted",
                                    "FISCAL_YEAR(CreatedDate)",
                                    "DAY_ONLY(CreatedDate)",
                                    "HOUR_IN_DAY(convertTimezone(CreatedDate))")),
            "Contact",
            Map.of(
                    "text", List.of("LastName", "Account.Name", "Account.Industry", "Languages__c"),
                    "number", List.of("Account.AnnualRevenue", "DAY_IN_WEEK(Birthdate)"),
                    "moment", List.of("Account.CreatedDate"),
                    "any", List.of("AccountId", "Birthdate", "Account.IsPartner", "Account.Parent.Name", "Nonsense")),
            "Task",
            Map.of(
                    "text", List.of("Subject", "What.Name", "What.Type", "Owner.Name"),
                    "number", List.of("WEEK_IN_YEAR(StartTime__c)"),
                    "moment", List.of("CreatedDate"),
                    "any", List.of("WhatId", "StartTime__c", "Who.Name", "Who.Email", "OwnerId")));

    private static final Map<String, List<String>> FITTING = Map.of(
            "text", List.of("'x'", "''", "'Ünï\\'; --'", "'energy'", "null", "'ä%_'"),
            "number", List.of("0", "10", "2026", "null", "300"),
            "moment", List.of("2026-11-22T00:00:00Z", "TODAY", "LAST_N_YEARS:999999999", "NEXT_WEEK", "null"));
    private static final List<String> VALUES = List.of(
            "'x'",
            "''",
            "'Ünï\\'; --'",
            "'Energy;Zoo'",
            "'0015g00000000010AA'",
            "null",
            "true",
            "0",
            "-1.5",
            "99999999999999999999",
            "2026-11-22",
            "2026-11-22T00:00:00Z",
            "10:00:00Z",
            "THIS_WEEK",
            "LAST_N_YEARS:999999999",
            "EUR5");
    private static final List<String> SHOWN = List.of(
            "FORMAT(%s)",
            "FORMAT(%s) f",
            "toLabel(%s)",
            "toLabel(%s) l",
            "convertCurrency(%s)",
            "FORMAT(convertCurrency(%s))",
            "DISTANCE(%s, GEOLOCATION(1, -2.5), 'km')",
            "DISTANCE(%s, Place__c, 'mi') d",
            "FORMAT(FORMAT(%s))",
            "GROUPING(%s)",
            "TYPEOF What WHEN Account THEN %s, Name END",
            "TYPEOF Owner WHEN User THEN Name ELSE Id, Name END",
            "TYPEOF %s WHEN Account THEN Name END",
            "FIELDS(ALL)");
    private static final List<String> KEPT = List.of(
            "",
            "",
            "",
            " USING SCOPE mine",
            " USING SCOPE team",
            " USING SCOPE delegated",
            " USING SCOPE my_territory");
    private static final List<String> OPERATORS = List.of("=", "!=", "<", ">=", "LIKE");

    private final SampleOrg org;
    private Random random = new Random(0);
    private String object = "Account";

    QueryFuzzTest(@TempDir Path folder) throws SQLException, IOException {
        org = new SampleOrg(folder);
    }

    @AfterEach
    void close() throws SQLException {
        org.close();
    }

    @RepeatedTest(4)
    void everyQueryIsAnsweredOrRefused(RepetitionInfo repetition) throws Exception {
        random = new Random(repetition.getCurrentRepetition());
        int answered = 0;
        for (int i = 0; i < QUERIES; i++) {
            String soql = query();
            try {
                QueryPage page = org.query(soql);
                assertThat(page.records().size()).as(soql).isLessThanOrEqualTo(page.totalSize());
                assertThat(org.engine()
                                .columns(new QueryRequest(soql, SampleOrg.BASE))
                                .has("columnMetadata"))
                        .as(soql)
                        .isTrue();
                assertThat(org.engine()
                                .explain(org.db(), new QueryRequest(soql, SampleOrg.BASE))
                                .path("plans"))
                        .as(soql)
                        .isNotEmpty();
                answered++;
            } catch (ApiError refusal) {
                assertThat(refusal.text()).as(soql).startsWith("\n").contains("\nERROR at Row:1:Column:");
            } catch (SQLException | RuntimeException e) {
                throw new AssertionError(soql, e);
            }
        }
        assertThat(answered).isGreaterThan(QUERIES / 8);
    }

    private String query() {
        object = pick(List.of("Account", "Contact", "Task"));
        boolean grouped = chance(3);
        String group = field();
        String aggregate = pick(List.of("COUNT", "MAX", "COUNT_DISTINCT", "SUM")) + "(" + field() + ")";
        String select = grouped
                ? (chance(4) ? pick(SHOWN).replace("%s", group) : group) + ", "
                        + (chance(3) ? "FORMAT(" + aggregate + ")" : aggregate)
                : list(2, this::item);
        String groupBy = pick(List.of("%s", "%s", "ROLLUP(%s)", "CUBE(%s)")).replace("%s", group);
        return "SELECT " + select + " FROM " + object + pick(KEPT) + where() + (grouped ? " GROUP BY " + groupBy : "")
                + (grouped && chance(2) ? " HAVING COUNT(Id) > 0" : "")
                + (chance(2)
                        ? " ORDER BY " + (grouped ? group : list(2, this::field))
                                + pick(List.of("", " DESC NULLS LAST"))
                        : "")
                + (chance(3) ? " LIMIT " + random.nextInt(3) : "");
    }

    private String item() {
        if (chance(6)) {
            return "(SELECT Id, LastName FROM Contacts)";
        }
        return chance(3) ? pick(SHOWN).replace("%s", field()) : field();
    }

    private String field() {
        return pick(FIELDS.getOrDefault(object, Map.of())
                .getOrDefault(pick(List.of("text", "text", "number", "moment", "any")), List.of("Id")));
    }

    private String where() {
        return chance(2) ? " WHERE " + condition(2) : "";
    }

    private String condition(int depth) {
        if (depth > 0 && chance(3)) {
            return "(" + condition(depth - 1) + pick(List.of(" AND ", " OR ")) + condition(depth - 1) + ")";
        }
        String kind = pick(List.of("text", "number", "moment"));
        String field =
                chance(8) ? field() : pick(FIELDS.getOrDefault(object, Map.of()).getOrDefault(kind, List.of("Id")));
        List<String> values = chance(8) ? VALUES : FITTING.getOrDefault(kind, VALUES);
        return switch (random.nextInt(6)) {
            case 0 -> "NOT " + condition(depth);
            case 1 -> field + pick(List.of(" IN (", " NOT IN (")) + list(3, () -> pick(values)) + ")";
            case 2 -> "Languages__c " + pick(List.of("INCLUDES (", "EXCLUDES (")) + list(2, () -> pick(VALUES)) + ")";
            default -> field + " " + pick(OPERATORS) + " " + pick(values);
        };
    }

    private String list(int most, Supplier<String> item) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(i -> item.get())
                .collect(Collectors.joining(", "));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
