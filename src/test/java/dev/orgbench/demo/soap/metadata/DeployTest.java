package dev.orgbench.demo.soap.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.soap.SoapTalk;
import dev.orgbench.demo.soap.SoapTalk.Reply;
import dev.orgbench.demo.soap.Xml;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeployTest {
    private static final String OBJECT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
                <actionOverrides><actionName>View</actionName><type>Default</type></actionOverrides>
                <deploymentStatus>Deployed</deploymentStatus>
                <fields>
                    <fullName>Serial__c</fullName>
                    <externalId>true</externalId>
                    <label>Serial</label>
                    <length>30</length>
                    <type>Text</type>
                    <unique>true</unique>
                </fields>
                <fields>
                    <fullName>Part__c</fullName>
                    <label>Part</label>
                    <referenceTo>Part__c</referenceTo>
                    <relationshipName>Machines</relationshipName>
                    <type>Lookup</type>
                </fields>
                <label>Machine</label>
                <nameField><label>Machine</label><type>Text</type></nameField>
                <pluralLabel>Machines</pluralLabel>
                <sharingModel>ReadWrite</sharingModel>
            </CustomObject>
            """;
    private static final String PART = """
            <CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><deploymentStatus>Deployed</deploymentStatus>\
            <label>Part</label><nameField><label>Part</label><type>Text</type></nameField><pluralLabel>Parts</pluralLabel>\
            <sharingModel>ReadWrite</sharingModel></CustomObject>""";

    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    private static SoapTalk metadata;

    @BeforeAll
    static void start() throws IOException {
        metadata = new SoapTalk(org, "m/67.0", "http://soap.sforce.com/2006/04/metadata");
    }

    @AfterEach
    void clean() throws Exception {
        // Twice, for either may point to the other.
        for (String name : new String[] {"Machine__c", "Part__c", "Machine__c"}) {
            metadata.call(
                    "<deleteMetadata><type>CustomObject</type><fullNames>" + name + "</fullNames></deleteMetadata>");
        }
    }

    @AfterAll
    static void close() {
        metadata.close();
    }

    @Test
    void aPackageIsDeployedRetrievedAndDeployedAgainUnchanged() throws Exception {
        Map<String, String> sent = Map.of(
                "package.xml",
                        manifest("<members>Machine__c</members><members>Part__c</members><name>CustomObject</name>"),
                "objects/Machine__c.object", OBJECT,
                "objects/Part__c.object", PART);
        Reply done = deploy(sent, "<rollbackOnError>true</rollbackOnError>");
        assertThat(status(done)).isEqualTo("Succeeded 4/4");
        assertThat(done.texts("fullName"))
                .contains("package.xml", "Part__c", "Machine__c", "Machine__c.Serial__c", "Machine__c.Part__c");
        assertThat(org.post("sobjects/Machine__c", "{\"Name\":\"A\",\"Serial__c\":\"1\"}")
                        .status())
                .isEqualTo(201);

        Map<String, String> got = retrieve("<types><members>*</members><name>CustomObject</name></types>");
        assertThat(got).containsKeys("unpackaged/package.xml", "unpackaged/objects/Machine__c.object");
        assertThat(got.get("unpackaged/objects/Machine__c.object"))
                .contains(
                        "<fullName>Serial__c</fullName>",
                        "<referenceTo>Part__c</referenceTo>",
                        "<externalId>true</externalId>")
                .doesNotContain("<fullName>Machine__c</fullName>");
        Reply again = deploy(got, "<rollbackOnError>true</rollbackOnError>");
        assertThat(status(again)).startsWith("Succeeded ");
        assertThat(again.texts("created")).doesNotContain("true");
        assertThat(retrieve("<types><members>*</members><name>CustomObject</name></types>"))
                .isEqualTo(got);
    }

    @Test
    void aFieldAloneIsDeployedToAStandardObjectAndRetrieved() throws Exception {
        String account =
                "<CustomObject xmlns='x'><fields><fullName>Rank__c</fullName><label>Rank</label><precision>3</precision>"
                        + "<scale>0</scale><type>Number</type></fields><fields><fullName>Other__c</fullName></fields></CustomObject>";
        Reply done = deploy(
                Map.of(
                        "package.xml",
                        manifest("<members>Account.Rank__c</members><name>CustomField</name>"),
                        "objects/Account.object",
                        account),
                "");
        assertThat(status(done)).isEqualTo("Succeeded 1/1");
        Map<String, String> got = retrieve("<types><members>Account.Rank__c</members><name>CustomField</name></types>");
        assertThat(got.get("unpackaged/objects/Account.object"))
                .contains("<fullName>Rank__c</fullName>")
                .doesNotContain("pluralLabel");
        assertThat(retrieve("<types><members>Account</members><name>CustomObject</name></types>")
                        .get("unpackaged/objects/Account.object"))
                .contains("<fullName>Rank__c</fullName>", "<pluralLabel>Accounts</pluralLabel>");
    }

    @Test
    void formulasSummariesAndRulesAreDeployedInAnyOrderAndRetrieved() throws Exception {
        String machine = PART.replace("Part", "Machine").replace("</CustomObject>", """
                <fields><fullName>Cost__c</fullName><label>Cost</label><type>Summary</type>\
                <summarizedField>Part__c.Total__c</summarizedField><summaryForeignKey>Part__c.Machine__c</summaryForeignKey>\
                <summaryOperation>sum</summaryOperation><summaryFilterItems><field>Part__c.Price__c</field>\
                <operation>greaterThan</operation><value>1</value></summaryFilterItems></fields>\
                <validationRules><fullName>Cheap</fullName><active>true</active>\
                <errorConditionFormula>Cost__c &gt; 100</errorConditionFormula><errorMessage>Too dear</errorMessage>\
                </validationRules></CustomObject>""");
        String part = PART.replace("</CustomObject>", """
                <fields><fullName>Doubled__c</fullName><label>Doubled</label><type>Number</type><precision>18</precision>\
                <scale>2</scale><formula>Total__c * 2</formula>\
                <formulaTreatBlanksAs>BlankAsZero</formulaTreatBlanksAs></fields>\
                <fields><fullName>Total__c</fullName><label>Total</label><type>Number</type><precision>18</precision>\
                <scale>2</scale><formula>Price__c + 1</formula></fields>\
                <fields><fullName>Price__c</fullName><label>Price</label><type>Number</type><precision>16</precision>\
                <scale>2</scale></fields>\
                <fields><fullName>Count__c</fullName><label>Count</label><type>AutoNumber</type>\
                <displayFormat>P-{000}</displayFormat><startingNumber>7</startingNumber></fields>\
                <fields><fullName>Machine__c</fullName><label>Machine</label><type>MasterDetail</type>\
                <referenceTo>Machine__c</referenceTo><relationshipName>Parts</relationshipName>\
                <relationshipOrder>0</relationshipOrder></fields></CustomObject>""").replace("ReadWrite", "ControlledByParent");
        String manifest = manifest("<members>Machine__c</members><members>Part__c</members><name>CustomObject</name>");
        Map<String, String> sent =
                Map.of("package.xml", manifest, "objects/Machine__c.object", machine, "objects/Part__c.object", part);
        Reply done = deploy(sent, "<rollbackOnError>true</rollbackOnError>");
        assertThat(done.texts("problem")).isEmpty();

        String id = org.post("sobjects/Machine__c", "{\"Name\":\"M\"}").id();
        org.post("sobjects/Part__c", "{\"Name\":\"P\",\"Price__c\":20,\"Machine__c\":\"" + id + "\"}");
        assertThat(org.query("SELECT Count__c, Doubled__c, Machine__r.Cost__c FROM Part__c")
                        .body()
                        .path("records")
                        .toString())
                .contains("\"Count__c\":\"P-007\"", "\"Doubled__c\":42.0", "\"Cost__c\":21.0");
        org.post("sobjects/Part__c", "{\"Name\":\"Q\",\"Price__c\":99,\"Machine__c\":\"" + id + "\"}");
        assertThat(org.patch("sobjects/Machine__c/" + id, "{\"Name\":\"N\"}").error())
                .isEqualTo("400 FIELD_CUSTOM_VALIDATION_EXCEPTION: Too dear");

        Map<String, String> got = retrieve("<types><members>*</members><name>CustomObject</name></types>");
        assertThat(got.get("unpackaged/objects/Machine__c.object"))
                .contains(
                        "<summaryOperation>sum</summaryOperation>",
                        "<value>1</value>",
                        "<errorMessage>Too dear</errorMessage>");
        assertThat(got.get("unpackaged/objects/Part__c.object"))
                .contains(
                        "<formula>Price__c + 1</formula>",
                        "<displayFormat>P-{000}</displayFormat>",
                        "ControlledByParent");
        assertThat(deploy(got, "<rollbackOnError>true</rollbackOnError>").texts("problem"))
                .isEmpty();

        // The rule reads the field, yet both may go in one step.
        Reply gone = deploy(
                Map.of(
                        "package.xml",
                        "<Package xmlns='x'><version>67.0</version></Package>",
                        "destructiveChanges.xml",
                        manifest("<members>Machine__c.Cost__c</members><name>CustomField</name></types>"
                                + "<types><members>Machine__c.Cheap</members><name>ValidationRule</name>")),
                "");
        assertThat(status(gone)).isEqualTo("Succeeded 2/2");
        assertThat(retrieve("<types><members>*</members><name>ValidationRule</name></types>")
                        .toString())
                .doesNotContain("Cheap");
    }

    @Test
    void aFaultyComponentIsToldWithItsLineAndTakesTheRestBackIfWanted() throws Exception {
        String faulty = OBJECT.replace("<length>30</length>", "<length>999</length>");
        Map<String, String> sent = Map.of(
                "package.xml", manifest("<members>*</members><name>CustomObject</name>"),
                "objects/Machine__c.object", faulty,
                "objects/Part__c.object", PART);
        Reply failed = deploy(sent, "<rollbackOnError>true</rollbackOnError>");
        assertThat(status(failed)).isEqualTo("Failed 3/4");
        Xml failure = failed.result()
                .child("details")
                .orElseThrow()
                .child("componentFailures")
                .orElseThrow();
        assertThat(failure.textOf("fullName")).isEqualTo("Machine__c.Serial__c");
        assertThat(failure.textOf("lineNumber")).isEqualTo("5");
        assertThat(failure.textOf("problem")).contains("length");
        assertThat(failure.textOf("fileName")).isEqualTo("objects/Machine__c.object");
        assertThat(org.get("sobjects/Machine__c/describe").status()).isEqualTo(404);

        assertThat(status(deploy(sent, ""))).isEqualTo("SucceededPartial 3/4");
        assertThat(org.get("sobjects/Machine__c/describe").status()).isEqualTo(200);
    }

    @Test
    void aCheckChangesNothing() throws Exception {
        Map<String, String> sent = Map.of(
                "package.xml",
                manifest("<members>Part__c</members><name>CustomObject</name>"),
                "objects/Part__c.object",
                PART);
        Reply checked = deploy(sent, "<checkOnly>true</checkOnly>");
        assertThat(status(checked)).isEqualTo("Succeeded 1/1");
        assertThat(checked.texts("checkOnly")).containsExactly("true");
        assertThat(org.get("sobjects/Part__c/describe").status()).isEqualTo(404);
    }

    @Test
    void destructiveChangesDeleteFieldsAndObjects() throws Exception {
        Map<String, String> sent = Map.of(
                "package.xml", manifest("<members>*</members><name>CustomObject</name>"),
                "objects/Machine__c.object", OBJECT,
                "objects/Part__c.object", PART);
        deploy(sent, "");
        Reply done = deploy(
                Map.of(
                        "package.xml",
                        "<Package xmlns='x'><version>67.0</version></Package>",
                        "destructiveChanges.xml",
                        manifest(
                                "<members>Machine__c.Part__c</members><name>CustomField</name></types>"
                                        + "<types><members>Part__c</members><members>Never__c</members><name>CustomObject</name>")),
                "");
        assertThat(status(done)).isEqualTo("SucceededPartial 2/3");
        assertThat(done.texts("problem")).containsExactly("No CustomObject named: Never__c found");
        assertThat(org.get("sobjects/Part__c/describe").status()).isEqualTo(404);
        assertThat(org.get("sobjects/Machine__c/describe").body().toString()).doesNotContain("Part__c");
    }

    @Test
    void packagesThatAreNoneAreToldSo() throws Exception {
        assertThat(problem(deployRaw("no zip!", ""))).isEqualTo("The ZipFile is no zip archive in base64");
        assertThat(problem(deploy(Map.of("objects/A.object", PART), ""))).isEqualTo("No package.xml found");
        assertThat(problem(deploy(Map.of("package.xml", "<Package"), ""))).contains("XML document structures");
        String wants = manifest("<members>Lost__c</members><name>CustomObject</name>");
        assertThat(problem(deploy(Map.of("package.xml", wants), "")))
                .isEqualTo(
                        "An object 'Lost__c' of type CustomObject was named in package.xml, but was not found in zipped directory");
        assertThat(problem(deploy(Map.of("package.xml", wants, "classes/A.cls", "class A {}"), "")))
                .isEqualTo("The demo org takes files of objects only, not classes/A.cls");
        assertThat(metadata.call(
                                "<checkDeployStatus><asyncProcessId>0Af000000000001</asyncProcessId></checkDeployStatus>")
                        .fault())
                .startsWith("500 sf:INVALID_CROSS_REFERENCE_KEY|");
    }

    @Test
    void aZipBombIsRefused() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("package.xml"));
            byte[] block = new byte[1024 * 1024];
            for (int i = 0; i < 60; i++) {
                zip.write(block);
            }
        }
        assertThat(problem(deployRaw(Base64.getEncoder().encodeToString(bytes.toByteArray()), "")))
                .isEqualTo("The zip archive unpacks to more than the org takes");
    }

    @Test
    void whatTheOrgHasNotIsToldBesideWhatItHas() throws Exception {
        String begun = metadata.call(
                        "<retrieve><request><unpackaged><types><members>No__c</members><members>Account</members>"
                                + "<name>CustomObject</name></types></unpackaged></request></retrieve>")
                .texts("id")
                .getFirst();
        Reply reply = metadata.call("<checkRetrieveStatus><asyncProcessId>" + begun
                + "</asyncProcessId><includeZip>false</includeZip></checkRetrieveStatus>");
        assertThat(reply.texts("problem"))
                .containsExactly("Entity of type 'CustomObject' named 'No__c' cannot be found");
        assertThat(reply.texts("zipFile")).isEmpty();
        assertThat(begun).startsWith("09S");
    }

    private Reply deploy(Map<String, String> files, String options) throws Exception {
        return deployRaw(Archive.write(files), options);
    }

    private Reply deployRaw(String zip, String options) throws Exception {
        Reply begun = metadata.call(
                "<deploy><ZipFile>" + zip + "</ZipFile><DeployOptions>" + options + "</DeployOptions></deploy>");
        String id = begun.result().textOf("id");
        assertThat(id).startsWith("0Af").hasSize(18);
        return metadata.call("<checkDeployStatus><asyncProcessId>" + id
                + "</asyncProcessId><includeDetails>true</includeDetails></checkDeployStatus>");
    }

    private Map<String, String> retrieve(String types) throws Exception {
        String id = metadata.call("<retrieve><request><apiVersion>67.0</apiVersion><unpackaged>" + types
                        + "<version>67.0</version></unpackaged></request></retrieve>")
                .result()
                .textOf("id");
        String zip = metadata.call(
                        "<checkRetrieveStatus><asyncProcessId>" + id + "</asyncProcessId></checkRetrieveStatus>")
                .result()
                .textOf("zipFile");
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream in =
                new ZipInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(zip)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static String status(Reply reply) {
        Xml result = reply.result();
        return result.textOf("status") + " " + result.textOf("numberComponentsDeployed") + "/"
                + result.textOf("numberComponentsTotal");
    }

    private static String problem(Reply reply) {
        assertThat(reply.result().textOf("success")).isIn("true", "false");
        return reply.texts("problem").getFirst();
    }

    private static String manifest(String types) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Package xmlns=\"http://soap.sforce.com/2006/04/metadata\"><types>"
                + types + "</types><version>67.0</version></Package>";
    }
}
