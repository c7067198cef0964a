package dev.orgbench.soql;

import dev.orgbench.soql.Expression.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may stand at a place in a query besides keywords. */
public sealed interface Slot {
    /** An object behind FROM; in a sub-query of SELECT, a child relationship. */
    record Source() implements Slot {}

    /**
     * A field, or a relationship on the way to one; a function too where {@code parents} is empty.
     *
     * @param parents the relationships in front, with the points behind them
     * @param function whose argument it is, or null
     */
    record Field(Use use, List<Name> parents, @Nullable SoqlFunction function) implements Slot {
        public Field {
            parents = List.copyOf(parents);
        }
    }

    /** A field in a branch of TYPEOF, of the object {@code type}. */
    record BranchField(Name type, List<Name> parents) implements Slot {
        public BranchField {
            parents = List.copyOf(parents);
        }
    }

    /** The object behind WHEN in TYPEOF. */
    record Branch(FieldPath relationship) implements Slot {}

    /** What compares {@code left}. */
    record Operator(Expression left) implements Slot {}

    /** A value that {@code left} is compared with. */
    record Literal(Expression left) implements Slot {}

    /** The clause that a field stands in. */
    enum Use {
        SELECT,
        /** Of SOSL. */
        RETURNING,
        WHERE,
        GROUP_BY,
        HAVING,
        ORDER_BY
    }
}
