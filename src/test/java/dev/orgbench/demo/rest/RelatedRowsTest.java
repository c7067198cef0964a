package dev.orgbench.demo.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows reached from others, lists of recent ones, and what an object looks like. */
class RelatedRowsTest {
    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    private static String account;
    private static String contact;

    @BeforeAll
    static void start() throws IOException {
        account = org.post("sobjects/Account", "{\"Name\":\"Parent\"}").id();
        contact = org.post("sobjects/Contact", "{\"LastName\":\"Child\",\"AccountId\":\"" + account + "\"}")
                .id();
    }

    @Test
    void readsAndChangesAParent() throws IOException {
        JsonNode parent =
                org.get("sobjects/Contact/" + contact + "/Account?fields=Name").body();
        assertThat(parent.toString())
                .isEqualTo("{\"attributes\":{\"type\":\"Account\",\"url\":\"/services/data/v67.0/sobjects/Account/"
                        + account + "\"},\"Name\":\"Parent\",\"Id\":\"" + account + "\"}");
        assertThat(org.get("sobjects/Contact/" + contact + "/account/Owner")
                        .body()
                        .path("attributes")
                        .path("type")
                        .asText())
                .isEqualTo("User");
        assertThat(org.patch("sobjects/Contact/" + contact + "/Account", "{\"Site\":\"Here\"}")
                        .status())
                .isEqualTo(204);
        assertThat(org.get("sobjects/Account/" + account).body().path("Site").asText())
                .isEqualTo("Here");
    }

    @Test
    void deletesAParent() throws IOException {
        String above = org.post("sobjects/Account", "{\"Name\":\"Above\"}").id();
        String below = org.post("sobjects/Account", "{\"Name\":\"Below\",\"ParentId\":\"" + above + "\"}")
                .id();
        assertThat(org.delete("sobjects/Account/" + below + "/Parent").status()).isEqualTo(204);
        assertThat(org.get("sobjects/Account/" + above).error()).startsWith("404 ENTITY_IS_DELETED");
        assertThat(org.get("sobjects/Account/" + below + "/Parent").error()).startsWith("404 NOT_FOUND");
    }

    @Test
    void readsChildrenAsAQueryDoes() throws IOException {
        JsonNode children = org.get("sobjects/Account/" + account + "/Contacts?fields=LastName")
                .body();
        assertThat(children.path("totalSize").asInt()).isEqualTo(1);
        assertThat(children.path("done").asBoolean()).isTrue();
        assertThat(children.path("records").path(0).path("LastName").asText()).isEqualTo("Child");
        assertThat(org.get("sobjects/Account/" + account + "/Opportunities")
                        .body()
                        .path("records"))
                .isEmpty();
        assertThat(org.delete("sobjects/Account/" + account + "/Contacts").error())
                .startsWith("405 METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nope", "Account", "Contacts/x", "Owner/Nope", "Name", "%27"})
    void knowsOnlyItsRelationships(String path) throws IOException {
        assertThat(org.get("sobjects/Account/" + account + "/" + path).error())
                .isEqualTo("404 NOT_FOUND: The requested resource does not exist");
    }

    @Test
    void answersTheBytesOfAFile() throws IOException {
        String text = Base64.getEncoder().encodeToString("Grüße".getBytes(StandardCharsets.UTF_8));
        String id = org.post(
                        "sobjects/Attachment",
                        "{\"Name\":\"a.txt\",\"ParentId\":\"" + account + "\",\"Body\":\"" + text + "\"}")
                .id();
        try (Response response = new OkHttpClient()
                .newCall(org.request("sobjects/Attachment/" + id + "/Body").build())
                .execute()) {
            assertThat(response.header("Content-Type")).isEqualTo("application/octet-stream");
            assertThat(response.body().string()).isEqualTo("Grüße");
        }
    }

