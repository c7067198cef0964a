package dev.orgbench.tools.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orgbench.ServedDemoOrg;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of a JSON type that the field cannot take, over MCP and beside what the demo org itself says. */
class ValueTypesTest {
    private static final String CREATE = "create_a_salesforce_record";
    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    private static final ServedDemoOrg served = ServedDemoOrg.start();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Contact | LastName | 5 | the number 5 is no text; write it in quotes: \"5\".",
                "Contact | LastName | true | the boolean true is no text; write it in quotes: \"true\".",
                "Contact | Description | 1.5 | the number 1.5 is no text",
                "Contact | MobilePhone | 4915112345678 | write it in quotes: \"4915112345678\".",
                "Contact | Email | false | the boolean false is no text",
                "Contact | LeadSource | 1 | the number 1 is no text",
                "Contact | AccountId | 123456789012345 | the number 123456789012345 is no text",
                "Contact | Birthdate | 20260131 | write it as 2026-01-31",
                "Campaign | IsActive | 1 | 1 is not true or false",
                "Campaign | IsActive | null | it cannot be emptied; write true or false.",
                "Account | Website | 7 | the number 7 is no text",
                "Account | NumberOfEmployees | 1.5 | 1.5 is not a whole number; write it without a fraction.",
                "Account | NumberOfEmployees | \"1.5\" | \"1.5\" is not a whole number",
                "Account | NumberOfEmployees | 1e-5 | is not a whole number",
                "Account | NumberOfEmployees | true | true is not a number",
                "Account | AnnualRevenue | true | true is not a number",
            })
    void whatSalesforceCannotReadIsRefusedWithWhatToWrite(String object, String field, String value, String told)
            throws Exception {
        String record = record(object, field, value);

        assertThat(served.refusal(CREATE, arguments(object, record))).contains("`fields." + field + "`: ", told);
        assertThatThrownBy(() -> served.post("sobjects/" + object, record)).hasMessageContaining("JSON_PARSER_ERROR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Contact | LastName | \"5\"",
                "Contact | Description | null",
                "Campaign | IsActive | \"true\"",
                "Account | NumberOfEmployees | 5.0",
                "Account | NumberOfEmployees | 1e3",
                "Account | NumberOfEmployees | \"12\"",
                "Account | NumberOfEmployees | null",
                "Account | AnnualRevenue | \"12.50\"",
                "Account | AnnualRevenue | 5",
                "Account | AnnualRevenue | 0.123456789",
            })
    void whatSalesforceReadsIsSent(String object, String field, String value) throws Exception {
        String record = record(object, field, value);

        assertThat(served.call(CREATE, arguments(object, record))
                        .path("success")
                        .asBoolean())
                .isTrue();
        assertThat(served.post("sobjects/" + object, record).path("success").asBoolean())
                .isTrue();
    }

    private static String record(String object, String field, String value) {
        String name = object.equals("Contact") ? "LastName" : "Name";
        return field.equals(name)
                ? "{\"" + field + "\":" + value + "}"
                : "{\"" + name + "\":\"A\",\"" + field + "\":" + value + "}";
    }

    private static Map<String, Object> arguments(String object, String record) throws Exception {
        @SuppressWarnings("unchecked")
        Map<String, Object> fields = JSON.readValue(record, HashMap.class);
        return Map.of("object_name", object, "fields", fields);
    }
}
