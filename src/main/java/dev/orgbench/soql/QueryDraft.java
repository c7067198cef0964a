package dev.orgbench.soql;

import dev.orgbench.soql.Query.Amount;
import dev.orgbench.soql.Query.CategoryFilter;
import dev.orgbench.soql.Query.Ending;
import dev.orgbench.soql.Query.From;
import dev.orgbench.soql.Query.Grouping;
import dev.orgbench.soql.Query.Ordering;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query while it is read. */
final class QueryDraft {
    final List<SelectItem> select;
    final List<From> from = new ArrayList<>();

    @Nullable
    Name scope;
    /** In SOSL alone, and in no {@link Query}. */
    @Nullable
    Name listView;

    @Nullable
    Condition where;

    @Nullable
    Name access;

    final List<CategoryFilter> categories = new ArrayList<>();

    @Nullable
    Grouping groupBy;

    @Nullable
    Condition having;

    final List<Ordering> orderBy = new ArrayList<>();

    @Nullable
    Amount limit;

    @Nullable
    Amount offset;

    final List<Ending> endings = new ArrayList<>();

    QueryDraft(List<SelectItem> select) {
        this.select = select;
    }

    boolean has(Clause clause) {
        return switch (clause) {
            case FROM -> !from.isEmpty();
            case USING -> scope != null;
            case LIST_VIEW -> listView != null;
            case WHERE -> where != null;
            case WITH -> access != null || !categories.isEmpty();
            case GROUP_BY -> groupBy != null;
            case HAVING -> having != null;
            case ORDER_BY -> !orderBy.isEmpty();
            case LIMIT -> limit != null;
            case OFFSET -> offset != null;
            case ALL_ROWS -> false;
            default -> endings.stream().anyMatch(ending -> ending.kind().name().equals(clause.name()));
        };
    }

    Query query(Range range) {
        return new Query(
                range,
                select,
                from,
                scope,
                where,
                access,
                categories,
                groupBy,
                having,
                orderBy,
                limit,
                offset,
                endings);
    }
}
