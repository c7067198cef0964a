package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where rows come from, page by page. Calls block and may come from several threads; an interrupt ends them. */
public interface RowSource {
    /** The first page. */
    Page first() throws Exception;

    /** The page that {@code cursor} of the page before leads to. The same cursor may be asked for twice. */
    Page next(String cursor) throws Exception;

    /**
     * A page.
     *
     * @param records JSON objects as Salesforce sends them
     * @param total how many rows there are in all; -1 if nobody knows
     * @param next leads to the next page; null on the last one
     */
    record Page(
            List<JsonNode> records, long total, @Nullable String next) {
        public Page {
            records = List.copyOf(records);
        }
    }
}
