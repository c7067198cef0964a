package dev.orgbench.demo.soap;

import dev.orgbench.demo.ApiError;

/** Ends a transaction without leaving a trace of it, its outcome known to whoever began it. */
public final class TakenBack extends RuntimeException {
    public TakenBack() {
        super(null, null, false, false);
    }

    /** What is told of those in it that were well, by the API's {@code AllOrNoneHeader}. */
    public static ApiError error() {
        return new ApiError(
                400,
                "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                "Record rolled back because not all records were valid and the request was using AllOrNone header");
    }
}
