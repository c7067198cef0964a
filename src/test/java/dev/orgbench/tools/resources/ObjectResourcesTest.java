package dev.orgbench.tools.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.tools.DemoTools;
import dev.orgbench.tools.Method;
import dev.orgbench.tools.Refusal;
import dev.orgbench.tools.Scope;
import dev.orgbench.tools.Terms;
import dev.orgbench.tools.ToolAnswer;
import dev.orgbench.tools.completion.Completion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectResourcesTest {
    private static final String ACCOUNT = "salesforce://demo/sobject/Account";

    /** Only tools that write. */
    private static final Terms WRITING = Terms.of(new Scope(Set.of(Method.CREATE), Set.of()));

    @AutoClose
    private static final DemoTools TOOLS = new DemoTools();

    private static final String TEMPLATE = "salesforce://{org}/sobject/{name}";
    private static final ObjectResources RESOURCES = new ObjectResources(TOOLS.catalogue());

    @BeforeEach
    void forgetExchanges() {
        TOOLS.exchanges().clear();
    }

    @Test
    void everyObjectThatCanBeQueriedIsListed() {
        List<ObjectResource> all = listed(Terms.ALL);

        assertThat(all)
                .hasSizeGreaterThan(40)
                .contains(new ObjectResource(
                        "salesforce://demo/sobject/Feature_Request__c",
                        "Feature_Request__c",
                        "Feature Request",
                        "Fields of the custom object Feature_Request__c: types, picklist values, references"));
        assertThat(all).extracting(ObjectResource::uri).doesNotHaveDuplicates();
        assertThat(TOOLS.exchanges()).hasSize(1);
    }

    @Test
    void aLongListComesInPagesAndACursorBelongsToItsServer() {
        Terms narrow = new Terms("narrow", Scope.ALL, List.of(), false, 2_000);
        ListAnswer.Page first = page(narrow, "");

        assertThat(first.resources()).hasSizeBetween(5, 30);
        assertThat(page(narrow, first.cursor()).resources()).doesNotContainAnyElementsOf(first.resources());
        assertThat(listed(narrow)).isEqualTo(listed(Terms.ALL));
        for (String cursor : List.of("Account", first.cursor() + "x")) {
            assertThat(failure(RESOURCES.list(TOOLS.org(), narrow, cursor, TOOLS.work()))
                            .code())
                    .isEqualTo("INVALID_ARGUMENT");
        }
        assertThat(RESOURCES.list(TOOLS.org(), Terms.ALL, first.cursor(), TOOLS.work()))
                .isInstanceOf(FailedRequest.class);
    }

    @Test
    void whatIsReadIsWhatTheDescribeToolGives() throws Exception {
        ReadAnswer.Contents contents = contents(ACCOUNT);
        JsonNode read = new JsonMapper().readTree(contents.text());
        var tool = TOOLS.catalogue()
                .find(TOOLS.connection(), Terms.ALL, "get_single_salesforce_object_describe_by_id")
                .orElseThrow();
        ToolAnswer called = TOOLS.catalogue()
                .call(
                        tool,
                        JsonNodeFactory.instance.objectNode().put("id", "Account"),
                        TOOLS.connection(),
                        Terms.ALL,
                        TOOLS.work());

        assertThat(contents.uri()).isEqualTo(ACCOUNT);
        assertThat(contents.usage()).isNotNull();
        assertThat(read.path("fields").size()).isGreaterThan(30);
        assertThat(contents.text())
                .isEqualTo(((ToolAnswer.Success) called).content().toString());
        assertThat(TOOLS.exchanges().getFirst().url()).endsWith("/sobjects/Account/describe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "salesforce://demo/sobject/account",
                "salesforce://DEMO/sobject/Account",
                "salesforce://demo/sobject/%41ccount"
            })
    void aUriMayBeWrittenInOtherWays(String uri) {
        assertThat(contents(uri).uri()).isEqualTo(uri);
        assertThat(contents(uri).text()).contains("\"name\":\"Account\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            salesforce://demo/sobject/Acount        | Did you mean Account
            salesforce://demo/sobject/feature%20request | Did you mean Feature_Request__c
            salesforce://demo/sobject/..%2Flimits   | The org has no object ../limits
            salesforce://demo/sobject/..            | `id` cannot be ".."
            salesforce://demo/sobject/%F0%9F%8E%89  | The org has no object 🎉
            salesforce://other/sobject/Account      | This server is for the org demo: salesforce://demo/sobject/{name}.
            Account                                 | Resources here are called salesforce://demo/sobject/{name}.
            file:///etc/passwd                      | Resources here are called salesforce://demo/sobject/{name}.
            """)
    void whatIsNotThereIsUnknownWithWhatToTry(String uri, String advice) {
        assertThat(unknown(uri, Terms.ALL))
                .startsWith("This server has no resource `" + uri + "`.")
                .contains(advice);
    }

    @Test
    void objectsOutsideTheTermsAreNeitherListedNorReadNorCompleted() throws Exception {
        Terms contacts = DemoTools.terms(Set.of("contact"), Set.of());

        assertThat(unknown(ACCOUNT, contacts))
                .contains("This server does not give access to Account. It gives access to contact.");
        assertThat(TOOLS.exchanges()).isEmpty();
        assertThat(listed(contacts)).extracting(ObjectResource::name).containsExactly("Contact");
        assertThat(complete("name", "a", contacts)).containsExactly("Contact");
    }

    @Test
    void whereTheDescribeToolIsMissingThereAreNoResources() throws Exception {
        assertThat(RESOURCES.templates(TOOLS.org(), Terms.ALL))
                .extracting(ResourceTemplate::uriTemplate)
                .containsExactly("salesforce://{org}/sobject/{name}");

        assertThat(RESOURCES.templates(TOOLS.org(), WRITING)).isEmpty();
        assertThat(listed(WRITING)).isEmpty();
        assertThat(unknown(ACCOUNT, WRITING)).isEqualTo("This server has no resource `" + ACCOUNT + "`.");
        assertThat(complete("name", "", WRITING)).isEmpty();
        assertThat(TOOLS.exchanges()).isEmpty();
    }

    @Test
    void aDescribeOverTheByteBudgetIsNotGiven() {
        Terms narrow = new Terms("narrow", Scope.ALL, List.of(), false, 2_000);

        assertThat(failure(RESOURCES.read(TOOLS.org(), narrow, ACCOUNT, TOOLS.work()))
                        .code())
                .isEqualTo("RESULT_TOO_LARGE");
    }

    @Test
    void bothPartsOfTheTemplateAreCompleted() throws Exception {
        assertThat(complete("org", "de", Terms.ALL)).containsExactly("demo");
        assertThat(complete("org", "x", Terms.ALL)).isEmpty();
        assertThat(complete("name", "feature", Terms.ALL)).containsExactly("Feature_Request__c");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> complete("object", "", Terms.ALL))
                .withMessageContaining("has no part `object`. There are: org, name.");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> RESOURCES.complete(
                        TOOLS.org(),
                        Terms.ALL,
                        "file://{path}",
                        "path",
                        "",
                        TOOLS.work().recording()))
                .withMessageContaining("There is no resource template");
    }

    @Test
    void anOrgThatIsGoneIsTold() {
        ReadAnswer read =
                RESOURCES.read(TOOLS.unreachable(), Terms.ALL, "salesforce://gone/sobject/Account", TOOLS.work());

        assertThat(failure(read).code()).isEqualTo("UNREACHABLE");
        assertThat(failure(RESOURCES.list(TOOLS.unreachable(), Terms.ALL, "", TOOLS.work()))
                        .text())
                .contains("The gone org");
        assertThatExceptionOfType(SalesforceException.Unreachable.class)
                .isThrownBy(() -> RESOURCES.complete(
                        TOOLS.unreachable(),
                        Terms.ALL,
                        TEMPLATE,
                        "name",
                        "",
                        TOOLS.work().recording()));
    }

    private static List<ObjectResource> listed(Terms terms) {
        List<ObjectResource> all = new ArrayList<>();
        String cursor = "";
        do {
            ListAnswer.Page page = page(terms, cursor);
            all.addAll(page.resources());
            cursor = page.cursor();
        } while (!cursor.isEmpty());
        return all;
    }

    private static ListAnswer.Page page(Terms terms, String cursor) {
        return (ListAnswer.Page) RESOURCES.list(TOOLS.org(), terms, cursor, TOOLS.work());
    }

    private static ReadAnswer.Contents contents(String uri) {
        return (ReadAnswer.Contents) RESOURCES.read(TOOLS.org(), Terms.ALL, uri, TOOLS.work());
    }

    private static String unknown(String uri, Terms terms) {
        return ((ReadAnswer.Unknown) RESOURCES.read(TOOLS.org(), terms, uri, TOOLS.work())).text();
    }

    private static ToolAnswer.Failure failure(Object answer) {
        return ((FailedRequest) answer).failure();
    }

    private static List<String> complete(String part, String typed, Terms terms) throws Exception {
        Completion completion = RESOURCES.complete(
                TOOLS.org(), terms, TEMPLATE, part, typed, TOOLS.work().recording());
        return completion.values();
    }
}
