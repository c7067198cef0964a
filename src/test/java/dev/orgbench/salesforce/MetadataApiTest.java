package dev.orgbench.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.salesforce.SalesforceException.SignInNeeded;
import dev.orgbench.salesforce.SalesforceException.Unreachable;
import dev.orgbench.trace.Exchange;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okio.ByteString;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataApiTest {
    /** As some sign-ins give it: nothing in it tells that it is a session. */
    private static final String SECRET = "opaque-secret&<session>";

    private static final String DONE = answer("<success>true</success>");
    private static final String ENDED = fault("sf:INVALID_SESSION_ID", "INVALID_SESSION_ID: Invalid Session ID found");

    private final MockWebServer server = new MockWebServer();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void metadataGoesAsElementsAndTheSessionIsNotRecorded() throws Exception {
        enqueue(200, DONE);

        pasted().metadata().create("CustomObject", "Rocket__c", json("""
                        {"fullName": "Other__c", "label": "Röck & <Roll> 🚀", "nameField": {"type": "Text"}, "description": null,
                         "enableReports": true, "actionOverrides": [{"type": "Default"}, {"type": "Flexipage"}]}
                        """));

        String sent = body();
        assertThat(sent)
                .contains("<SessionHeader><sessionId>opaque-secret&amp;&lt;session&gt;</sessionId></SessionHeader>")
                .contains("<soapenv:Body xmlns=\"http://soap.sforce.com/2006/04/metadata\"><createMetadata>"
                        + "<metadata xsi:type=\"CustomObject\"><fullName>Rocket__c</fullName>"
                        + "<label>Röck &amp; &lt;Roll&gt; 🚀</label><nameField><type>Text</type></nameField>"
                        + "<enableReports>true</enableReports><actionOverrides><type>Default</type></actionOverrides>"
                        + "<actionOverrides><type>Flexipage</type></actionOverrides></metadata></createMetadata>");
        assertThat(sent).doesNotContain("Other__c");
        assertThat(exchanges).singleElement().satisfies(exchange -> {
            assertThat(exchange.url()).endsWith("/services/Soap/m/62.0");
            assertThat(exchange.requestBody())
                    .contains("<sessionId>••••</sessionId>")
                    .contains("Rocket__c");
            assertThat(exchange.toString()).doesNotContain("opaque-secret");
        });
    }

    @Test
    void aRefusedComponentTellsSalesforcesCodeMessageAndFields() {
        enqueue(
                200,
                answer(
                        "<errors><fields>label</fields><message>Name &amp; label &lt;x&gt; are taken</message>"
                                + "<statusCode>DUPLICATE_DEVELOPER_NAME</statusCode></errors><fullName>A__c</fullName><success>false</success>"));

        Refused refused = refused(() -> pasted().metadata().delete("CustomObject", "A__c"));

        assertThat(refused.errorCode()).isEqualTo("DUPLICATE_DEVELOPER_NAME");
        assertThat(refused.text()).isEqualTo("Name & label <x> are taken");
        assertThat(refused.fields()).containsExactly("label");
        assertThat(refused.status()).isEqualTo(200);
    }

    @Test
    void aFaultIsToldAsARefusalIs() {
        enqueue(
                500,
                fault(
                        "sf:INSUFFICIENT_ACCESS",
                        "INSUFFICIENT_ACCESS: use of the Metadata API requires a user with it"));

        Refused refused = refused(() -> pasted().metadata().delete("CustomObject", "A__c"));

        assertThat(refused.errorCode()).isEqualTo("INSUFFICIENT_ACCESS");
        assertThat(refused.text()).isEqualTo("use of the Metadata API requires a user with it");
        assertThat(refused.status()).isEqualTo(500);
    }

    @Test
    void anEndedSessionIsRenewedOnce() throws Exception {
        enqueue(200, "{\"access_token\":\"first-session\"}");
        enqueue(500, ENDED);
        enqueue(200, "{\"access_token\":\"second-session\"}");
        enqueue(200, DONE);

        signedIn(new SignIn.ClientCredentials("id", "hush")).metadata().delete("CustomField", "Account.Rank__c");

        server.takeRequest(1, TimeUnit.SECONDS);
        assertThat(body()).contains("first-session");
        server.takeRequest(1, TimeUnit.SECONDS);
        assertThat(body())
                .contains("<sessionId>second-session</sessionId>")
                .contains(
                        "<deleteMetadata><type>CustomField</type><fullNames>Account.Rank__c</fullNames></deleteMetadata>");
        assertThat(exchanges.toString()).doesNotContain("first-session").doesNotContain("second-session");
    }

    @Test
    void aSessionThatCannotBeRenewedAsksToSignIn() {
        enqueue(500, ENDED);

        assertThat(catchThrowableOfType(
                        SignInNeeded.class, () -> pasted().metadata().delete("CustomObject", "A__c")))
                .hasMessageContaining("Sign in to the org again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Sign in</body></html>",
                "not XML",
                "",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
            })
    void whatIsNoSoapIsToldAsSomethingInBetween(String answer) {
        enqueue(200, answer);

        assertThat(catchThrowableOfType(
                        Unreachable.class, () -> pasted().metadata().delete("CustomObject", "A__c")))
                .hasMessageContaining("something other than Salesforce's XML")
                .hasMessageNotContaining("root:");
    }

    @Test
    void anErrorWithoutSoapKeepsItsStatus() {
        enqueue(503, "<html>Down for maintenance</html>");

        Refused refused = refused(() -> pasted().metadata().delete("CustomObject", "A__c"));

        assertThat(refused.errorCode()).isEqualTo("HTTP_503");
        assertThat(refused.text()).contains("Down for maintenance");
    }

    @Test
    void describesAreForgottenAndListenersToldAfterAChange() throws Exception {
        AtomicInteger told = new AtomicInteger();
        OrgConnection org = connection(new SignIn.PastedSession(SECRET));
        var listening = org.onMetadataChange(told::incrementAndGet);
        Salesforce salesforce = org.as(exchanges::add);
        server.enqueue(new MockResponse.Builder()
                .body("{\"name\":\"A__c\",\"fields\":[]}")
                .addHeader("ETag", "\"1\"")
                .build());
        enqueue(200, DONE);
        enqueue(200, "{\"name\":\"A__c\",\"fields\":[]}");
        enqueue(204, "");
        enqueue(204, "");

        salesforce.describe("A__c");
        assertThat(told).hasValue(0);
        salesforce.metadata().delete("CustomField", "A__c.B__c");
        assertThat(told).hasValue(1);
        salesforce.describe("A__c");
        salesforce.toolingUpdate("CustomField", "00N000000000001", json("{}"));
        assertThat(told).hasValue(2);
        listening.close();
        salesforce.toolingUpdate("CustomField", "00N000000000001", json("{}"));

        assertThat(told).hasValue(2);
        server.takeRequest(1, TimeUnit.SECONDS);
        server.takeRequest(1, TimeUnit.SECONDS);
        assertThat(Objects.requireNonNull(server.takeRequest(1, TimeUnit.SECONDS))
                        .getHeaders()
                        .get("If-None-Match"))
                .isNull();
    }

    @Test
    void whatXmlCannotCarryIsFoundBeforehand() {
        assertThat(MetadataApi.unfit(json("{\"label\":\"ok 🚀\\n\",\"a\":[{\"b\":1}]}")))
                .isEmpty();
        assertThat(MetadataApi.unfit(json("{\"a\":[{\"b\":\"\\u0000\"}]}"))).contains("a.b");
        assertThat(MetadataApi.unfit(json("{\"a\":{\"x><y\":1}}"))).contains("a.x><y");
    }

    private static Refused refused(ThrowingCallable call) {
        return catchThrowableOfType(Refused.class, call);
    }

    private Salesforce pasted() {
        return signedIn(new SignIn.PastedSession(SECRET));
    }

    private Salesforce signedIn(SignIn signIn) {
        return connection(signIn).as(exchanges::add);
    }

    private OrgConnection connection(SignIn signIn) {
        return new OrgConnection("Acme", server.url("/").uri(), "62.0", signIn, new OkHttpClient(), Clock.systemUTC());
    }

    private void enqueue(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private String body() throws InterruptedException {
        ByteString body =
                Objects.requireNonNull(server.takeRequest(1, TimeUnit.SECONDS)).getBody();
        return Objects.requireNonNull(body).utf8();
    }

    private static String answer(String result) {
        return envelope("<r xmlns=\"http://soap.sforce.com/2006/04/metadata\"><result>" + result + "</result></r>");
    }

    private static String fault(String code, String message) {
        return envelope("<soapenv:Fault><faultcode>" + code + "</faultcode><faultstring>" + message
                + "</faultstring></soapenv:Fault>");
    }

    private static String envelope(String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soapenv:Envelope"
                + " xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Body>" + body
                + "</soapenv:Body></soapenv:Envelope>";
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
