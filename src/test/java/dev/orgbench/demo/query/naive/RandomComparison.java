package dev.orgbench.demo.query.naive;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A condition on one field, with values that its rows often have. */
record RandomComparison(Random random) {
    private static final List<String> ALL = List.of("=", "!=", "<", "<=", ">", ">=");
    private static final List<String> EQUALITY = List.of("=", "!=");
    private static final List<String> TEXTS =
            List.of("acme", "ACME", "Élan", "éLAN", "zoo", "O\\'Hara", "x\\\\y", "Hot", "energy", "ClosedWon", "", "b");
    private static final List<String> PATTERNS =
            List.of("a%", "%A%", "él%", "%É%", "b\\_c", "b\\%c", "____", "b_c", "%\\\\%", "o\\'%", "%");
    private static final List<String> DAYS = List.of("2026-11-22", "2025-12-31", "2024-02-29", "2026-11-01");
    private static final List<String> SPANS =
            List.of("TODAY", "YESTERDAY", "THIS_MONTH", "LAST_YEAR", "LAST_N_DAYS:1", "LAST_N_DAYS:22");
    private static final List<String> CHOICES = List.of("'North'", "'south'", "'North;South'", "'West;East'", "'Nor'");

    /** @param field with its type, as {@code Name:text} */
    String on(String field) {
        String name = RandomSoql.name(field);
        if (random.nextInt(8) == 0 && !RandomSoql.type(field).equals("boolean")) {
            return name + " " + pick(EQUALITY) + " null";
        }
        return switch (RandomSoql.type(field)) {
            case "text" -> text(name);
            case "number" -> name + " " + number(random.nextInt(14) * 0.5 - 0.5);
            case "int" -> name + " " + number(random.nextInt(7));
            case "boolean" -> name + " " + pick(EQUALITY) + " " + pick(List.of("true", "FALSE"));
            case "id" -> id(name, field.substring(field.length() - 1));
            case "date" -> date(name);
            case "datetime" -> dateTime(name);
            default -> name + " " + pick(List.of("INCLUDES", "EXCLUDES")) + " " + several(CHOICES, "%s");
        };
    }

    private String text(String name) {
        return switch (random.nextInt(4)) {
            case 0 -> "(NOT " + name + " LIKE '" + pick(PATTERNS) + "')";
            case 1 -> name + " LIKE '" + pick(PATTERNS) + "'";
            case 2 -> name + " " + pick(List.of("IN", "NOT IN")) + " " + several(TEXTS, "'%s'");
            default -> comparison(name);
        };
    }

    private String comparison(String name) {
        String text = pick(TEXTS);
        return name + " " + pick(text.isEmpty() ? EQUALITY : ALL) + " '" + text + "'";
    }

    private String number(Number number) {
        return random.nextInt(4) == 0
                ? pick(List.of("IN", "NOT IN")) + " (" + number + ", 1, 3)"
                : pick(ALL) + " " + number;
    }

    private String id(String name, String letter) {
        String id = "'{" + letter + (RandomRows.FIRST + random.nextInt(9)) + "}'";
        String other = "'{" + letter.toLowerCase(Locale.ROOT) + (RandomRows.FIRST + random.nextInt(9)) + "}'";
        return random.nextBoolean()
                ? name + " " + pick(EQUALITY) + " " + id
                : name + " " + pick(List.of("IN", "NOT IN")) + " (" + id + ", " + other + ")";
    }

    private String date(String name) {
        return switch (random.nextInt(3)) {
            case 0 -> "CALENDAR_YEAR(" + name + ") " + pick(ALL) + " 2025";
            case 1 -> name + " " + pick(ALL) + " " + pick(DAYS);
            default -> name + " " + pick(ALL) + " " + pick(SPANS);
        };
    }

    private String dateTime(String name) {
        return switch (random.nextInt(4)) {
            case 0 ->
                pick(List.of("DAY_IN_MONTH", "DAY_IN_WEEK", "HOUR_IN_DAY")) + "(" + name + ") " + pick(ALL) + " 7";
            case 1 -> name + " " + pick(ALL) + " 2026-11-22T09:30:00Z";
            default -> name + " " + pick(ALL) + " " + pick(SPANS);
        };
    }

    private String several(List<String> values, String form) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(_ -> form.formatted(pick(values)))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
