package dev.orgbench.demo.composite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchTreeGraphTest {
    private static final String ACCOUNTS = "/services/data/v67.0/sobjects/Account";

    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    @Test
    void aBatchAnswersEachRequestWhateverTheOthersDo() throws IOException {
        String id = org.post("sobjects/Account", "{\"Name\":\"Batch\"}").id();
        Reply reply = batch(
                false,
                "{\"method\":\"Patch\",\"url\":\"v67.0/sobjects/account/" + id + "\",\"richInput\":{\"Name\":\"New\"}}",
                "{\"method\":\"GET\",\"url\":\"/services/data/v60.0/sobjects/Nope\"}",
                "{\"method\":\"GET\",\"url\":\"services/data/v60.0/sobjects/Account/" + id + "?fields=Name\"}",
                "{\"method\":\"GET\",\"url\":\"v60.0/query?q=SELECT+COUNT()+FROM+Account+WHERE+Name='New'\"}");
        assertThat(reply.body().toString())
                .isEqualTo("{\"hasErrors\":true,\"results\":[{\"statusCode\":204,\"result\":null},{\"statusCode\":404,"
                        + "\"result\":[{\"message\":\"The requested resource does not exist\",\"errorCode\":\"NOT_FOUND\"}]},"
                        + "{\"statusCode\":200,\"result\":{\"attributes\":{\"type\":\"Account\",\"url\":\"/services/data/"
                        + "v60.0/sobjects/Account/" + id + "\"},\"Name\":\"New\",\"Id\":\"" + id + "\"}},"
                        + "{\"statusCode\":200,\"result\":{\"totalSize\":1,\"done\":true,\"records\":[]}}]}");
    }

    @Test
    void aBatchHaltsWhereItIsToldTo() throws IOException {
        Reply reply = batch(
                true,
                "{\"method\":\"POST\",\"url\":\"v67.0/sobjects/Account\",\"richInput\":{\"Name\":\"Before\"}}",
                "{\"method\":\"GET\",\"url\":\"v67.0/sobjects/Nope\"}",
                "{\"method\":\"POST\",\"url\":\"v67.0/sobjects/Account\",\"richInput\":{\"Name\":\"After\"}}");
        JsonNode results = reply.body().path("results");
        assertThat(results)
                .extracting(result -> result.path("statusCode").asInt())
                .containsExactly(201, 404, 412);
        assertThat(results.path(2).path("result").path(0).path("errorCode").asText())
                .isEqualTo("BATCH_PROCESSING_HALTED");
        assertThat(org.count("Account WHERE Name = 'Before'")).isEqualTo(1);
        assertThat(org.count("Account WHERE Name = 'After'")).isZero();
    }

    @Test
    void eachRequestOfABatchCounts() throws IOException {
        int before = used();
        batch(false, "{\"method\":\"GET\",\"url\":\"v67.0/limits\"}", "{\"method\":\"GET\",\"url\":\"v67.0/limits\"}");
        assertThat(used()).isEqualTo(before + 4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                                 | MISSING_ARGUMENT: The property batchRequests is required
                    {"batchRequests":[{"method":"GET"}]}                               | MISSING_ARGUMENT: The property url is required
                    {"batchRequests":[{"method":"EAT","url":"v67.0/limits"}]}          | INVALID_INPUT: 'EAT' is no method of a subrequest
                    {"batchRequests":[{"method":"POST","url":"v67.0/composite/batch"}]} | INVALID_INPUT: The resource v67.0/composite/batch can not be part of this request
                    {"batchRequests":[{"method":"POST","url":"v67.0/composite"}]}      | INVALID_INPUT: The resource v67.0/composite can not be part of this request
                    """)
    void refusesABatchThatIsNone(String body, String error) throws IOException {
        assertThat(org.post("composite/batch", body).error()).isEqualTo("400 " + error);
    }

    @Test
    void aTreeMakesRecordsWithTheirChildrenLevelByLevel() throws IOException {
        Reply reply = org.post(
                "composite/tree/Account",
                "{\"records\":["
                        + record(
                                "Account",
                                "a1",
                                "\"Name\":\"Tree\",\"Contacts\":{\"records\":["
                                        + record("Contact", "c1", "\"LastName\":\"Leaf\"")
                                        + "]},\"ChildAccounts\":{\"records\":["
                                        + record("Account", "a3", "\"Name\":\"Branch\"") + "]}")
                        + "," + record("Account", "a2", "\"Name\":\"Bush\"") + "]}");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.body().path("hasErrors").asBoolean(true)).isFalse();
        assertThat(reply.body().path("results"))
                .extracting(result -> result.path("referenceId").asText())
                .containsExactly("a1", "a2", "c1", "a3");
        assertThat(org.count("Contact WHERE LastName = 'Leaf' AND Account.Name = 'Tree'"))
                .isEqualTo(1);
        assertThat(org.count("Account WHERE Name = 'Branch' AND Parent.Name = 'Tree'"))
                .isEqualTo(1);
    }

    @Test
    void aTreeIsMadeWhollyOrNotAtAll() throws IOException {
        Reply reply = org.post(
                "composite/tree/Account",
                "{\"records\":["
                        + record(
                                "Account",
                                "a1",
                                "\"Name\":\"Fallen\",\"Contacts\":{\"records\":["
                                        + record("Contact", "c1", "\"LastName\":\"x\",\"Email\":\"bad\"") + ","
                                        + record("Contact", "c2", "\"LastName\":\"fine\"") + "]}")
                        + "]}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().toString())
                .isEqualTo("{\"hasErrors\":true,\"results\":[{\"referenceId\":\"c1\",\"errors\":[{\"statusCode\":"
                        + "\"INVALID_EMAIL_ADDRESS\",\"message\":\"Email: invalid email address: bad\",\"fields\":[\"Email\"]"
                        + "}]}]}");
        assertThat(org.count("Account WHERE Name = 'Fallen'")).isZero();
    }

    @Test
    void aTreeHasItsLimits() throws IOException {
        String deep = record("Account", "a6", "\"Name\":\"x\"");
        for (int i = 5; i > 0; i--) {
            deep = record("Account", "a" + i, "\"Name\":\"x\",\"ChildAccounts\":{\"records\":[" + deep + "]}");
        }
        assertThat(tree(deep).error()).isEqualTo("400 LIMIT_EXCEEDED: The limit of 5 levels in a tree was exceeded");
        String wide = IntStream.range(0, 201)
                .mapToObj(i -> record("Account", "a" + i, "\"Name\":\"Wide\""))
                .collect(Collectors.joining(","));
        assertThat(tree(wide).error()).startsWith("400 EXCEEDED_ID_LIMIT");
        assertThat(tree(record("Account", "a", "") + "," + record("Account", "a", ""))
                        .error())
                .isEqualTo("400 INVALID_INPUT: The referenceId 'a' was provided more than once");
        assertThat(tree(record("Contact", "a", "\"LastName\":\"x\"")).error())
                .isEqualTo("400 INVALID_TYPE: A record here must be of the type Account, not Contact");
        assertThat(tree("{\"Name\":\"x\"}").error()).isEqualTo("400 MISSING_ARGUMENT: The property type is required");
        assertThat(org.post("composite/tree/Nope", "{}").error()).startsWith("404 NOT_FOUND");
        assertThat(org.count("Account WHERE Name = 'Wide'")).isZero();
    }

    @Test
    void eachGraphIsCarriedOutWhollyOrNotAtAll() throws IOException {
        Reply reply = graphs(
                graph(
                        "good",
                        CompositeTest.part("POST", ACCOUNTS, "acc", "{\"Name\":\"Graph\"}"),
                        CompositeTest.part(
                                "POST",
                                "/services/data/v67.0/sobjects/Contact",
                                "con",
                                "{\"LastName\":\"G\",\"AccountId\":\"@{acc.id}\"}")),
                graph(
                        "bad",
                        CompositeTest.part("POST", ACCOUNTS, "acc", "{\"Name\":\"No graph\"}"),
                        CompositeTest.part("POST", ACCOUNTS, "none", "{}")));
        JsonNode graphs = reply.body().path("graphs");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(graphs)
                .extracting(graph -> graph.path("isSuccessful").asBoolean())
                .containsExactly(true, false);
        assertThat(CompositeTest.errors(graphs.path(0).path("graphResponse").path("compositeResponse")))
                .isEqualTo("201 : \n201 : ");
        assertThat(CompositeTest.errors(graphs.path(1).path("graphResponse").path("compositeResponse")))
                .isEqualTo("400 PROCESSING_HALTED: The transaction was rolled back since another operation in the same"
                        + " transaction failed.\n400 REQUIRED_FIELD_MISSING: Required fields are missing: [Name]");
        assertThat(org.count("Contact WHERE LastName = 'G' AND Account.Name = 'Graph'"))
                .isEqualTo(1);
        assertThat(org.count("Account WHERE Name = 'No graph'")).isZero();
    }

    @Test
    void graphsHaveTheirLimits() throws IOException {
        String one = CompositeTest.part("POST", ACCOUNTS, "a", "{}");
        String many = IntStream.range(0, 76).mapToObj(i -> graph("g" + i, one)).collect(Collectors.joining(","));
        assertThat(graphs(many).error()).isEqualTo("400 LIMIT_EXCEEDED: The limit of 75 graphs was exceeded");
        String[] nodes = IntStream.range(0, 501)
                .mapToObj(i -> CompositeTest.part("POST", ACCOUNTS, "a" + i, "{\"Name\":\"Node\"}"))
                .toArray(String[]::new);
        assertThat(graphs(graph("g", nodes)).error())
                .isEqualTo("400 LIMIT_EXCEEDED: The limit of 500 nodes was exceeded");
        String failing =
                IntStream.range(0, 16).mapToObj(i -> graph("g" + i, one)).collect(Collectors.joining(","));
        JsonNode last = graphs(failing).body().path("graphs").path(15);
        assertThat(CompositeTest.errors(last.path("graphResponse").path("compositeResponse")))
                .startsWith("400 PROCESSING_HALTED");
        JsonNode query = graphs(graph("g", CompositeTest.part("GET", "/services/data/v67.0/query?q=x", "q", null)))
                .body();
        assertThat(query.path("graphs").path(0).path("isSuccessful").asBoolean(true))
                .isFalse();
    }

    @Test
    void aGraphIsNeitherDeepNorMotleyBeyondItsLimits() throws IOException {
        assertThat(graphs(graph("g", chain(15)))
                        .body()
                        .path("graphs")
                        .path(0)
                        .path("isSuccessful")
                        .asBoolean())
                .isTrue();
        assertThat(graphs(graph("g", chain(16))).error())
                .isEqualTo("400 LIMIT_EXCEEDED: The limit of 15 levels in a graph was exceeded");
        String[] versions = IntStream.range(0, 16)
                .mapToObj(i -> CompositeTest.part(
                        "POST", "/services/data/v" + (40 + i) + ".0/sobjects/Account", "a" + i, "{\"Name\":\"Kind\"}"))
                .toArray(String[]::new);
        assertThat(graphs(graph("g", versions)).error())
                .isEqualTo("400 LIMIT_EXCEEDED: The limit of 15 different nodes was exceeded");
        assertThat(org.count("Account WHERE Name = 'Kind'")).isZero();
    }

    private static String[] chain(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> CompositeTest.part(
                        "POST",
                        ACCOUNTS,
                        "a" + i,
                        "{\"Name\":\"Level " + i + "\"" + (i == 0 ? "" : ",\"ParentId\":\"@{a" + (i - 1) + ".id}\"")
                                + "}"))
                .toArray(String[]::new);
    }

    private static Reply batch(boolean halt, String... requests) throws IOException {
        return org.post(
                "composite/batch",
                "{\"haltOnError\":" + halt + ",\"batchRequests\":[" + String.join(",", requests) + "]}");
    }

    private static Reply tree(String records) throws IOException {
        return org.post("composite/tree/Account", "{\"records\":[" + records + "]}");
    }

    private static Reply graphs(String... graphs) throws IOException {
        return org.post("composite/graph", "{\"graphs\":[" + String.join(",", graphs) + "]}");
    }

    private static String graph(String id, String... parts) {
        return "{\"graphId\":\"" + id + "\",\"compositeRequest\":[" + String.join(",", parts) + "]}";
    }

    private static String record(String type, String referenceId, String fields) {
        return "{\"attributes\":{\"type\":\"" + type + "\",\"referenceId\":\"" + referenceId + "\"}"
                + (fields.isEmpty() ? "" : "," + fields) + "}";
    }

    private static int used() throws IOException {
        String header = String.valueOf(org.get("limits").headers().get("Sforce-Limit-Info"));
        return Integer.parseInt(header.substring(header.indexOf('=') + 1, header.indexOf('/')));
    }
}
