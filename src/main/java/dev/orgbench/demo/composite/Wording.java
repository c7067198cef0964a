package dev.orgbench.demo.composite;

import dev.orgbench.demo.wire.ApiError;
import java.util.List;

/** [K] What composite resources say when they refuse; not all of it is confirmed. */
final class Wording {
    private Wording() {}

    /** For a part of a request of which another part failed. */
    static ApiError halted() {
        return new ApiError(
                400,
                "PROCESSING_HALTED",
                "The transaction was rolled back since another operation in the same transaction failed.");
    }

    static ApiError noValue(String expression, String referenceId) {
        return new ApiError(
                400,
                "PROCESSING_HALTED",
                "Invalid reference specified. No value for " + expression + " found in " + referenceId);
    }

    static ApiError batchHalted() {
        return new ApiError(412, "BATCH_PROCESSING_HALTED", "Batch processing halted per request");
    }

    static ApiError tooMany(int limit) {
        return new ApiError(
                400,
                "EXCEEDED_ID_LIMIT",
                "record limit reached. cannot submit more than " + limit + " records into this call");
    }

    static ApiError twice(String value, String key) {
        return new ApiError(400, "DUPLICATE_VALUE", "Duplicate external id specified: " + value, List.of(key));
    }

    static ApiError limit(String what, int limit) {
        return new ApiError(400, "LIMIT_EXCEEDED", "The limit of " + limit + " " + what + " was exceeded");
    }

    static ApiError tooManyChunks(int limit) {
        return new ApiError(
                400,
                "LIMIT_EXCEEDED",
                "Cannot have more than " + limit
                        + " chunks in a single operation. Please rearrange the data to reduce chunking.");
    }

    /** For what Salesforce would do and this org does not. */
    static ApiError schemaTogether() {
        return new ApiError(
                400,
                "FUNCTIONALITY_NOT_ENABLED",
                "This demo org cannot change its schema in several steps that are undone together; leave allOrNone out");
    }

    static ApiError missing(String property) {
        return new ApiError(400, "MISSING_ARGUMENT", "The property " + property + " is required");
    }

    static ApiError badReferenceId(String referenceId) {
        return new ApiError(
                400,
                "INVALID_INPUT",
                "Provided referenceId ('" + referenceId
                        + "') must start with a letter or a number, and it can contain only"
                        + " letters, numbers and underscores ('_').");
    }

    static ApiError duplicateReferenceId(String referenceId) {
        return new ApiError(400, "INVALID_INPUT", "The referenceId '" + referenceId + "' was provided more than once");
    }

    static ApiError badMethod(String method) {
        return new ApiError(400, "INVALID_INPUT", "'" + method + "' is no method of a subrequest");
    }

    static ApiError notAllowed(String url) {
        return new ApiError(400, "INVALID_INPUT", "The resource " + url + " can not be part of this request");
    }
}
