package dev.orgbench.soql;

import dev.orgbench.soql.Expression.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One item of a SELECT list. */
public sealed interface SelectItem {
    Range range();

    /** A field or a function, maybe with an alias. */
    record Column(
            Range range, Expression expression, @Nullable Name alias) implements SelectItem {}

    /** {@code FIELDS(ALL)}, {@code FIELDS(STANDARD)}, {@code FIELDS(CUSTOM)}. */
    record AllFields(Range range, FieldSet fieldSet) implements SelectItem {}

    /** The rows of a child relationship: {@code (SELECT LastName FROM Contacts)}. */
    record Children(Range range, Query query) implements SelectItem {}

    /** {@code TYPEOF What WHEN Account THEN Phone ELSE Name END}. */
    record TypeOf(Range range, FieldPath relationship, List<When> branches, List<FieldPath> otherwise)
            implements SelectItem {
        public TypeOf {
            branches = List.copyOf(branches);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** One WHEN of a TYPEOF. */
    record When(Name type, List<FieldPath> fields) {
        public When {
            fields = List.copyOf(fields);
        }
    }

    /** Which fields FIELDS() stands for. */
    enum FieldSet {
        ALL,
        STANDARD,
        CUSTOM
    }
}
