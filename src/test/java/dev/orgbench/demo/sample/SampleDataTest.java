package dev.orgbench.demo.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.metadata.Catalogue;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether the first day's records agree with each other, read from the file itself. */
class SampleDataTest {
    private static final Map<DemoSize, TestOrg> ORGS = new EnumMap<>(DemoSize.class);
    private static final Map<DemoSize, Connection> FILES = new EnumMap<>(DemoSize.class);

    @BeforeAll
    static void make(@TempDir Path folder) throws IOException, SQLException {
        for (DemoSize size : List.of(DemoSize.SMALL, DemoSize.MEDIUM)) {
            Path file = folder.resolve(size + ".db");
            ORGS.put(size, TestOrg.start(file, TestOrg.MID_MONTH, size));
            FILES.put(size, DriverManager.getConnection("jdbc:sqlite:" + file));
        }
    }

    @AfterAll
    static void close() throws SQLException {
        for (Connection file : FILES.values()) {
            file.close();
        }
        ORGS.values().forEach(TestOrg::close);
    }

    @ParameterizedTest
    @EnumSource(names = {"SMALL", "MEDIUM"})
    void everyReferenceLeadsToARecord(DemoSize size) throws SQLException {
        Schema schema = schema(size);
        List<String> dangling = new ArrayList<>();
        for (SObject object : schema.objects()) {
            for (Field field : object.fields()) {
                if (field.type() == FieldType.REFERENCE
                        && field.isStored()
                        && !field.name().equals("UserLicenseId")) {
                    dangling.addAll(dangling(size, schema, object, field));
                }
            }
        }
        assertThat(dangling).isEmpty();
    }

