package dev.orgbench.orgs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrgAddressTest {
    @ParameterizedTest
    @CsvSource({
        "acme, https://acme.my.salesforce.com",
        "acme--uat, https://acme--uat.my.salesforce.com",
        "acme.my.salesforce.com, https://acme.my.salesforce.com",
        "' HTTPS://Acme.my.Salesforce.com/lightning/page/home?x=1#y ', https://acme.my.salesforce.com",
        "https://acme.lightning.force.com/lightning/o/Account/list, https://acme.my.salesforce.com",
        "acme--uat.sandbox.lightning.force.com, https://acme--uat.sandbox.my.salesforce.com",
        "acme-dev-ed.develop.lightning.force.com, https://acme-dev-ed.develop.my.salesforce.com",
        "https://acme.my.salesforce-setup.com/lightning/setup, https://acme.my.salesforce.com",
        "https://acme--c.vf.force.com/apex/x, https://acme.my.salesforce.com",
        "https://acme--uat--c.sandbox.vf.force.com, https://acme--uat.sandbox.my.salesforce.com",
        "http://127.0.0.1:7421, http://127.0.0.1:7421",
        "http://localhost:7421/services, http://localhost:7421",
        "https://na139.salesforce.com, https://na139.salesforce.com"
    })
    void aPageOfAnOrgLeadsToWhereItsApisListen(String typed, String expected) {
        assertThat(OrgAddress.read(typed)).isInstanceOfSatisfying(OrgAddress.Good.class, good -> assertThat(good.uri())
                .hasToString(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | Type the org's address",
                "http://acme.my.salesforce.com | begins with https://",
                "ftp://acme.my.salesforce.com | begins with https://",
                "login.salesforce.com | login page",
                "https://test.salesforce.com/?un=x | login page",
                "https://evil.example | does not live at evil.example",
                "https://my.salesforce.com.evil.example | does not live at",
                "https://acme.my.salesforce.com@evil.example | not an address",
                "https://a b | not an address",
                "http:// | not an address",
                "😀 | not an address",
                "شركة | not an address",
                "-- | not an address"
            })
    void whatIsNoOrgIsToldWhy(String typed, String why) {
        assertThat(OrgAddress.read(typed)).isInstanceOfSatisfying(OrgAddress.Bad.class, bad -> assertThat(bad.why())
                .contains(why));
    }
}
