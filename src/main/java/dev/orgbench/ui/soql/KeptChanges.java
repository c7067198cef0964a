package dev.orgbench.ui.soql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.grid.GridModel;
import dev.orgbench.ui.kit.grid.UnsentCells;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;

/** Cells of one tab that were changed and not sent, kept with their query: however the process ends, none is lost. */
final class KeptChanges {
    private final Drafts drafts;
    private final String name;
    private final UnsentCells cells;
    private Query query;

    /** @param name of the draft */
    KeptChanges(Drafts drafts, String name, GridModel grid) {
        this.drafts = drafts;
        this.name = name;
        JsonNode kept = drafts.get(name).map(KeptChanges::parsed).orElseGet(JsonText.NODES::objectNode);
        query = new Query(
                kept.path("soql").asText(""),
                kept.path("offset").asInt(),
                new QueryMode(kept.path("all").asBoolean(), kept.path("tooling").asBoolean()));
        List<UnsentCells.Cell> waiting = new ArrayList<>();
        for (JsonNode cell : kept.path("cells")) {
            waiting.add(new UnsentCells.Cell(
                    cell.path("id").asText(), cell.path("column").asText(), cell.path("value")));
        }
        cells = new UnsentCells(grid, waiting);
        cells.onChange(this::keep);
    }

    /**
     * What the rows are the answer of.
     *
     * @param offset where it begins in the editor
     */
    record Query(String soql, int offset, QueryMode mode) {}

    /** The query whose changes these are. */
    Query query() {
        return query;
    }

    /** From here on changes are of this query. */
    void of(Query now) {
        query = now;
    }

    /** How many changes of an earlier run are not yet back in the table. */
    ReadOnlyIntegerProperty waitingProperty() {
        return cells.waitingProperty();
    }

    void forgetWaiting() {
        cells.forgetWaiting();
    }

    private void keep() {
        List<UnsentCells.Cell> all = cells.all();
        if (all.isEmpty()) {
            drafts.remove(name);
            return;
        }
        ObjectNode kept = JsonText.NODES
                .objectNode()
                .put("soql", query.soql())
                .put("offset", query.offset())
                .put("all", query.mode().all())
                .put("tooling", query.mode().tooling());
        ArrayNode written = kept.putArray("cells");
        all.forEach(cell -> written.addObject()
                .put("id", cell.id())
                .put("column", cell.column())
                .set("value", cell.value()));
        drafts.put(name, JsonText.compact(kept));
    }

    private static JsonNode parsed(String text) {
        try {
            return JsonText.parse(text);
        } catch (JsonText.Malformed damaged) {
            // Nothing can be put back from it; the tab itself has a draft of its own.
            return JsonText.NODES.objectNode();
        }
    }
}
