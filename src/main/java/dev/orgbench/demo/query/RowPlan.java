package dev.orgbench.demo.query;

import dev.orgbench.demo.data.SqlText;

/**
 * A query for records as SQL.
 *
 * @param columns what is selected; the record's id first
 * @param shape makes a record of a row
 * @param from the object's table
 * @param joins the parents' tables
 * @param tail ORDER BY, LIMIT and OFFSET
 */
record RowPlan(
        String columns, RecordShape shape, Entity.Table from, String joins, Fragment where, Fragment tail) {
    /** All rows in order. */
    Fragment rows() {
        return Fragment.concat(Fragment.of(head() + " WHERE "), where, tail);
    }

    /** The children of one parent; {@code reference} is the column that holds the parent's id. */
    Fragment childrenOf(String reference, String parentId) {
        return Fragment.concat(
                Fragment.of(head() + " WHERE " + from.column(reference) + " = ? AND ", parentId), where, tail);
    }

    /** The rows of the ids in a JSON array, in its order. */
    Fragment page(String ids) {
        return Fragment.of(
                "SELECT " + columns + " FROM json_each(?) page CROSS JOIN " + table() + " ON " + from.column("Id")
                        + " = page.value" + joins + " ORDER BY page.key",
                ids);
    }

    private String head() {
        return "SELECT " + columns + " FROM " + table() + joins;
    }

    private String table() {
        return SqlText.name(from.object().name()) + " " + from.alias();
    }
}
