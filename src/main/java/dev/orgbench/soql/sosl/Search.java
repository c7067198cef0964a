package dev.orgbench.soql.sosl;

import dev.orgbench.soql.Query.Amount;
import dev.orgbench.soql.Query.CategoryFilter;
import dev.orgbench.soql.Query.Ending;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.Returned;
import dev.orgbench.soql.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SOSL search. Clauses that are not there are null, lists that are not there are empty.
 *
 * @param braces where the term stands, braces included
 * @param term what is looked for; {@link SearchTerm.Gap} in a tree with errors alone
 * @param in null where it is not written, which means all
 * @param returning the objects, in order; empty where every object that can be searched is asked
 * @param limit of records of all objects together
 * @param endings {@code UPDATE TRACKING}, {@code UPDATE VIEWSTAT}, in order
 */
public record Search(
        Range range,
        Range braces,
        SearchTerm term,
        @Nullable FieldGroup in,
        List<Returned> returning,
        List<With> with,
        @Nullable Amount limit,
        List<Ending> endings) {
    public Search {
        returning = List.copyOf(returning);
        with = List.copyOf(with);
        endings = List.copyOf(endings);
    }

    /** Which fields are searched. */
    public enum FieldGroup {
        ALL,
        NAME,
        EMAIL,
        PHONE,
        SIDEBAR
    }

    /** One WITH. Values are texts; gaps in a tree with errors. */
    public sealed interface With {
        Range range();

        /** {@code WITH DIVISION = 'Global'}. */
        record Division(Range range, Value name) implements With {}

        /**
         * {@code WITH DATA CATEGORY G__c AT a__c}.
         *
         * @param filters at least one, all of which must hold
         */
        record DataCategories(Range range, List<CategoryFilter> filters) implements With {
            public DataCategories {
                filters = List.copyOf(filters);
            }
        }

        /** {@code WITH NETWORK = 'id'}, {@code WITH NETWORK IN ('id', 'id')}. */
        record Network(Range range, List<Value> ids) implements With {
            public Network {
                ids = List.copyOf(ids);
            }
        }

        record Pricebook(Range range, Value id) implements With {}

        /**
         * {@code WITH SNIPPET(target_length=120)}.
         *
         * @param targetLength of the excerpt in characters; null where it is not written
         */
        record Snippet(Range range, @Nullable Integer targetLength) implements With {}

        record Highlight(Range range) implements With {}

        record SpellCorrection(Range range, boolean on) implements With {}

        /** {@code WITH METADATA = 'LABELS'}. */
        record Metadata(Range range, Value kind) implements With {}

        /** {@code WITH USER_MODE} and the like. */
        record Access(Range range, Mode mode) implements With {}
    }

    /** Whose rights count. */
    public enum Mode {
        USER_MODE,
        SYSTEM_MODE,
        SECURITY_ENFORCED
    }
}
