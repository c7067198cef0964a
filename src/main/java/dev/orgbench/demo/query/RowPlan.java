package dev.orgbench.demo.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgbench.demo.data.SqlText;
import java.util.List;

/**
 * A query for records as SQL.
 *
 * @param columns what is selected; the record's id first
 * @param shape makes a record of a row
 * @param from the object's table
 * @param joins the parents' tables
 * @param tail ORDER BY, LIMIT and OFFSET
 * @param natural whether it is all rows in the order of their ids, so that a page's rows lie together
 */
record RowPlan(
        String columns,
        RecordShape shape,
        Entity.Table from,
        String joins,
        Fragment where,
        Fragment tail,
        boolean natural) {
    /** All rows in order. */
    Fragment rows() {
        return Fragment.concat(Fragment.of(head() + " WHERE "), where, tail);
    }

    /** The children of one parent; {@code reference} is the column that holds the parent's id. */
    Fragment childrenOf(String reference, String parentId) {
        return Fragment.concat(
                Fragment.of(head() + " WHERE " + from.column(reference) + " = ? AND ", parentId), where, tail);
    }

    /**
     * The rows of a page, in the order of their ids, as SQLite is quickest. Where they lie together they are read as they
     * lie, which is faster than to look up each, and others may be among them that are not of the page.
     */
    Fragment page(List<String> ids) {
        String id = from.column("Id");
        if (natural) {
            return Fragment.of(head() + " WHERE " + id + " >= ? AND " + id + " <= ?", ids.getFirst(), ids.getLast());
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        ids.forEach(list::add);
        return Fragment.of(head() + " WHERE " + id + " IN (SELECT value FROM json_each(?))", list.toString());
    }

    private String head() {
        return "SELECT " + columns + " FROM " + table() + joins;
    }

    private String table() {
        return SqlText.name(from.object().name()) + " " + from.alias();
    }
}
