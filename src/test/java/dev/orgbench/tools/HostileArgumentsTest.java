package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments that no sane client sends: the answer stays short and clear, and nothing reaches the org. */
@Timeout(30)
class HostileArgumentsTest {
    private static final String CREATE = "create_a_salesforce_record";
    private static final String HUGE = "x".repeat(3_000_000);

    private FakeOrg org;

    @BeforeEach
    void start() throws IOException {
        org = FakeOrg.start();
        org.object(
                "Contact",
                "Contact",
                "LastName string required length=80",
                "LeadSource picklist values=Web,Other",
                "Level__c picklist restricted values="
                        + IntStream.range(0, 1_000).mapToObj(i -> "V" + i).collect(Collectors.joining(",")),
                "AccountId reference to=Account",
                "Birthdate date",
                "Score__c double");
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LeadSource", "Level__c", "AccountId", "Birthdate", "Score__c", "LastName", "Nope__c"})
    void aHugeValueIsNotRepeatedWhole(String field) {
        assertThat(refused("{\"object_name\":\"Contact\",\"fields\":{\"LastName\":\"Smith\",\"" + field + "\":\"" + HUGE
                        + "\"}}"))
                .contains("fields." + field)
                .hasSizeLessThan(2_000);
    }

    @ParameterizedTest
    @CsvSource({
        "1e999999999, at most 2000",
        "1e20, at most 2000",
        "18446744073709551617, at most 2000",
        // Its low 64 bits are those of 1.
        "1.8446744073709551617e19, at most 2000",
        "2000.5, of type integer",
        "0, at least 1",
        "-1, at least 1",
        "-1e999999999, at least 1",
        "-1.8446744073709551615e19, at least 1",
        "1e-999999999, of type integer",
    })
    void aNumberThatIsTooLargeOrTooSmallIsToldItsBound(String limit, String told) {
        assertThat(org.failure("list_all_salesforce_objects", "{\"limit\":" + limit + "}")
                        .text())
                .contains("`limit`", told);
        assertThat(org.requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2e3", "2000.0", "1000"})
    void aNumberWithinItsBoundsPassesHoweverItIsWritten(String limit) {
        org.success("list_all_salesforce_objects", "{\"limit\":" + limit + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1E+999999999", "-1E+999999999", "1E-999999999", "12345678901234567.891", "18446744073709551617"
            })
    void aNumberWithinARecordReachesTheOrgDigitForDigit(String score) {
        org.on("POST {api}/sobjects/Contact", 201, "{\"id\":\"0035e000002AbcdAAA\",\"success\":true,\"errors\":[]}");
        org.success(CREATE, "{\"object_name\":\"Contact\",\"fields\":{\"LastName\":\"A\",\"Score__c\":" + score + "}}");
        assertThat(org.writes()).singleElement().asString().endsWith("\"Score__c\":" + score + "}");
    }

    @Test
    void aHugeNameOfAnObjectIsNotRepeatedWhole() {
        assertThat(refused("{\"object_name\":\"" + "x".repeat(10_000) + "\",\"LastName\":\"Smith\"}"))
                .contains("The org has no object xxx", "10000 characters")
                .hasSizeLessThan(1_000);
    }

    @Test
    void ofManyChoicesTheFirstAreNamed() {
        assertThat(refused("{\"object_name\":\"Contact\",\"LastName\":\"Smith\",\"Level__c\":\"none\"}"))
                .contains("V0, V1, V2", "and 900 more");
    }

    @Test
    void whatSalesforceRepeatsWholeIsCut() {
        org.on(
                "POST {api}/sobjects/Contact",
                400,
                "[{\"errorCode\":\"STRING_TOO_LONG\",\"message\":\"" + HUGE + "\"}]");
        assertThat(refused("{\"object_name\":\"Contact\",\"LastName\":\"Smith\"}"))
                .contains("STRING_TOO_LONG", "3000000 characters", "Try: Shorten")
                .hasSizeLessThan(6_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"object_name\":\"Contact\",\"LastName\":\"half \\ud83d\"}",
                "{\"object_name\":\"Contact\",\"fields\":{\"LastName\":\"\\ude00 half\"}}"
            })
    void halfACharacterIsRefusedInsteadOfStoredAsAnother(String arguments) {
        assertThat(refused(arguments)).contains("LastName` holds half a character");
        assertThat(org.writes()).isEmpty();
    }

    @Test
    void wholeCharactersOfTwoHalvesPass() {
        org.on("POST {api}/sobjects/Contact", 201, "{\"id\":\"0035e000002AbcdAAA\",\"success\":true,\"errors\":[]}");
        org.success(CREATE, "{\"object_name\":\"Contact\",\"LastName\":\"\\ud83d\\ude00\"}");
        assertThat(org.writes()).singleElement().asString().contains("\ud83d\ude00");
    }

    @Test
    void aQueryLongerThanTheOrgTakesIsToldAsSuch() {
        org.on("GET {api}/query SELECT LastName FROM Contact", 414, "<h1>URI Too Long</h1>");
        assertThat(org.failure("list_all_salesforce_query", "{\"q\":\"SELECT LastName FROM Contact\"}")
                        .text())
                .contains("takes no request of this length", "Make the query shorter")
                .doesNotContain("proxy");
    }

    private String refused(String arguments) {
        return org.failure(CREATE, arguments).text();
    }
}
