package dev.orgbench.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.orgbench.demo.sample.DemoSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.stream.Stream;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A demo org on a free port, and a client that speaks to it over HTTP. */
public final class TestOrg implements AutoCloseable {
    /** A Wednesday in the middle of a month. */
    public static final Instant START = Instant.parse("2026-07-15T16:20:30Z");

    /** Stands still then. */
    public static final Clock MID_MONTH = Clock.fixed(START, ZoneOffset.UTC);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType JSON_TYPE = MediaType.get("application/json");

    private final OkHttpClient http = new OkHttpClient();
    private final DemoOrg org;

    /** Made for this org, and deleted with it. */
    private final @Nullable Path folder;

    private TestOrg(DemoOrg org, @Nullable Path folder) {
        this.org = org;
        this.folder = folder;
    }

    /** What came back; the body is a missing node where there was none. */
    public record Reply(int status, Headers headers, JsonNode body) {
        /** {@code 400 INVALID_FIELD: No such column ...} of the first error. */
        public String error() {
            JsonNode error = body.path(0);
            return status + " " + error.path("errorCode").asText() + ": "
                    + error.path("message").asText();
        }

        public String id() {
            return body.path("id").asText();
        }
    }

    /** A new org whose day is {@link #START}. For a field with {@code AutoClose}. */
    public static TestOrg inMidMonth() {
        return at(MID_MONTH);
    }

    /** A new org. For a field with {@code AutoClose}. */
    public static TestOrg at(Clock clock) {
        try {
            Path folder = Files.createTempDirectory("org");
            return new TestOrg(DemoOrg.start(folder.resolve("org.db"), 0, clock), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An org on a file that is the test's own. */
    public static TestOrg start(Path file, Clock clock) throws IOException {
        return new TestOrg(DemoOrg.start(file, 0, clock), null);
    }

    public static TestOrg start(Path file, Clock clock, DemoSize size) throws IOException {
        return new TestOrg(DemoOrg.start(file, 0, clock, size), null);
    }

    public DemoOrg org() {
        return org;
    }

    public Reply get(String path) throws IOException {
        return send(request(path).get());
    }

    public Reply post(String path, String json) throws IOException {
        return send(request(path).post(RequestBody.create(json, JSON_TYPE)));
    }

    public Reply patch(String path, String json) throws IOException {
        return send(request(path).patch(RequestBody.create(json, JSON_TYPE)));
    }

    public Reply delete(String path) throws IOException {
        return send(request(path).delete());
    }

    public Reply query(String soql) throws IOException {
        return queryAt("query", soql);
    }

    public Reply toolingQuery(String soql) throws IOException {
        return queryAt("tooling/query", soql);
    }

    /** The only value of the only record. */
    public JsonNode value(String soql) throws IOException {
        JsonNode record = query(soql).body().path("records").path(0);
        return record.properties().stream()
                .filter(e -> !e.getKey().equals("attributes"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    public int count(String objectAndWhere) throws IOException {
        return query("SELECT COUNT() FROM " + objectAndWhere)
                .body()
                .path("totalSize")
                .asInt(-1);
    }

    /**
     * Makes a custom field.
     *
     * @param fullName {@code Account.Rank__c}
     * @param metadata its Metadata in JSON
     */
    public Reply createField(String fullName, String metadata) throws IOException {
        return post(
                "tooling/sobjects/CustomField", "{\"FullName\":\"" + fullName + "\",\"Metadata\":" + metadata + "}");
    }

    /** A field as describe tells it. */
    public JsonNode field(String object, String name) throws IOException {
        for (JsonNode field : get("sobjects/" + object + "/describe").body().path("fields")) {
            if (field.path("name").asText().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("There is no " + name);
    }

    /** A request with the session; a path without a leading slash lies under {@code /services/data/v67.0/}. */
    public Request.Builder request(String path) {
        String full = path.startsWith("/") ? path : "/services/data/v67.0/" + path;
        return new Request.Builder().url(org.uri() + full).header("Authorization", "Bearer " + org.accessToken());
    }

    public Reply send(Request.Builder request) throws IOException {
        try (Response response = http.newCall(request.build()).execute()) {
            byte[] body = response.body().bytes();
            JsonNode json = body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
            return new Reply(response.code(), response.headers(), json);
        }
    }

    private Reply queryAt(String path, String soql) throws IOException {
        HttpUrl url = HttpUrl.get(org.uri() + "/services/data/v67.0/" + path)
                .newBuilder()
                .addQueryParameter("q", soql)
                .build();
        return send(new Request.Builder().url(url).header("Authorization", "Bearer " + org.accessToken()));
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        org.close();
        if (folder != null) {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
