package dev.orgbench.demo.bulk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** A job as requests answer it. (Bulk API 2.0 guide, "Create a Job", "Get Information About an Ingest Job".) */
final class JobJson {
    private JobJson() {}

    /** In the short form of lists and changes. */
    static ObjectNode summary(Job job) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", job.id()).put("operation", job.operation().apiName()).put("object", job.object());
        json.put("createdById", job.userId());
        json.put("createdDate", dateTime(job.created())).put("systemModstamp", dateTime(job.modified()));
        json.put("state", job.state().apiName());
        if (job.externalId() != null) {
            json.put("externalIdFieldName", job.externalId());
        }
        json.put("concurrencyMode", "Parallel").put("contentType", "CSV");
        json.put("apiVersion", new BigDecimal(job.version()));
        if (job.state() == JobState.OPEN) {
            json.put("contentUrl", job.base().substring(1) + "/jobs/ingest/" + job.id() + "/batches");
        }
        return json.put("lineEnding", job.form().lineEnding().name())
                .put("columnDelimiter", job.form().delimiter().name());
    }

    /** With how far it has come. */
    static ObjectNode full(Job job) {
        boolean query = job.operation().isQuery();
        ObjectNode json = summary(job);
        json.put("jobType", query ? "V2Query" : "V2Ingest").put("retries", 0);
        json.put("totalProcessingTime", job.milliseconds());
        if (query) {
            json.put("isPkChunkingSupported", true);
        } else {
            json.put("apiActiveProcessingTime", job.milliseconds()).put("apexProcessingTime", 0);
        }
        json.put("numberRecordsProcessed", job.processed());
        if (!query) {
            json.put("numberRecordsFailed", job.failed());
        }
        if (job.error() != null) {
            json.put("errorMessage", job.error());
        }
        return json;
    }

    private static String dateTime(String stored) {
        return stored.substring(0, stored.length() - 1) + "+0000";
    }
}
