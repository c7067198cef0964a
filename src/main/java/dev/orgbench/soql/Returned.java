package dev.orgbench.soql;

import org.jspecify.annotations.Nullable;

/**
 * One object of SOSL's RETURNING: {@code Contact(Id, Name WHERE Name != 'x' LIMIT 5)}.
 *
 * @param query what to return of it as a query FROM that object; nothing is selected where there are no parentheses
 * @param listView the name behind USING LISTVIEW
 */
public record Returned(Range range, Query query, @Nullable Name listView) {
    /** The object's name. */
    public Name object() {
        return query.from().getFirst().path().field();
    }
}
