package dev.orgbench.demo.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A request that the org refuses, with Salesforce's own code, status and text. (Salesforce REST API guide, "Status
 * Codes and Error Responses".)
 */
public final class ApiError extends Exception {
    private final int status;
    private final String errorCode;
    private final List<String> fields;
    private final Map<String, String> headers;
    private final Map<String, JsonNode> details;
    private final List<ApiError> others;

    public ApiError(int status, String errorCode, String message, List<String> fields) {
        this(status, errorCode, message, fields, Map.of(), Map.of(), List.of());
    }

    private ApiError(
            int status,
            String errorCode,
            String message,
            List<String> fields,
            Map<String, String> headers,
            Map<String, JsonNode> details,
            List<ApiError> others) {
        super(message);
        this.status = status;
        this.errorCode = errorCode;
        this.fields = List.copyOf(fields);
        this.headers = headers;
        this.details = Map.copyOf(details);
        this.others = List.copyOf(others);
    }

    public ApiError(int status, String errorCode, String message) {
        this(status, errorCode, message, List.of());
    }

    /** 404, for a path that leads to nothing. */
    public static ApiError notFound() {
        return new ApiError(404, "NOT_FOUND", "The requested resource does not exist");
    }

    /** 404, for a field by which no record can be found, or no such value. */
    public static ApiError noSuchExternalId(String text) {
        return new ApiError(
                404, "NOT_FOUND", "Provided external ID field does not exist or is not accessible: " + text);
    }

    /** For an object that the org has not. */
    public static ApiError noSuchType(String name) {
        return new ApiError(400, "INVALID_TYPE", "sObject type '" + name + "' is not supported.");
    }

    /** For what is no id. */
    public static ApiError malformedId(String text) {
        return new ApiError(400, "MALFORMED_ID", "malformed id " + text, List.of("Id"));
    }

    /**
     * For an id of another object's record.
     *
     * @param label of the object whose it should be
     */
    public static ApiError idOfAnother(String label, String text) {
        return new ApiError(400, "MALFORMED_ID", label + " ID: id value of incorrect type: " + text, List.of("Id"));
    }

    /** For a record that was well, and was taken back with others that were not. */
    public static ApiError rolledBack() {
        return new ApiError(
                400,
                "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                "Record rolled back because not all records were valid and the request was using AllOrNone header");
    }

    /** For a record without fields that it must have. */
    public static ApiError requiredMissing(List<String> fields) {
        return new ApiError(
                400,
                "REQUIRED_FIELD_MISSING",
                "Required fields are missing: [" + String.join(", ", fields) + "]",
                fields);
    }

    /** For a field that the object has not. */
    public static ApiError noSuchColumn(String name, String objectName) {
        return new ApiError(400, "INVALID_FIELD", "No such column '" + name + "' on sobject of type " + objectName);
    }

    /** For fields that only the org itself writes. */
    public static ApiError notWritable(List<String> fields) {
        return new ApiError(
                400,
                "INVALID_FIELD_FOR_INSERT_UPDATE",
                "Unable to create/update fields: " + String.join(", ", fields)
                        + ". Please check the security settings of this field and verify that it is read/write for"
                        + " your profile or permission set.",
                fields);
    }

    /** The same error, telling of {@code errors} too: a record can break several rules at once. */
    public ApiError and(List<ApiError> errors) {
        return new ApiError(status, errorCode, text(), fields, headers, details, errors);
    }

    /** The same error with a key more in its JSON. */
    public ApiError detailed(String key, JsonNode detail) {
        return new ApiError(status, errorCode, text(), fields, headers, Map.of(key, detail), others);
    }

    /** This error, and those that came with it. */
    public List<ApiError> all() {
        return Stream.concat(Stream.of(this), others.stream()).toList();
    }

    /** Keys of its JSON beside the usual ones. */
    public Map<String, JsonNode> details() {
        return details;
    }

    public int status() {
        return status;
    }

    /** {@code INVALID_FIELD}, {@code MALFORMED_QUERY}, ... */
    public String errorCode() {
        return errorCode;
    }

    /** The fields at fault, for errors of data; else empty. */
    public List<String> fields() {
        return fields;
    }

    /** The same error, its answer with a header more: {@code Allow}, {@code Retry-After}. */
    public ApiError with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ApiError(status, errorCode, text(), fields, more, details, others);
    }

    /** What its answer carries besides the body. */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
