package dev.orgbench.demo.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Bulk API 2.0 as a client goes about it: create, upload, close, wait, fetch. */
final class BulkClient {
    static final MediaType CSV = MediaType.get("text/csv");
    private static final Set<String> ENDS = Set.of("JobComplete", "Failed", "Aborted");
    private static final int PATIENCE = 2_000;

    private final TestOrg org;
    private final OkHttpClient http = new OkHttpClient();

    BulkClient(TestOrg org) {
        this.org = org;
    }

    /** What came back, as text. */
    record Text(int status, Headers headers, String body) {}

    /** A whole ingest job, to its end. */
    JsonNode ingest(String job, String csv) throws IOException, InterruptedException {
        String id = open(job);
        upload(id, csv);
        close(id);
        return await("jobs/ingest/" + id);
    }

    /** A new job's id. */
    String open(String job) throws IOException {
        Reply made = org.post("jobs/ingest", job);
        assertThat(made.status()).as(made.error()).isEqualTo(200);
        return made.id();
    }

    void upload(String id, String csv) throws IOException {
        assertThat(put(id, RequestBody.create(csv, CSV)).status()).isEqualTo(201);
    }

    Text put(String id, RequestBody body) throws IOException {
        return text(org.request("jobs/ingest/" + id + "/batches").put(body));
    }

    Reply close(String id) throws IOException {
        return org.patch("jobs/ingest/" + id, "{\"state\":\"UploadComplete\"}");
    }

    /** A whole query job, to its end. */
    JsonNode query(String soql) throws IOException, InterruptedException {
        Reply made = org.post("jobs/query", "{\"operation\":\"query\",\"query\":\"" + soql + "\"}");
        assertThat(made.status()).as(made.error()).isEqualTo(200);
        return await("jobs/query/" + made.id());
    }

    JsonNode await(String path) throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE; i++) {
            JsonNode job = org.get(path).body();
            if (ENDS.contains(job.path("state").asText())) {
                return job;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("The job did not end: " + org.get(path).body());
    }

    String results(JsonNode job, String which) throws IOException {
        Text text = text(org.request("jobs/ingest/" + job.path("id").asText() + "/" + which));
        assertThat(text.status()).as(text.body()).isEqualTo(200);
        return text.body();
    }

    Text text(Request.Builder request) throws IOException {
        try (Response response = http.newCall(request.build()).execute()) {
            return new Text(response.code(), response.headers(), response.body().string());
        }
    }

    static String job(String object, String operation) {
        return "{\"object\":\"" + object + "\",\"operation\":\"" + operation + "\"}";
    }
}
