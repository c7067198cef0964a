package dev.orgbench.demo.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Standard fields that follow from other records: amounts from products, campaigns' counts, numbers with dates. */
class StandardCalculationsTest {
    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    @Test
    void anOpportunityIsWorthItsProducts() throws IOException {
        String opportunity = make("Opportunity", """
                {"Name":"o","StageName":"Value Proposition","CloseDate":"2026-12-01","Amount":5}""");
        String entry = pricebookEntry("Pump", 250);
        String first = make("OpportunityLineItem", """
                {"OpportunityId":"%s","PricebookEntryId":"%s","Quantity":3,"UnitPrice":200}""".formatted(opportunity, entry));
        make("OpportunityLineItem", """
                {"OpportunityId":"%s","PricebookEntryId":"%s","Quantity":4,"TotalPrice":10}""".formatted(opportunity, entry));
        JsonNode item = org.query(
                        "SELECT TotalPrice, ListPrice, UnitPrice, Product2.Name, Name FROM OpportunityLineItem"
                                + " WHERE Id = '" + first + "'")
                .body()
                .at("/records/0");
        assertThat(item.path("TotalPrice").asDouble()).isEqualTo(600);
        assertThat(item.path("ListPrice").asDouble()).isEqualTo(250);
        assertThat(item.at("/Product2/Name").asText()).isEqualTo("Pump");
        assertThat(org.value("SELECT UnitPrice FROM OpportunityLineItem WHERE TotalPrice = 10")
                        .asDouble())
                .isEqualTo(2.5);
        assertThat(opportunity(opportunity)).isEqualTo("610.0 305.0 true");

        org.patch("sobjects/Opportunity/" + opportunity, "{\"Amount\":7}");
        assertThat(opportunity(opportunity)).isEqualTo("610.0 305.0 true");
        org.patch("sobjects/OpportunityLineItem/" + first, "{\"Quantity\":1}");
        assertThat(opportunity(opportunity)).isEqualTo("210.0 105.0 true");
        for (JsonNode row : org.query("SELECT Id FROM OpportunityLineItem WHERE OpportunityId = '" + opportunity + "'")
                .body()
                .path("records")) {
            org.delete("sobjects/OpportunityLineItem/" + row.path("Id").asText());
        }
        assertThat(opportunity(opportunity)).endsWith("false");
        org.patch("sobjects/Opportunity/" + opportunity, "{\"Amount\":7}");
        assertThat(opportunity(opportunity)).isEqualTo("7.0 3.5 false");
    }

    @Test
    void aCampaignCountsItsMembersAndOpportunities() throws IOException {
        String campaign = make("Campaign", "{\"Name\":\"c\"}");
        String contact =
                org.value("SELECT Id FROM Contact WHERE Email != null LIMIT 1").asText();
        String lead = org.value("SELECT Id FROM Lead LIMIT 1").asText();
        make(
                "CampaignMember",
                "{\"CampaignId\":\"%s\",\"ContactId\":\"%s\",\"Status\":\"Responded\"}".formatted(campaign, contact));
        make(
                "CampaignMember",
                "{\"CampaignId\":\"%s\",\"LeadId\":\"%s\",\"Status\":\"Sent\"}".formatted(campaign, lead));
        for (String stage : new String[] {"Closed Won", "Prospecting"}) {
            make("Opportunity", """
                    {"Name":"o","StageName":"%s","CloseDate":"2026-12-01","Amount":50,"CampaignId":"%s"}""".formatted(stage, campaign));
        }
        JsonNode row = org.query("SELECT NumberOfLeads, NumberOfContacts, NumberOfResponses, NumberOfOpportunities,"
                        + " NumberOfWonOpportunities, AmountAllOpportunities, AmountWonOpportunities FROM Campaign"
                        + " WHERE NumberOfContacts > 0 AND Id = '" + campaign + "'")
                .body()
                .at("/records/0");
        assertThat(row.properties().stream().skip(1).map(e -> e.getValue().asText()))
                .containsExactly("1", "1", "1", "2", "1", "100.0", "50.0");
        assertThat(org.count("CampaignMember WHERE CampaignId = '" + campaign + "' AND Type = 'Contact'"
                        + " AND FirstRespondedDate = TODAY AND Email != null AND LeadOrContactId = '" + contact + "'"))
                .isEqualTo(1);
    }

    @Test
    void anAutoNumberMayHoldTheDate() throws IOException {
        Reply made = org.post("tooling/sobjects/CustomField", """
                {"FullName":"Solution.Number__c","Metadata":{"type":"AutoNumber","label":"N",
                "displayFormat":"S-{YYYY}{MM}{DD}/{YY}-{000}","startingNumber":9}}""");
        assertThat(made.error()).startsWith("201");
        String id = make("Solution", "{\"SolutionName\":\"s\"}");
        assertThat(org.value("SELECT Number__c FROM Solution WHERE Id = '" + id + "'")
                        .asText())
                .isEqualTo("S-20260715/26-009");
    }

    private static String opportunity(String id) throws IOException {
        JsonNode row = org.query("SELECT Amount, ExpectedRevenue, HasOpportunityLineItem FROM Opportunity WHERE Id = '"
                        + id + "'")
                .body()
                .at("/records/0");
        return row.path("Amount").asText() + " " + row.path("ExpectedRevenue").asText() + " "
                + row.path("HasOpportunityLineItem").asText();
    }

    private static String pricebookEntry(String product, int price) throws IOException {
        String product2 = make("Product2", "{\"Name\":\"" + product + "\"}");
        String book = make("Pricebook2", "{\"Name\":\"Book\"}");
        return make("PricebookEntry", """
                {"Product2Id":"%s","Pricebook2Id":"%s","UnitPrice":%d}""".formatted(product2, book, price));
    }

    private static String make(String object, String json) throws IOException {
        Reply made = org.post("sobjects/" + object, json);
        assertThat(made.error()).startsWith("201");
        return made.id();
    }
}
