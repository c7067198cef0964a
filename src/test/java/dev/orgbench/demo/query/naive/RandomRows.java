package dev.orgbench.demo.query.naive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The golden org's tables with many more rows, made up of few values, so that they are often equal. */
public final class RandomRows {
    /** All ids have as many digits, so that they sort as texts. */
    static final int FIRST = 101;

    private static final String[] TEXTS = {
        "Acme", "acme", "ACME labs", "Élan", "ÉLAN", "élan vital", "b_c", "B%C", "O'Hara", "x\\y", "zoo"
    };
    private static final String[] MOMENTS = {
        "2026-11-22T09:30:00.000Z", "2026-11-22T07:59:59.999Z", "2026-11-22T08:00:00.000Z", "2026-11-01T06:59:59.000Z",
        "2026-10-31T12:00:00.000Z", "2026-11-12T00:00:00.000Z", "2025-12-31T23:59:59.000Z", "2025-01-01T08:00:00.000Z",
        "2024-02-29T23:59:59.999Z", "2026-11-23T08:00:00.000Z"
    };
    private static final String[] DAYS = {
        "2026-11-22",
        "2026-11-21",
        "2026-11-23",
        "2026-11-01",
        "2026-11-30",
        "2025-12-31",
        "2025-01-01",
        "2024-02-29",
        "1990-05-01"
    };
    private static final Map<String, String> LETTERS =
            Map.of("User", "U", "Group", "G", "Account", "A", "Contact", "C", "Opportunity", "O", "Task", "T");

    private final Random random;
    private final int rows;

    /** @param rows of each object but the organization */
    public RandomRows(Random random, int rows) {
        this.random = random;
        this.rows = rows;
    }

    /** The tables of all objects. */
    public List<GoldenTable> tables() {
        return GoldenTable.NAMES.stream()
                .map(GoldenTable::read)
                .map(this::filled)
                .toList();
    }

    private GoldenTable filled(GoldenTable table) {
        String letter = LETTERS.get(table.name());
        if (letter == null) {
            return table;
        }
        List<Map<String, @Nullable String>> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Map<String, @Nullable String> row = new LinkedHashMap<>();
            for (String field : table.types().keySet()) {
                row.put(field, field.equals("Id") ? letter + (FIRST + i) : cell(table, field));
            }
            all.add(row);
        }
        return new GoldenTable(table.name(), table.types(), all);
    }

    private @Nullable String cell(GoldenTable table, String field) {
        String type = table.type(field);
        if (type.equals("boolean")) {
            return String.valueOf(random.nextInt(field.equals("IsDeleted") ? 10 : 2) == 0);
        }
        if (random.nextInt(5) == 0 || type.equals("location") || type.equals("time")) {
            return null;
        }
        return switch (type) {
            case "int" -> String.valueOf(random.nextInt(6));
            case "currency", "double", "percent" -> String.valueOf(random.nextInt(12) * 0.5);
            case "date" -> oneOf(DAYS);
            case "datetime" -> oneOf(MOMENTS);
            case "picklist" -> oneOf(table.type(field, 1).split(",", -1));
            case "multipicklist" -> choices(table.type(field, 1).split(",", -1));
            case "reference" -> reference(table.targets(field));
            default -> oneOf(TEXTS);
        };
    }

    private @Nullable String choices(String[] all) {
        List<String> chosen = new ArrayList<>(List.of(all));
        chosen.removeIf(_ -> random.nextBoolean());
        return chosen.isEmpty() ? null : String.join(";", chosen);
    }

    private @Nullable String reference(List<String> targets) {
        String letter = LETTERS.get(targets.get(random.nextInt(targets.size())));
        return letter == null ? null : letter + (FIRST + random.nextInt(rows));
    }

    private String oneOf(String[] values) {
        return Objects.requireNonNull(values[random.nextInt(values.length)]);
    }
}
