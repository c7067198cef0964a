package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.salesforce.OrgConnection;
import dev.orgbench.salesforce.SignIn;
import dev.orgbench.tools.ToolAnswer.Failure;
import dev.orgbench.tools.ToolAnswer.Success;
import dev.orgbench.trace.Exchange;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Custom objects and fields on an org whose Tooling API is read only. */
class MetadataApiFallbackTest {
    private static final String CREATE = "create_a_salesforce_custom_object";
    private static final String DELETE = "delete_a_salesforce_custom_object_by_id";
    private static final String CREATE_FIELD = "create_a_salesforce_custom_field";
    private static final String DELETE_FIELD = "delete_a_salesforce_custom_field_by_id";

    @AutoClose
    private static final TestOrg DEMO = TestOrg.at(Clock.systemUTC());

    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final List<String> progress = new ArrayList<>();
    private final ToolCatalogue catalogue = FakeOrg.bundledCatalogue();
    private OrgConnection org;

    @BeforeEach
    void readOnly() throws Exception {
        org = new OrgConnection(
                "Demo org",
                DEMO.org().uri(),
                "62.0",
                new SignIn.ClientCredentials(DEMO.org().clientId(), DEMO.org().clientSecret()),
                new OkHttpClient(),
                Clock.systemUTC());
        DEMO.org().play(Files.readString(Path.of("samples/scenarios/tooling-read-only.yaml")));
    }

    @AfterEach
    void calm() throws Exception {
        DEMO.delete("/demo/scenario");
    }

    @Test
    void anObjectIsMadeAndDeletedByTheMetadataApi_andTheTraceShowsBothWays() throws Exception {
        ObjectNode made = success(CREATE, object("Rocket", "Röck & <Roll> 🚀"));

        assertThat(made.path("via").asText()).isEqualTo("metadata");
        assertThat(made.path("object_name").asText()).isEqualTo("Rocket__c");
        assertThat(made.path("id").asText()).startsWith("01I").hasSize(18);
        assertThat(requests())
                .containsSubsequence(
                        "POST /services/data/v62.0/tooling/sobjects/CustomObject 405",
                        "POST /services/Soap/m/62.0 200");
        assertThat(exchanges.toString()).doesNotContain(DEMO.org().accessToken().substring(20));
        assertThat(progress).hasSize(2).first().asString().contains("asking the Metadata API");
        assertThat(DEMO.get("sobjects/Rocket__c/describe").body().path("label").asText())
                .isEqualTo("Röck & <Roll> 🚀");

        exchanges.clear();
        ObjectNode deleted = success(DELETE, "{\"id\":\"" + made.path("id").asText() + "\"}");

        assertThat(deleted)
                .hasToString("{\"id\":\"" + made.path("id").asText() + "\",\"success\":true,\"via\":\"metadata\"}");
        assertThat(requests()).last().isEqualTo("POST /services/Soap/m/62.0 200");
        assertThat(DEMO.get("sobjects/Rocket__c/describe").status()).isEqualTo(404);
    }

    @Test
    void aFieldIsDeletedByTheMetadataApiAndDescribeShowsItAtOnce() {
        success(
                CREATE_FIELD,
                "{\"object_name\":\"Account\",\"DeveloperName\":\"Rank\","
                        + "\"Metadata\":{\"type\":\"Text\",\"label\":\"Rank\",\"length\":20}}");

        ObjectNode deleted = success(DELETE_FIELD, "{\"id\":\"Account.Rank__c\"}");

        assertThat(deleted.path("via").asText()).isEqualTo("metadata");
        assertThat(failure(DELETE_FIELD, "{\"id\":\"Account.Rank__c\"}").text()).contains("Account has no field");
    }

    @Test
    void whatTheMetadataApiRefusesIsToldInItsWordsAndNothingIsTriedAgain() {
        success(CREATE, object("Probe", "Probe"));
        exchanges.clear();

        Failure failure = failure(CREATE, object("Probe", "Probe"));

        assertThat(failure.code()).isEqualTo("DUPLICATE_DEVELOPER_NAME");
        assertThat(failure.text()).contains("There is already a custom object named Probe");
        assertThat(requests()).filteredOn(request -> request.startsWith("POST")).hasSize(2);
    }

    @Test
    void whatTheToolingApiSaysOfTheValuesStands() throws Exception {
        DEMO.delete("/demo/scenario");
        success(CREATE, object("Sonde", "Sonde"));
        exchanges.clear();

        ObjectNode usual = success(CREATE, object("Sonde2", "Sonde 2"));
        Failure failure = failure(CREATE, object("Sonde", "Sonde"));

        assertThat(usual.has("via")).isFalse();
        assertThat(failure.code()).isEqualTo("DUPLICATE_DEVELOPER_NAME");
        assertThat(requests()).noneMatch(request -> request.contains("Soap"));
    }

    @Test
    void keysThatAreNoElementsAreNotSentAsXml() {
        Failure failure = failure(
                CREATE,
                "{\"DeveloperName\":\"Evil\",\"Metadata\":{\"label\":\"Evil\",\"pluralLabel\":\"Evils\","
                        + "\"deploymentStatus\":\"Deployed\",\"sharingModel\":\"ReadWrite\",\"x/><fullName>Account</fullName><y\":1}}");

        assertThat(failure.code()).isEqualTo("INVALID_ARGUMENT");
        assertThat(requests()).noneMatch(request -> request.contains("Soap"));
    }

    private static String object(String name, String label) {
        return "{\"DeveloperName\":\"" + name + "\",\"Metadata\":{\"label\":\"" + label + "\",\"pluralLabel\":\""
                + label + "\",\"deploymentStatus\":\"Deployed\",\"sharingModel\":\"ReadWrite\"}}";
    }

    private List<String> requests() {
        return exchanges.stream()
                .map(exchange -> exchange.method() + " "
                        + URI.create(exchange.url().replaceAll("\\?.*", "")).getPath() + " " + exchange.status())
                .toList();
    }

    private ObjectNode success(String tool, String arguments) {
        ToolAnswer answer = call(tool, arguments);
        assertThat(answer).isInstanceOf(Success.class);
        return ((Success) answer).content();
    }

    private Failure failure(String tool, String arguments) {
        ToolAnswer answer = call(tool, arguments);
        assertThat(answer).isInstanceOf(Failure.class);
        return (Failure) answer;
    }

    private ToolAnswer call(String name, String arguments) {
        Tool tool = catalogue.find(org, Terms.ALL, name).orElseThrow();
        Work work = new Work(exchanges::add, (done, total, doing) -> progress.add(doing));
        ToolAnswer answer = catalogue.call(tool, FakeOrg.json(arguments), org, Terms.ALL, work);
        if (answer instanceof Success success) {
            assertThat(SchemaCheck.of(tool.outputSchema()).faults(success.content()))
                    .isEmpty();
        }
        return answer;
    }
}
