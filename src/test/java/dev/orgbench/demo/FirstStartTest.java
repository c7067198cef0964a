package dev.orgbench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstStartTest {
    private Path folder;

    @BeforeEach
    void chooseAPlace(@TempDir Path place) {
        folder = place;
    }

    @Test
    void makesAnOrgThatLooksAlive() throws IOException {
        try (TestOrg org = TestOrg.start(folder.resolve("org.db"), TestOrg.MID_MONTH)) {
            assertThat(org.org().movedAside()).isEmpty();
            assertThat(org.count("User")).isEqualTo(8);
            assertThat(org.count("Account")).isEqualTo(200);
            assertThat(org.count("Contact")).isEqualTo(600);
            assertThat(org.count("Opportunity")).isEqualTo(900);
            assertThat(org.count("Lead")).isEqualTo(300);
            assertThat(org.count("Case")).isEqualTo(300);
            assertThat(org.count("Task")).isEqualTo(500);
            assertThat(org.count("Feature_Request__c")).isEqualTo(40);
            assertThat(org.count("Acme_Invoice__c")).isEqualTo(120);
            assertThat(org.query("SELECT StageName FROM Opportunity GROUP BY StageName")
                            .body()
                            .path("totalSize")
                            .asInt())
                    .isEqualTo(10);
            assertThat(org.value("SELECT Name FROM Organization").asText()).isEqualTo("Brightwater Instruments");
        }
    }

    @Test
    void fillsRecordsThatAgreeWithEachOther() throws IOException {
        try (TestOrg org = TestOrg.start(folder.resolve("org.db"), TestOrg.MID_MONTH)) {
            assertThat(org.count("Contact WHERE AccountId = null")).isZero();
            assertThat(org.count(
                            "Opportunity WHERE StageName = 'Closed Won' AND (IsWon = false OR Probability != 100)"))
                    .isZero();
            assertThat(org.count("Opportunity WHERE StageName = 'Closed Lost' AND ForecastCategory != 'Omitted'"))
                    .isZero();
            assertThat(org.count("Opportunity WHERE IsClosed = true AND CloseDate > TODAY"))
                    .isZero();
            assertThat(org.count("Task WHERE Status = 'Completed' AND IsClosed = false"))
                    .isZero();
            assertThat(org.count("Task WHERE AccountId = null")).isZero();
            assertThat(org.count("Case WHERE Status = 'Closed' AND ClosedDate = null"))
                    .isZero();
            assertThat(org.count("Acme_Invoice__c WHERE Status__c = 'Paid' AND Paid__c = false"))
                    .isZero();
            assertThat(org.count("Account WHERE CreatedDate > TODAY")).isZero();
            assertThat(org.count("Contact WHERE Name = null")).isZero();
        }
    }

    @Test
    void knowsWhichStatesAreEnds() throws IOException {
        try (TestOrg org = TestOrg.start(folder.resolve("org.db"), TestOrg.MID_MONTH)) {
            assertThat(org.value("SELECT MasterLabel FROM LeadStatus WHERE IsConverted = true")
                            .asText())
                    .isEqualTo("Closed - Converted");
            assertThat(org.value("SELECT MasterLabel FROM CaseStatus WHERE IsClosed = true")
                            .asText())
                    .isEqualTo("Closed");
        }
    }

    @Test
    void numbersGoOnWhereTheFirstDayEnded() throws IOException {
        try (TestOrg org = TestOrg.start(folder.resolve("org.db"), TestOrg.MID_MONTH)) {
            String lastId =
                    org.value("SELECT Id FROM Account ORDER BY Id DESC LIMIT 1").asText();
            String lastInvoice = org.value("SELECT Name FROM Acme_Invoice__c ORDER BY Name DESC LIMIT 1")
                    .asText();
            String id = org.post("sobjects/Account", "{\"Name\":\"Next\"}").id();
            String invoice = org.post("sobjects/Acme_Invoice__c", "{\"Account__c\":\"" + id + "\"}")
                    .id();

            assertThat(id).isGreaterThan(lastId);
            assertThat(org.count("Account WHERE Id = '" + id + "'")).isEqualTo(1);
            assertThat(number(org.value("SELECT Name FROM Acme_Invoice__c WHERE Id = '" + invoice + "'")
                            .asText()))
                    .isEqualTo(number(lastInvoice) + 1);
        }
    }

    private static int number(String autoNumber) {
        return Integer.parseInt(autoNumber.replaceAll("\\D", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T00:10:00Z, UTC",
        "2026-03-15T12:00:00Z, UTC",
        "2028-02-29T23:50:00Z, UTC",
        "2026-12-31T23:30:00Z, America/Los_Angeles",
        "2026-12-31T23:30:00Z, Asia/Tokyo"
    })
    void hasDealsLostThisMonthOnWhateverDay(Instant now, ZoneId zone) throws IOException {
        try (TestOrg org = TestOrg.start(folder.resolve("org.db"), Clock.fixed(now, zone))) {
            JsonNode lost = org.query("SELECT Amount, CloseDate, OwnerId FROM Opportunity"
                            + " WHERE StageName = 'Closed Lost' AND CloseDate = THIS_MONTH ORDER BY CloseDate DESC")
                    .body()
                    .path("records");
            assertThat(lost.size()).isGreaterThanOrEqualTo(5);
            List<Double> amounts = new ArrayList<>();
            LocalDate today = LocalDate.ofInstant(now, zone);
            for (JsonNode record : lost) {
                amounts.add(record.path("Amount").doubleValue());
                LocalDate closed = LocalDate.parse(record.path("CloseDate").asText());
                assertThat(closed).isBeforeOrEqualTo(today).isAfterOrEqualTo(today.withDayOfMonth(1));
            }
            assertThat(new HashSet<>(amounts)).hasSameSizeAs(amounts);
        }
    }

    @Test
    void isTheSameEveryTime() throws IOException {
        List<JsonNode> orgs = new ArrayList<>();
        for (String name : List.of("a.db", "b.db")) {
            try (TestOrg org = TestOrg.start(folder.resolve(name), TestOrg.MID_MONTH)) {
                orgs.add(
                        org.query("SELECT Id, Name, StageName, Amount, CloseDate, CreatedDate, Account.Name, Owner.Name"
                                        + " FROM Opportunity ORDER BY Id")
                                .body());
                assertThat(org.org().organizationId()).startsWith("00D").hasSize(18);
            }
        }
        assertThat(orgs.get(0)).isEqualTo(orgs.get(1));
    }

    @Test
    void choosesTheSamePeopleAndAmountsOnAnotherDay() throws IOException {
        List<JsonNode> orgs = new ArrayList<>();
        for (String day : List.of("2026-07-15T10:00:00Z", "2026-11-01T10:00:00Z")) {
            Clock clock = Clock.fixed(Instant.parse(day), ZoneId.of("UTC"));
            try (TestOrg org = TestOrg.start(folder.resolve(day.substring(0, 10) + ".db"), clock)) {
                orgs.add(org.query("SELECT Name, StageName, Amount FROM Opportunity ORDER BY Id")
                        .body());
            }
        }
        assertThat(orgs.get(0).path("records").findValuesAsText("Name"))
                .isEqualTo(orgs.get(1).path("records").findValuesAsText("Name"));
    }
}
