package dev.orgbench.demo.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {
    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    @BeforeAll
    static void start() throws IOException {
        contact("Zoé", "Quixmüller", "zoe@quix.example", "555-0101", "Alpha beta gamma");
        contact("Zack", "Quixby", "zack@other.example", "555-0202", "Quixmuller was here, beta gamma");
        contact("Ann", "Quixton", "ann@quix.example", "555-0303", "gamma and alpha");
        contact("Bob", "AT&T-Quix", "bob@x.example", "555-0404", "nothing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    FIND {quixmuller} RETURNING Contact(LastName)                     ; Quixmüller,Quixby
                    FIND {QUIXMÜLLER} RETURNING Contact(LastName)                     ; Quixmüller,Quixby
                    FIND {quixmuller} IN NAME FIELDS RETURNING Contact(LastName)      ; Quixmüller
                    FIND {quix} IN NAME FIELDS RETURNING Contact(LastName)            ; AT&T-Quix
                    FIND {quix} IN EMAIL FIELDS RETURNING Contact(LastName)           ; Quixmüller,Quixton
                    FIND {zack@other.example} IN EMAIL FIELDS RETURNING Contact(LastName) ; Quixby
                    FIND {"555\\-0303"} IN PHONE FIELDS RETURNING Contact(LastName)     ; Quixton
                    FIND {quix*} IN NAME FIELDS RETURNING Contact(LastName)           ; Quixmüller,Quixby,Quixton,AT&T-Quix
                    FIND {q?ixb*} IN NAME FIELDS RETURNING Contact(LastName)          ; Quixby
                    FIND {*uixby} RETURNING Contact(LastName)                         ; Quixby
                    FIND {qu*er} IN NAME FIELDS RETURNING Contact(LastName)           ; Quixmüller
                    FIND {"beta gamma"} RETURNING Contact(LastName)                   ; Quixmüller,Quixby
                    FIND {"gamma beta"} RETURNING Contact(LastName)                   ; ''
                    FIND {quix* AND alpha} RETURNING Contact(LastName)                ; Quixmüller,Quixton
                    FIND {quixby OR quixton} RETURNING Contact(LastName)              ; Quixby,Quixton
                    FIND {quix* AND gamma AND NOT beta} RETURNING Contact(LastName)   ; Quixton
                    FIND {(quixby OR quixton) alpha} RETURNING Contact(LastName)      ; Quixton
                    FIND {at\\&t} IN NAME FIELDS RETURNING Contact(LastName)          ; AT&T-Quix
                    FIND {quix*} IN NAME FIELDS RETURNING Contact(LastName WHERE FirstName LIKE 'Z%')  ; Quixmüller,Quixby
                    FIND {quix*} IN NAME FIELDS RETURNING Contact(LastName WHERE FirstName = 'Ann' OR Email = 'bob@x.example') ; Quixton,AT&T-Quix
                    FIND {quix*} IN NAME FIELDS RETURNING Contact(LastName WHERE FirstName LIKE 'no') ; ''
                    FIND {nothingatall} RETURNING Contact(LastName)                   ; ''
                    FIND {quix*} RETURNING Contact(LastName) LIMIT 0                  ; ''
                    """)
    void finds(String sosl, String lastNames) throws IOException {
        Reply found = search(sosl);
        assertThat(found.status()).as(found.error()).isEqualTo(200);
        List<String> expected = lastNames.isEmpty() ? List.of() : List.of(lastNames.split(","));
        assertThat(found.body().path("searchRecords").findValuesAsText("LastName"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void ordersLimitsAndSkips() throws IOException {
        String sosl =
                "FIND {quix*} IN NAME FIELDS RETURNING Contact(Id, LastName, Account.Name ORDER BY LastName DESC LIMIT 2 OFFSET 1)";
        JsonNode records = search(sosl).body().path("searchRecords");
        assertThat(records.findValuesAsText("LastName")).containsExactly("Quixmüller", "Quixby");
        assertThat(records.path(0).path("attributes").path("type").asText()).isEqualTo("Contact");
        assertThat(records.path(0).path("attributes").path("url").asText())
                .isEqualTo("/services/data/v67.0/sobjects/Contact/"
                        + records.path(0).path("Id").asText());
        assertThat(records.path(0).path("Account").isNull()).isTrue();
    }

    @Test
    void searchesAllObjectsWhereNoneIsNamed() throws IOException {
        String id =
                org.post("sobjects/Account", "{\"Name\":\"Omnisearch Ltd\"}").id();
        String lead = org.post("sobjects/Lead", "{\"LastName\":\"x\",\"Company\":\"Omnisearch\"}")
                .id();
        JsonNode records = search("FIND {omnisearch}").body().path("searchRecords");
        assertThat(records.findValuesAsText("Id")).containsExactlyInAnyOrder(id, lead);
        assertThat(records.path(0).size()).isEqualTo(2);
        assertThat(search("FIND {omnisearch} LIMIT 1")
                        .body()
                        .path("searchRecords")
                        .size())
                .isEqualTo(1);
        assertThat(org.get("/services/data/v36.0/search?q=FIND+%7Bomnisearch%7D")
                        .body()
                        .isArray())
                .isTrue();
    }

    @Test
    void keepsInStepWithWhatIsWritten() throws IOException {
        search("FIND {warm up} RETURNING Account");
        String id = org.post("sobjects/Account", "{\"Name\":\"Stepwise One\"}").id();
        assertThat(count("stepwise")).isEqualTo(1);
        org.patch("sobjects/Account/" + id, "{\"Name\":\"Stepother\"}");
        assertThat(count("stepwise")).isZero();
        assertThat(count("stepother")).isEqualTo(1);
        org.delete("sobjects/Account/" + id);
        assertThat(count("stepother")).isZero();
        assertThat(org.post("sobjects/Account", "{\"Name\":\"Stepfailed\",\"NumberOfEmployees\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(count("stepfailed")).isZero();
    }

    @Test
    void searchesObjectsOfManyFields() throws IOException {
        for (int i = 0; i < 80; i++) {
            assertThat(org.post(
                                    "tooling/sobjects/CustomField",
                                    "{\"FullName\":\"Account.Text" + i
                                            + "__c\",\"Metadata\":{\"type\":\"Text\",\"label\":\"Text\",\"length\":80}}")
                            .status())
                    .isEqualTo(201);
        }
        org.post("sobjects/Account", "{\"Name\":\"Wide\",\"Text0__c\":\"Initium\",\"Text79__c\":\"Terminus\"}");
        assertThat(search("FIND {initium AND terminus} RETURNING Account(Name)")
                        .body()
                        .toString())
                .contains("Wide");
    }

    @Test
    void followsChangesOfTheSchema() throws IOException {
        count("anything");
        String field = org.post(
                        "tooling/sobjects/CustomField",
                        "{\"FullName\":\"Account.Motto__c\",\"Metadata\":{\"type\":\"Text\",\"label\":\"Motto\",\"length\":80}}")
                .id();
        org.post("sobjects/Account", "{\"Name\":\"Motley\",\"Motto__c\":\"Perseverantia\"}");
        assertThat(count("perseverantia")).isEqualTo(1);
        assertThat(org.delete("tooling/sobjects/CustomField/" + field).status()).isEqualTo(204);
        assertThat(count("perseverantia")).isZero();
        assertThat(count("motley")).isEqualTo(1);
        org.org().reset();
        assertThat(count("motley")).isZero();
        contact("Zoé", "Quixmüller", "zoe@quix.example", "555-0101", "Alpha beta gamma");
        contact("Zack", "Quixby", "zack@other.example", "555-0202", "Quixmuller was here, beta gamma");
        contact("Ann", "Quixton", "ann@quix.example", "555-0303", "gamma and alpha");
        contact("Bob", "AT&T-Quix", "bob@x.example", "555-0404", "nothing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    FIND quix RETURNING Contact                         ; MALFORMED_SEARCH: No search term found. The search term must be enclosed in braces.
                    ''                                                  ; MALFORMED_SEARCH: No search term found. The search term must be enclosed in braces.
                    FIND {}                                             ; MALFORMED_SEARCH: No search term found. The search term must be enclosed in braces.
                    FIND {q}                                            ; INVALID_SEARCH: search term must be longer than one character: q
                    FIND {quix} RETURNING Nope(Id)                      ; INVALID_TYPE
                    FIND {quix} RETURNING Contact(Nope)                 ; INVALID_FIELD
                    FIND {quix} RETURNING Contact(Id WHERE Nope = 1)    ; INVALID_FIELD
                    FIND {quix} RETURNING Contact(Id), Contact(Name)    ; MALFORMED_SEARCH
                    FIND {quix} RETURNING Organization(Id)              ; MALFORMED_SEARCH
                    FIND {quix} RETURNING Contact(Id) WITH SNIPPET      ; MALFORMED_SEARCH
                    FIND {quix} RETURNING Contact(Id) WITH DIVISION = 'x' ; MALFORMED_SEARCH
                    FIND {quix RETURNING Contact                        ; MALFORMED_SEARCH
                    """)
    void refuses(String sosl, String error) throws IOException {
        assertThat(search(sosl).error()).startsWith("400 " + error);
    }

    @Test
    void acceptsWithWhatChangesNothing() throws IOException {
        assertThat(search("FIND {quixby} RETURNING Contact(Id) WITH SPELL_CORRECTION = false")
                        .status())
                .isEqualTo(200);
        assertThat(search("FIND {quixby} RETURNING Contact(Id) WITH USER_MODE UPDATE VIEWSTAT")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void searchesByParameters() throws IOException {
        JsonNode records = org.get(
                        "parameterizedSearch?q=quix*&in=NAME&sobject=Contact&Contact.fields=id,LastName&Contact.limit=3"
                                + "&Contact.where=FirstName+LIKE+'Z%25'")
                .body()
                .path("searchRecords");
        assertThat(records.findValuesAsText("LastName")).containsExactlyInAnyOrder("Quixmüller", "Quixby");
        Reply posted = org.post(
                "parameterizedSearch",
                "{\"q\":\"at&t\",\"in\":\"NAME FIELDS\",\"fields\":[\"Id\",\"Name\"],\"sobjects\":[{\"name\":\"Contact\",\"fields\":[\"LastName\"]},{\"name\":\"Account\"}]}");
        assertThat(posted.body().path("searchRecords").findValuesAsText("LastName"))
                .containsExactly("AT&T-Quix");
        assertThat(org.get("parameterizedSearch").error()).startsWith("400 MALFORMED_SEARCH: No search term found.");
        assertThat(org.get("parameterizedSearch?q=quix&in=SHOES").error()).startsWith("400 MALFORMED_SEARCH");
        assertThat(org.get("parameterizedSearch?q=quix&overallLimit=x").error()).startsWith("400 MALFORMED_SEARCH");
        assertThat(org.get("parameterizedSearch?q=quix&sobject=Nope").error()).startsWith("400 INVALID_TYPE");
        assertThat(org.delete("parameterizedSearch").status()).isEqualTo(405);
    }

    @Test
    void suggests() throws IOException {
        JsonNode body =
                org.get("search/suggestions?q=quix&sobject=Contact&limit=2").body();
        assertThat(body.path("autoSuggestResults").size()).isEqualTo(2);
        assertThat(body.path("autoSuggestResults").path(0).has("Name")).isTrue();
        assertThat(body.path("hasMoreResults").asBoolean()).isTrue();
        assertThat(org.get("search/suggestions?q=quixb&sobject=Contact,Account")
                        .body()
                        .path("hasMoreResults")
                        .asBoolean())
                .isFalse();
        assertThat(org.get("search/suggestions?q=quix").error()).startsWith("400 MALFORMED_SEARCH");
        assertThat(org.get("search/nope").error()).startsWith("404 NOT_FOUND");
    }

    private static int count(String word) throws IOException {
        return search("FIND {" + word + "} RETURNING Account(Id)")
                .body()
                .path("searchRecords")
                .size();
    }

    private static Reply search(String sosl) throws IOException {
        return org.get("search?q=" + URLEncoder.encode(sosl, StandardCharsets.UTF_8));
    }

    private static void contact(String first, String last, String email, String phone, String description)
            throws IOException {
        Reply made = org.post(
                "sobjects/Contact",
                "{\"FirstName\":\"" + first + "\",\"LastName\":\"" + last + "\",\"Email\":\"" + email
                        + "\",\"Phone\":\"" + phone + "\",\"Description\":\"" + description + "\"}");
        assertThat(made.status()).as(made.error()).isEqualTo(201);
    }
}
