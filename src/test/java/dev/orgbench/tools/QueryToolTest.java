package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryToolTest {
    private static final String TOOL = "list_all_salesforce_query";
    private static final String Q = "SELECT Id FROM Account";
    private static final String MORE = FakeOrg.API + "/query/01gRO0000016PIAYA2-200";

    private FakeOrg org;

    @BeforeEach
    void start() throws IOException {
        org = FakeOrg.start();
        objects(org);
    }

    private static void objects(FakeOrg org) {
        org.object("Account", "Account", "Id id readonly", "Name string required", "AnnualRevenue currency");
        org.object("Lead", "Lead", "Id id readonly");
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    void recordsComeAsTheOrgGaveThem() {
        String record =
                "{\"attributes\":{\"type\":\"Opportunity\"},\"Z\":1,\"Amount\":300.0,\"Big\":12345678901234567890.10,\"Account\":null}";
        org.on("GET {api}/query " + Q, "{\"totalSize\":1,\"done\":true,\"records\":[" + record + "]}");

        ObjectNode content = org.success(TOOL, "{\"q\":\"" + Q + "\"}");

        assertThat(content).hasToString("{\"totalSize\":1,\"done\":true,\"records\":[" + record + "]}");
        assertThat(org.sent()).hasSize(1);
        assertThat(org.exchanges).hasSameSizeAs(org.requests);
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 50, 150, 200, 2000})
    void pagesOfAnyLengthGiveEachRecordOnce(int limit) {
        twoPages(200, 130);

        List<Integer> seen = new ArrayList<>();
        String cursor = "";
        int calls = 0;
        do {
            ObjectNode page = org.success(
                    TOOL,
                    "{\"q\":\"" + Q + "\",\"limit\":" + limit
                            + (cursor.isEmpty() ? "" : ",\"next_cursor\":\"" + cursor + "\"") + "}");
            assertThat(page.path("totalSize").asInt()).isEqualTo(330);
            assertThat(page.path("records").size()).isBetween(1, limit);
            page.path("records").forEach(record -> seen.add(record.path("N").asInt()));
            cursor = page.path("next_cursor").asText("");
            assertThat(page.path("done").asBoolean()).isEqualTo(cursor.isEmpty());
            assertThat(page.has("nextRecordsUrl")).isFalse();
            calls++;
        } while (!cursor.isEmpty());

        assertThat(seen).isEqualTo(IntStream.range(0, 330).boxed().toList());
        assertThat(org.sent()).hasSize(calls);
    }

    @Test
    void thePageSizeIsAskedForWithinSalesforcesBounds() {
        twoPages(200, 130);

        org.success(TOOL, "{\"q\":\"" + Q + "\",\"limit\":5}");
        org.success(TOOL, "{\"q\":\"" + Q + "\",\"limit\":1500}");

        assertThat(org.sent())
                .extracting(request -> request.getHeaders().get("Sforce-Query-Options"))
                .containsExactly("batchSize=200", "batchSize=1500");
    }

    @Test
    void aPageThatGrowsTooLargeIsCutAtARecordAndGoesOn() throws IOException {
        try (FakeOrg tight = new FakeOrg(1_000)) {
            objects(tight);
            String long1 = "{\"N\":0,\"Text\":\"" + "é".repeat(350) + "\"}";
            String long2 = "{\"N\":1,\"Text\":\"" + "x".repeat(3000) + "\"}";
            tight.on(
                    "GET {api}/query " + Q,
                    "{\"totalSize\":3,\"done\":true,\"records\":[" + long1 + "," + long2 + ",{\"N\":2}]}");

            ObjectNode first = tight.success(TOOL, "{\"q\":\"" + Q + "\"}");
            String second = tight.failure(TOOL, next(first)).text();
            ObjectNode third = tight.success(TOOL, next(second.substring(second.lastIndexOf(' ') + 1)));

            assertThat(numbers(first)).containsExactly(0);
            assertThat(first.path("truncated").asBoolean()).isTrue();
            assertThat(second)
                    .contains("alone has 3017 bytes; an answer of this server has at most 1000.", "name fewer fields");
            assertThat(numbers(third)).containsExactly(2);
            assertThat(third.has("truncated")).isFalse();
            assertThat(third.path("done").asBoolean()).isTrue();
        }
    }

    @Test
    void theLastRecordOfAListThatIsTooLargeHasNothingBehindIt() throws IOException {
        try (FakeOrg tight = new FakeOrg(1_000)) {
            objects(tight);
            tight.on(
                    "GET {api}/query " + Q,
                    "{\"totalSize\":1,\"done\":true,\"records\":[{\"Text\":\"" + "x".repeat(3000) + "\"}]}");

            ToolAnswer.Failure failure = tight.failure(TOOL, "{\"q\":\"" + Q + "\"}");

            assertThat(failure.code()).isEqualTo("RESULT_TOO_LARGE");
            assertThat(failure.text()).endsWith("name fewer fields, without the long texts.");
        }
    }

    @Test
    void aCursorIsGoodForItsOwnCallOnly() {
        twoPages(200, 130);
        String cursor =
                org.success(TOOL, "{\"q\":\"" + Q + "\"}").path("next_cursor").asText();
        int sent = org.sent().size();
        String tampered = (cursor.startsWith("A") ? "B" : "A") + cursor.substring(1);

        for (String bad : List.of(tampered, cursor.substring(3), "x", "", "!!", cursor + "AAAA")) {
            if (!bad.isEmpty()) {
                assertThat(org.failure(TOOL, "{\"q\":\"" + Q + "\",\"next_cursor\":\"" + bad + "\"}")
                                .text())
                        .contains("`next_cursor` is not one that this call was given");
            }
        }
        assertThat(org.failure(TOOL, "{\"q\":\"SELECT Id FROM Lead\",\"next_cursor\":\"" + cursor + "\"}")
                        .text())
                .contains("next_cursor");
        assertThat(org.sent()).hasSize(sent);
        assertThat(cursor).doesNotContain("01gRO");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            query       | SELECT AnualRevenue FROM Account             | AnnualRevenue
            query       | SELECT Id FROM Account WHERE Nmae = 'x'      | Name
            query       | SELECT Id FROM Account ORDER BY Nmae         | Name
            query       | SELECT Id FROM Acount                        | Account
            query       | SELECT Id FROM Lead WHERE Id IN (SELECT Idd FROM Account) | Id
            query_plans | SELECT Nmae FROM Account                     | Name
            search      | FIND {a*} RETURNING Lead(Id), Account(Nmae)  | Name
            search      | FIND {a*} RETURNING Acount                   | Account
            """)
    void unknownNamesAreRefusedBeforeAnythingIsSent(String tool, String q, String meant) {
        String text = org.failure("list_all_salesforce_" + tool, "{\"q\":\"" + q + "\"}")
                .text();

        assertThat(text).contains("ERROR at Row:1:Column:", "`q`: ", "Did you mean " + meant);
        assertThat(text.lines().toList().get(1)).isSubstringOf(q);
        assertThat(org.sent()).isEmpty();
    }

    @Test
    void allUnknownNamesAreToldAtOnceAndWhatThereIsInstead() {
        assertThat(org.failure(TOOL, "{\"q\":\"SELECT Xyz, Owner.Name FROM Account\"}")
                        .text())
                .contains(
                        "`q`: No field Xyz on Account. There are: Id, Name, AnnualRevenue.",
                        "`q`: No relationship Owner on Account.");
    }

    @Test
    void whatWasDescribedOnceIsNotAskedForAgain() {
        twoPages(200, 130);
        for (int i = 0; i < 3; i++) {
            org.success(TOOL, "{\"q\":\"" + Q + "\"}");
        }
        assertThat(org.sent()).hasSize(3);
        assertThat(org.requests).hasSize(4);
    }

    @Test
    void aFieldThatIsNewSinceTheDescribeIsFound() {
        org.failure(TOOL, "{\"q\":\"SELECT Rating FROM Account\"}");
        org.object("Account", "Account", "Id id readonly", "Rating string");
        org.on("GET {api}/query SELECT Rating FROM Account", "{\"totalSize\":0,\"done\":true,\"records\":[]}");

        org.success(TOOL, "{\"q\":\"SELECT Rating FROM Account\"}");
    }

    @Test
    void ofAFieldThatIsGoneSinceTheDescribeSalesforcesWordsAreKept() {
        twoPages(200, 130);
        org.success(TOOL, "{\"q\":\"" + Q + "\"}");
        org.object("Account", "Account", "Id id readonly", "AnnualRevenue__c currency");
        String q = "SELECT AnnualRevenue FROM Account";
        String message = "\\n" + q + "\\n       ^\\nERROR at Row:1:Column:8\\nNo such column 'AnnualRevenue' on"
                + " entity 'Account'. If you are";
        org.on("GET {api}/query " + q, 400, "[{\"message\":\"" + message + "\",\"errorCode\":\"INVALID_FIELD\"}]");

        ToolAnswer.Failure failure = org.failure(TOOL, "{\"q\":\"" + q + "\"}");

        assertThat(failure.code()).isEqualTo("INVALID_FIELD");
        assertThat(failure.text())
                .contains("INVALID_FIELD: \n" + q + "\n       ^\nERROR at Row:1:Column:8\n")
                .contains("Did you mean AnnualRevenue__c?");
    }

    @Test
    void anOrgAtItsLimitIsNotAskedFurther() {
        org.on(
                "GET {api}/sobjects/Account/describe",
                403,
                "[{\"message\":\"TotalRequests Limit exceeded.\",\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]");

        assertThat(org.failure(TOOL, "{\"q\":\"" + Q + "\"}").code()).isEqualTo("REQUEST_LIMIT_EXCEEDED");
        assertThat(org.requests).hasSize(1);
    }

    @Test
    void anOrgThatBreaksDownOverADescribeMayStillAnswer() {
        org.on(
                "GET {api}/sobjects/Account/describe",
                500,
                "[{\"message\":\"An unexpected error occurred.\",\"errorCode\":\"UNKNOWN_EXCEPTION\"}]");
        twoPages(200, 130);

        assertThat(numbers(org.success(TOOL, "{\"q\":\"" + Q + "\"}"))).hasSize(200);
    }

    @Test
    void anUnknownObjectIsLookedUpOnce() {
        org.failure(TOOL, "{\"q\":\"SELECT Id FROM Acount\"}");

        assertThat(org.requests)
                .extracting(request -> request.getUrl().encodedPath())
                .containsExactly(FakeOrg.API + "/sobjects/Acount/describe", FakeOrg.API + "/sobjects");
    }

    @Test
    void namesOfTheOrgsOwnNamespaceMayStandWithoutIt() {
        org.object("acme__Site__c", "Site", "Id id readonly", "acme__Size__c string");
        String q = "SELECT Size__c FROM acme__Site__c";
        org.on("GET {api}/query " + q, "{\"totalSize\":0,\"done\":true,\"records\":[]}");

        org.success(TOOL, "{\"q\":\"" + q + "\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT COUNT(Id), Name FROM Account GROUP BY Name ORDER BY expr0",
                "SELECT COUNT(Id) c, Name FROM Account GROUP BY Name HAVING c > 1 ORDER BY c",
                "SELECT Id, UserRecordAccess.HasReadAccess FROM Account",
                "SELECT a.Id FROM Account a WHERE a.Name = 'x'",
            })
    void whatSalesforceMayTakeIsSent(String q) {
        org.on("GET {api}/query " + q, "{\"totalSize\":0,\"done\":true,\"records\":[]}");

        org.success(TOOL, "{\"q\":\"" + q + "\"}");
    }

    @Test
    void aBlankQueryIsNotSent() {
        for (String tool : List.of("query", "search", "query_plans", "tooling_query")) {
            assertThat(org.failure("list_all_salesforce_" + tool, "{\"q\":\" \\n \"}")
                            .text())
                    .contains("`q` is empty");
        }
        assertThat(org.requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            query         | SELECT Id FROM Account FOR VIEW
            query         | SELECT Id FROM Account FOR REFERENCE
            query         | SELECT Id FROM Account FOR UPDATE
            query         | SELECT Id FROM Account UPDATE TRACKING
            query         | select id from account for view update viewstat
            query         | SELECT Id, (SELECT Id FROM Contacts FOR VIEW) FROM Account
            tooling_query | SELECT Id FROM User FOR VIEW
            search        | FIND {a*} RETURNING Account(Id) UPDATE TRACKING
            search        | FIND {a*} UPDATE VIEWSTAT
            search        | find {a*} returning account update tracking, viewstat
            search        | FIND {a*} RETURNING Account FOR VIEW
            search        | FIND {a*} RETURNING Account(Id FOR REFERENCE)
            """)
    void whatLeavesATraceIsRefused_forTheseToolsOnlyRead(String tool, String q) {
        assertThat(org.failure("list_all_salesforce_" + tool, "{\"q\":\"" + q + "\"}")
                        .text())
                .contains("this tool only reads");
        assertThat(org.requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            query  | SELECT Id FROM Account WHERE Name = 'for view'
            search | FIND {for view OR update tracking} RETURNING Account
            """)
    void wordsOfATraceInATextAreText(String tool, String q) {
        org.on("GET {api}/" + tool + " " + q, "{\"totalSize\":0,\"done\":true,\"records\":[],\"searchRecords\":[]}");

        assertThat(org.success("list_all_salesforce_" + tool, "{\"q\":\"" + q + "\"}"))
                .isNotEmpty();
    }

    @Test
    void anUnknownObjectInAQueryIsAnsweredWithOnesThatExist() {
        org.object("Acme_Invoice__c", "Acme Invoice", "Id id readonly");

        assertThat(org.failure(TOOL, "{\"q\":\"SELECT Id FROM Invoice__c\"}").text())
                .contains("`q`: The org has no object Invoice__c. Did you mean Acme_Invoice__c?");
    }

    @Test
    void aReachedLimitGoesToTheCallerAtOnce() {
        org.on(
                "GET {api}/query " + Q,
                403,
                "[{\"message\":\"TotalRequests Limit exceeded.\",\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]");

        ToolAnswer.Failure failure = org.failure(TOOL, "{\"q\":\"" + Q + "\"}");

        assertThat(failure.code()).isEqualTo("REQUEST_LIMIT_EXCEEDED");
        assertThat(failure.text()).contains("TotalRequests Limit exceeded.").contains("rolling 24 hours");
        assertThat(org.sent()).hasSize(1);
    }

    @Test
    void anEndedSessionNamesTheOrg() {
        org.on(
                "GET {api}/query " + Q,
                401,
                "[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]");

        ToolAnswer.Failure failure = org.failure(TOOL, "{\"q\":\"" + Q + "\"}");

        assertThat(failure.code()).isEqualTo("SIGN_IN_NEEDED");
        assertThat(failure.text()).contains("\"Fake org\"").contains("Sign in to the org again");
    }

    private void twoPages(int first, int second) {
        int total = first + second;
        org.on(
                "GET {api}/query " + Q,
                "{\"totalSize\":" + total + ",\"done\":false,\"nextRecordsUrl\":\"" + MORE + "\",\"records\":["
                        + records(0, first) + "]}");
        org.on(
                "GET " + MORE,
                "{\"totalSize\":" + total + ",\"done\":true,\"records\":[" + records(first, total) + "]}");
    }

    private static String records(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> "{\"N\":" + n + "}").collect(Collectors.joining(","));
    }

    private static String next(ObjectNode page) {
        return next(page.path("next_cursor").asText());
    }

    private static String next(String cursor) {
        return "{\"q\":\"" + Q + "\",\"next_cursor\":\"" + cursor + "\"}";
    }

    private static List<Integer> numbers(ObjectNode page) {
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode record : page.path("records")) {
            numbers.add(record.path("N").asInt());
        }
        return numbers;
    }
}
