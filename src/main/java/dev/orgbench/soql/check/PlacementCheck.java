package dev.orgbench.soql.check;

import dev.orgbench.soql.Fix;
import dev.orgbench.soql.Keywords;
import dev.orgbench.soql.Name;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.Query.Amount;
import dev.orgbench.soql.Query.EndingKind;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.SelectItem;

/** Checks what may not stand beside something else, or within it. */
final class PlacementCheck {
    private final Query query;
    private final Report report;

    PlacementCheck(Query query, Report report) {
        this.query = query;
        this.report = report;
    }

    void run(QueryCheck.Place place) {
        scope();
        locking();
        offsetOfChildren();
        if (place == QueryCheck.Place.SEMI_JOIN) {
            behindIn();
        }
    }

    private void scope() {
        Name scope = query.scope();
        if (scope == null || scope.isMissing()) {
            return;
        }
        if (Keywords.SCOPES.stream().noneMatch(scope.text()::equalsIgnoreCase)) {
            report.error(
                    scope.range(),
                    "There is no scope " + scope.text() + ".",
                    Report.guesses(scope.range(), scope.text(), Keywords.SCOPES));
        }
    }

    /** (Apex Developer Guide, "Locking Statements".) */
    private void locking() {
        for (Query.Ending ending : query.endings()) {
            if (ending.kind() == EndingKind.FOR_UPDATE && !query.orderBy().isEmpty()) {
                report.error(ending.range(), "FOR UPDATE cannot be used with ORDER BY.");
            }
        }
    }

    /** (SOQL and SOSL Reference, "OFFSET", in sub-queries.) */
    private void offsetOfChildren() {
        Amount limit = query.limit();
        for (SelectItem item : query.select()) {
            Amount offset = item instanceof SelectItem.Children children
                    ? children.query().offset()
                    : null;
            if (offset != null && (limit == null || limit.number() != 1)) {
                report.error(
                        offset.range(),
                        "A sub-query takes OFFSET only where the query around it has LIMIT 1.",
                        removal(offset.range()));
            }
        }
    }

    /** (SOQL and SOSL Reference, "Comparison Operators", semi-joins.) */
    private void behindIn() {
        if (!query.orderBy().isEmpty()) {
            report.error(query.orderBy().getFirst().range(), "A query behind IN has no ORDER BY.");
        }
        if (query.limit() != null) {
            report.error(
                    query.limit().range(),
                    "A query behind IN has no LIMIT.",
                    removal(query.limit().range()));
        }
        query.endings().stream()
                .filter(ending -> ending.kind() == EndingKind.FOR_UPDATE)
                .forEach(ending ->
                        report.error(ending.range(), "A query behind IN cannot lock.", removal(ending.range())));
    }

    private static Fix removal(Range range) {
        return new Fix("Remove it", range, "");
    }
}
