package dev.orgbench.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.orgbench.soql.schema.FieldType;
import dev.orgbench.soql.schema.Lookup;
import dev.orgbench.soql.schema.ObjectSchema;
import dev.orgbench.soql.schema.ObjectSummary;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrgSchemaTest {
    private static final String LIST = """
            {"sobjects": [
              {"name": "Account", "label": "Account", "custom": false, "queryable": true, "keyPrefix": "001"},
              {"name": "Hidden", "label": "Hidden", "custom": false, "queryable": false, "keyPrefix": null}]}""";
    private static final String ACCOUNT = """
            {"name": "Account", "label": "Account", "custom": false, "queryable": true, "keyPrefix": "001",
             "fields": [
              {"name": "Industry", "label": "Industry", "type": "picklist", "length": 255, "filterable": true, "sortable": true,
               "groupable": true, "aggregatable": true, "nillable": true, "custom": false, "relationshipName": null,
               "referenceTo": [], "restrictedPicklist": true, "inlineHelpText": "What they do.",
               "picklistValues": [{"active": true, "value": "Banking", "label": "Bank"}, {"active": false, "value": "Old", "label": "Old"}]},
              {"name": "OwnerId", "label": "Owner ID", "type": "reference", "length": 18, "filterable": true, "sortable": true,
               "groupable": true, "aggregatable": true, "nillable": false, "custom": false, "relationshipName": "Owner",
               "referenceTo": ["User"], "picklistValues": [], "inlineHelpText": null}],
             "childRelationships": [
              {"childSObject": "Contact", "field": "AccountId", "relationshipName": "Contacts"},
              {"childSObject": "AccountShare", "field": "AccountId", "relationshipName": null}]}""";

    private final MockWebServer server = new MockWebServer();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private final Semaphore changes = new Semaphore(0);
    private volatile boolean down;

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String path = Objects.requireNonNull(request.getUrl()).encodedPath();
                if (down) {
                    return new MockResponse.Builder()
                            .code(503)
                            .body("[{\"message\":\"Not now\",\"errorCode\":\"SERVER_UNAVAILABLE\"}]")
                            .build();
                }
                return new MockResponse.Builder()
                        .body(path.endsWith("/describe") ? ACCOUNT : LIST)
                        .build();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsAskedForComesInTheBackgroundAndIsTold() throws Exception {
        try (OrgSchema schema = schema()) {
            assertThat(schema.object("account").isPending()).isTrue();
            awaitChange();
            assertThat(schema.objects().known().orElseThrow())
                    .extracting(ObjectSummary::name)
                    .containsExactly("Account", "Hidden");
            assertThat(schema.object("account").isPending()).isTrue();
            awaitChange();

            ObjectSchema account = schema.object("ACCOUNT").known().orElseThrow();

            assertThat(account.summary().keyPrefix()).isEqualTo("001");
            assertThat(account.field("industry")).hasValueSatisfying(field -> {
                assertThat(field.type()).isEqualTo(FieldType.PICKLIST);
                assertThat(field.restricted()).isTrue();
                assertThat(field.helpText()).isEqualTo("What they do.");
                assertThat(field.picklistValues())
                        .extracting("value", "label")
                        .containsExactly(tuple("Banking", "Bank"));
            });
            assertThat(account.parent("owner"))
                    .hasValueSatisfying(field -> assertThat(field.referenceTo()).containsExactly("User"));
            assertThat(account.children()).extracting("relationshipName").containsExactly("Contacts");
            assertThat(server.getRequestCount()).isEqualTo(2);
        }
    }

    @Test
    void onlyWhatTheListLacksIsAbsentAndAskedForByNobody() throws Exception {
        try (OrgSchema schema = schema()) {
            schema.objects();
            awaitChange();

            assertThat(schema.object("Nope")).isInstanceOf(Lookup.Absent.class);
            assertThat(server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void anOrgThatDoesNotAnswerIsAskedAgainAfterAWhile() throws Exception {
        down = true;
        try (OrgSchema schema = schema()) {
            schema.objects();
            awaitChange();
            assertThat(schema.failure())
                    .hasValueSatisfying(failure -> assertThat(failure.text()).contains("Not now"));
            assertThat(schema.objects().isPending()).isTrue();
            assertThat(server.getRequestCount()).isEqualTo(1);

            down = false;
            now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(1)));
            schema.objects();
            awaitChange();

            assertThat(schema.objects().known()).isPresent();
            assertThat(schema.failure()).isEmpty();
        }
    }

    @Test
    void refreshingForgetsAndAsksAnew() throws Exception {
        try (OrgSchema schema = schema()) {
            schema.objects();
            awaitChange();

            schema.refresh();
            awaitChange();

            assertThat(schema.objects().isPending()).isTrue();
            awaitChange();
            assertThat(schema.objects().known()).isPresent();
            assertThat(server.getRequestCount()).isEqualTo(2);
        }
    }

    private void awaitChange() throws InterruptedException {
        assertThat(changes.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
    }

    private OrgSchema schema() {
        OrgConnection connection = new OrgConnection(
                "Acme",
                server.url("/").uri(),
                "62.0",
                new SignIn.PastedSession("secret"),
                new OkHttpClient(),
                Clock.systemUTC());
        OrgSchema schema = new OrgSchema(connection.as(exchange -> {}), now::get);
        schema.onChange(changes::release);
        return schema;
    }
}
