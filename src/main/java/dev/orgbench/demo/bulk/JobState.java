package dev.orgbench.demo.bulk;

/** Where a job is in its life. */
enum JobState {
    OPEN("Open"),
    UPLOAD_COMPLETE("UploadComplete"),
    IN_PROGRESS("InProgress"),
    JOB_COMPLETE("JobComplete"),
    FAILED("Failed"),
    ABORTED("Aborted");

    private final String apiName;

    JobState(String apiName) {
        this.apiName = apiName;
    }

    String apiName() {
        return apiName;
    }

    /** Whether it will not change any more. */
    boolean isFinal() {
        return this == JOB_COMPLETE || this == FAILED || this == ABORTED;
    }
}
