package dev.orgbench.demo.composite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompositeTest {
    private static final String ACCOUNTS = "/services/data/v67.0/sobjects/Account";

    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    @Test
    void listsItsFamilies() throws IOException {
        assertThat(org.get("composite").body().toString())
                .isEqualTo(
                        "{\"tree\":\"/services/data/v67.0/composite/tree\",\"batch\":\"/services/data/v67.0/composite/"
                                + "batch\",\"sobjects\":\"/services/data/v67.0/composite/sobjects\",\"graph\":\"/services/data/"
                                + "v67.0/composite/graph\"}");
    }

    @Test
    void letsLaterPartsUseWhatEarlierOnesAnswered() throws IOException {
        Reply reply = composite(
                false,
                part("POST", ACCOUNTS, "acc", "{\"Name\":\"A & B/C\",\"NumberOfEmployees\":7}"),
                part("GET", ACCOUNTS + "/@{acc.id}?fields=Name,NumberOfEmployees", "row", null),
                part(
                        "POST",
                        "/services/data/v67.0/sobjects/Contact",
                        "con",
                        "{\"LastName\":\"of @{row.Name} (@{row.NumberOfEmployees})\",\"AccountId\":\"@{acc.id}\"}"),
                part(
                        "GET",
                        "/services/data/v67.0/query/?q=select Id from Account where Name = '@{row.Name}'",
                        "list",
                        null),
                part(
                        "PATCH",
                        "@{list.records[0].attributes.url}",
                        "patch",
                        "{\"NumberOfEmployees\":\"@{row.NumberOfEmployees}\",\"Site\":\"new\"}"));
        JsonNode answers = reply.body().path("compositeResponse");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(answers)
                .extracting(answer -> answer.path("httpStatusCode").asInt())
                .containsExactly(201, 200, 201, 200, 204);
        String id = answers.path(0).path("body").path("id").asText();
        assertThat(answers.path(0).toString())
                .isEqualTo("{\"body\":{\"id\":\"" + id
                        + "\",\"success\":true,\"errors\":[]},\"httpHeaders\":{\"Location\":\"" + ACCOUNTS + "/" + id
                        + "\"},\"httpStatusCode\":201,\"referenceId\":\"acc\"}");
        assertThat(answers.path(4).toString())
                .isEqualTo("{\"body\":null,\"httpHeaders\":{},\"httpStatusCode\":204,\"referenceId\":\"patch\"}");
        String contact = answers.path(2).path("body").path("id").asText();
        assertThat(org.get("sobjects/Contact/" + contact)
                        .body()
                        .path("LastName")
                        .asText())
                .isEqualTo("of A & B/C (7)");
        assertThat(org.get(ACCOUNTS + "/" + id).body().path("Site").asText()).isEqualTo("new");
    }

    @Test
    void goesOnAfterAFailureButNotWithWhatNeedsIt() throws IOException {
        Reply reply = composite(
                false,
                part("POST", ACCOUNTS, "bad", "{\"Phone\":\"1\"}"),
                part(
                        "POST",
                        "/services/data/v67.0/sobjects/Contact",
                        "needs",
                        "{\"LastName\":\"x\",\"AccountId\":\"@{bad.id}\"}"),
                part("GET", "/services/data/v67.0/sobjects/XYZ/describe", "none", null),
                part("POST", ACCOUNTS, "good", "{\"Name\":\"Goes on\"}"));
        assertThat(errors(reply)).isEqualTo("""
                        400 REQUIRED_FIELD_MISSING: Required fields are missing: [Name]
                        400 PROCESSING_HALTED: Invalid reference specified. No value for bad.id found in bad
                        404 NOT_FOUND: The requested resource does not exist
                        201 : \
                        """);
        assertThat(org.count("Account WHERE Name = 'Goes on'")).isEqualTo(1);
    }

    @Test
    void writesAllOrNothing() throws IOException {
        Reply reply = composite(
                true,
                part("POST", ACCOUNTS, "good", "{\"Name\":\"All or none\"}"),
                part("GET", ACCOUNTS + "/@{good.id}", "seen", null),
                part("PATCH", ACCOUNTS + "/@{good.id}", "bad", "{\"Nope\":1}"),
                part("POST", ACCOUNTS, "later", "{\"Name\":\"All or none\"}"));
        String halted = "400 PROCESSING_HALTED: The transaction was rolled back since another operation in the same"
                + " transaction failed.\n";
        assertThat(errors(reply))
                .isEqualTo(halted + halted + "400 INVALID_FIELD: No such column 'Nope' on sobject of type Account\n"
                        + halted.strip());
        assertThat(org.count("Account WHERE Name = 'All or none'")).isZero();
        assertThat(composite(true, part("POST", ACCOUNTS, "good", "{\"Name\":\"All of it\"}"))
                        .status())
                .isEqualTo(200);
        assertThat(org.count("Account WHERE Name = 'All of it'")).isEqualTo(1);
    }

    @Test
    void aFailedRecordOfACollectionUndoesAll() throws IOException {
        Reply reply = composite(
                true,
                part(
                        "POST",
                        "/services/data/v67.0/composite/sobjects",
                        "two",
                        "{\"records\":[{\"attributes\":{\"type\":\"Account\"},\"Name\":\"Inner\"},"
                                + "{\"attributes\":{\"type\":\"Account\"}}]}"),
                part("POST", ACCOUNTS, "one", "{\"Name\":\"Inner\"}"));
        JsonNode answers = reply.body().path("compositeResponse");
        assertThat(answers.path(0).path("httpStatusCode").asInt()).isEqualTo(200);
        assertThat(answers.path(0)
                        .path("body")
                        .path(1)
                        .path("errors")
                        .path(0)
                        .path("statusCode")
                        .asText())
                .isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(answers.path(1).path("body").path(0).path("errorCode").asText())
                .isEqualTo("PROCESSING_HALTED");
        assertThat(org.count("Account WHERE Name = 'Inner'")).isZero();
    }

    @Test
    void usesTheResultsOfACollection() throws IOException {
        Reply reply = composite(
                true,
                part(
                        "POST",
                        "/services/data/v67.0/composite/sobjects",
                        "two",
                        "{\"records\":[{\"attributes\":{\"type\":\"Account\"},\"Name\":\"C1\"},"
                                + "{\"attributes\":{\"type\":\"Account\"},\"Name\":\"C2\"}]}"),
                part("PATCH", ACCOUNTS + "/@{two[1].id}", "patch", "{\"ParentId\":\"@{two[0].id}\"}"));
        assertThat(errors(reply)).isEqualTo("200 : \n204 : ");
        assertThat(org.count("Account WHERE Name = 'C2' AND Parent.Name = 'C1'"))
                .isEqualTo(1);
    }

    @Test
    void givesAPartItsOwnHeaders() throws IOException {
        Reply reply = org.post(
                "composite",
                "{\"compositeRequest\":[{\"method\":\"GET\",\"url\":\"/services/data/v67.0/sobjects/Account/describe\","
                        + "\"httpHeaders\":{\"If-Modified-Since\":\"Tue, 31 May 2039 18:13:37 GMT\"},\"referenceId\":\"d\"}]}");
        JsonNode answer = reply.body().path("compositeResponse").path(0);
        assertThat(answer.path("httpStatusCode").asInt()).isEqualTo(304);
        assertThat(answer.path("body").isNull()).isTrue();
        assertThat(answer.path("httpHeaders").path("ETag").asText()).isNotEmpty();
    }

    @Test
    void runsAQueryThatIsTooLongForAUrl() throws IOException {
        String ids = IntStream.range(0, 900)
                .mapToObj(i -> "'%015d'".formatted(i).replace("'000", "'001"))
                .collect(Collectors.joining(","));
        Reply reply = composite(
                false,
                part(
                        "GET",
                        "/services/data/v67.0/query?q=SELECT Id FROM Account WHERE Id IN (" + ids + ")",
                        "q",
                        null));
        assertThat(errors(reply)).isEqualTo("200 : ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"allOrNone":1,"compositeRequest":[{"method":"GET","url":"/","referenceId":"a"}]} | JSON_PARSER_ERROR: Cannot deserialize instance of boolean from VALUE_NUMBER_INT value for allOrNone
                    {}                                                              | MISSING_ARGUMENT: The property compositeRequest is required
                    {"compositeRequest":{}}                                         | MISSING_ARGUMENT: The property compositeRequest is required
                    {"compositeRequest":[1]}                                        | MISSING_ARGUMENT: The property method is required
                    {"compositeRequest":[{"method":"GET","url":"/x"}]}              | MISSING_ARGUMENT: The property referenceId is required
                    {"compositeRequest":[{"method":"EAT","url":"/x","referenceId":"a"}]} | INVALID_INPUT: 'EAT' is no method of a subrequest
                    {"compositeRequest":[{"method":"GET","url":"/x","referenceId":"a b"}]} | INVALID_INPUT: Provided referenceId ('a b') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').
                    {"compositeRequest":[{"method":"GET","url":"/x","referenceId":"a"},{"method":"GET","url":"/x","referenceId":"a"}]} | INVALID_INPUT: The referenceId 'a' was provided more than once
                    [                                                               | JSON_PARSER_ERROR: Unexpected token at [line:1, column:2]
                    """)
    void refusesARequestThatIsNone(String body, String error) throws IOException {
        assertThat(org.post("composite", body).error()).isEqualTo("400 " + error);
    }

    @Test
    void keepsItsLimits() throws IOException {
        String[] many = IntStream.range(0, 26)
                .mapToObj(i -> part("GET", "/services/data/v67.0/limits", "r" + i, null))
                .toArray(String[]::new);
        assertThat(composite(false, many).error())
                .isEqualTo("400 LIMIT_EXCEEDED: The limit of 25 subrequests was exceeded");
        String[] queries = IntStream.range(0, 6)
                .mapToObj(i -> part("GET", "/services/data/v67.0/query?q=SELECT Id FROM User", "r" + i, null))
                .toArray(String[]::new);
        assertThat(composite(false, queries).error()).startsWith("400 LIMIT_EXCEEDED");
    }

    @Test
    void carriesNoOtherCompositeAndNoTooling() throws IOException {
        for (String path :
                new String[] {"composite", "composite/batch", "composite/graph", "tooling/sobjects/CustomField"}) {
            assertThat(errors(composite(true, part("POST", "/services/data/v67.0/" + path, "a", "{}"))))
                    .isEqualTo("400 INVALID_INPUT: The resource /services/data/v67.0/" + path
                            + " can not be part of this request");
        }
        assertThat(org.send(org.request("composite").delete()).error()).startsWith("405 METHOD_NOT_ALLOWED");
    }

    static String part(String method, String url, String referenceId, @Nullable String body) {
        return "{\"method\":\"" + method + "\",\"url\":\"" + url + "\",\"referenceId\":\"" + referenceId + "\""
                + (body == null ? "" : ",\"body\":" + body) + "}";
    }

    /** The status and the first error of each part. */
    static String errors(JsonNode answers) {
        StringBuilder text = new StringBuilder();
        answers.forEach(answer -> {
            JsonNode error = answer.path("body").path(0);
            text.append(answer.path("httpStatusCode").asInt())
                    .append(' ')
                    .append(error.path("errorCode").asText())
                    .append(": ")
                    .append(error.path("message").asText())
                    .append('\n');
        });
        return text.substring(0, text.length() - 1);
    }

    private static String errors(Reply reply) {
        return errors(reply.body().path("compositeResponse"));
    }

    private static Reply composite(boolean allOrNone, String... parts) throws IOException {
        return org.post(
                "composite",
                "{\"allOrNone\":" + allOrNone + ",\"compositeRequest\":[" + String.join(",", parts) + "]}");
    }
}
