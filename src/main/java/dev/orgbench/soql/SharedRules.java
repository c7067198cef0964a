package dev.orgbench.soql;

import dev.orgbench.soql.Query.Amount;
import dev.orgbench.soql.Query.CategoryFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that SOSL shares with SOQL. Each reads from the cursor what it is named for. */
public final class SharedRules {
    private final QueryParser queries;
    private final ClauseParser clauses;
    private final ValueParser values;

    public SharedRules(TokenCursor cursor) {
        this.queries = new QueryParser(cursor);
        this.values = new ValueParser(cursor);
        ExpressionParser expressions = new ExpressionParser(cursor, values);
        this.clauses = new ClauseParser(
                cursor, expressions, new ConditionParser(cursor, expressions, values, queries), values);
    }

    /** An object with what to return of it. */
    public Returned returned() {
        return queries.returned();
    }

    /** {@code DATA CATEGORY}, which are next, with at least one filter. */
    public List<CategoryFilter> categories() {
        return clauses.categories();
    }

    /** The number behind LIMIT, which begins at {@code start} and is taken; null where there is none. */
    public @Nullable Amount amount(Range start) {
        return clauses.amount(start);
    }

    /** A literal; a gap for what stands in its place. */
    public Value value() {
        return values.value();
    }
}
