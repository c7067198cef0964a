package dev.orgbench.soql.check;

import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.Query.Amount;
import dev.orgbench.soql.Returned;
import dev.orgbench.soql.SelectItem;
import dev.orgbench.soql.Value;
import dev.orgbench.soql.meaning.Scope;
import dev.orgbench.soql.schema.Schema;
import dev.orgbench.soql.sosl.Search;
import dev.orgbench.soql.sosl.Search.With;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a search: its term, its limits, and each object that it returns. (SOQL and SOSL Reference, "RETURNING FieldSpec".) */
final class SearchCheck {
    private static final String LABELS = "LABELS";

    private final Search search;
    private final Schema schema;
    private final Report report;

    SearchCheck(Search search, Schema schema, Report report) {
        this.search = search;
        this.schema = schema;
        this.report = report;
    }

    void run() {
        term();
        limit(search.limit());
        Set<String> objects = new HashSet<>();
        for (Returned returned : search.returning()) {
            if (!returned.object().isMissing() && !objects.add(returned.object().key())) {
                report.error(returned.object().range(), returned.object().text() + " is returned already.");
            }
            new QueryCheck(Scope.of(returned.query(), schema), report, QueryCheck.Place.RETURNED, 0).run();
            returned.query().select().forEach(this::noAggregate);
            limit(returned.query().limit());
            alone(returned);
        }
        search.with().forEach(this::metadata);
    }

    private void term() {
        int length = search.braces().length() - 2;
        if (length > Limits.LONGEST_TERM) {
            report.warning(search.braces(), "A term of more than 10,000 characters finds nothing.");
        } else if (length > Limits.LONGEST_TERM_WITH_OPERATORS) {
            report.warning(
                    search.braces(), "In a term of more than 4,000 characters AND, OR and AND NOT do not count.");
        }
    }

    private void limit(@Nullable Amount limit) {
        if (limit != null && limit.number() > Limits.MOST_ROWS_OF_SEARCH) {
            report.error(
                    limit.range(),
                    "A search finds at most 2,000 records.",
                    Report.change(limit.range(), "LIMIT " + Limits.MOST_ROWS_OF_SEARCH));
        }
    }

    private void noAggregate(SelectItem item) {
        Expression expression = item instanceof SelectItem.Column column ? column.expression() : null;
        if (expression instanceof FunctionCall call && call.function().isAggregate()) {
            report.error(call.range(), "A search returns records; SOSL has no aggregates.");
        }
    }

    /** Some things are for a search of one object. */
    private void alone(Returned returned) {
        Query.Amount offset = returned.query().offset();
        if (search.returning().size() > 1 && offset != null) {
            report.error(offset.range(), "OFFSET is for a search that returns one object.");
        }
        if (search.returning().size() > 1 && returned.listView() != null) {
            report.error(returned.listView().range(), "A list view is for a search that returns one object.");
        }
    }

    private void metadata(With with) {
        boolean wrong = with instanceof With.Metadata metadata
                && metadata.kind() instanceof Value.Text text
                && !text.text().equals(LABELS);
        if (wrong) {
            Value kind = ((With.Metadata) with).kind();
            report.error(
                    kind.range(),
                    "METADATA gives labels only: 'LABELS'.",
                    Report.change(kind.range(), "'" + LABELS + "'"));
        }
    }
}
