package dev.orgbench.demo.formula;

import dev.orgbench.demo.data.SqlText;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which children a roll-up summary counts.
 *
 * @param field of the child
 * @param operation as the Metadata API's FilterOperation names it
 * @param value what it is compared with; several, separated by commas, are alternatives
 */
public record SummaryFilter(String field, Operation operation, String value) {
    /** The FilterOperations that have a meaning here. */
    public enum Operation {
        EQUALS("equals", "IS", false),
        NOT_EQUAL("notEqual", "IS", true),
        LESS_THAN("lessThan", "<", false),
        GREATER_THAN("greaterThan", ">", false),
        LESS_OR_EQUAL("lessOrEqual", "<=", false),
        GREATER_OR_EQUAL("greaterOrEqual", ">=", false),
        CONTAINS("contains", "LIKE", false),
        NOT_CONTAIN("notContain", "LIKE", true),
        STARTS_WITH("startsWith", "LIKE", false);

        private final String metadataName;
        private final String sql;
        private final boolean negated;

        Operation(String metadataName, String sql, boolean negated) {
            this.metadataName = metadataName;
            this.sql = sql;
            this.negated = negated;
        }

        /** The operation that the Metadata API calls {@code name}. */
        public static Optional<Operation> of(String name) {
            return Arrays.stream(values())
                    .filter(operation -> operation.metadataName.equals(name))
                    .findFirst();
        }
    }

    /** The condition on {@code left}, the SQL of the field. */
    String sql(String left, Field column) {
        List<String> values =
                Arrays.stream(value.split(",", -1)).map(String::strip).toList();
        String any = values.stream()
                .map(one -> "coalesce(" + left + collation(column) + " " + operation.sql + " "
                        + literal(one, column.type()) + ", 0)")
                .collect(Collectors.joining(" OR ", "(", ")"));
        return operation.negated ? "NOT " + any : any;
    }

    private static String collation(Field column) {
        return column.ignoresCase() ? " COLLATE NOCASE" : "";
    }

    private String literal(String text, FieldType type) {
        if (operation.sql.equals("LIKE")) {
            String pattern = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
            return SqlText.text(operation == Operation.STARTS_WITH ? pattern : "%" + pattern) + " ESCAPE '\\'";
        }
        if (text.isEmpty()) {
            return "NULL";
        }
        if (type == FieldType.BOOLEAN) {
            return text.equalsIgnoreCase("true") || text.equals("1") ? "1" : "0";
        }
        return type.isNumber() ? number(text) : SqlText.text(text);
    }

    private static String number(String text) {
        try {
            return String.valueOf(new BigDecimal(text).doubleValue());
        } catch (NumberFormatException e) {
            return "NULL";
        }
    }
}
