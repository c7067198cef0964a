package dev.orgbench.demo.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.data.SqlText;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Condition;
import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * How a query would run: the answer to {@code explain}. The index is the one that SQLite takes, the cardinalities are
 * counted. Salesforce tells neither its cost model nor its thresholds in full; what is assumed of them stands here alone.
 */
final class Explanation {
    private static final String UNINDEXED = "Not considering filter for optimization because unindexed";

    /** A standard index leads while it finds at most this share of the rows: at that share its cost is 1. */
    private static final double SELECTIVE_SHARE = 0.3;

    /** To read all rows costs more than 1, and the more, the more of them answer. */
    private static final double SCAN = 1.5;

    /** {@code SEARCH t0_0 USING INDEX Contact.AccountId (AccountId=?)}. */
    private static final Pattern SEARCH = Pattern.compile("SEARCH (\\S+) USING .*INDEX \\S+ \\((\\w+)[=<> ].*");

    private final Reading reading;
    private final Query query;
    private final Tables tables;
    private final Fragment where;
    private final String from;

    private Explanation(Reading reading, Compilation compilation, Query query) throws ApiError {
        this.reading = reading;
        this.query = query;
        this.tables = compilation.tables(query);
        this.where = compilation.where(query, tables);
        // Complete only now: the paths in WHERE add their parents.
        this.from = " FROM " + tables.from() + " WHERE ";
    }

    /** The {@code plans}, the cheapest first, and the {@code sourceQuery}. */
    static ObjectNode of(Reading reading, Compilation compilation, Query query, String soql)
            throws ApiError, SQLException {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("plans", new Explanation(reading, compilation, query).plans());
        return answer.put("sourceQuery", soql);
    }

    private ArrayNode plans() throws SQLException {
        String object = tables.root().name();
        boolean bin = tables.root().object().field("IsDeleted").isPresent();
        int all = number(
                Fragment.of("SELECT count(*) FROM " + SqlText.name(object) + (bin ? " WHERE NOT \"IsDeleted\"" : "")));
        int found = number(Fragment.concat(Fragment.of("SELECT count(*)" + from), where));
        double share = all == 0 ? 0 : (double) found / all;
        String index = index();
        ArrayNode plans = JsonNodeFactory.instance.arrayNode();
        if (index != null) {
            plans.add(plan("Index", share / SELECTIVE_SHARE, found, all, List.of(index)));
        }
        ObjectNode scan = plan("TableScan", SCAN + share, found, all, List.of());
        Set<String> unindexed = filters();
        unindexed.removeIf(field -> field.equals(index));
        if (!unindexed.isEmpty()) {
            ObjectNode note = scan.withArray("notes").addObject();
            note.put("description", UNINDEXED);
            unindexed.forEach(note.putArray("fields")::add);
            note.put("tableEnumOrId", object);
        }
        plans.add(scan);
        ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
        StreamSupport.stream(plans.spliterator(), false)
                .sorted(Comparator.comparingDouble(
                        plan -> plan.path("relativeCost").asDouble()))
                .forEach(sorted::add);
        return sorted;
    }

    private ObjectNode plan(String operation, double cost, int found, int all, List<String> fields) {
        ObjectNode plan = JsonNodeFactory.instance.objectNode();
        plan.put("cardinality", found);
        fields.forEach(plan.putArray("fields")::add);
        plan.put("leadingOperationType", operation);
        plan.putArray("notes");
        plan.put("relativeCost", Math.round(cost * 1_000) / 1_000.0);
        plan.put("sobjectCardinality", all);
        return plan.put("sobjectType", tables.root().name());
    }

    private int number(Fragment sql) throws SQLException {
        try (ResultSet row = reading.run(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    /** The field by whose index SQLite finds the object's rows; null if it looks through all. */
    private @Nullable String index() throws SQLException {
        try (ResultSet step = reading.run(Fragment.concat(Fragment.of("EXPLAIN QUERY PLAN SELECT 1" + from), where))) {
            while (step.next()) {
                Matcher search = SEARCH.matcher(step.getString("detail"));
                if (search.matches() && search.group(1).equals(tables.root().alias())) {
                    return search.group(2);
                }
            }
        }
        return null;
    }

    /** The object's own fields that WHERE filters by, in alphabetical order. */
    private Set<String> filters() {
        Set<String> names = new TreeSet<>();
        Condition condition = query.where();
        if (condition != null) {
            lefts(condition).forEach(left -> {
                if (left instanceof FieldPath path && path.names().size() == 1) {
                    tables.root().object().field(path.field().text()).ifPresent(field -> names.add(field.name()));
                }
            });
        }
        return names;
    }

    private static Stream<Expression> lefts(Condition condition) {
        return switch (condition) {
            case Condition.And and -> and.conditions().stream().flatMap(Explanation::lefts);
            case Condition.Or or -> or.conditions().stream().flatMap(Explanation::lefts);
            case Condition.Not not -> lefts(not.condition());
            case Condition.Group group -> lefts(group.condition());
            case Condition.Comparison comparison -> Stream.of(comparison.left());
            case Condition.Membership membership -> Stream.of(membership.left());
            case Condition.SemiJoin join -> Stream.of(join.left());
            case Condition.Gap _ -> Stream.empty();
        };
    }
}
