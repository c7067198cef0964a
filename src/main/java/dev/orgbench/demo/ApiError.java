package dev.orgbench.demo;

import java.util.List;

/**
 * A request that the org refuses, with Salesforce's own code, status and text. (Salesforce REST API guide, "Status
 * Codes and Error Responses".)
 */
public final class ApiError extends Exception {
    private final int status;
    private final String errorCode;
    private final List<String> fields;

    public ApiError(int status, String errorCode, String message, List<String> fields) {
        super(message);
        this.status = status;
        this.errorCode = errorCode;
        this.fields = List.copyOf(fields);
    }

    public ApiError(int status, String errorCode, String message) {
        this(status, errorCode, message, List.of());
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

    public String text() {
        return String.valueOf(getMessage());
    }
}
