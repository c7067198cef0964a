package dev.orgbench.demo.formula;

import dev.orgbench.demo.data.SqlText;
import dev.orgbench.demo.schema.Calculation;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A roll-up summary: what a record's live children come to.
 *
 * @param child the object summed up
 * @param reference its field that points to the parent
 * @param summarized the field that is summed up; null for a count
 * @param filters which children count, all of them true at once
 */
public record SummaryField(
        String child,
        String reference,
        Operation operation,
        @Nullable String summarized,
        List<SummaryFilter> filters) implements Calculation {
    /** Named as the Metadata API names them. */
    public enum Operation {
        COUNT,
        SUM,
        MIN,
        MAX;

        /** The operation of that name in lower case. */
        public static Optional<Operation> of(String name) {
            return List.of(values()).stream()
                    .filter(operation ->
                            operation.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst();
        }
    }

    public SummaryField {
        filters = List.copyOf(filters);
    }

    @Override
    public String sql(Schema schema, SObject object, String alias) {
        SObject children = schema.object(child).orElse(null);
        if (children == null) {
            return "NULL";
        }
        String under = alias + "c";
        List<String> conditions = new ArrayList<>();
        conditions.add(under + "." + SqlText.name(reference) + " = " + alias + ".\"Id\"");
        if (children.field("IsDeleted").isPresent()) {
            conditions.add(under + ".\"IsDeleted\" = 0");
        }
        for (SummaryFilter filter : filters) {
            children.field(filter.field())
                    .ifPresent(field -> conditions.add(filter.sql(value(schema, children, field, under), field)));
        }
        return "(SELECT " + aggregate(schema, children, under) + " FROM " + SqlText.name(children.name()) + " " + under
                + " WHERE " + String.join(" AND ", conditions) + ")";
    }

    @Override
    public @Nullable String formula() {
        return null;
    }

    @Override
    public boolean treatsBlanksAsZero() {
        return false;
    }

    /** Whether {@code field} may be summed up, or filtered by: one that looks at no other record. */
    public static boolean canSummarize(Schema schema, SObject object, Field field) {
        return field.isStored()
                || (field.calculation() instanceof FormulaField formula && formula.isOfOneRecord(schema, object));
    }

    /** Whether it sums up {@code object}'s {@code field}; where that is empty, whether it sums up the object at all. */
    public boolean uses(String object, String field) {
        return child.equals(object)
                && (field.isEmpty()
                        || field.equals(reference)
                        || field.equals(summarized)
                        || filters.stream().anyMatch(filter -> filter.field().equals(field)));
    }

    private String aggregate(Schema schema, SObject children, String under) {
        Field field = summarized == null ? null : children.field(summarized).orElse(null);
        if (field == null) {
            return operation == Operation.COUNT ? "count(*)" : "NULL";
        }
        String value = value(schema, children, field, under);
        return switch (operation) {
            case COUNT -> "count(*)";
            // The sum of nothing is 0, the least of nothing is blank.
            case SUM -> "coalesce(sum(" + value + "), 0.0)";
            case MIN -> "min(" + value + ")";
            case MAX -> "max(" + value + ")";
        };
    }

    private static String value(Schema schema, SObject children, Field field, String under) {
        return canSummarize(schema, children, field) ? field.sql(schema, children, under) : "NULL";
    }
}