    @Test
    void remembersWhatTheUserWroteLast() throws IOException {
        String lead = org.post("sobjects/Lead", "{\"LastName\":\"Newest\",\"Company\":\"C\"}")
                .id();
        org.patch("sobjects/Account/" + account, "{\"Phone\":\"7\"}");
        JsonNode recent = org.get("recent").body();

        assertThat(recent.path(0).toString())
                .isEqualTo("{\"attributes\":{\"type\":\"Account\",\"url\":\"/services/data/v67.0/sobjects/Account/"
                        + account + "\"},\"Id\":\"" + account + "\",\"Name\":\"Parent\"}");
        assertThat(recent.path(1).path("Id").asText()).isEqualTo(lead);
        assertThat(org.get("recent?limit=1").body()).hasSize(1);
        assertThat(org.get("recent?limit=many").error()).startsWith("400 ");
        assertThat(org.get("sobjects/Lead")
                        .body()
                        .path("recentItems")
                        .path(0)
                        .path("Id")
                        .asText())
                .isEqualTo(lead);
        assertThat(org.get("sobjects/Account/" + account)
                        .body()
                        .path("LastViewedDate")
                        .asText())
                .isEqualTo("2026-07-15T16:20:30.000+0000");
        org.delete("sobjects/Lead/" + lead);
        assertThat(org.get("sobjects/Lead").body().path("recentItems")).isEmpty();
    }

    @Test
    void whatAQueryShowsForViewWasSeenLast() throws IOException {
        String seen = org.value("SELECT Id FROM Case WHERE LastViewedDate = null LIMIT 1")
                .asText();
        String referenced = org.value("SELECT Id FROM Contact WHERE LastReferencedDate = null LIMIT 1")
                .asText();
        String before = org.value("SELECT SystemModstamp FROM Case WHERE Id = '" + seen + "'")
                .asText();

        assertThat(org.count("Case WHERE Id = '" + seen + "' FOR VIEW")).isEqualTo(1);
        org.query("SELECT CaseNumber FROM Case WHERE Id = '" + seen + "' FOR VIEW");
        org.query("SELECT Name FROM Contact WHERE Id = '" + referenced + "' FOR REFERENCE");

        assertThat(org.get("recent?limit=2").body().findValuesAsText("Id")).containsExactly(referenced, seen);
        assertThat(org.count("Case WHERE LastViewedDate = TODAY AND LastReferencedDate = null AND Id = '" + seen + "'"))
                .isEqualTo(1);
        assertThat(org.count("Contact WHERE LastReferencedDate = TODAY AND LastViewedDate = null AND Id = '"
                        + referenced + "'"))
                .isEqualTo(1);
        assertThat(org.value("SELECT SystemModstamp FROM Case WHERE Id = '" + seen + "'")
                        .asText())
                .isEqualTo(before);
    }

    @Test
    void describesOneLayoutWithEveryField() throws IOException {
        JsonNode layouts = org.get("sobjects/Case/describe/layouts").body();
        JsonNode section =
                layouts.path("layouts").path(0).path("detailLayoutSections").path(0);
        assertThat(section.path("layoutRows").findValuesAsText("value")).contains("CaseNumber", "Status", "OwnerId");
        JsonNode mapping = layouts.path("recordTypeMappings").path(0);
        assertThat(mapping.path("picklistsForRecordType").findValuesAsText("picklistName"))
                .contains("Status", "Priority");
        String url = mapping.path("urls").path("layout").asText();
        assertThat(org.get(url).body()).isEqualTo(layouts.path("layouts").path(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sobjects/Account/describe/compactLayouts  | /compactLayouts/0/fieldItems/0/label | Account Name
                    sobjects/Account/describe/approvalLayouts | /approvalLayouts                     | ''
                    sobjects/Account/listviews                | /sobjectType                         | Account
                    sobjects/Account/quickActions             | /0                                   | ''
                    """)
    void answersTheOtherDescriptionsInSmall(String path, String pointer, String value) throws IOException {
        Reply reply = org.get(path);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().at(pointer).asText()).isEqualTo(value);
    }
}
