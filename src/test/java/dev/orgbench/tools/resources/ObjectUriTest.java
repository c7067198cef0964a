package dev.orgbench.tools.resources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectUriTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            demo,       Account,            salesforce://demo/sobject/Account
            acme-eu_2,  acme__Invoice__c,   salesforce://acme-eu_2/sobject/acme__Invoice__c
            a b/c,      x?y#z%,             salesforce://a%20b%2Fc/sobject/x%3Fy%23z%25
            büro 🎉,    a+b*c~d,            salesforce://b%C3%BCro%20%F0%9F%8E%89/sobject/a%2Bb%2Ac~d
            '{name}',   '{org}',            salesforce://%7Bname%7D/sobject/%7Borg%7D
            """)
    void isWrittenAndReadPercentEncoded(String org, String object, String uri) {
        assertThat(new ObjectUri(org, object)).hasToString(uri);
        assertThat(ObjectUri.parse(uri)).contains(new ObjectUri(org, object));
    }

    @Test
    void isReadAsOthersMayWriteIt() {
        assertThat(ObjectUri.parse("SALESFORCE://demo/sobject/%41ccount")).contains(new ObjectUri("demo", "Account"));
        assertThat(ObjectUri.parse("salesforce://demo/sobject/a+b")).contains(new ObjectUri("demo", "a+b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Account",
                "https://demo/sobject/Account",
                "salesforce:demo/sobject/Account",
                "salesforce:///sobject/Account",
                "salesforce://demo/sobject/",
                "salesforce://demo/sobject/Account/",
                "salesforce://demo/sobject/Account/describe",
                "salesforce://demo/sobject/Account?x=1",
                "salesforce://demo/sobject/Account#x",
                "salesforce://demo/sobjects/Account",
                "salesforce://demo/sobject/%zz",
                "salesforce://demo/sobject/%4",
                " salesforce://demo/sobject/Account"
            })
    void anythingElseIsNone(String uri) {
        assertThat(ObjectUri.parse(uri)).isEmpty();
    }

    @Test
    void aUriOfMegabytesIsNone() {
        assertThat(ObjectUri.parse("salesforce://demo/sobject/" + "A".repeat(5_000_000)))
                .isEmpty();
    }
}
