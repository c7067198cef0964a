package dev.orgbench.demo.formula;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Formula fields and roll-up summaries as clients of the REST and Tooling APIs see them. */
class CalculatedFieldsTest {
    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    private static Formulas formulas;

    @BeforeAll
    static void start() throws IOException {
        formulas = new Formulas(org);
    }

    @Test
    void aFormulaIsSelectedFilteredSortedAndGroupedLikeAnyField() throws IOException {
        make("Acme_Invoice__c.Net__c", "Currency", "Amount__c / 1.2");
        make("Acme_Invoice__c.Late__c", "Checkbox", "AND(NOT(Paid__c), Due_Date__c < TODAY())");
        make("Acme_Invoice__c.City__c", "Text", "UPPER(Account__r.BillingCity)");

        JsonNode row = org.query(
                        "SELECT Amount__c, Net__c, Late__c, City__c, Account__r.BillingCity FROM Acme_Invoice__c"
                                + " WHERE Net__c > 1000 AND City__c != null ORDER BY Net__c DESC LIMIT 1")
                .body()
                .path("records")
                .path(0);
        assertThat(row.path("Net__c").asDouble())
                .isBetween(
                        row.path("Amount__c").asDouble() / 1.2 - 0.0001,
                        row.path("Amount__c").asDouble() / 1.2 + 0.0001);
        assertThat(row.path("City__c").asText())
                .isEqualToIgnoringCase(row.at("/Account__r/BillingCity").asText());
        assertThat(org.count("Acme_Invoice__c WHERE Late__c = true"))
                .isEqualTo(org.count("Acme_Invoice__c WHERE Paid__c = false AND Due_Date__c < TODAY"))
                .isPositive();
        assertThat(org.query("SELECT Late__c, COUNT(Id) n, SUM(Net__c) s FROM Acme_Invoice__c GROUP BY Late__c")
                        .body()
                        .path("totalSize")
                        .asInt())
                .isEqualTo(2);
        assertThat(org.query("SELECT COUNT(Id) FROM Acme_Invoice__c GROUP BY City__c")
                        .error())
                .contains("field 'City__c' can not be grouped in a query call");
        assertThat(org.query("SELECT Name, (SELECT Net__c FROM Invoices__r WHERE Net__c > 0) FROM Account LIMIT 2")
                        .status())
                .isEqualTo(200);
        assertThat(org.query("SELECT FIELDS(ALL) FROM Acme_Invoice__c LIMIT 1")
                        .body()
                        .at("/records/0")
                        .has("Net__c"))
                .isTrue();
    }

