package dev.orgbench.demo.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordErrorsTest {
    private static final String SECURITY =
            ". Please check the security settings of this field and verify that it is read/write for your profile or"
                    + " permission set.";

    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    static Stream<Arguments> badRecords() {
        return Stream.of(
                bad("Contact", "{}", "REQUIRED_FIELD_MISSING: Required fields are missing: [LastName]", "LastName"),
                bad(
                        "Opportunity",
                        "{\"Amount\":1}",
                        "REQUIRED_FIELD_MISSING: Required fields are missing: [Name, StageName, CloseDate]",
                        "Name,StageName,CloseDate"),
                bad(
                        "Contact",
                        "{\"LastName\":\" \"}",
                        "REQUIRED_FIELD_MISSING: Required fields are missing: [LastName]",
                        "LastName"),
                bad("Account", "{\"Nam\":\"x\"}", "INVALID_FIELD: No such column 'Nam' on sobject of type Account", ""),
                bad(
                        "Account",
                        "{\"Name\":\"x\",\"CreatedDate\":\"2020-01-01T00:00:00Z\",\"IsDeleted\":true}",
                        "INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create/update fields: CreatedDate, IsDeleted"
                                + SECURITY,
                        "CreatedDate,IsDeleted"),
                bad(
                        "Account",
                        "{\"Name\":\"x\",\"Id\":\"001\"}",
                        "INVALID_FIELD_FOR_INSERT_UPDATE: cannot specify Id in an insert call",
                        "Id"),
                bad(
                        "Account",
                        "{\"Name\":\"x\",\"BillingCity\":\"" + "y".repeat(41) + "\"}",
                        "STRING_TOO_LONG: Billing City: data value too large: " + "y".repeat(41) + " (max length=40)",
                        "BillingCity"),
                bad(
                        "Feature_Request__c",
                        "{\"Status__c\":\"Maybe\"}",
                        "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: Status: bad value for restricted picklist field: Maybe",
                        "Status__c"),
                bad(
                        "Account",
                        "{\"Name\":\"x\",\"CleanStatus\":\"Not Compared\"}",
                        "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: Clean Status: bad value for restricted picklist field: Not Compared",
                        "CleanStatus"),
                bad(
                        "Account",
                        "{\"Name\":5}",
                        "JSON_PARSER_ERROR: Cannot deserialize instance of string from VALUE_NUMBER_INT value 5 or request"
                                + " may be missing a required field at [line:1, column:9]",
                        ""),
                bad(
                        "Account",
                        "{\"Name\":\"x\",\"AnnualRevenue\":1e9999999999}",
                        "JSON_PARSER_ERROR: A number is out of all range",
                        ""),
                bad(
                        "Account",
                        "{\"Name\":\"x\",\"AnnualRevenue\":NaN}",
                        "JSON_PARSER_ERROR: Unexpected token at [line:1, column:32]",
                        ""),
                bad(
                        "Account",
                        "{\"Name\":\"x\",\n\"NumberOfEmployees\":\"many\"}",
                        "JSON_PARSER_ERROR: Cannot deserialize instance of int from VALUE_STRING value many or request may be"
                                + " missing a required field at [line:2, column:21]",
                        ""),
                bad(
                        "Task",
                        "{\"ActivityDate\":\"2026-02-30\"}",
                        "JSON_PARSER_ERROR: Cannot deserialize instance of date from VALUE_STRING value 2026-02-30 or request"
                                + " may be missing a required field at [line:1, column:17]",
                        ""),
                bad(
                        "Task",
                        "{\"ActivityDate\":\"+12026-02-20\"}",
                        "JSON_PARSER_ERROR: Cannot deserialize instance of date from VALUE_STRING value +12026-02-20 or request"
                                + " may be missing a required field at [line:1, column:17]",
                        ""),
                bad(
                        "Task",
                        "{\"ActivityDate\":\"1699-12-31\"}",
                        "JSON_PARSER_ERROR: Cannot deserialize instance of date from VALUE_STRING value 1699-12-31 or request"
                                + " may be missing a required field at [line:1, column:17]",
                        ""),
                bad(
                        "Task",
                        "{\"IsReminderSet\":\"yes\"}",
                        "JSON_PARSER_ERROR: Cannot deserialize instance of boolean from VALUE_STRING value yes or request may"
                                + " be missing a required field at [line:1, column:18]",
                        ""),
                bad(
                        "Task",
                        "{\"WhatId\":{\"a\":1}}",
                        "JSON_PARSER_ERROR: Cannot deserialize instance of reference from START_OBJECT value { or request may"
                                + " be missing a required field at [line:1, column:11]",
                        ""),
                bad(
                        "Contact",
                        "{\"LastName\":\"x\",\"AccountId\":\"0035g000000HfDEAA0\"}",
                        "MALFORMED_ID: Account ID: id value of incorrect type: 0035g000000HfDEAA0",
                        "AccountId"),
                bad(
                        "Contact",
                        "{\"LastName\":\"x\",\"AccountId\":\"oops\"}",
                        "MALFORMED_ID: Account ID: id value of incorrect type: oops",
                        "AccountId"),
                bad(
                        "Contact",
                        "{\"LastName\":\"x\",\"AccountId\":\"0015g00000zzzzz\"}",
                        "INVALID_CROSS_REFERENCE_KEY: invalid cross reference id",
                        "AccountId"),
                bad(
                        "Contact",
                        "{\"LastName\":\"x\",\"Email\":\"nobody\"}",
                        "INVALID_EMAIL_ADDRESS: Email: invalid email address: nobody",
                        "Email"),
                bad(
                        "Opportunity",
                        "{\"Name\":\"x\",\"StageName\":\"y\",\"CloseDate\":\"2026-01-01\",\"Amount\":12345678901234567.5}",
                        "NUMBER_OUTSIDE_VALID_RANGE: Amount: value outside of valid range on numeric field: 12345678901234567.5",
                        "Amount"),
                bad(
                        "Account",
                        "{\"Name\":\"x\",\"AnnualRevenue\":1e999999999}",
                        "NUMBER_OUTSIDE_VALID_RANGE: Annual Revenue: value outside of valid range on numeric field: 1E+999999999",
                        "AnnualRevenue"),
                bad(
                        "Account",
                        "{\"Name\":\"x\",\"NumberOfEmployees\":\"1e2147483647\"}",
                        "NUMBER_OUTSIDE_VALID_RANGE: Employees: value outside of valid range on numeric field: 1E+2147483647",
                        "NumberOfEmployees"),
                bad(
                        "Account",
                        "{\"Name\":\"x\",\"NumberOfEmployees\":1e-999999999}",
                        "JSON_PARSER_ERROR: Cannot deserialize instance of int from VALUE_NUMBER_FLOAT value 1E-999999999 or"
                                + " request may be missing a required field at [line:1, column:33]",
                        ""),
                bad(
                        "Account",
                        "{\"Name\":\"x\",\"NumberOfEmployees\":123456789}",
                        "NUMBER_OUTSIDE_VALID_RANGE: Employees: value outside of valid range on numeric field: 123456789",
                        "NumberOfEmployees"),
                bad(
                        "Acme_Invoice__c",
                        "{\"External_Id__c\":\"bill-70003\",\"Account__c\":\"0015g000000HfDE\"}",
                        "DUPLICATE_VALUE: duplicate value found: External_Id__c duplicates value on record with id: a015g000000HfDH",
                        ""),
                bad(
                        "Organization",
                        "{\"Name\":\"x\"}",
                        "INVALID_TYPE_FOR_OPERATION: entity type Organization does not support create",
                        ""),
                bad(
                        "Account",
                        "",
                        "JSON_PARSER_ERROR: The HTTP entity body is required, but this request has no entity body.",
                        ""),
                bad(
                        "Account",
                        "{x:1}",
                        "JSON_PARSER_ERROR: Unexpected character ('x' (code 120)): was expecting double-quote to start field"
                                + " name at [line:1, column:2]",
                        ""));
    }

    @ParameterizedTest
    @MethodSource("badRecords")
    void refusesABadRecord(String object, String body, String error, String fields) throws IOException {
        Reply reply = org.post("sobjects/" + object, body);

        assertThat(reply.error()).isEqualTo("400 " + error);
        if (fields.isEmpty()) {
            assertThat(reply.body().path(0).has("fields")).isFalse();
        } else {
            assertThat(reply.body().path(0).path("fields").toString())
                    .isEqualTo("[\"" + fields.replace(",", "\",\"") + "\"]");
        }
    }

    @Test
    void refusesOtherShapesThanARecord() throws IOException {
        for (String body : new String[] {"[]", "5", "\"x\"", "{\"Name\":\"x\"} {}", "{\"Name\":\"x\"", "null"}) {
            assertThat(org.post("sobjects/Account", body).error()).as(body).startsWith("400 JSON_PARSER_ERROR");
        }
    }

    @Test
    void refusesABadChangeAndKeepsTheRecord() throws IOException {
        String id = org.post("sobjects/Account", "{\"Name\":\"Steady\"}").id();
        String path = "sobjects/Account/" + id;

        assertThat(org.patch(path, "{\"Name\":null}").error())
                .isEqualTo("400 REQUIRED_FIELD_MISSING: Required fields are missing: [Name]");
        assertThat(org.patch(path, "{\"Name\":\"Other\",\"Sic\":\"" + "9".repeat(21) + "\"}")
                        .error())
                .startsWith("400 STRING_TOO_LONG");
        assertThat(org.patch(path, "{\"Id\":\"" + id + "\"}").error())
                .isEqualTo("400 INVALID_FIELD: The Id field should not be specified in the sobject data.");
        assertThat(org.patch(path, "{\"CreatedById\":\"005\"}").error())
                .startsWith("400 INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThat(org.get(path).body().path("Name").asText()).isEqualTo("Steady");
    }

    @Test
    void refusesAReferenceToADeletedRecord() throws IOException {
        String id = org.post("sobjects/Account", "{\"Name\":\"Gone\"}").id();
        org.delete("sobjects/Account/" + id);
        assertThat(org.post("sobjects/Contact", "{\"LastName\":\"x\",\"AccountId\":\"" + id + "\"}")
                        .error())
                .isEqualTo("400 ENTITY_IS_DELETED: entity is deleted");
    }

    @Test
    void letsAnOpenPicklistTakeAnyValue() throws IOException {
        assertThat(org.post("sobjects/Case", "{\"Status\":\"On the moon\"}").status())
                .isEqualTo(201);
    }

    @Test
    void refusesUnknownFieldsOfARow() throws IOException {
        String id = org.value("SELECT Id FROM Account LIMIT 1").asText();
        assertThat(org.get("sobjects/Account/" + id + "?fields=Name,Nope").error())
                .isEqualTo("400 INVALID_FIELD: No such column 'Nope' on sobject of type Account");
        assertThat(org.get("sobjects/Account/" + id + "?fields=Name';DROP").status())
                .isEqualTo(400);
    }

    private static Arguments bad(String object, String body, String error, String fields) {
        return Arguments.of(object, body, error, fields);
    }
}
