package dev.orgbench.demo.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestTest {
    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    private static BulkClient bulk;

    @BeforeAll
    static void start() throws IOException {
        bulk = new BulkClient(org);
        field("Account.Key__c", "\"type\":\"Text\",\"length\":20,\"externalId\":true,\"unique\":true");
        field("Account.Open__c", "\"type\":\"Checkbox\",\"defaultValue\":false");
    }

    @Test
    void insertsRowsAndTellsWhichFailed() throws Exception {
        JsonNode job = bulk.ingest(BulkClient.job("Account", "insert"), """
                Name,NumberOfEmployees,AnnualRevenue,Open__c,Description
                "Bulk, One",10,1500.5,Yes,"two
                lines, and ""quotes""\"
                ,10,,,
                Bulk Three,many,,,
                Bülk Fünf 🚀,,,0,
                """);

        assertThat(job.path("state").asText()).isEqualTo("JobComplete");
        assertThat(job.path("jobType").asText()).isEqualTo("V2Ingest");
        assertThat(job.path("numberRecordsProcessed").asInt()).isEqualTo(4);
        assertThat(job.path("numberRecordsFailed").asInt()).isEqualTo(2);
        JsonNode one = org.query("SELECT Id, AnnualRevenue, Open__c, Description FROM Account WHERE Name = 'Bulk, One'")
                .body()
                .path("records")
                .path(0);
        assertThat(one.path("AnnualRevenue").asDouble()).isEqualTo(1501);
        assertThat(one.path("Open__c").asBoolean()).isTrue();
        assertThat(one.path("Description").asText()).isEqualTo("two\nlines, and \"quotes\"");
        assertThat(bulk.results(job, "successfulResults"))
                .startsWith(
                        "\"sf__Id\",\"sf__Created\",\"Name\",\"NumberOfEmployees\",\"AnnualRevenue\",\"Open__c\",\"Description\"\n")
                .contains("\"" + one.path("Id").asText()
                        + "\",\"true\",\"Bulk, One\",\"10\",\"1500.5\",\"Yes\",\"two\nlines, and \"\"quotes\"\"\"\n")
                .contains("\"Bülk Fünf 🚀\"");
        assertThat(bulk.results(job, "failedResults")).isEqualTo("""
                        "sf__Id","sf__Error","Name","NumberOfEmployees","AnnualRevenue","Open__c","Description"
                        "","REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --","","10","","",""
                        "","INVALID_TYPE_ON_FIELD_IN_RECORD:NumberOfEmployees: value not of required type: many:NumberOfEmployees --","Bulk Three","many","","",""
                        """);
        assertThat(bulk.results(job, "unprocessedrecords"))
                .isEqualTo("\"Name\",\"NumberOfEmployees\",\"AnnualRevenue\",\"Open__c\",\"Description\"\n");
    }

    @Test
    void tellsWhatItIsAtEveryStep() throws Exception {
        Reply made = org.post(
                "jobs/ingest",
                "{\"object\":\"account\",\"operation\":\"insert\",\"lineEnding\":\"CRLF\",\"columnDelimiter\":\"PIPE\"}");
        assertThat(made.body().toString())
                .isEqualTo("{\"id\":\"" + made.id()
                        + "\",\"operation\":\"insert\",\"object\":\"Account\",\"createdById\":\""
                        + made.body().path("createdById").asText()
                        + "\",\"createdDate\":\"2026-07-15T16:20:30.000+0000\",\"systemModstamp\":\"2026-07-15T16:20:30.000+0000\","
                        + "\"state\":\"Open\",\"concurrencyMode\":\"Parallel\",\"contentType\":\"CSV\",\"apiVersion\":67.0,"
                        + "\"contentUrl\":\"services/data/v67.0/jobs/ingest/" + made.id() + "/batches\","
                        + "\"lineEnding\":\"CRLF\",\"columnDelimiter\":\"PIPE\"}");
        assertThat(made.id()).startsWith("750").hasSize(18);
        String path = "jobs/ingest/" + made.id();
        assertThat(bulk.text(org.request(path + "/successfulResults")).body()).contains("INVALIDJOBSTATE");
        assertThat(org.delete(path).error()).startsWith("400 INVALIDJOBSTATE");
        bulk.upload(made.id(), "Name|Phone\r\nPiped|1\r\n");
        assertThat(bulk.put(made.id(), RequestBody.create("Name\r\nx\r\n", BulkClient.CSV))
                        .status())
                .isEqualTo(400);
        assertThat(bulk.close(made.id()).body().path("state").asText()).isEqualTo("UploadComplete");
        JsonNode done = bulk.await(path);
        assertThat(done.path("state").asText()).isEqualTo("JobComplete");
        assertThat(bulk.results(done, "successfulResults")).contains("\"true\"|\"Piped\"|\"1\"\r\n");
        assertThat(bulk.close(made.id()).error()).startsWith("400 INVALIDJOBSTATE");
        assertThat(org.patch(path, "{\"state\":\"Aborted\"}").error()).startsWith("400 INVALIDJOBSTATE");
        assertThat(org.get("jobs/ingest").body().path("records").findValuesAsText("id"))
                .contains(made.id());
        assertThat(org.delete(path).status()).isEqualTo(204);
        assertThat(org.get(path).error()).startsWith("404 NOT_FOUND");
    }

    @Test
    void updatesAndEmptiesFields() throws Exception {
        String id = org.post("sobjects/Account", "{\"Name\":\"Before\",\"Phone\":\"1\",\"Website\":\"w\"}")
                .id();
        JsonNode job = bulk.ingest(
                BulkClient.job("Account", "update"),
                "Id,Name,Phone,Website\n" + id
                        + ",After,#N/A,\n,x,,\n0035g00000zzzzz,x,,\nzz,x,,\n0015g00000zzzzz,x,,\n");
        JsonNode after = org.get("sobjects/Account/" + id).body();
        assertThat(after.path("Name").asText()).isEqualTo("After");
        assertThat(after.path("Phone").isNull()).isTrue();
        assertThat(after.path("Website").asText()).isEqualTo("w");
        assertThat(bulk.results(job, "successfulResults")).contains("\"" + id + "\",\"false\"");
        assertThat(bulk.results(job, "failedResults"))
                .contains("MISSING_ARGUMENT:Id not specified:--")
                .contains("MALFORMED_ID:Account ID: id value of incorrect type: 0035g00000zzzzz:Id --")
                .contains("MALFORMED_ID:bad id zz:Id --")
                .contains("INVALID_CROSS_REFERENCE_KEY:invalid cross reference id:--");
    }

    @Test
    void upsertsByAnExternalIdAndFindsParentsByTheirs() throws Exception {
        String upsert = "{\"object\":\"Account\",\"operation\":\"upsert\",\"externalIdFieldName\":\"key__c\"}";
        bulk.ingest(upsert, "Key__c,Name\nK-1,First\nK-2,Second\n");
        JsonNode job = bulk.ingest(
                upsert, "Key__c,Name,Parent.Key__c\nk-1,First again,\nK-3,Third,K-2\n,Nobody,\nK-4,x,K-99\n");
        assertThat(job.path("externalIdFieldName").asText()).isEqualTo("Key__c");
        assertThat(bulk.results(job, "successfulResults"))
                .contains("\"false\",\"k-1\"")
                .contains("\"true\",\"K-3\"");
        assertThat(bulk.results(job, "failedResults"))
                .contains("MISSING_ARGUMENT:Key__c not specified:Key__c --")
                .contains(
                        "INVALID_FIELD:Foreign key external ID: K-99 not found for field Key__c in entity Account:--");
        assertThat(org.count("Account WHERE Key__c LIKE 'K-%'")).isEqualTo(3);
        assertThat(org.value("SELECT Parent.Name FROM Account WHERE Key__c = 'K-3'")
                        .path("Name")
                        .asText())
                .isEqualTo("Second");

        JsonNode contacts = bulk.ingest(BulkClient.job("Contact", "insert"), "LastName,Account.Key__c\nBulkman,K-3\n");
        assertThat(contacts.path("numberRecordsFailed").asInt()).isZero();
        assertThat(org.count("Contact WHERE Account.Key__c = 'K-3'")).isEqualTo(1);
    }

    @Test
    void deletesIntoTheBinOrForGood() throws Exception {
        String soft = org.post("sobjects/Lead", "{\"LastName\":\"Soft\",\"Company\":\"c\"}")
                .id();
        String hard = org.post("sobjects/Lead", "{\"LastName\":\"Hard\",\"Company\":\"c\"}")
                .id();
        bulk.ingest(BulkClient.job("Lead", "delete"), "Id\n" + soft.substring(0, 15) + "\n");
        bulk.ingest(BulkClient.job("Lead", "hardDelete"), "Id\n" + hard + "\n");
        assertThat(org.get("sobjects/Lead/" + soft).error()).startsWith("404 ENTITY_IS_DELETED");
        assertThat(org.get("sobjects/Lead/" + hard).error()).startsWith("404 NOT_FOUND");
        JsonNode again = bulk.ingest(BulkClient.job("Lead", "delete"), "Id\n" + soft + "\n");
        assertThat(bulk.results(again, "failedResults")).contains("ENTITY_IS_DELETED:entity is deleted:--");
    }

    @Test
    void takesCompressedAndMultipartData() throws Exception {
        String id = bulk.open(BulkClient.job("Lead", "insert"));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("LastName,Company\nZipped,c\n".getBytes(StandardCharsets.UTF_8));
        }
        RequestBody body = RequestBody.create(packed.toByteArray(), BulkClient.CSV);
        assertThat(bulk.text(org.request("jobs/ingest/" + id + "/batches")
                                .put(body)
                                .header("Content-Encoding", "gzip"))
                        .status())
                .isEqualTo(201);
        bulk.close(id);
        assertThat(bulk.await("jobs/ingest/" + id).path("state").asText()).isEqualTo("JobComplete");
        assertThat(org.count("Lead WHERE LastName = 'Zipped'")).isEqualTo(1);

        RequestBody parts = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("job", null, RequestBody.create(BulkClient.job("Lead", "insert"), null))
                .addFormDataPart(
                        "content", "content", RequestBody.create("LastName,Company\nParted,c\n", BulkClient.CSV))
                .build();
        Reply made = org.send(org.request("jobs/ingest").post(parts));
        assertThat(made.body().path("state").asText()).isEqualTo("UploadComplete");
        bulk.await("jobs/ingest/" + made.id());
        assertThat(org.count("Lead WHERE LastName = 'Parted'")).isEqualTo(1);
    }

    @Test
    void worksOnManyRowsThoughSomeFail() throws Exception {
        StringBuilder csv = new StringBuilder("LastName,Company\n");
        for (int i = 0; i < 1_050; i++) {
            csv.append(i % 100 == 7 ? "" : "Many" + i).append(",Co\n");
        }
        JsonNode job = bulk.ingest(BulkClient.job("Lead", "insert"), csv.toString());
        assertThat(job.path("numberRecordsProcessed").asInt()).isEqualTo(1_050);
        assertThat(job.path("numberRecordsFailed").asInt()).isEqualTo(11);
        assertThat(org.count("Lead WHERE LastName LIKE 'Many%'")).isEqualTo(1_039);
        assertThat(bulk.results(job, "failedResults").lines()).hasSize(12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
                    insert ! Name,Nope__c|x,y                   ! InvalidBatch : Field name not found : Nope__c
                    insert ! Name,name|x,y                      ! InvalidBatch : Duplicate column : name
                    insert ! Name                               ! InvalidBatch : Records not found
                    insert ! ''                                 ! InvalidBatch : Records not found
                    insert ! Name~|x~|                          ! ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF
                    insert ! Owner.Nope,Name|x,y                ! InvalidBatch : Field name not found : Owner.Nope
                    update ! Name|x                             ! InvalidBatch : Field name not found : Id
                    delete ! Id,Name|x,y                        ! InvalidBatch : The 'delete' batch must contain only ids
                    insert ! Name,Phone|x                       ! InvalidBatch : Failed to parse CSV.
                    insert ! \uFEFFName|x                       ! InvalidBatch : Field name not found : \uFEFFName
                    insert ! Name|"cut of              ! InvalidBatch : Failed to parse CSV. EOF reached before closing an opened quote
                    insert ! Name,Phone|"x"y,z                  ! InvalidBatch : Failed to parse CSV. Found unescaped quote
                    """)
    void failsAJobWhoseDataIsWrong(String operation, String csv, String error) throws Exception {
        JsonNode job = bulk.ingest(
                BulkClient.job("Account", operation), csv.replace('|', '\n').replace('~', '\r'));
        assertThat(job.path("state").asText()).isEqualTo("Failed");
        assertThat(job.path("errorMessage").asText()).startsWith(error);
    }

    @Test
    void failsAJobWhoseDataIsNotUtf8() throws Exception {
        String id = bulk.open(BulkClient.job("Account", "insert"));
        bulk.put(id, RequestBody.create("Name\nM\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1), BulkClient.CSV));
        bulk.close(id);
        assertThat(bulk.await("jobs/ingest/" + id).path("errorMessage").asText())
                .contains("not encoded in UTF-8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
                    {"operation":"insert"}                                       ! 400 INVALIDJOB: InvalidJob : Missing required field: object
                    {"object":"Account"}                                         ! 400 INVALIDJOB: InvalidJob : Missing required field: operation
                    {"object":"Nope","operation":"insert"}                       ! 400 INVALIDJOB: InvalidJob : Unable to find object: Nope
                    {"object":"Account","operation":"merge"}                     ! 400 INVALIDJOB: InvalidJob : Unknown operation: 'merge'
                    {"object":"Account","operation":"query"}                     ! 400 INVALIDJOB: InvalidJob : Unknown operation: 'query'
                    {"object":"Account","operation":"upsert"}                    ! 400 INVALIDJOB: InvalidJob : Missing required field: externalIdFieldName
                    {"object":"Account","operation":"upsert","externalIdFieldName":"Phone"} ! 400 INVALIDJOB: InvalidJob : Field name provided, Phone does not match an External ID, Salesforce Id, or indexed field for Account
                    {"object":"Account","operation":"insert","contentType":"XML"} ! 400 INVALIDJOB: InvalidJob : 'XML' is not a valid contentType. Choose one of CSV
                    {"object":"Account","operation":"insert","lineEnding":"CR"}  ! 400 INVALIDJOB: InvalidJob : 'CR' is not a valid lineEnding. Choose one of LF, CRLF
                    {"object":"Organization","operation":"insert"}               ! 400 INVALIDENTITY: InvalidEntity : Entity 'Organization' is not supported by the Bulk API.
                    {"object":7,"operation":"insert"}                            ! 400 JSON_PARSER_ERROR: Cannot deserialize instance of string from VALUE_NUMBER_INT value for object
                    """)
    void makesNoJobThatCanNotBe(String job, String error) throws IOException {
        assertThat(org.post("jobs/ingest", job).error()).isEqualTo(error);
    }

    @Test
    void abortsAndKeepsWhatWasNotProcessed() throws Exception {
        String id = bulk.open(BulkClient.job("Account", "insert"));
        bulk.upload(id, "Name\nNever\n");
        assertThat(org.patch("jobs/ingest/" + id, "{\"state\":\"Aborted\"}")
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("Aborted");
        assertThat(bulk.results(org.get("jobs/ingest/" + id).body(), "unprocessedrecords"))
                .isEqualTo("\"Name\"\n\"Never\"\n");
        assertThat(bulk.close(id).error()).startsWith("400 INVALIDJOBSTATE");
        assertThat(org.count("Account WHERE Name = 'Never'")).isZero();
    }

    @Test
    void answersForJobsAndPathsThatAreNone() throws IOException {
        for (String path : List.of(
                "jobs", "jobs/x", "jobs/ingest/undefined", "jobs/ingest/7505g00000zzzzz", "jobs/query/undefined")) {
            assertThat(org.get(path).error()).as(path).startsWith("404 NOT_FOUND");
        }
        assertThat(org.delete("jobs/ingest").error()).startsWith("405 METHOD_NOT_ALLOWED");
    }

    private static void field(String name, String metadata) throws IOException {
        Reply made = org.post(
                "tooling/sobjects/CustomField",
                "{\"FullName\":\"" + name + "\",\"Metadata\":{\"label\":\"L\"," + metadata + "}}");
        assertThat(made.status()).isEqualTo(201);
    }
}
