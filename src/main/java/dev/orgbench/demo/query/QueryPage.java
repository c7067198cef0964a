package dev.orgbench.demo.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One page of an answer.
 *
 * @param totalSize rows of the whole answer, not of this page
 * @param nextRecordsUrl where the next page is, or null on the last one
 * @param records Salesforce's records: {@code attributes} first, then the fields as they were selected
 */
public record QueryPage(int totalSize, @Nullable String nextRecordsUrl, ArrayNode records) {
    /** Whether this is the last page. */
    public boolean done() {
        return nextRecordsUrl == null;
    }

    /** The answer's body: {@code totalSize}, {@code done}, {@code nextRecordsUrl} where there is one, {@code records}. */
    public ObjectNode toJson() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("totalSize", totalSize).put("done", done());
        if (nextRecordsUrl != null) {
            body.put("nextRecordsUrl", nextRecordsUrl);
        }
        body.set("records", records);
        return body;
    }
}