    private static List<String> dangling(DemoSize size, Schema schema, SObject object, Field field)
            throws SQLException {
        List<String> found = new ArrayList<>();
        String column = "\"" + object.name() + "\".\"" + field.name() + "\"";
        for (String prefix : texts(
                size,
                "SELECT DISTINCT substr(" + column + ", 1, 3) FROM \"" + object.name() + "\" WHERE " + column
                        + " IS NOT NULL")) {
            SObject target = schema.objectOf(prefix).orElseThrow();
            long missing = number(
                    size,
                    "SELECT COUNT(*) FROM \"" + object.name() + "\" WHERE substr(" + column + ", 1, 3) = '" + prefix
                            + "' AND " + column + " NOT IN (SELECT Id FROM \"" + target.name() + "\")");
            if (missing > 0 || !field.referenceTo().contains(target.name())) {
                found.add(missing + " of " + column + " in " + target.name());
            }
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource(names = {"SMALL", "MEDIUM"})
    void theLinesOfADealComeToItsAmount(DemoSize size) throws SQLException {
        assertThat(number(size, "SELECT COUNT(*) FROM OpportunityLineItem")).isGreaterThan(300);
        assertThat(number(
                        size,
                        "SELECT COUNT(*) FROM Opportunity o WHERE o.HasOpportunityLineItem = 1 AND abs(o.Amount -"
                                + " (SELECT TOTAL(l.Quantity * l.UnitPrice) FROM OpportunityLineItem l WHERE l.OpportunityId = o.Id))"
                                + " > 0.001"))
                .isZero();
        assertThat(number(size, "SELECT COUNT(*) FROM OpportunityLineItem WHERE UnitPrice <> round(UnitPrice, 2)"))
                .isZero();
        assertThat(number(
                        size,
                        "SELECT COUNT(*) FROM OpportunityLineItem l JOIN Opportunity o ON o.Id = l.OpportunityId"
                                + " JOIN PricebookEntry e ON e.Id = l.PricebookEntryId WHERE e.Pricebook2Id <> o.Pricebook2Id"
                                + " OR e.Product2Id <> l.Product2Id OR o.HasOpportunityLineItem = 0"))
                .isZero();
    }

    @Test
    void theTotalsOfOrdersAndCampaignsAreTheSumsOfTheirParts() throws IOException {
        TestOrg org = org(DemoSize.SMALL);
        JsonNode orders = org.query("SELECT TotalAmount, (SELECT TotalPrice FROM OrderItems) FROM Order")
                .body()
                .path("records");
        assertThat(orders.size()).isGreaterThan(20);
        for (JsonNode order : orders) {
            double sum = 0;
            for (JsonNode item : order.path("OrderItems").path("records")) {
                sum += item.path("TotalPrice").doubleValue();
            }
            assertThat(order.path("TotalAmount").doubleValue()).isEqualTo(sum);
        }
        for (JsonNode campaign : org.query("SELECT Id, NumberOfLeads, NumberOfContacts, NumberOfResponses,"
                        + " NumberOfOpportunities, NumberOfWonOpportunities FROM Campaign")
                .body()
                .path("records")) {
            String of = " = '" + campaign.path("Id").asText() + "'";
            assertThat(org.count("CampaignMember WHERE LeadId != null AND CampaignId" + of))
                    .isEqualTo(campaign.path("NumberOfLeads").asInt());
            assertThat(org.count("CampaignMember WHERE ContactId != null AND CampaignId" + of))
                    .isEqualTo(campaign.path("NumberOfContacts").asInt());
            assertThat(org.count("CampaignMember WHERE HasResponded = true AND CampaignId" + of))
                    .isEqualTo(campaign.path("NumberOfResponses").asInt());
            assertThat(org.count("Opportunity WHERE CampaignId" + of))
                    .isEqualTo(campaign.path("NumberOfOpportunities").asInt());
            assertThat(org.count("Opportunity WHERE IsWon = true AND CampaignId" + of))
                    .isEqualTo(campaign.path("NumberOfWonOpportunities").asInt());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SMALL", "MEDIUM"})
    void everythingHappensInItsOrder(DemoSize size) throws SQLException {
        for (String child : List.of("Contact", "Opportunity", "Case", "Order", "Contract", "Asset")) {
            assertThat(number(
                            size,
                            "SELECT COUNT(*) FROM \"" + child + "\" c JOIN Account a ON a.Id = c.AccountId"
                                    + " WHERE c.CreatedDate < a.CreatedDate"))
                    .as(child)
                    .isZero();
        }
        for (String object : List.of("Account", "Opportunity", "Case", "Task", "Event", "Order", "CaseComment")) {
            assertThat(number(
                            size,
                            "SELECT COUNT(*) FROM \"" + object + "\" WHERE CreatedDate > '2026-07-15T16:20:30.000Z'"
                                    + " OR LastModifiedDate < CreatedDate"))
                    .as(object)
                    .isZero();
        }
        assertThat(number(
                        size,
                        "SELECT COUNT(*) FROM Opportunity WHERE CloseDate < substr(CreatedDate, 1, 10)"
                                + " AND StageName LIKE 'Closed%'"))
                .isZero();
        assertThat(number(size, "SELECT COUNT(*) FROM \"Case\" WHERE ClosedDate < CreatedDate"))
                .isZero();
        assertThat(number(size, "SELECT COUNT(*) FROM Event WHERE EndDateTime <= StartDateTime"))
                .isZero();
        assertThat(number(size, "SELECT COUNT(*) FROM Event WHERE ActivityDate > '2026-07-15'"))
                .isPositive();
        assertThat(number(size, "SELECT COUNT(*) FROM Event WHERE ActivityDate < '2026-07-15'"))
                .isPositive();
        assertThat(number(
                        size,
                        "SELECT COUNT(*) FROM CaseComment m JOIN \"Case\" c ON c.Id = m.ParentId"
                                + " WHERE m.CreatedDate < c.CreatedDate"))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"SMALL", "MEDIUM"})
    void aConvertedLeadIsThePersonOfItsContactAndBeganItsDeal(DemoSize size) throws SQLException {
        long all = number(size, "SELECT COUNT(*) FROM Lead");
        assertThat(number(size, "SELECT COUNT(*) FROM Lead WHERE IsConverted = 1"))
                .isBetween(all / 10, all / 3);
        assertThat(number(
                        size,
                        "SELECT COUNT(*) FROM Lead WHERE IsConverted <> (Status = 'Closed - Converted')"
                                + " OR IsConverted <> (ConvertedOpportunityId IS NOT NULL)"))
                .isZero();
        assertThat(number(
                        size,
                        "SELECT COUNT(*) FROM Lead l JOIN Contact c ON c.Id = l.ConvertedContactId"
                                + " JOIN Account a ON a.Id = l.ConvertedAccountId JOIN Opportunity o ON o.Id = l.ConvertedOpportunityId"
                                + " WHERE c.Name <> l.Name OR c.AccountId <> a.Id OR o.AccountId <> a.Id OR l.Company <> a.Name"
                                + " OR l.ConvertedDate <> substr(o.CreatedDate, 1, 10) OR l.CreatedDate > o.CreatedDate"
                                + " OR l.LastModifiedDate < o.CreatedDate"))
                .isZero();
        assertThat(number(
                        size,
                        "SELECT COUNT(*) - COUNT(DISTINCT ConvertedOpportunityId) FROM Lead"
                                + " WHERE IsConverted = 1"))
                .isZero();
    }

    @Test
    void namesAndPicklistsAreSound() throws SQLException {
        assertThat(number(DemoSize.MEDIUM, "SELECT COUNT(*) - COUNT(DISTINCT Name) FROM Account"))
                .isZero();
        assertThat(number(DemoSize.MEDIUM, "SELECT COUNT(*) FROM Contact WHERE Email NOT LIKE '%@%.example'"))
                .isZero();
        assertThat(number(
                        DemoSize.MEDIUM,
                        "SELECT COUNT(*) FROM \"Case\" WHERE Product_Area__c = 'Sensors'"
                                + " AND Component__c NOT IN ('Probe', 'Cable', 'Housing')"))
                .isZero();
        assertThat(number(
                        DemoSize.MEDIUM,
                        "SELECT COUNT(*) FROM Opportunity o JOIN RecordType t ON t.Id = o.RecordTypeId"
                                + " WHERE (t.DeveloperName = 'New_Business') <> (o.Type = 'New Customer')"))
                .isZero();
        assertThat(number(DemoSize.MEDIUM, "SELECT COUNT(*) FROM Account WHERE BillingLatitude IS NULL"))
                .isZero();
    }

    @Test
    void theMediumOrgHasFiftyThousandRecords() throws SQLException, IOException {
        long all = 0;
        for (SObject object : schema(DemoSize.MEDIUM).objects()) {
            all += number(DemoSize.MEDIUM, "SELECT COUNT(*) FROM \"" + object.name() + "\"");
        }
        assertThat(all).isBetween(50_000L, 70_000L);
        assertThat(org(DemoSize.MEDIUM).org().size()).isEqualTo(DemoSize.MEDIUM);
    }

    @Test
    void aResetKeepsTheSize() throws IOException {
        TestOrg org = org(DemoSize.MEDIUM);
        int accounts = org.count("Account");
        assertThat(org.post("sobjects/Account", "{\"Name\":\"One more\"}").status())
                .isEqualTo(201);

        org.org().reset();

        assertThat(org.count("Account")).isEqualTo(accounts);
        assertThat(org.org().size()).isEqualTo(DemoSize.MEDIUM);
    }

    @Test
    void theJournalOfTheFirstDayTakesNoRoom(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("org.db");
        try (TestOrg org = TestOrg.start(file, TestOrg.MID_MONTH)) {
            assertThat(Files.size(folder.resolve("org.db-wal"))).isLessThan(Files.size(file) / 2);
            assertThat(org.count("Account")).isEqualTo(200);
        }
    }

    @Test
    void anOrgThatIsThereStaysAsItIs(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("org.db");
        TestOrg.start(file, TestOrg.MID_MONTH).close();
        try (TestOrg again = TestOrg.start(file, TestOrg.MID_MONTH, DemoSize.LARGE)) {
            assertThat(again.count("Account")).isEqualTo(200);
            assertThat(again.org().size()).isEqualTo(DemoSize.SMALL);
        }
    }

    @Test
    void indexesStandAgainOnceTheRowsAreIn() throws SQLException {
        assertThat(texts(DemoSize.SMALL, "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"))
                .contains("Contact.AccountId", "Opportunity.OwnerId", "Acme_Invoice__c.Account__c");
    }

    private static TestOrg org(DemoSize size) {
        return Objects.requireNonNull(ORGS.get(size));
    }

    private static Connection file(DemoSize size) {
        return Objects.requireNonNull(FILES.get(size));
    }

    private static Schema schema(DemoSize size) throws SQLException {
        Catalogue catalogue = new Catalogue();
        catalogue.load(file(size));
        return catalogue.schema();
    }

    private static long number(DemoSize size, String sql) throws SQLException {
        try (Statement statement = file(size).createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<String> texts(DemoSize size, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = file(size).createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
