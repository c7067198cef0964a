package dev.orgbench.demo.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Validation rules: made through the Tooling API, and what they do to records. */
class ValidationRuleTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RULES = "tooling/sobjects/ValidationRule";

    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    @Test
    void aRuleHoldsARecordBackAndLeavesNothingBehind() throws IOException {
        String rule = made(
                "Account.No_Tiny_Revenue", "AND(AnnualRevenue < 100, NOT(ISBLANK(AnnualRevenue)))", "AnnualRevenue");
        Reply refused = org.post("sobjects/Account", "{\"Name\":\"Held back\",\"AnnualRevenue\":5}");
        assertThat(refused.error()).isEqualTo("400 FIELD_CUSTOM_VALIDATION_EXCEPTION: No_Tiny_Revenue is broken");
        assertThat(refused.body().at("/0/fields/0").asText()).isEqualTo("AnnualRevenue");
        assertThat(org.count("Account WHERE Name = 'Held back'")).isZero();

        String id = org.post("sobjects/Account", "{\"Name\":\"Let through\",\"AnnualRevenue\":500}")
                .id();
        assertThat(org.patch("sobjects/Account/" + id, "{\"AnnualRevenue\":1,\"Name\":\"Changed\"}")
                        .status())
                .isEqualTo(400);
        assertThat(org.value("SELECT Name FROM Account WHERE Id = '" + id + "'").asText())
                .isEqualTo("Let through");

        assertThat(org.patch(RULES + "/" + rule, body(null, false, "AnnualRevenue < 100", null))
                        .status())
                .isEqualTo(204);
        assertThat(org.patch("sobjects/Account/" + id, "{\"AnnualRevenue\":1}").status())
                .isEqualTo(204);
        assertThat(org.delete(RULES + "/" + rule).status()).isEqualTo(204);
        assertThat(org.get(RULES + "/" + rule).status()).isEqualTo(404);
    }

    @Test
    void theSampleHasARuleThatHoldsAndOneThatIsSwitchedOff() throws IOException {
        String invoice = org.value("SELECT Id FROM Acme_Invoice__c WHERE Status__c = 'Cancelled' LIMIT 1")
                .asText();
        assertThat(org.patch("sobjects/Acme_Invoice__c/" + invoice, "{\"Paid__c\":true}")
                        .error())
                .isEqualTo("400 FIELD_CUSTOM_VALIDATION_EXCEPTION: A cancelled invoice can not be paid.");
        assertThat(org.post(
                                "sobjects/Opportunity",
                                "{\"Name\":\"o\",\"StageName\":\"Negotiation/Review\",\"CloseDate\":\"2026-12-01\"}")
                        .status())
                .isEqualTo(201);
        assertThat(org.toolingQuery("SELECT Id FROM ValidationRule WHERE Active = false")
                        .body()
                        .path("totalSize")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void allBrokenRulesAreTold() throws IOException {
        String one = made("Product2.One", "Name = \"bad\"", null);
        String two = made("Product2.Two", "REGEX(Name, \"b.d\")", "Name");
        Reply refused = org.post("sobjects/Product2", "{\"Name\":\"bad\"}");
        assertThat(refused.body().findValuesAsText("message")).containsExactly("One is broken", "Two is broken");
        assertThat(refused.body().path(0).has("fields")).isFalse();
        org.delete(RULES + "/" + one);
        org.delete(RULES + "/" + two);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ISNEW()                                    | true  | false | false",
                "ISCHANGED(Phone)                           | false | true  | false",
                "PRIORVALUE(Phone) = \"1\" && Phone = \"2\" | false | true  | false",
                "ISCHANGED(Rating) && !ISNEW()              | false | false | true",
                "ISPICKVAL(PRIORVALUE(Rating), \"Hot\") && NOT(ISPICKVAL(Rating, \"Hot\")) | false | false | true",
                "$User.Id = \"x\"                           | false | false | false",
            })
    void aRuleKnowsWhatTheRecordWas(String formula, boolean onCreate, boolean onPhone, boolean onRating)
            throws IOException {
        String rule = made("Account.Change", formula, null);
        assertThat(org.post("sobjects/Account", "{\"Name\":\"x\",\"Phone\":\"1\"}")
                                .status()
                        == 400)
                .isEqualTo(onCreate);
        org.delete(RULES + "/" + rule);
        String id = org.post("sobjects/Account", "{\"Name\":\"x\",\"Phone\":\"1\",\"Rating\":\"Hot\"}")
                .id();
        rule = made("Account.Change", formula, null);
        String path = "sobjects/Account/" + id;
        assertThat(org.patch(path, "{\"Phone\":\"2\"}").status() == 400).isEqualTo(onPhone);
        assertThat(org.patch(path, "{\"Rating\":\"Cold\"}").status() == 400).isEqualTo(onRating);
        org.delete(RULES + "/" + rule);
    }

    @Test
    void rulesAreToolingRecords() throws IOException {
        String rule = made("Contact.Has_Email", "ISBLANK(Email) && ISCHANGED(Email)", "Email");
        Reply found =
                org.toolingQuery("SELECT Id, ValidationName, Active, ErrorMessage, EntityDefinition.QualifiedApiName,"
                        + " Metadata, FullName FROM ValidationRule WHERE ValidationName = 'Has_Email'");
        assertThat(found.body().at("/records/0/FullName").asText()).isEqualTo("Contact.Has_Email");
        assertThat(found.body()
                        .at("/records/0/EntityDefinition/QualifiedApiName")
                        .asText())
                .isEqualTo("Contact");
        assertThat(found.body().at("/records/0/Metadata/errorConditionFormula").asText())
                .startsWith("ISBLANK");
        assertThat(rule).startsWith("03d");
        org.delete(RULES + "/" + rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Account.X    | LEN(Name)   |      | FIELD_INTEGRITY_EXCEPTION: Formula result is data type (Number), incompatible with expected data type (true or false).",
                "Account.X    | Nope__c = 1 |      | FIELD_INTEGRITY_EXCEPTION: Field Nope__c does not exist. Check spelling.",
                "Account.X    | TRUE        | Nope | FIELD_INTEGRITY_EXCEPTION: Invalid 'errorDisplayField' for a ValidationRule: no field Nope on Account",
                "Account.X__Y | TRUE        |      | FIELD_INTEGRITY_EXCEPTION: The Validation Rule Name field can only contain",
                "Nope.X       | TRUE        |      | FIELD_INTEGRITY_EXCEPTION: Invalid fullName 'Nope.X'",
                "X            | TRUE        |      | FIELD_INTEGRITY_EXCEPTION: Invalid fullName 'X'",
                "Account.X    | ISCHANGED(1) |     | FIELD_INTEGRITY_EXCEPTION: Incorrect parameter for function 'ISCHANGED()'",
            })
    void refusesABadRule(String fullName, String formula, @Nullable String field, String error) throws IOException {
        assertThat(org.post(RULES, body(fullName, true, formula, field)).error())
                .startsWith("400 " + error);
    }

    @Test
    void aFieldThatARuleReadsStays() throws IOException {
        String field = org.post("tooling/sobjects/CustomField", """
                {"FullName":"Lead.Score__c","Metadata":{"type":"Number","label":"Score","precision":3,"scale":0}}""").id();
        String rule = made("Lead.Score_Is_Small", "Score__c > 100", null);
        assertThat(org.delete("tooling/sobjects/CustomField/" + field).error())
                .isEqualTo("400 DEPENDENCY_EXISTS: This custom field is referenced elsewhere in salesforce.com. : "
                        + "Validation Rule - Lead.Score_Is_Small");
        org.delete(RULES + "/" + rule);
        assertThat(org.delete("tooling/sobjects/CustomField/" + field).status()).isEqualTo(204);
    }

    @Test
    void anExpressionWithoutEndEndsTheRuleNotTheOrg() throws IOException {
        String rule = made("Solution.Slow", "REGEX(SolutionName, \"(a+)+b\")", null);
        assertThat(org.post("sobjects/Solution", "{\"SolutionName\":\"" + "a".repeat(60) + "\"}")
                        .status())
                .isEqualTo(201);
        org.delete(RULES + "/" + rule);
    }

    private static String made(String fullName, String formula, @Nullable String field) throws IOException {
        Reply reply = org.post(RULES, body(fullName, true, formula, field));
        assertThat(reply.error()).startsWith("201");
        return reply.id();
    }

    private static String body(@Nullable String fullName, boolean active, String formula, @Nullable String field) {
        ObjectNode body = JSON.createObjectNode();
        String name = fullName == null ? "" : fullName.substring(fullName.indexOf('.') + 1);
        if (fullName != null) {
            body.put("FullName", fullName);
        }
        ObjectNode metadata = body.putObject("Metadata");
        metadata.put("active", active).put("errorConditionFormula", formula).put("errorMessage", name + " is broken");
        metadata.put("errorDisplayField", field);
        return body.toString();
    }
}
