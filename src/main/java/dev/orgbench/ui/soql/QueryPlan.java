package dev.orgbench.ui.soql;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the org would run a query, the cheapest way first. (REST API Developer Guide, "Query" with {@code explain}.)
 */
record QueryPlan(List<Way> ways) {
    QueryPlan {
        ways = List.copyOf(ways);
    }

    /**
     * One way.
     *
     * @param operation {@code Index}, {@code Sharing}, {@code TableScan}, {@code Other}
     * @param cost below 1 the filter is selective
     * @param rows how many rows the org expects of how many there are
     * @param fields the fields of the index
     * @param notes why something could not be used
     */
    record Way(String object, String operation, BigDecimal cost, String rows, List<String> fields, List<String> notes) {
        boolean isSelective() {
            return cost.compareTo(BigDecimal.ONE) < 0;
        }
    }

    static QueryPlan of(JsonNode answer) {
        List<Way> ways = new ArrayList<>();
        for (JsonNode plan : answer.path("plans")) {
            List<String> notes = new ArrayList<>();
            for (JsonNode note : plan.path("notes")) {
                String fields = texts(note.path("fields"));
                notes.add(note.path("description").asText() + (fields.isEmpty() ? "" : ": " + fields));
            }
            List<String> fields = new ArrayList<>();
            plan.path("fields").forEach(field -> fields.add(field.asText()));
            ways.add(new Way(
                    plan.path("sobjectType").asText(),
                    plan.path("leadingOperationType").asText(),
                    plan.path("relativeCost").decimalValue(),
                    String.format(
                            Locale.ROOT,
                            "%,d of %,d",
                            plan.path("cardinality").asLong(),
                            plan.path("sobjectCardinality").asLong()),
                    List.copyOf(fields),
                    List.copyOf(notes)));
        }
        return new QueryPlan(ways);
    }

    /** The way that the org takes. */
    Optional<Way> best() {
        return ways.stream().findFirst();
    }

    /** What it means and what would help, in a sentence or two. */
    String advice() {
        Way best = best().orElse(null);
        if (best == null) {
            return "The org told no plan.";
        }
        if (best.isSelective()) {
            return best.operation().equals("Index")
                    ? "Selective: the org finds the rows by the index on " + String.join(", ", best.fields()) + "."
                    : "Selective: cheap, although no index leads (" + best.operation() + ").";
        }
        String unusable = best.notes().isEmpty() ? "" : " " + String.join(". ", best.notes()) + ".";
        return "Not selective: the org reads "
                + (best.operation().equals("TableScan") ? "the whole table" : "most rows")
                + "." + unusable
                + " Filter by Id, Name, OwnerId, CreatedDate, a lookup or an External Id field with a value that few rows"
                + " have, or ask Salesforce for a custom index on the field in WHERE.";
    }

    /** Short, for the line of status: {@code index on StageName, cost 0.42}. */
    String words() {
        return best().map(way -> (way.operation().equals("Index")
                                ? "index on " + String.join(", ", way.fields())
                                : way.operation().toLowerCase(Locale.ROOT).replace("tablescan", "table scan"))
                        + ", cost " + way.cost().toPlainString())
                .orElse("");
    }

    private static String texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return String.join(", ", texts);
    }
}