    @Test
    void describesAFormulaAndRefusesToWriteIt() throws IOException {
        make("Account.Staff__c", "Number", "NumberOfEmployees * 2");
        JsonNode field = field("Account", "Staff__c");
        assertThat(field.path("calculated").asBoolean()).isTrue();
        assertThat(field.path("calculatedFormula").asText()).isEqualTo("NumberOfEmployees * 2");
        assertThat(field.path("createable").asBoolean()).isFalse();
        assertThat(field.path("updateable").asBoolean()).isFalse();
        assertThat(field.path("precision").asInt()).isEqualTo(18);
        assertThat(field.path("formulaTreatNullNumberAsZero").asBoolean()).isFalse();
        assertThat(org.post("sobjects/Account", "{\"Name\":\"x\",\"Staff__c\":1}")
                        .error())
                .startsWith("400 INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create/update fields: Staff__c.");
        assertThat(org.toolingQuery("SELECT IsCalculated FROM FieldDefinition WHERE QualifiedApiName = 'Staff__c'"
                                + " AND EntityDefinitionId = 'Account'")
                        .body()
                        .at("/records/0/IsCalculated")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aBlankNumberIsZeroWhereTheFormulaSaysSo() throws IOException {
        String id = org.post("sobjects/Account", "{\"Name\":\"Blank\"}").id();
        ObjectNode zero =
                Formulas.metadata("Number", "NumberOfEmployees + 1").put("formulaTreatBlanksAs", "BlankAsZero");
        ObjectNode blank = Formulas.metadata("Number", "NumberOfEmployees + 1");
        assertThat(formulas.value("Account", id, zero).asDouble()).isEqualTo(1);
        assertThat(formulas.value("Account", id, blank).isNull()).isTrue();
    }

    @Test
    void formulasUseFormulasButNotThemselves() throws IOException {
        make("Contact.First__c", "Percent", "0.333333");
        make("Contact.Second__c", "Number", "First__c * 3");
        assertThat(org.value("SELECT Second__c FROM Contact LIMIT 1").asDouble())
                .isEqualTo(1.0);

        Reply first = org.toolingQuery("SELECT Id FROM CustomField WHERE DeveloperName = 'First'");
        String path = "tooling/sobjects/CustomField/"
                + first.body().at("/records/0/Id").asText();
        ObjectNode circle = Formulas.JSON.createObjectNode();
        circle.set("Metadata", Formulas.metadata("Percent", "Second__c + 1"));
        assertThat(org.patch(path, circle.toString()).error())
                .startsWith("400 FIELD_INTEGRITY_EXCEPTION: Formula contains a circular reference");
        assertThat(org.delete(path).error())
                .startsWith("400 DEPENDENCY_EXISTS: This custom field is referenced elsewhere in salesforce.com. : "
                        + "Custom Field - Contact.Second__c");
        assertThat(org.value("SELECT Second__c FROM Contact LIMIT 1").asDouble())
                .isEqualTo(1.0);
    }

    @Test
    void aFormulaThatIsNotServedIsKeptAsTextAndSaysSo() throws IOException {
        Reply made = formulas.make("Account.Link__c", Formulas.metadata("Text", "URLFOR(\"x\") & Name"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().at("/warnings/0/message").asText())
                .isEqualTo("URLFOR() is not worked out by this demo org; the formula is kept and its value is null");
        assertThat(org.value("SELECT Link__c FROM Account LIMIT 1").isNull()).isTrue();
        assertThat(field("Account", "Link__c").path("calculatedFormula").asText())
                .isEqualTo("URLFOR(\"x\") & Name");
    }

    @Test
    void refusesWhatIsNoFormula() throws IOException {
        assertThat(formulas.make("Account.Bad__c", Formulas.metadata("Number", "LEN("))
                        .error())
                .isEqualTo("400 FIELD_INTEGRITY_EXCEPTION: Syntax error. Found end of formula");
        assertThat(formulas.make("Account.Bad__c", Formulas.metadata("Phone", "Name"))
                        .error())
                .startsWith("400 FIELD_INTEGRITY_EXCEPTION: Invalid 'formula' for a CustomField of type Phone");
        assertThat(formulas.make(
                                "Account.Bad__c",
                                Formulas.metadata("Text", "Name").put("unique", true))
                        .error())
                .startsWith("400 FIELD_INTEGRITY_EXCEPTION: Invalid 'unique'");
        assertThat(formulas.make("Account.Bad__c", Formulas.metadata("Number", "1" + "+1".repeat(1900)))
                        .error())
                .isEqualTo("400 FIELD_INTEGRITY_EXCEPTION: Syntax error. The formula is nested too deeply");
        assertThat(formulas.make(
                                "Account.Bad__c",
                                Formulas.metadata("Text", "Parent.Name" + " & Parent.Name".repeat(270)))
                        .error())
                .startsWith("400 FIELD_INTEGRITY_EXCEPTION: Compiled formula is too big to execute (");
        assertThat(formulas.make("Account.Bad__c", Formulas.metadata("Number", "(".repeat(1000)))
                        .error())
                .startsWith("400 FIELD_INTEGRITY_EXCEPTION: Syntax error");
        assertThat(formulas.make("Account.Bad__c", Formulas.metadata("Text", "Name & \"" + "x".repeat(4000) + "\""))
                        .error())
                .startsWith("400 FIELD_INTEGRITY_EXCEPTION: Formula is too long (4,009 characters).");
        assertThat(org.query("SELECT Bad__c FROM Account").error()).startsWith("400 INVALID_FIELD");
    }

    private static void make(String name, String type, String formula) throws IOException {
        assertThat(formulas.make(name, Formulas.metadata(type, formula)).error())
                .startsWith("201");
    }

    private static JsonNode field(String object, String name) throws IOException {
        for (JsonNode field : org.get("sobjects/" + object + "/describe").body().path("fields")) {
            if (field.path("name").asText().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("No field " + name);
    }
}
