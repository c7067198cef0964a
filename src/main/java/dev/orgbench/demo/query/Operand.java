package dev.orgbench.demo.query;

import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.soql.Range;

/**
 * The left side of a condition, or what is grouped or ordered by.
 *
 * @param sql an SQL expression without parameters
 * @param type of its values; for a function, of what it gives
 * @param field the field itself, or the one under the functions
 * @param isField whether it is the field itself
 * @param range where it stands in the query
 */
record Operand(String sql, FieldType type, Field field, boolean isField, Range range) {
    static Operand of(Column column, Range range) {
        return new Operand(column.sql(), column.field().type(), column.field(), true, range);
    }

    /** Whether its values are text that is compared without regard to case; unique case-sensitive fields are not. */
    boolean ignoresCase() {
        return type.isText() && !field.caseSensitive();
    }

    /** The SQL by which values are compared and put in order. */
    String compared() {
        return sql + (ignoresCase() ? " COLLATE NOCASE" : "");
    }

    /** SQL that is equal for equal values, and for no others. */
    String told() {
        return ignoresCase() ? SqlFunctions.key(sql) : sql;
    }

    Operand as(String otherSql, FieldType otherType, Range otherRange) {
        return new Operand(otherSql, otherType, field, false, otherRange);
    }
}
