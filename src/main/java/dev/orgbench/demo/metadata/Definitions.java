package dev.orgbench.demo.metadata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.data.OrgFile;
import dev.orgbench.demo.data.Stamp;
import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * One kind of definition that people add to the org. Call it inside {@link OrgFile#reshape}, and let {@link Catalogue#load}
 * follow.
 */
public sealed interface Definitions permits CustomObjects, CustomFields, ValidationRules {
    /**
     * Makes a definition.
     *
     * @param fullName as the Metadata API names it: {@code Invoice__c}, {@code Account.Rank__c}
     * @return its id
     */
    String create(Connection db, String fullName, ObjectNode metadata, Stamp stamp) throws ApiError, SQLException;

    /** Replaces the metadata as a whole. */
    void update(Connection db, String id, ObjectNode metadata, Stamp stamp) throws ApiError, SQLException;

    /** Deletes the definition, and what was kept under it. */
    void delete(Connection db, String id, Stamp stamp) throws ApiError, SQLException;

    /** What its author should know: that the org can not work a formula out, for example. */
    default Optional<String> warning(Connection db, String id) throws ApiError, SQLException {
        return Optional.empty();
    }

    /**
     * Those of one kind.
     *
     * @param kind a Tooling object whose records can be written
     */
    static Definitions of(String kind, Catalogue catalogue) {
        return switch (kind) {
            case ToolingObjects.CUSTOM_OBJECT -> new CustomObjects(catalogue);
            case ToolingObjects.VALIDATION_RULE -> new ValidationRules(catalogue);
            default -> new CustomFields(catalogue);
        };
    }
}
