package dev.orgbench.soql;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes queries that SOQL's grammar allows, whatever they may mean. */
public final class RandomQuery {
    private static final List<String> FIELDS =
            List.of("Id", "Name", "Account.Name", "a__r.b__r.c__c", "CreatedDate", "StageName", "Owner.Profile.Name");
    private static final List<String> VALUES = List.of(
            "'x'",
            "'it\\'s'",
            "''",
            "1",
            "-2.5",
            "true",
            "NULL",
            "2024-01-01",
            "2024-01-01T00:00:00Z",
            "2024-01-01T00:00:00+01:00",
            "TODAY",
            "last_n_days:7",
            "THIS_FISCAL_QUARTER",
            "N_WEEKS_AGO:2",
            "NEXT_90_DAYS");
    private static final List<String> OPERATORS = List.of("=", "!=", "<>", "<", "<=", ">", ">=");

    private final Random random;

    public RandomQuery(Random random) {
        this.random = random;
    }

    public String text() {
        return chance(4) ? grouped() : rows(true);
    }

    /** apex-parser knows neither OFFSET in a sub-query nor sub-queries in it, so there are none. */
    private String rows(boolean outermost) {
        String select = list(4, () -> outermost && chance(6) ? "(" + rows(false) + ")" : pick(FIELDS));
        return "SELECT " + select + " FROM " + pick(List.of("Account", "Contact c", "My__c", "Contacts"))
                + maybe(() -> " WHERE " + condition(2, outermost))
                + maybe(() -> " ORDER BY " + list(3, this::ordering))
                + maybe(() -> " LIMIT " + random.nextInt(2000))
                + maybe(() -> outermost ? " OFFSET " + random.nextInt(2000) : "");
    }

    private String grouped() {
        return "SELECT StageName, " + list(3, () -> aggregate() + maybe(() -> " alias" + random.nextInt(9)))
                + " FROM Opportunity"
                + maybe(() -> " WHERE " + condition(1, false)) + " GROUP BY "
                + pick(List.of("StageName", "ROLLUP(StageName)", "CUBE(StageName, Name)", "CALENDAR_YEAR(CloseDate)"))
                + maybe(() -> " HAVING " + aggregate() + " > 1") + maybe(() -> " ORDER BY " + aggregate() + " DESC");
    }

    private String aggregate() {
        return pick(List.of("COUNT", "SUM", "avg", "MIN", "MAX", "COUNT_DISTINCT")) + "(" + pick(FIELDS) + ")";
    }

    public String ordering() {
        return pick(FIELDS) + pick(List.of("", " ASC", " desc")) + pick(List.of("", " NULLS FIRST", " NULLS LAST"));
    }

    public String condition() {
        return condition(2, true);
    }

    public String fields() {
        return list(4, () -> pick(FIELDS));
    }

    private String condition(int depth, boolean queries) {
        if (depth > 0 && chance(2)) {
            String operator = pick(List.of(" AND ", " OR "));
            return IntStream.rangeClosed(0, 1 + random.nextInt(2))
                    .mapToObj(i -> chance(2) ? test(queries) : "(" + condition(depth - 1, queries) + ")")
                    .collect(Collectors.joining(operator));
        }
        return chance(5) ? "(NOT " + test(queries) + ")" : test(queries);
    }

    private String test(boolean queries) {
        return switch (random.nextInt(queries ? 6 : 5)) {
            case 0 -> pick(FIELDS) + " LIKE 'a%_b'";
            case 1 -> pick(FIELDS) + pick(List.of(" IN ", " NOT IN ")) + "(" + list(3, () -> pick(VALUES)) + ")";
            case 2 -> pick(FIELDS) + pick(List.of(" INCLUDES ", " EXCLUDES ")) + "('a;b', 'c')";
            case 5 ->
                pick(FIELDS) + pick(List.of(" IN ", " NOT IN ")) + "(SELECT AccountId FROM Contact"
                        + maybe(() -> " WHERE " + condition(1, false)) + ")";
            default -> pick(FIELDS) + " " + pick(OPERATORS) + " " + pick(VALUES);
        };
    }

    private String list(int most, Supplier<String> item) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(i -> item.get())
                .collect(Collectors.joining(", "));
    }

    private String maybe(Supplier<String> clause) {
        return chance(2) ? clause.get() : "";
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
