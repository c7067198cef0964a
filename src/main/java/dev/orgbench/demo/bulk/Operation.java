package dev.orgbench.demo.bulk;

import dev.orgbench.demo.wire.ApiError;
import java.util.Optional;

/** What a job does. (Bulk API 2.0 guide, "Create a Job".) */
enum Operation {
    INSERT("insert", "createable"),
    UPDATE("update", "updateable"),
    UPSERT("upsert", "createable"),
    DELETE("delete", "deletable"),
    HARD_DELETE("hardDelete", "deletable"),
    QUERY("query", "queryable"),
    QUERY_ALL("queryAll", "queryable");

    private final String apiName;
    private final String trait;

    Operation(String apiName, String trait) {
        this.apiName = apiName;
        this.trait = trait;
    }

    String apiName() {
        return apiName;
    }

    /** Which attribute of the global describe an object needs for it. */
    String trait() {
        return trait;
    }

    boolean isQuery() {
        return this == QUERY || this == QUERY_ALL;
    }

    boolean isDelete() {
        return this == DELETE || this == HARD_DELETE;
    }

    /** As a client names it. */
    static Operation of(String apiName, boolean query) throws ApiError {
        for (Operation operation : values()) {
            if (operation.isQuery() == query && operation.apiName.equals(apiName)) {
                return operation;
            }
        }
        throw Refusals.invalidJob(Wording.unknownOperation(apiName));
    }

    /** As the file names it. */
    static Optional<Operation> stored(String apiName) {
        for (Operation operation : values()) {
            if (operation.apiName.equals(apiName)) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }
}
