package dev.orgbench.demo.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RecordsTest {
    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    private static String account;

    @BeforeAll
    static void start() throws IOException {
        account = org.post("sobjects/Account", "{\"Name\":\"Acme\"}").id();
    }

    @Test
    void createsARecordWithItsSystemFields() throws IOException {
        Reply created = org.post(
                "sobjects/Account",
                "{\"attributes\":{\"type\":\"Account\"},\"Name\":\"New & Old\",\"BillingCity\":\"Berlin\",\"AnnualRevenue\":1234.5}");
        JsonNode row = org.get("sobjects/Account/" + created.id()).body();

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body().toString())
                .isEqualTo("{\"id\":\"" + created.id() + "\",\"success\":true,\"errors\":[]}");
        assertThat(created.id()).startsWith("001").hasSize(18);
        assertThat(row.path("attributes").toString())
                .isEqualTo("{\"type\":\"Account\",\"url\":\"/services/data/v67.0/sobjects/Account/" + created.id()
                        + "\"}");
        assertThat(row.path("CreatedDate").asText()).isEqualTo("2026-07-15T16:20:30.000+0000");
        assertThat(row.path("SystemModstamp").asText()).isEqualTo("2026-07-15T16:20:30.000+0000");
        assertThat(row.path("OwnerId").asText())
                .isEqualTo(row.path("CreatedById").asText())
                .startsWith("005");
        assertThat(row.path("IsDeleted").booleanValue()).isFalse();
        // The field has no digits after the point: the value is rounded.
        assertThat(row.path("AnnualRevenue").toString()).isEqualTo("1235.0");
        assertThat(row.path("BillingAddress").path("city").asText()).isEqualTo("Berlin");
        assertThat(row.path("Industry").isNull()).isTrue();
    }

    @Test
    void readsARecordByEitherFormOfItsId() throws IOException {
        JsonNode row = org.get("sobjects/account/" + account.substring(0, 15) + "?fields=name,Id")
                .body();
        assertThat(row.path("Name").asText()).isEqualTo("Acme");
        assertThat(row.path("Id").asText()).isEqualTo(account);
        assertThat(row.size()).isEqualTo(3);
    }

    @Test
    void keepsEveryCharacterAsItIs() throws IOException {
        String name = "Ünï 😀 \u2028 \\ \" 漢字 \u0001";
        String json = "{\"Name\":\"Ünï 😀 \u2028 \\\\ \\\" 漢字 \\u0001\"}";
        String id = org.post("sobjects/Account", json).id();
        assertThat(name("Account", id)).isEqualTo(name);
        try (Response response = new OkHttpClient()
                .newCall(org.request("sobjects/Account/" + id + "?fields=Name").build())
                .execute()) {
            assertThat(response.body().string()).contains("😀 \u2028 \\\\ ");
        }
    }

    @Test
    void headAnswersAsGetDoesButWithoutABody() throws IOException {
        Reply reply = org.send(org.request("sobjects/Account/" + account).head());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers().get("ETag")).isNotNull();
        assertThat(reply.body().isMissingNode()).isTrue();
    }

    @Test
    void aNumberTooSmallToSeeIsZero() throws IOException {
        String id = org.post("sobjects/Account", "{\"Name\":\"A\",\"AnnualRevenue\":1e-999999999}")
                .id();
        assertThat(org.get("sobjects/Account/" + id)
                        .body()
                        .path("AnnualRevenue")
                        .toString())
                .isEqualTo("0.0");
    }

    @Test
    void whatIsClosedAgainKeepsTheDateOfItsClosing() throws IOException {
        JsonNode closed = org.query("SELECT Id, ClosedDate FROM Case WHERE IsClosed = true ORDER BY ClosedDate LIMIT 1")
                .body()
                .path("records")
                .path(0);
        String path = "sobjects/Case/" + closed.path("Id").asText();

        org.patch(path, "{\"Status\":\"Closed\",\"Subject\":\"Again\"}");
        assertThat(org.get(path).body().path("ClosedDate")).isEqualTo(closed.path("ClosedDate"));
        org.patch(path, "{\"Status\":\"Working\"}");
        assertThat(org.get(path).body().path("ClosedDate").isNull()).isTrue();
        org.patch(path, "{\"Status\":\"Closed\"}");
        assertThat(org.get(path).body().path("ClosedDate").asText()).isEqualTo("2026-07-15T16:20:30.000+0000");
    }

    @Test
    void aDeletedRecordsUniqueValueIsFree() throws IOException {
        String body = "{\"External_Id__c\":\"FREE-1\",\"Account__c\":\"" + account + "\"}";
        String first = org.post("sobjects/Acme_Invoice__c", body).id();
        assertThat(org.post("sobjects/Acme_Invoice__c", body).error()).startsWith("400 DUPLICATE_VALUE");
        org.delete("sobjects/Acme_Invoice__c/" + first);
        assertThat(org.post("sobjects/Acme_Invoice__c", body).status()).isEqualTo(201);
    }

    @Test
    void changesOnlyWhatIsGiven() throws IOException {
        String id = org.post("sobjects/Account", "{\"Name\":\"A\",\"Phone\":\"1\",\"Site\":\"x\"}")
                .id();
        Reply patched = org.patch("sobjects/Account/" + id, "{\"Phone\":\"2\",\"Site\":null}");
        JsonNode row = org.get("sobjects/Account/" + id).body();

        assertThat(patched.status()).isEqualTo(204);
        assertThat(patched.body().isMissingNode()).isTrue();
        assertThat(row.path("Name").asText()).isEqualTo("A");
        assertThat(row.path("Phone").asText()).isEqualTo("2");
        assertThat(row.path("Site").isNull()).isTrue();
    }

    @Test
    void deletesIntoTheRecycleBinWithWhatBelongsToIt() throws IOException {
        String parent = org.post("sobjects/Account", "{\"Name\":\"Parent\"}").id();
        String child = org.post("sobjects/Contact", "{\"LastName\":\"Child\",\"AccountId\":\"" + parent + "\"}")
                .id();

        assertThat(org.delete("sobjects/Account/" + parent).status()).isEqualTo(204);
        assertThat(org.get("sobjects/Account/" + parent).error()).isEqualTo("404 ENTITY_IS_DELETED: entity is deleted");
        assertThat(org.delete("sobjects/Contact/" + child).error())
                .isEqualTo("404 ENTITY_IS_DELETED: entity is deleted");
        assertThat(org.count("Contact WHERE Id = '" + child + "'")).isZero();
        assertThat(org.get("queryAll?q=SELECT%20Id,IsDeleted%20FROM%20Contact%20WHERE%20Id='" + child + "'")
                        .body()
                        .path("records")
                        .path(0)
                        .path("IsDeleted")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void keepsAParentWhoseChildrenForbidItsEnd() throws IOException {
        String parent = org.post("sobjects/Account", "{\"Name\":\"Billed\"}").id();
        org.post("sobjects/Acme_Invoice__c", "{\"Account__c\":\"" + parent + "\",\"Amount__c\":5}");

        assertThat(org.delete("sobjects/Account/" + parent).error()).startsWith("400 DELETE_FAILED");
        assertThat(org.count("Account WHERE Id = '" + parent + "'")).isEqualTo(1);
    }

    @Test
    void namesPeople() throws IOException {
        String id = org.post("sobjects/Contact", "{\"FirstName\":\"Ada\",\"LastName\":\"King\"}")
                .id();
        assertThat(name("Contact", id)).isEqualTo("Ada King");
        org.patch("sobjects/Contact/" + id, "{\"LastName\":\"Byron\"}");
        assertThat(name("Contact", id)).isEqualTo("Ada Byron");
        String lead = org.post("sobjects/Lead", "{\"LastName\":\"Solo\",\"Company\":\"C\"}")
                .id();
        assertThat(name("Lead", lead)).isEqualTo("Solo");
    }

    @Test
    void drawsConclusionsFromAnOpportunitysStage() throws IOException {
        String id = org.post(
                        "sobjects/Opportunity",
                        "{\"Name\":\"Deal\",\"StageName\":\"Prospecting\",\"CloseDate\":\"2026-08-20\",\"Amount\":1000}")
                .id();
        JsonNode open = org.get("sobjects/Opportunity/" + id).body();
        org.patch("sobjects/Opportunity/" + id, "{\"StageName\":\"Closed Won\"}");
        JsonNode won = org.get("sobjects/Opportunity/" + id).body();

        assertThat(open.path("Probability").asDouble()).isEqualTo(10.0);
        assertThat(open.path("ExpectedRevenue").asDouble()).isEqualTo(100.0);
        assertThat(open.path("IsClosed").booleanValue()).isFalse();
        assertThat(open.path("FiscalQuarter").asInt()).isEqualTo(3);
        assertThat(won.path("IsWon").booleanValue()).isTrue();
        assertThat(won.path("IsClosed").booleanValue()).isTrue();
        assertThat(won.path("Probability").asDouble()).isEqualTo(100.0);
        assertThat(won.path("ForecastCategoryName").asText()).isEqualTo("Closed");
    }

    @Test
    void completesATaskAndFindsItsAccount() throws IOException {
        String deal = org.post(
                        "sobjects/Opportunity",
                        "{\"Name\":\"D\",\"StageName\":\"Prospecting\",\"CloseDate\":\"2026-08-20\",\"AccountId\":\""
                                + account + "\"}")
                .id();
        String task = org.post("sobjects/Task", "{\"Subject\":\"Call\",\"WhatId\":\"" + deal + "\"}")
                .id();
        JsonNode open = org.get("sobjects/Task/" + task).body();
        org.patch("sobjects/Task/" + task, "{\"Status\":\"Completed\"}");
        JsonNode done = org.get("sobjects/Task/" + task).body();

        assertThat(open.path("AccountId").asText()).isEqualTo(account);
        assertThat(open.path("Status").asText()).isEqualTo("Not Started");
        assertThat(open.path("Priority").asText()).isEqualTo("Normal");
        assertThat(open.path("IsClosed").booleanValue()).isFalse();
        assertThat(done.path("IsClosed").booleanValue()).isTrue();
        assertThat(done.path("CompletedDateTime").isNull()).isFalse();
    }

    @Test
    void numbersCasesAndInvoices() throws IOException {
        String first = org.post("sobjects/Case", "{\"Subject\":\"A\"}").id();
        String second = org.post("sobjects/Case", "{\"Subject\":\"B\"}").id();
        String invoice = org.post("sobjects/Acme_Invoice__c", "{\"Account__c\":\"" + account + "\"}")
                .id();
        int number = org.get("sobjects/Case/" + first).body().path("CaseNumber").asInt();

        assertThat(org.get("sobjects/Case/" + first).body().path("CaseNumber").asText())
                .isEqualTo("00001300");
        assertThat(org.get("sobjects/Case/" + second).body().path("CaseNumber").asInt())
                .isEqualTo(number + 1);
        assertThat(name("Acme_Invoice__c", invoice)).matches("INV-011\\d\\d");
        assertThat(org.get("sobjects/Acme_Invoice__c/" + invoice)
                        .body()
                        .path("Status__c")
                        .asText())
                .isEqualTo("Draft");
    }

    @Test
    void storesDatesAndTimesInUtc() throws IOException {
        String id = org.post(
                        "sobjects/Task",
                        "{\"ActivityDate\":\"2026-02-28\",\"ReminderDateTime\":\"2026-02-28T10:00:00+02:00\"}")
                .id();
        JsonNode row = org.get("sobjects/Task/" + id).body();
        assertThat(row.path("ActivityDate").asText()).isEqualTo("2026-02-28");
        assertThat(row.path("ReminderDateTime").asText()).isEqualTo("2026-02-28T08:00:00.000+0000");
        for (String same :
                List.of("2026-02-28T08:00:00.000+0000", "2026-02-28T08:00:00Z", "2026-02-28T08:00:00.000Z")) {
            assertThat(org.patch("sobjects/Task/" + id, "{\"ReminderDateTime\":\"" + same + "\"}")
                            .status())
                    .isEqualTo(204);
            assertThat(org.get("sobjects/Task/" + id)
                            .body()
                            .path("ReminderDateTime")
                            .asText())
                    .isEqualTo("2026-02-28T08:00:00.000+0000");
        }
    }

    @Test
    void readsAndWritesAtOnce() throws Exception {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> writes = IntStream.range(0, 60)
                    .mapToObj(i -> threads.submit(() -> {
                        Reply reply = org.post("sobjects/Account", "{\"Name\":\"Parallel " + i + "\"}");
                        ids.add(reply.id());
                        return reply.status();
                    }))
                    .toList();
            List<Future<Integer>> reads = IntStream.range(0, 60)
                    .mapToObj(_ -> threads.submit(() ->
                            org.query("SELECT Id, Owner.Name FROM Account").status()))
                    .toList();
            for (Future<Integer> write : writes) {
                assertThat(write.get()).isEqualTo(201);
            }
            for (Future<Integer> read : reads) {
                assertThat(read.get()).isEqualTo(200);
            }
        }
        assertThat(ids).hasSize(60);
        assertThat(org.count("Account WHERE Name LIKE 'Parallel %'")).isEqualTo(60);
    }

    @Test
    void answersARequestAboutAnUnknownRecord() throws IOException {
        String missing = "0015g00000zzzzz";
        for (Reply reply : List.of(
                org.get("sobjects/Account/" + missing),
                org.patch("sobjects/Account/" + missing, "{\"Name\":\"x\"}"),
                org.delete("sobjects/Account/" + missing))) {
            assertThat(reply.error()).isEqualTo("404 NOT_FOUND: The requested resource does not exist");
        }
        assertThat(org.get("sobjects/Account/hello").error())
                .isEqualTo("404 NOT_FOUND: Provided external ID field does not exist or is not accessible: hello");
        assertThat(org.get("sobjects/Account/0035g00000zzzzz").error())
                .isEqualTo("400 MALFORMED_ID: Account ID: id value of incorrect type: 0035g00000zzzzz");
    }

    private static String name(String object, String id) throws IOException {
        return org.get("sobjects/" + object + "/" + id + "?fields=Name")
                .body()
                .path("Name")
                .asText();
    }
}
