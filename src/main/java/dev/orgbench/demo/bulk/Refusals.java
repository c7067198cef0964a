package dev.orgbench.demo.bulk;

import dev.orgbench.demo.wire.ApiError;
import java.util.List;

/** The errors of requests about jobs, by the codes of the Bulk API 2.0 guide, "Errors". */
final class Refusals {
    private Refusals() {}

    static ApiError invalidJob(String message) {
        return new ApiError(400, "INVALIDJOB", message);
    }

    static ApiError invalidState(String message) {
        return new ApiError(400, "INVALIDJOBSTATE", message);
    }

    static ApiError invalidEntity(String object) {
        return new ApiError(400, "INVALIDENTITY", Wording.notSupported(object));
    }

    static ApiError invalidQuery(String message) {
        return new ApiError(400, "FUNCTIONALITY_NOT_ENABLED", message);
    }

    static ApiError tooManyJobs(int most) {
        return new ApiError(400, "EXCEEDEDQUOTA", Wording.TOO_MANY_JOBS + most);
    }

    /** As a row of failed results tells it: {@code REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --}. */
    static String inRow(ApiError error) {
        return error.errorCode() + ":" + error.text() + ":" + String.join(",", error.fields())
                + (error.fields().isEmpty() ? "--" : " --");
    }

    /** For a record that is not there, in a row rather than a path. */
    static ApiError noSuchRecord() {
        return new ApiError(400, "INVALID_CROSS_REFERENCE_KEY", Wording.NO_SUCH_ID, List.of());
    }
}
