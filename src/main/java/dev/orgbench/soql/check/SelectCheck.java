package dev.orgbench.soql.check;

import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.Fix;
import dev.orgbench.soql.Name;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.SelectItem;
import dev.orgbench.soql.SelectItem.FieldSet;
import dev.orgbench.soql.meaning.Scope;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Checks what a SELECT list as a whole may hold. */
final class SelectCheck {
    private final Scope scope;
    private final Query query;
    private final Report report;

    SelectCheck(Scope scope, Report report) {
        this.scope = scope;
        this.query = scope.query();
        this.report = report;
    }

    void run() {
        Set<String> seen = new HashSet<>();
        Set<String> aliases = new HashSet<>();
        for (SelectItem item : query.select()) {
            Name named = item instanceof SelectItem.Column column ? column.alias() : null;
            if (named != null && !aliases.add(named.key())) {
                report.error(named.range(), "There is an alias " + named.text() + " already.");
            }
            if (item instanceof SelectItem.AllFields all) {
                allFields(all);
            } else if (item instanceof SelectItem.Column(Range range, FieldPath path, var alias)) {
                if (alias != null) {
                    alias(path, alias);
                }
                boolean twice =
                        !path.field().isMissing() && !seen.add(path.text().toLowerCase(Locale.ROOT));
                if (twice && alias == null) {
                    report.error(range, path.text() + " is selected already.", removal(range));
                }
            }
        }
    }

    /** Takes the comma in front of it away as well. */
    private Fix removal(Range range) {
        int start = range.start();
        while (start > 0 && Character.isWhitespace(report.soql().charAt(start - 1))) {
            start--;
        }
        boolean comma = start > 0 && report.soql().charAt(start - 1) == ',';
        return new Fix("Remove it", comma ? new Range(start - 1, range.end()) : range, "");
    }

    private void alias(FieldPath path, Name alias) {
        if (GroupCheck.isGrouped(query) || path.text().equalsIgnoreCase("DISTINCT")) {
            return;
        }
        Range behind = new Range(path.range().end(), path.range().end());
        boolean field = scope.target()
                .object()
                .known()
                .map(object -> object.field(alias.text()).isPresent())
                .orElse(true);
        if (field) {
            report.error(
                    alias.range(),
                    "A comma is missing before " + alias.text() + ".",
                    new Fix("Add a comma", behind, ","));
        } else {
            report.error(
                    alias.range(),
                    "A field takes an alias in a query with GROUP BY only.",
                    new Fix(
                            "Remove the alias",
                            new Range(behind.start(), alias.range().end()),
                            ""),
                    new Fix("Add a comma", behind, ","));
        }
    }

    private void allFields(SelectItem.AllFields all) {
        if (GroupCheck.isGrouped(query)) {
            report.error(all.range(), "FIELDS() cannot be selected with groups or aggregates.");
            return;
        }
        Query.Amount limit = query.limit();
        if (all.fieldSet() == FieldSet.STANDARD
                || (limit != null && limit.number() <= Limits.MOST_ROWS_OF_ALL_FIELDS)) {
            return;
        }
        String wanted = "LIMIT " + Limits.MOST_ROWS_OF_ALL_FIELDS;
        Range end = new Range(query.range().end(), query.range().end());
        boolean endsHere = query.offset() == null && query.endings().isEmpty();
        Fix[] fixes = limit != null
                ? new Fix[] {Report.change(limit.range(), wanted)}
                : endsHere ? new Fix[] {new Fix("Add " + wanted, end, " " + wanted)} : new Fix[0];
        report.error(
                all.range(),
                "FIELDS(" + all.fieldSet() + ") needs a LIMIT of at most " + Limits.MOST_ROWS_OF_ALL_FIELDS + ".",
                fixes);
    }

    /** Whether it is {@code COUNT()} without a field. */
    static boolean isBareCount(SelectItem item) {
        return item instanceof SelectItem.Column column
                && column.expression() instanceof FunctionCall call
                && call.function().isAggregate()
                && call.arguments().isEmpty();
    }
}
