package dev.orgbench.soql.sosl;

import dev.orgbench.soql.RandomQuery;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes searches that SOSL's grammar allows, whatever they may mean. */
final class RandomSearch {
    private static final List<String> WORDS =
            List.of("Acme", "un*", "t?st", "a\\-b", "\"john smith\"", "\"a\\\" b*\"", "x\\}y", "日本", "and\\*", "não");

    private final Random random;
    private final RandomQuery queries;

    RandomSearch(Random random) {
        this.random = random;
        this.queries = new RandomQuery(random);
    }

    String text() {
        return "FIND {" + term(2) + "}"
                + maybe(() -> " IN " + pick(List.of("ALL", "name", "EMAIL", "Phone", "SIDEBAR")) + " FIELDS")
                + maybe(() -> " RETURNING " + list(3, this::returned))
                + maybe(this::with)
                + maybe(() -> " LIMIT " + random.nextInt(2000))
                + maybe(() -> " UPDATE " + pick(List.of("TRACKING", "VIEWSTAT", "TRACKING, VIEWSTAT")));
    }

    private String term(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return pick(WORDS);
        }
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> random.nextBoolean() ? pick(WORDS) : "(" + term(depth - 1) + ")")
                .collect(Collectors.joining(pick(List.of(" ", " AND ", " or ", " AND NOT "))));
    }

    private String returned() {
        String object = pick(List.of("Account", "Contact", "My__c"));
        return object
                + maybe(() -> "(" + queries.fields()
                        + maybe(() -> " WHERE " + queries.condition())
                        + maybe(() -> " USING LISTVIEW = Mine")
                        + maybe(() -> " ORDER BY " + queries.ordering())
                        + maybe(() -> " LIMIT " + random.nextInt(200))
                        + maybe(() -> " OFFSET 3")
                        + ")");
    }

    private String with() {
        return pick(List.of(
                " WITH DIVISION = 'Global'",
                " WITH DATA CATEGORY G__c AT a__c AND H__c ABOVE_OR_BELOW (b__c, c__c)",
                " WITH SNIPPET WITH HIGHLIGHT",
                " WITH SNIPPET (target_length=50)",
                " WITH NETWORK IN ('0DB1', '0DB2')",
                " with pricebookid = '01s' WITH metadata='LABELS'",
                " WITH SPELL_CORRECTION = true WITH SYSTEM_MODE"));
    }

    private String list(int most, Supplier<String> item) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(i -> item.get())
                .collect(Collectors.joining(", "));
    }

    private String maybe(Supplier<String> clause) {
        return random.nextBoolean() ? clause.get() : "";
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
