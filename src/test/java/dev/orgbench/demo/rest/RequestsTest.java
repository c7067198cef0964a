package dev.orgbench.demo.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths, versions, methods, counting: what holds for every resource. */
class RequestsTest {
    private static final MediaType JSON = MediaType.get("application/json");

    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    @Test
    void listsItsVersionsToAnybody() throws IOException {
        JsonNode versions = org.send(new Request.Builder().url(org.org().uri() + "/services/data"))
                .body();
        assertThat(versions.size()).isEqualTo(48);
        assertThat(versions.path(0).path("version").asText()).isEqualTo("20.0");
        assertThat(versions.path(42).toString())
                .isEqualTo("{\"label\":\"Winter '25\",\"url\":\"/services/data/v62.0\",\"version\":\"62.0\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//services/data/v65.0/limits",
                "/services/data/v65.0/limits/",
                "/services//data/v50.0//limits",
                "/services/data/v20.0/limits",
                "/services/data/v67.0/sobjects/Account/describe/",
                "/services/data/v51.0/sobjects/Account.json",
                "/services/data/v51.0/sobjects/Account/describe.JSON",
                "/services/data/v51.0/query/?q=SELECT%20Id%20FROM%20User"
            })
    void doesNotMindSlashesAndVersions(String path) throws IOException {
        Request.Builder request = new Request.Builder()
                .url(org.org().uri() + path)
                .header("Authorization", "Bearer " + org.org().accessToken());
        assertThat(org.send(request).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/services/data/v19.0/limits",
                "/services/data/v68.0/limits",
                "/services/data/latest/limits",
                "/services/data/v67.0/nothing",
                "/services/data/v67.0/sobjects/Account/describe/colours",
                "/services/Soap/x/65.0",
                "/somewhere",
                "/"
            })
    void knowsNoOtherPaths(String path) throws IOException {
        assertThat(org.get(path).error()).isEqualTo("404 NOT_FOUND: The requested resource does not exist");
    }

    @Test
    void takesCompressedBodies() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{\"Name\":\"Packed\"}".getBytes(StandardCharsets.UTF_8));
        }
        Reply reply = org.send(org.request("sobjects/Account")
                .header("Content-Encoding", "gzip")
                .post(RequestBody.create(bytes.toByteArray(), JSON)));
        assertThat(reply.status()).isEqualTo(201);
        Reply broken = org.send(org.request("sobjects/Account")
                .header("Content-Encoding", "gzip")
                .post(RequestBody.create("{}", JSON)));
        assertThat(broken.error()).startsWith("400 JSON_PARSER_ERROR");
    }

    @Test
    void refusesMethodsThatAResourceHasNot() throws IOException {
        RequestBody body = RequestBody.create("{}", JSON);
        assertThat(org.send(org.request("sobjects/Account").put(body)).error())
                .isEqualTo("405 METHOD_NOT_ALLOWED: HTTP Method 'PUT' not allowed. Allowed are GET,HEAD,POST");
        assertThat(org.delete("limits").error())
                .isEqualTo("405 METHOD_NOT_ALLOWED: HTTP Method 'DELETE' not allowed. Allowed are GET,HEAD");
        assertThat(org.post("query", "{}").status()).isEqualTo(405);
        assertThat(org.patch("sobjects/Account/describe", "{}").status()).isEqualTo(405);
    }

    @Test
    void letsAPostBeAPatch() throws IOException {
        String id = org.post("sobjects/Account", "{\"Name\":\"Before\"}").id();
        assertThat(org.post("sobjects/Account/" + id + "?_HttpMethod=PATCH", "{\"Name\":\"After\"}")
                        .status())
                .isEqualTo(204);
        assertThat(org.get("sobjects/Account/" + id + "?fields=Name")
                        .body()
                        .path("Name")
                        .asText())
                .isEqualTo("After");
    }

    @Test
    void countsEveryRequestInTheHeaderAndInTheLimits() throws IOException {
        Reply reply = org.get("limits");
        String first = String.valueOf(reply.headers().get("Sforce-Limit-Info"));
        org.query("SELECT Id FROM User");
        org.get("sobjects/Nope");
        Reply last = org.get("limits");
        int used = used(first) + 3;

        assertThat(first).matches("api-usage=\\d+/15000");
        assertThat(last.headers().get("Sforce-Limit-Info")).isEqualTo("api-usage=" + used + "/15000");
        assertThat(last.body().path("DailyApiRequests").path("Remaining").asInt())
                .isEqualTo(15000 - used);
    }

    @Test
    void tellsAllLimits() throws IOException {
        JsonNode limits = org.get("limits").body();
        assertThat(limits.size()).isEqualTo(51);
        limits.properties()
                .forEach(limit -> assertThat(limit.getValue().path("Max").isInt())
                        .as(limit.getKey())
                        .isTrue());
        assertThat(limits.path("PermissionSets")
                        .path("CreateCustom")
                        .path("Max")
                        .asInt())
                .isEqualTo(1000);
        JsonNode counts =
                org.get("limits/recordCount?sObjects=Lead,User").body().path("sObjects");
        assertThat(counts.toString()).isEqualTo("[{\"count\":300,\"name\":\"Lead\"},{\"count\":8,\"name\":\"User\"}]");
    }

    @Test
    void pagesThroughALongAnswer() throws IOException {
        Reply first = org.send(org.request("query?q=SELECT%20Id%20FROM%20Contact%20ORDER%20BY%20Id")
                .header("Sforce-Query-Options", "batchSize=250"));
        String next = first.body().path("nextRecordsUrl").asText();
        JsonNode second = org.get(next).body();

        assertThat(first.body().path("records").size()).isEqualTo(250);
        assertThat(first.body().path("done").booleanValue()).isFalse();
        assertThat(next).matches("/services/data/v67.0/query/01g\\w{15}-250");
        assertThat(second.path("records").size()).isEqualTo(250);
        assertThat(org.get("query/01gRO0000016PIAYA2-500").error())
                .isEqualTo("400 INVALID_QUERY_LOCATOR: invalid query locator");
    }

    @Test
    void describesTheColumnsOfAnAnswer() throws IOException {
        JsonNode columns = org.get("query?q=SELECT%20Name,Owner.Name%20FROM%20Account&columns=true")
                .body();
        assertThat(columns.path("columnMetadata").isArray()).isTrue();
        assertThat(columns.path("entityName").asText()).isEqualTo("Account");
        assertThat(org.get("tooling/query?q=SELECT%20Id%20FROM%20CustomField&columns=true")
                        .body()
                        .path("columnMetadata")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void refusesABadQueryWithItsPlace() throws IOException {
        assertThat(org.query("SELECT Nope FROM Account").error())
                .startsWith("400 INVALID_FIELD: \nSELECT Nope FROM Account\n")
                .contains("ERROR at Row:1:Column:8\nNo such column 'Nope' on entity 'Account'.");
        assertThat(org.query("SELECT Id FROM").error()).startsWith("400 MALFORMED_QUERY");
        assertThat(org.get("query").error()).startsWith("400 MALFORMED_QUERY");
        assertThat(org.query("SELECT Id FROM XYZZY").error()).startsWith("400 INVALID_TYPE");
    }

    private static int used(String header) {
        return Integer.parseInt(header.substring(header.indexOf('=') + 1, header.indexOf('/')));
    }
}
