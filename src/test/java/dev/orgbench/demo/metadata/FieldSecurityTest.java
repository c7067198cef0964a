package dev.orgbench.demo.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.trouble.FaultyScenarioException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FieldSecurityTest {
    @AutoClose
    private final TestOrg org = TestOrg.inMidMonth();

    @Test
    void aNewFieldIsOpenUnlessSecurityIsStrict() throws IOException {
        create("Account.Rank__c", "\"type\":\"Text\",\"label\":\"Rank\",\"length\":20");
        assertThat(described("Account")).contains("Rank__c");
    }

    @Test
    void aFieldMadeMeanwhileIsNowhereUntilItIsGranted() throws Exception {
        strict();
        create("Account.Rank__c", "\"type\":\"Text\",\"label\":\"Rank\",\"length\":20");
        String account = org.value("SELECT Id FROM Account LIMIT 1").asText();

        assertThat(described("Account")).doesNotContain("Rank__c").contains("Industry");
        assertThat(org.query("SELECT Rank__c FROM Account LIMIT 1").error()).contains("No such column 'Rank__c'");
        assertThat(org.patch("sobjects/Account/" + account, "{\"Rank__c\":\"A\"}")
                        .error())
                .isEqualTo("400 INVALID_FIELD: No such column 'Rank__c' on sobject of type Account");
        assertThat(org.get("sobjects/Account/" + account).body().has("Rank__c")).isFalse();
        assertThat(org.toolingQuery("SELECT Id FROM CustomField WHERE DeveloperName = 'Rank'")
                        .body()
                        .path("totalSize")
                        .asInt())
                .isEqualTo(1);

        String grant = grant("Account.Rank__c", true);
        assertThat(described("Account")).contains("Rank__c");
        assertThat(org.patch("sobjects/Account/" + account, "{\"Rank__c\":\"A\"}")
                        .status())
                .isEqualTo(204);
        assertThat(org.value("SELECT Rank__c FROM Account WHERE Id = '" + account + "'")
                        .asText())
                .isEqualTo("A");

        org.delete("sobjects/FieldPermissions/" + grant);
        assertThat(org.query("SELECT Rank__c FROM Account LIMIT 1").status()).isEqualTo(400);

        org.org().play("fieldLevelSecurity: granted");
        assertThat(org.value("SELECT Rank__c FROM Account WHERE Id = '" + account + "'")
                        .asText())
                .isEqualTo("A");
    }

    @Test
    void aFieldGrantedForReadingCanNotBeWritten() throws Exception {
        strict();
        create("Account.Rank__c", "\"type\":\"Text\",\"label\":\"Rank\",\"length\":20");
        grant("account.rank__c", false);

        assertThat(org.query("SELECT Rank__c FROM Account LIMIT 1").status()).isEqualTo(200);
        assertThat(org.post("sobjects/Account", "{\"Name\":\"A\",\"Rank__c\":\"A\"}")
                        .error())
                .startsWith("400 INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create/update fields: Rank__c");
    }

    @Test
    void aFormulaShowsWhatComesOfFieldsThatItsReaderMayNotSee() throws Exception {
        strict();
        create("Account.Rank__c", "\"type\":\"Text\",\"label\":\"Rank\",\"length\":20");
        create("Account.Inner__c", "\"type\":\"Text\",\"label\":\"Inner\",\"formula\":\"UPPER(Rank__c)\"");
        create("Account.Shown__c", "\"type\":\"Text\",\"label\":\"Shown\",\"formula\":\"Inner__c & '!'\"");
        grant("Account.Shown__c", false);
        String grant = grant("Account.Rank__c", true);
        String account = org.post("sobjects/Account", "{\"Name\":\"A\",\"Rank__c\":\"low\"}")
                .id();
        org.delete("sobjects/FieldPermissions/" + grant);

        assertThat(org.query("SELECT Rank__c FROM Account LIMIT 1").status()).isEqualTo(400);
        assertThat(org.value("SELECT Shown__c FROM Account WHERE Shown__c = 'LOW!'")
                        .asText())
                .isEqualTo("LOW!");
        assertThat(org.get("sobjects/Account/" + account)
                        .body()
                        .path("Shown__c")
                        .asText())
                .isEqualTo("LOW!");
    }

    @Test
    void requiredFieldsAndEarlierOnesStayOpen() throws Exception {
        create("Account.Rank__c", "\"type\":\"Text\",\"label\":\"Rank\",\"length\":20");
        strict();
        create("Account.Code__c", "\"type\":\"Text\",\"label\":\"Code\",\"length\":20,\"required\":true");
        assertThat(described("Account")).contains("Rank__c", "Code__c");
    }

    @Test
    void aGeolocationIsHiddenWithItsParts() throws Exception {
        strict();
        create(
                "Account.Depot__c",
                "\"type\":\"Location\",\"label\":\"Depot\",\"scale\":3,\"displayLocationInDecimal\":true");
        assertThat(described("Account")).doesNotContain("Depot__c", "Depot__Latitude__s");
        grant("Account.Depot__c", true);
        assertThat(described("Account")).contains("Depot__c", "Depot__Latitude__s");
    }

    @Test
    void aDescriptionThatAClientKeptIsOldOnceAFieldIsGranted() throws Exception {
        strict();
        create("Account.Rank__c", "\"type\":\"Text\",\"label\":\"Rank\",\"length\":20");
        String tag =
                String.valueOf(org.get("sobjects/Account/describe").headers().get("ETag"));
        assertThat(org.send(org.request("sobjects/Account/describe").header("If-None-Match", tag))
                        .status())
                .isEqualTo(304);
        grant("Account.Rank__c", true);
        assertThat(org.send(org.request("sobjects/Account/describe").header("If-None-Match", tag))
                        .status())
                .isEqualTo(200);
    }

    private void strict() throws FaultyScenarioException {
        org.org().play("fieldLevelSecurity: strict");
    }

    private void create(String name, String metadata) throws IOException {
        assertThat(org.createField(name, "{" + metadata + "}").status()).isEqualTo(201);
    }

    private String grant(String field, boolean edit) throws IOException {
        String parent = org.value("SELECT Id FROM PermissionSet WHERE Name = 'API_Access'")
                .asText();
        TestOrg.Reply reply = org.post(
                "sobjects/FieldPermissions",
                "{\"ParentId\":\"" + parent + "\",\"SobjectType\":\"Account\",\"Field\":\"" + field
                        + "\",\"PermissionsRead\":true,\"PermissionsEdit\":" + edit + "}");
        assertThat(reply.status()).isEqualTo(201);
        return reply.id();
    }

    private List<String> described(String object) throws IOException {
        JsonNode fields = org.get("sobjects/" + object + "/describe").body().path("fields");
        return fields.findValuesAsText("name");
    }
}
