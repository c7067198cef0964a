package dev.orgbench.demo.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.soap.SoapTalk.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoapEndpointTest {
    private static final MediaType XML = MediaType.get("text/xml");
    private static final String ENVELOPE =
            "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body xmlns='urn:partner.soap.sforce.com'>";
    private static final String END = "</e:Body></e:Envelope>";

    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    private static SoapTalk partner;

    @BeforeAll
    static void start() throws IOException {
        partner = new SoapTalk(org, "u/50.0", "urn:partner.soap.sforce.com");
    }

    @AfterAll
    static void close() {
        partner.close();
    }

    @Test
    void loginWorksAsJsforceSendsIt() throws Exception {
        String login = ENVELOPE + "<login><username>" + org.org().userName()
                + "</username><password>demo</password></login>" + END;
        Reply reply = partner.post(chunked(login));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.raw()).contains("<serverUrl>" + org.org().uri() + "/services/Soap/u/50.0/00D");
        String session = reply.texts("sessionId").getFirst();
        assertThat(session).matches("(00D\\w{12,15})![.\\w]*");
        assertThat(partner.call("<getUserInfo/>", session, "").texts("userName"))
                .containsExactly(org.org().userName());
    }

    @Test
    void answersTellHowManyRequestsAreLeft() throws Exception {
        int before =
                Integer.parseInt(partner.call("<getUserInfo/>").texts("current").getFirst());
        Reply after = partner.call("<getUserInfo/>");
        assertThat(after.texts("current")).containsExactly(String.valueOf(before + 1));
        assertThat(after.texts("limit")).containsExactly("15000");
        assertThat(after.texts("type")).containsExactly("API REQUESTS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "00D000000000000!AQ.x"})
    void aStrangersSessionIsRefusedInTheFormThatClientsRenewOn(String session) throws Exception {
        Reply reply = partner.call("<getUserInfo/>", session, "");
        assertThat(reply.fault()).startsWith("500 sf:INVALID_SESSION_ID|INVALID_SESSION_ID: Invalid Session ID found");
        assertThat(reply.raw()).contains("<faultcode>sf:INVALID_SESSION_ID</faultcode>", "<soapenv:Fault>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <login><username>nobody</username><password>demo</password></login> | sf:INVALID_LOGIN|INVALID_LOGIN: Invalid username, password, security token; or user locked out.
            <convertLead/>                                                       | soapenv:Client|No operation available for request {urn:partner.soap.sforce.com}convertLead
            """)
    void faultsHaveSalesforcesCodes(String operation, String code, String text) throws Exception {
        assertThat(partner.call(operation).fault()).isEqualTo("500 " + code + "|" + text);
    }

    @Test
    void anUnknownObjectAndABrokenQueryAreFaults() throws Exception {
        assertThat(partner.call("<query><queryString>SELECT Id FROM Nothing</queryString></query>")
                        .fault())
                .startsWith("500 sf:INVALID_TYPE|INVALID_TYPE: \nSELECT Id FROM Nothing");
        assertThat(partner.call("<query><queryString>SELECT</queryString></query>")
                        .fault())
                .startsWith("500 sf:MALFORMED_QUERY|");
        assertThat(partner.call("<queryMore><queryLocator>01g-1</queryLocator></queryMore>")
                        .fault())
                .startsWith("500 sf:INVALID_QUERY_LOCATOR|");
    }

    @Test
    void theEnterpriseFormNamesRecordsByTheirObject() throws Exception {
        try (SoapTalk enterprise = new SoapTalk(org, "c/67.0", "urn:enterprise.soap.sforce.com")) {
            Reply made = enterprise.call(
                    "<create><sObjects xsi:type='sf:Lead' xmlns:sf='urn:sobject.enterprise.soap.sforce.com'>"
                            + "<sf:LastName>Ünal</sf:LastName><sf:Company>Grün</sf:Company></sObjects></create>");
            assertThat(made.result().textOf("success")).isEqualTo("true");
            Reply found = enterprise.call("<query><queryString>SELECT Id, LastName FROM Lead WHERE Id = '"
                    + made.result().textOf("id") + "'</queryString></query>");
            assertThat(found.raw()).contains("xsi:type=\"sf:Lead\"", "<sf:LastName>Ünal</sf:LastName>");
        }
    }

    @Test
    void anonymousApexDoesNotCompileAndTheAnswerSaysWhy() throws Exception {
        try (SoapTalk apex = new SoapTalk(org, "s/65.0/00D000000000000", "http://soap.sforce.com/2006/08/apex")) {
            Reply reply = apex.call("<executeAnonymous><apexcode>System.debug(1);</apexcode></executeAnonymous>");
            assertThat(reply.result().textOf("compiled")).isEqualTo("false");
            assertThat(reply.result().textOf("compileProblem")).contains("runs no Apex");
            assertThat(reply.raw()).contains("<DebuggingInfo><debugLog");
        }
        assertThat(org.get("tooling/executeAnonymous?anonymousBody=x")
                        .body()
                        .path("compileProblem")
                        .asText())
                .contains("runs no Apex");
    }

    @Test
    void onlyPostAndKnownVersionsAreServed() throws Exception {
        assertThat(partner.send(new Request.Builder().url(org.org().uri() + "/services/Soap/u/50.0"))
                        .status())
                .isEqualTo(405);
        try (SoapTalk old = new SoapTalk(org, "u/9.0", "urn:partner.soap.sforce.com")) {
            assertThat(old.call("<getUserInfo/>").fault()).startsWith("500 sf:UNSUPPORTED_API_VERSION|");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<a",
                "<a></b>",
                "{\"json\":1}",
                "<Envelope/>",
                "<e:Envelope xmlns:e='x'><e:Body/></e:Envelope>",
                "<!DOCTYPE x [<!ENTITY a \"b\">]><Envelope><Body>&a;</Body></Envelope>",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Envelope><Body>&a;</Body></Envelope>",
                "<!DOCTYPE l [<!ENTITY a0 \"lol\"><!ENTITY a1 \"&a0;&a0;&a0;&a0;\"><!ENTITY a2 \"&a1;&a1;&a1;&a1;\">]><l>&a2;</l>",
                "<?xml version='1.0' encoding='UTF-16'?><Envelope/>",
                "<?xml version='1.0' encoding='no-such'?><Envelope/>"
            })
    void whatIsNoCallIsRefusedByTheSoapServerItself(String body) throws Exception {
        Instant start = Instant.now();
        Reply reply = partner.post(body);
        assertThat(reply.fault()).startsWith("500 soapenv:Client|Failed to parse SOAP message");
        assertThat(reply.raw()).doesNotContain("root:", "lollol", "Exception", "at dev.");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void bytesOfAnotherEncodingThanDeclaredAreRefused() throws Exception {
        byte[] latin = "<?xml version='1.0' encoding='UTF-8'?><Envelope><Body>\u00e4\u00f6</Body></Envelope>"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(partner.post(RequestBody.create(latin, XML)).fault()).startsWith("500 soapenv:Client|");
    }

    @Test
    void deepAndManyAndHugeDocumentsAreRefusedQuickly() throws Exception {
        Instant start = Instant.now();
        assertThat(partner.post("<a>".repeat(200_000)).fault()).contains("nested more than");
        assertThat(partner.post("<a>" + "<b/>".repeat(400_000) + "</a>").fault())
                .contains("more than 300000 elements");
        assertThat(partner.send(new Request.Builder()
                                .url(org.org().uri() + "/services/Soap/u/50.0")
                                .header("Content-Encoding", "gzip")
                                .post(RequestBody.create(packed(51 * 1024 * 1024), XML)))
                        .fault())
                .contains("EXCEEDED_MAX_SIZE_REQUEST");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(partner.call("<getUserInfo/>").status()).isEqualTo(200);
    }

    @Test
    void whatXmlCannotSayIsReplaced() throws Exception {
        org.post("sobjects/Account", "{\"Name\":\"bell\\u0007 \\ud83d\\ude00\"}");
        Reply reply = partner.call(
                "<query><queryString>SELECT Name FROM Account WHERE Name LIKE 'bell%'</queryString></query>");
        assertThat(reply.texts("Name")).containsExactly("bell\uFFFD \uD83D\uDE00");
    }

    private static byte[] packed(int blanks) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(new byte[blanks]);
        }
        return bytes.toByteArray();
    }

    private static RequestBody chunked(String text) {
        return new RequestBody() {
            @Override
            public MediaType contentType() {
                return XML;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.writeUtf8(text);
            }
        };
    }
}
