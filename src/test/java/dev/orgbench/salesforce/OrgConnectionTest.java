package dev.orgbench.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgbench.salesforce.SalesforceException.Cancelled;
import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.salesforce.SalesforceException.SignInNeeded;
import dev.orgbench.salesforce.SalesforceException.Unreachable;
import dev.orgbench.trace.Exchange;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrgConnectionTest {
    private static final String SECRET = "00D5e000000TESTEAA!AQEAQFsecretsecret.secret";
    private static final String RENEWED = "00D5e000000TESTEAA!AQEAQFrenewedrenewed";
    private static final MockResponse EXPIRED =
            answer(401, "[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]");

    private final MockWebServer org = new MockWebServer();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        org.start();
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    void aQueryIsSentSignedInAndKeepsNumbersNullsAndOrder() throws Exception {
        org.enqueue(
                answer(
                        200,
                        "{\"totalSize\":1,\"done\":true,\"records\":[{\"Z\":300.0,\"A\":null,\"Big\":12345678901234567890.1234567890}]}"));

        JsonNode page = pasted().query("SELECT Z FROM Account WHERE Name = 'a&b+c'");

        assertThat(page.path("records").path(0))
                .hasToString("{\"Z\":300.0,\"A\":null,\"Big\":12345678901234567890.1234567890}");
        RecordedRequest sent = take();
        assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer " + SECRET);
        assertThat(sent.getUrl().encodedPath()).isEqualTo("/services/data/v62.0/query");
        assertThat(sent.getUrl().queryParameter("q")).isEqualTo("SELECT Z FROM Account WHERE Name = 'a&b+c'");
    }

    @Test
    void clientCredentialsAreExchangedOnceAndNoSecretIsRecorded() throws Exception {
        org.enqueue(token(SECRET));
        org.enqueue(answer(200, "{\"sobjects\":[]}"));
        org.enqueue(answer(200, "{\"id\":\"" + SECRET + "\"}"));
        Salesforce salesforce =
                connection(new SignIn.ClientCredentials("client", "hush-hush")).as(exchanges::add);

        salesforce.describeGlobal();
        salesforce.query("SELECT Id FROM Account");

        RecordedRequest tokenRequest = take();
        assertThat(tokenRequest.getUrl().encodedPath()).isEqualTo("/services/oauth2/token");
        assertThat(tokenRequest.getBody().utf8())
                .isEqualTo("grant_type=client_credentials&client_id=client&client_secret=hush-hush");
        assertThat(take().getUrl().encodedPath()).isEqualTo("/services/data/v62.0/sobjects");
        assertThat(exchanges).hasSize(3);
        assertThat(exchanges.toString()).doesNotContain("hush-hush").doesNotContain("AQEAQF");
        assertThat(exchanges.getFirst().requestBody()).contains("client_secret=••••");
        assertThat(exchanges.get(1).requestHeaders()).contains(new Exchange.Header("Authorization", "Bearer ••••"));
    }

    @Test
    void anExpiredSessionIsRenewedOnceAndTheRequestGoesAgainWithIt() throws Exception {
        org.enqueue(token(SECRET));
        org.enqueue(EXPIRED);
        org.enqueue(token(RENEWED));
        org.enqueue(answer(200, "{\"records\":[]}"));

        connection(new SignIn.ClientCredentials("c", "s")).as(exchanges::add).query("SELECT Id FROM Account");

        take();
        assertThat(take().getHeaders().get("Authorization")).isEqualTo("Bearer " + SECRET);
        take();
        assertThat(take().getHeaders().get("Authorization")).isEqualTo("Bearer " + RENEWED);
    }

    @Test
    void aSessionThatCannotBeRenewedNamesTheOrg() {
        org.enqueue(EXPIRED);

        assertThatThrownBy(() -> pasted().query("SELECT Id FROM Account"))
                .isInstanceOf(SignInNeeded.class)
                .hasMessageContaining("Acme sandbox")
                .hasMessageContaining("Sign in to the org again");
        assertThat(org.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aRenewedSessionThatIsRefusedTooEndsThere() {
        org.enqueue(token(SECRET));
        org.enqueue(EXPIRED);
        org.enqueue(token(RENEWED));
        org.enqueue(EXPIRED);

        assertThatThrownBy(() -> connection(new SignIn.ClientCredentials("c", "s"))
                        .as(exchanges::add)
                        .query("SELECT Id FROM Account"))
                .isInstanceOf(SignInNeeded.class)
                .hasMessageContaining("Session expired or invalid");
        assertThat(org.getRequestCount()).isEqualTo(4);
    }

    @Test
    void refusedCredentialsSayWhatSalesforceSaid() {
        org.enqueue(answer(400, "{\"error\":\"invalid_client\",\"error_description\":\"invalid client credentials\"}"));

        assertThatThrownBy(() -> connection(new SignIn.ClientCredentials("c", "hush-hush"))
                        .as(exchanges::add)
                        .query("SELECT Id FROM Account"))
                .isInstanceOf(SignInNeeded.class)
                .hasMessageContaining("invalid_client: invalid client credentials")
                .hasMessageNotContaining("hush-hush");
    }

    @Test
    void twoThreadsWithTheSameEndedSessionRenewItOnce() throws Exception {
        org.enqueue(token(SECRET));
        org.enqueue(answer(200, "{}"));
        OrgConnection connection = connection(new SignIn.ClientCredentials("c", "s"));
        connection.as(exchanges::add).query("first");
        org.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if (request.getUrl().encodedPath().endsWith("/token")) {
                    return token(RENEWED);
                }
                String authorization = request.getHeaders().get("Authorization");
                return ("Bearer " + RENEWED).equals(authorization) ? answer(200, "{}") : EXPIRED;
            }
        });

        List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(CompletableFuture.supplyAsync(
                    () -> unchecked(() -> connection.as(exchanges::add).query("q"))));
        }
        answers.forEach(CompletableFuture::join);

        assertThat(exchanges.stream().filter(each -> each.url().endsWith("/token")))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400|[{\"message\":\"No such column 'x'\",\"errorCode\":\"INVALID_FIELD\"}]|INVALID_FIELD|No such column 'x'",
                "400|[{\"statusCode\":\"REQUIRED_FIELD_MISSING\",\"message\":\"Required fields are missing: [LastName]\",\"fields\":[\"LastName\"]}]|REQUIRED_FIELD_MISSING|Required fields are missing: [LastName]",
                "403|[{\"message\":\"TotalRequests Limit exceeded.\",\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]|REQUEST_LIMIT_EXCEEDED|TotalRequests Limit exceeded.",
                "400|{\"error\":\"invalid_grant\",\"error_description\":\"authentication failure\"}|invalid_grant|authentication failure",
                "400|[{\"message\":\"a\",\"errorCode\":\"A\"},{\"message\":\"b\",\"errorCode\":\"B\"}]|A|a; B: b",
            })
    void everyFormOfErrorBodyBecomesATypedError(int status, String body, String code, String message) {
        org.enqueue(answer(status, body));

        Refused refused = catchThrowableOfType(Refused.class, () -> pasted().query("q"));

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.errorCode()).isEqualTo(code);
        assertThat(refused).hasMessage(message);
    }

    @Test
    void aProxysPageIsSaidToBeOne() {
        org.enqueue(new MockResponse.Builder()
                .code(502)
                .body("<html><head><title>Bad gateway</title></head></html>")
                .build());
        org.enqueue(answer(200, "<html>Please sign in</html>"));

        Refused refused = catchThrowableOfType(Refused.class, () -> pasted().query("q"));
        assertThat(refused.errorCode()).isEqualTo("HTTP_502");
        assertThat(refused).hasMessageContaining("Bad gateway").hasMessageContaining("proxy");
        assertThatThrownBy(() -> pasted().query("q"))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("Please sign in");
    }

    @Test
    void nothingIsSentAgainAfter503AndRetryAfterPassesThrough() {
        org.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "0")
                .body("[{\"message\":\"busy\",\"errorCode\":\"SERVER_UNAVAILABLE\"}]")
                .build());
        org.enqueue(answer(408, "[]"));

        Refused refused = catchThrowableOfType(Refused.class, () -> pasted().query("q"));
        assertThat(refused.retryAfter()).isEqualTo("0");
        assertThatThrownBy(() -> pasted().query("q")).isInstanceOf(Refused.class);
        assertThat(org.getRequestCount()).isEqualTo(2);
        assertThat(exchanges.getFirst().responseHeaders()).contains(new Exchange.Header("Retry-After", "0"));
    }

    @Test
    void aWriteWhoseConnectionBreaksIsNotSentTwice() {
        org.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertThatThrownBy(() -> pasted().create("Account", JsonNodeFactory.instance.objectNode()))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("look before sending it again");
        assertThat(org.getRequestCount()).isEqualTo(1);
        assertThat(exchanges).hasSize(1);
        assertThat(exchanges.getFirst().failure())
                .contains("broke before the answer was complete")
                .doesNotContain("null");
    }

    @Test
    void anAnswerThatNeverComesEndsWithASentence() {
        org.enqueue(new MockResponse.Builder().headersDelay(1, TimeUnit.MINUTES).build());
        OrgConnection connection = new OrgConnection(
                "Acme sandbox",
                uri(),
                "62.0",
                KeptSignIn.inMemory(new SignIn.PastedSession(SECRET)),
                new OkHttpClient.Builder().callTimeout(Duration.ofMillis(200)).build(),
                clock());

        assertThatThrownBy(() -> connection.as(exchanges::add).query("q"))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("did not answer within");
    }

    @Test
    void anOrgThatIsNotThereSaysSo() {
        URI gone = uri();
        org.close();

        assertThatThrownBy(() -> new OrgConnection(
                                "Acme sandbox",
                                gone,
                                "62.0",
                                new SignIn.PastedSession(SECRET),
                                new OkHttpClient(),
                                clock())
                        .as(exchanges::add)
                        .query("q"))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("Nothing answers")
                .hasMessageContaining("Acme sandbox");
    }

    @Test
    void interruptingTheThreadCancelsTheRequest() throws Exception {
        org.enqueue(new MockResponse.Builder().headersDelay(1, TimeUnit.MINUTES).build());
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        Thread caller = Thread.ofPlatform().start(() -> {
            try {
                pasted().query("q");
            } catch (SalesforceException e) {
                outcome.complete(e);
            }
        });
        take();

        caller.interrupt();

        assertThat(outcome.get(5, TimeUnit.SECONDS)).isInstanceOf(Cancelled.class);
    }

    @Test
    void aDescribeIsAskedForByItsValidatorsAndServedFromTheLastAnswer() throws Exception {
        org.enqueue(new MockResponse.Builder()
                .body("{\"name\":\"Account\",\"fields\":[{\"name\":\"Name\",\"custom\":false}]}")
                .addHeader("ETag", "\"baf7f695\"")
                .addHeader("Last-Modified", "Fri, 14 Aug 2020 20:53:02 GMT")
                .build());
        org.enqueue(new MockResponse.Builder().code(304).build());
        Salesforce salesforce = pasted();

        ObjectDescribe first = salesforce.describe("Account");
        ObjectDescribe second = salesforce.describe("Account");

        assertThat(second.json()).isSameAs(first.json());
        assertThat(second.field("NAME")).isPresent();
        take();
        RecordedRequest conditional = take();
        assertThat(conditional.getHeaders().get("If-None-Match")).isEqualTo("\"baf7f695\"");
        assertThat(conditional.getHeaders().get("If-Modified-Since")).isEqualTo("Fri, 14 Aug 2020 20:53:02 GMT");
    }

    @Test
    void whatOneUserWasToldDoesNotCountForTheNext() throws Exception {
        MockResponse described = new MockResponse.Builder()
                .body("{\"name\":\"Account\",\"fields\":[{\"name\":\"Name\"}]}")
                .addHeader("ETag", "\"baf7f695\"")
                .build();
        org.enqueue(described);
        org.enqueue(described);
        Salesforce salesforce = pasted();
        salesforce.describe("Account");
        assertThat(salesforce.lastDescribe("account")).isPresent();

        salesforce.org().signIn(KeptSignIn.inMemory(new SignIn.PastedSession("00D!another")));

        assertThat(salesforce.lastDescribe("account")).isEmpty();
        salesforce.describe("Account");
        take();
        assertThat(take().getHeaders().get("If-None-Match")).isNull();
    }

    @Test
    void aDescribeChangedWithinTheSecondIsNotTrusted() throws Exception {
        org.enqueue(new MockResponse.Builder()
                .body("{\"name\":\"A__c\",\"fields\":[]}")
                .addHeader("Last-Modified", "Fri, 14 Aug 2020 20:53:02 GMT")
                .addHeader("Date", "Fri, 14 Aug 2020 20:53:02 GMT")
                .build());
        org.enqueue(answer(200, "{\"name\":\"A__c\",\"fields\":[]}"));
        Salesforce salesforce = pasted();

        salesforce.describe("A__c");
        salesforce.describe("A__c");

        take();
        assertThat(take().getHeaders().get("If-Modified-Since")).isNull();
    }

    @Test
    void everyAnswerTellsTheApiUse() throws Exception {
        org.enqueue(new MockResponse.Builder()
                .body("{}")
                .addHeader("Sforce-Limit-Info", "api-usage=25/5000; per-app-api-usage=17/250(appName=sample-app)")
                .build());
        OrgConnection connection = connection(new SignIn.PastedSession(SECRET));
        List<ApiUsage> told = new ArrayList<>();
        var subscription = connection.onApiUsage(told::add);

        connection.as(exchanges::add).query("q");
        subscription.close();

        assertThat(told).singleElement().satisfies(usage -> {
            assertThat(usage.used()).isEqualTo(25);
            assertThat(usage.remaining()).isEqualTo(4975);
        });
        assertThat(connection.apiUsage()).contains(told.getFirst());
    }

    @Test
    void namesCannotLeadOutOfTheirPath() throws Exception {
        org.enqueue(answer(200, "{}"));
        org.enqueue(answer(200, "{}"));

        pasted().row("Account", "../../v62.0/limits", List.of());
        pasted().row("Account", "..", List.of());

        assertThat(take().getUrl().encodedPath())
                .isEqualTo("/services/data/v62.0/sobjects/Account/..%2F..%2Fv62.0%2Flimits");
        assertThat(take().getUrl().encodedPath()).startsWith("/services/data/v62.0/sobjects/Account/");
    }

    @Test
    void aLongBodyIsRecordedCut() throws Exception {
        org.enqueue(answer(200, "{\"x\":\"" + "y".repeat(300_000) + "\"}"));

        assertThat(pasted().query("q").path("x").asText()).hasSize(300_000);

        assertThat(exchanges.getFirst().responseBody()).hasSizeLessThan(263_000).contains("cut here");
    }

    private Salesforce pasted() {
        return connection(new SignIn.PastedSession(SECRET)).as(exchanges::add);
    }

    private OrgConnection connection(SignIn signIn) {
        return new OrgConnection("Acme sandbox", uri(), "62.0", signIn, new OkHttpClient(), clock());
    }

    private URI uri() {
        return org.url("/").uri();
    }

    private static Clock clock() {
        return Clock.systemUTC();
    }

    private RecordedRequest take() throws InterruptedException {
        RecordedRequest request = org.takeRequest(5, TimeUnit.SECONDS);
        assertThat(request).isNotNull();
        return Objects.requireNonNull(request);
    }

    private static MockResponse answer(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    private static MockResponse token(String token) {
        return answer(200, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"signature\":\"s1g\"}");
    }

    private static JsonNode unchecked(Callable<JsonNode> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
