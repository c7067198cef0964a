package dev.orgbench.soql;

import dev.orgbench.soql.Expression.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SOQL query, or a sub-query. Clauses that are not there are null, lists that are not there are empty.
 *
 * @param select at least one item, as {@code from} has; in a tree with errors both may be empty
 * @param from the object (or child relationship) first; then parents given an alias: {@code FROM Contact c, c.Account a}
 * @param scope the name behind USING SCOPE
 * @param access SECURITY_ENFORCED, USER_MODE or SYSTEM_MODE behind WITH, in capitals
 * @param categories behind WITH DATA CATEGORY
 * @param endings {@code FOR VIEW}, {@code UPDATE TRACKING}, in order
 */
public record Query(
        Range range,
        List<SelectItem> select,
        List<From> from,
        @Nullable Name scope,
        @Nullable Condition where,
        @Nullable Name access,
        List<CategoryFilter> categories,
        @Nullable Grouping groupBy,
        @Nullable Condition having,
        List<Ordering> orderBy,
        @Nullable Amount limit,
        @Nullable Amount offset,
        List<Ending> endings) {
    public Query {
        select = List.copyOf(select);
        from = List.copyOf(from);
        categories = List.copyOf(categories);
        orderBy = List.copyOf(orderBy);
        endings = List.copyOf(endings);
    }

    /** What rows come from. The path has one name but for {@code c.Account} behind the first. */
    public record From(
            Range range, FieldPath path, @Nullable Name alias) {}

    /**
     * {@code Geography__c ABOVE_OR_BELOW (france__c, germany__c)}.
     *
     * @param categories at least one
     */
    public record CategoryFilter(Range range, Name group, CategorySelector selector, List<Name> categories) {
        public CategoryFilter {
            categories = List.copyOf(categories);
        }
    }

    /** Which categories beside those named count. */
    public enum CategorySelector {
        AT,
        ABOVE,
        BELOW,
        ABOVE_OR_BELOW
    }

    /** GROUP BY, in one of its three kinds. */
    public record Grouping(Range range, GroupingKind kind, List<Expression> expressions) {
        public Grouping {
            expressions = List.copyOf(expressions);
        }
    }

    /** How groups are made. */
    public enum GroupingKind {
        PLAIN,
        ROLLUP,
        CUBE
    }

    /** One item of ORDER BY. What was not written is null. */
    public record Ordering(
            Range range,
            Expression expression,
            @Nullable Direction direction,
            @Nullable Nulls nulls) {}

    /** Smallest or largest first. */
    public enum Direction {
        ASC,
        DESC
    }

    /** Where rows without a value stand. */
    public enum Nulls {
        FIRST,
        LAST
    }

    /** The number behind LIMIT or OFFSET. */
    public record Amount(Range range, int number) {}

    /** What may stand behind all else. */
    public record Ending(Range range, EndingKind kind) {}

    /** The endings of SOQL. */
    public enum EndingKind {
        FOR_VIEW,
        FOR_REFERENCE,
        FOR_UPDATE,
        UPDATE_TRACKING,
        UPDATE_VIEWSTAT
    }
}
