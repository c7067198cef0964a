package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Changes records in an org. Calls block; an interrupt ends them. */
public interface RecordWriter {
    /** Sets some fields of a record. */
    void update(String object, String id, ObjectNode fields) throws Exception;

    /** Deletes a record. */
    void delete(String object, String id) throws Exception;
}
