package dev.orgbench.demo.soap.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.soap.SoapTalk;
import dev.orgbench.demo.soap.SoapTalk.Reply;
import dev.orgbench.demo.soap.Xml;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataComponentsTest {
    private static final String OBJECT = """
            <metadata xsi:type="CustomObject"><fullName>Machine__c</fullName><label>Machine</label>\
            <pluralLabel>Machines</pluralLabel><deploymentStatus>Deployed</deploymentStatus>\
            <sharingModel>ReadWrite</sharingModel><enableActivities>true</enableActivities>\
            <nameField><type>AutoNumber</type><label>Number</label><displayFormat>M-{0000}</displayFormat></nameField>\
            </metadata>""";

    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    private static SoapTalk metadata;

    @BeforeAll
    static void start() throws IOException {
        metadata = new SoapTalk(org, "m/50.0", "http://soap.sforce.com/2006/04/metadata");
    }

    @AfterAll
    static void close() {
        metadata.close();
    }

    @Test
    void describeNamesTheTypesThatTheOrgKeeps() throws Exception {
        Reply reply = metadata.call("<describeMetadata><asOfVersion>50.0</asOfVersion></describeMetadata>");
        assertThat(reply.texts("xmlName")).containsExactly("CustomObject");
        assertThat(reply.texts("childXmlNames")).containsExactly("CustomField", "ValidationRule");
        assertThat(reply.texts("directoryName")).containsExactly("objects");
    }

    @Test
    void anObjectAndItsFieldsAreMadeReadChangedAndDeleted() throws Exception {
        Reply made = metadata.call("<createMetadata>" + OBJECT + "</createMetadata>");
        assertThat(made.raw()).contains("<result><fullName>Machine__c</fullName><success>true</success></result>");
        String fields = """
                <metadata xsi:type="CustomField"><fullName>Machine__c.Speed__c</fullName><type>Number</type>\
                <label>Speed</label><precision>8</precision><scale>2</scale><required>true</required></metadata>\
                <metadata xsi:type="CustomField"><fullName>Machine__c.State__c</fullName><type>Picklist</type>\
                <label>State</label><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>\
                <value><fullName>On</fullName><default>true</default><label>On</label></value>\
                </valueSetDefinition></valueSet></metadata>""";
        Reply added = metadata.call("<createMetadata>" + fields + "</createMetadata>");
        assertThat(added.texts("success")).containsExactly("true", "true");
        assertThat(org.post("sobjects/Machine__c", "{\"Speed__c\":1.5}").status())
                .isEqualTo(201);
        assertThat(org.query("SELECT Name, State__c FROM Machine__c")
                        .body()
                        .path("records")
                        .path(0)
                        .path("Name")
                        .asText())
                .isEqualTo("M-0001");

        Xml record = metadata.call(
                        "<readMetadata><type>CustomObject</type><fullNames>Machine__c</fullNames></readMetadata>")
                .result()
                .child("records")
                .orElseThrow();
        assertThat(record.type()).isEqualTo("CustomObject");
        assertThat(record.textOf("fullName")).isEqualTo("Machine__c");
        assertThat(record.textOf("enableActivities")).isEqualTo("true");
        assertThat(record.children("fields").stream().map(field -> field.textOf("fullName")))
                .containsExactly("Speed__c", "State__c");
        assertThat(record.children("fields").getFirst().textOf("precision")).isEqualTo("8");

        Reply upserted = metadata.call("<upsertMetadata>"
                + fields.replace("<label>Speed</label>", "<label>Top speed</label>") + "</upsertMetadata>");
        assertThat(upserted.texts("created")).containsExactly("false", "false");
        assertThat(org.get("sobjects/Machine__c/describe").body().path("fields").findValuesAsText("label"))
                .contains("Top speed");

        Reply gone = metadata.call(
                "<deleteMetadata><type>CustomObject</type><fullNames>Machine__c</fullNames></deleteMetadata>");
        assertThat(gone.texts("success")).containsExactly("true");
        assertThat(org.get("sobjects/Machine__c/describe").status()).isEqualTo(404);
        assertThat(metadata.call(
                                "<readMetadata><type>CustomObject</type><fullNames>Machine__c</fullNames></readMetadata>")
                        .raw())
                .contains("<records xsi:nil=\"true\"/>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <type>Text</type><label>L</label><length>5</length>                                          | REQUIRED_FIELD_MISSING          | Required fields are missing: [fullName]
            <fullName>Account.L__c</fullName><type>Text</type><label>L</label>                           | FIELD_INTEGRITY_EXCEPTION       | Must specify 'length' for a CustomField of type Text
            <fullName>Account.L</fullName><type>Text</type><label>L</label><length>5</length>            | FIELD_INTEGRITY_EXCEPTION       | Invalid fullName 'L', must end in a custom suffix (e.g. __c)
            <fullName>Nothing__c.L__c</fullName><type>Text</type><label>L</label><length>5</length>      | INVALID_CROSS_REFERENCE_KEY     | Entity Enumeration Or ID: no object named Nothing__c
            <fullName>Account.L__c</fullName><type>Picklist</type><label>L</label><valueSet><valueSetDefinition/></valueSet> | FIELD_INTEGRITY_EXCEPTION | At least one value is required to create this picklist.
            """)
    void aRefusedComponentSaysWhy(String keys, String code, String message) throws Exception {
        Reply reply = metadata.call(
                "<createMetadata><metadata xsi:type=\"CustomField\">" + keys + "</metadata></createMetadata>");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.texts("success")).containsExactly("false");
        assertThat(reply.texts("statusCode")).containsExactly(code);
        assertThat(reply.texts("message")).containsExactly(message);
    }

    @Test
    void eachComponentFaresForItselfUnlessAllOrNoneIsAskedFor() throws Exception {
        String two = "<createMetadata>" + field("Account.Fine__c", "Text") + field("Account.Bad__c", "Nonsense")
                + "</createMetadata>";
        Reply none = metadata.call(
                two, org.org().accessToken(), "<AllOrNoneHeader><allOrNone>true</allOrNone></AllOrNoneHeader>");
        assertThat(none.texts("success")).containsExactly("false", "false");
        assertThat(none.texts("statusCode").getFirst()).isEqualTo("ALL_OR_NONE_OPERATION_ROLLED_BACK");
        assertThat(org.get("sobjects/Account/describe").body().toString()).doesNotContain("Fine__c");
        assertThat(metadata.call(two).texts("success")).containsExactly("true", "false");
        assertThat(org.get("sobjects/Account/describe").body().toString())
                .contains("Fine__c")
                .doesNotContain("Bad__c");
        assertThat(metadata.call("<createMetadata>" + field("Account.Fine__c", "Text") + "</createMetadata>")
                        .texts("message"))
                .containsExactly("There is already a field named Fine on Account.");
    }

    @Test
    void listingTellsWhoMadeWhat() throws Exception {
        metadata.call("<createMetadata>" + field("Contact.Listed__c", "Text") + "</createMetadata>");
        Reply fields = metadata.call("<listMetadata><queries><type>CustomField</type></queries></listMetadata>");
        Xml listed = fields.results().stream()
                .filter(result -> result.textOf("fullName").equals("Contact.Listed__c"))
                .findFirst()
                .orElseThrow();
        assertThat(listed.textOf("fileName")).isEqualTo("objects/Contact.object");
        assertThat(listed.textOf("createdByName")).isEqualTo("Alex Morgan");
        assertThat(listed.textOf("createdDate")).isEqualTo("2026-07-15T16:20:30.000Z");
        assertThat(listed.textOf("id")).startsWith("00N");
        assertThat(metadata.call("<listMetadata><queries><type>CustomObject</type></queries></listMetadata>")
                        .texts("fullName"))
                .contains("Account", "Contact");
    }

    @Test
    void moreThanTenAtOnceAndUnknownTypesAreRefused() throws Exception {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 11; i++) {
            many.append(field("Account.F" + i + "__c", "Text"));
        }
        assertThat(metadata.call("<createMetadata>" + many + "</createMetadata>")
                        .fault())
                .startsWith("500 sf:LIMIT_EXCEEDED|");
        assertThat(metadata.call("<listMetadata><queries><type>Flow</type></queries></listMetadata>")
                        .fault())
                .startsWith("500 sf:INVALID_TYPE|INVALID_TYPE: Cannot use: Flow in this organization");
        assertThat(metadata.call(
                                "<createMetadata><metadata xsi:type=\"ApexClass\"><fullName>A</fullName></metadata></createMetadata>")
                        .texts("statusCode"))
                .containsExactly("INVALID_TYPE");
    }

    private static String field(String fullName, String type) {
        return "<metadata xsi:type=\"CustomField\"><fullName>" + fullName + "</fullName><type>" + type
                + "</type><label>Label</label><length>20</length></metadata>";
    }
}
