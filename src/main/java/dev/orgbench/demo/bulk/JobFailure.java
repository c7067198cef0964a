package dev.orgbench.demo.bulk;

/** The work on a job cannot go on; the message is the job's {@code errorMessage}. */
final class JobFailure extends Exception {
    JobFailure(String message) {
        super(message);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
