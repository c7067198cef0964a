package dev.orgbench.demo.bulk;

import org.jspecify.annotations.Nullable;

/**
 * A job as the file holds it.
 *
 * @param id {@code 750...}
 * @param object the API name of the object that it writes or reads
 * @param externalId the field that an upsert finds records by; null for other operations
 * @param query a query job's SOQL; null for others
 * @param version of the API that made it: {@code 67.0}
 * @param hasData whether its CSV is here: uploaded by the client, or the query's result
 * @param created {@code 2026-11-22T09:30:00.000Z}, as {@code modified}
 * @param processed rows so far, those that failed among them
 * @param milliseconds that the work on it took
 * @param error why it failed; null unless it did
 */
record Job(
        String id,
        Operation operation,
        String object,
        @Nullable String externalId,
        @Nullable String query,
        CsvForm form,
        String version,
        JobState state,
        boolean hasData,
        String userId,
        String created,
        String modified,
        long processed,
        long failed,
        long milliseconds,
        @Nullable String error) {
    /** What URLs in answers to the job's user begin with. */
    String base() {
        return "/services/data/v" + version;
    }
}
