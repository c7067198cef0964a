package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tools for pinned objects: which there are, what they are called, and what they cost. */
class TypedToolsTest {
    private static final String CREATE = "create_a_salesforce_contact";
    private static final String UPDATE = "update_a_salesforce_contact_by_id";
    private static final String ID = "0035e000002AbcdAAA";

    private FakeOrg org;

    @BeforeEach
    void start() throws IOException {
        org = FakeOrg.start();
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    void aPinnedObjectHasAToolWithItsOwnFields() {
        org.object(
                "Contact", "Contact", "LastName string required length=80", "Email email", "Score__c double readonly");

        Tool tool = tool(CREATE, "contact");

        assertThat(tool.object()).isEqualTo("Contact");
        assertThat(tool.title()).isEqualTo("Create Contact");
        assertThat(tool.description()).contains("Creates one Contact (Contact)");
        assertThat(tool.tags()).containsExactly("typed", "records");
        assertThat(tool.method()).isEqualTo(Method.CREATE);
        assertThat(tool.outputSchema())
                .isEqualTo(org.tool("create_a_salesforce_record").outputSchema());
        JsonNode schema = tool.inputSchema();
        assertThat(names(schema.path("properties"))).containsExactly("LastName", "Email", "allow_new_picklist_values");
        assertThat(schema.path("required").toString()).isEqualTo("[\"LastName\"]");
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(tool.definition())
                .contains("name: create_a_salesforce_contact", "object: Contact", "record.yaml", "maxLength: 80");
    }

    @Test
    void itsCallsGoTheWayOfTheRecordTool() {
        org.object("Contact", "Contact", "LastName string required", "Level__c picklist values=Low,High restricted");
        org.on("POST {api}/sobjects/Contact", 201, "{\"id\":\"0035e000002AbcdAAA\",\"success\":true,\"errors\":[]}");

        ToolAnswer made = call("Contact", CREATE, "{\"LastName\":\"Lovelace 👩‍💻\",\"Level__c\":\"High\"}");

        assertThat(made).isInstanceOf(ToolAnswer.Success.class);
        assertThat(org.writes())
                .containsExactly("POST " + FakeOrg.API
                        + "/sobjects/Contact {\"LastName\":\"Lovelace 👩‍💻\",\"Level__c\":\"High\"}");
    }

    @Test
    void anUpdateSendsWhatIsGivenAndEmptiesWhatIsNull() {
        org.object(
                "Contact",
                "Contact",
                "LastName string required",
                "Email email",
                "Tags__c multipicklist values=Red,Green restricted");
        org.on("PATCH {api}/sobjects/Contact/" + ID, 204, "");

        assertThat(names(tool(UPDATE, "Contact").inputSchema().path("properties")))
                .containsExactly("id", "LastName", "Email", "Tags__c", "allow_new_picklist_values");
        assertThat(tool(UPDATE, "Contact").inputSchema().path("required").toString())
                .isEqualTo("[\"id\"]");
        assertThat(call("Contact", UPDATE, "{\"id\":\"" + ID + "\",\"Email\":null,\"Tags__c\":[\"Red\",\"Green\"]}"))
                .isInstanceOf(ToolAnswer.Success.class);
        assertThat(call("Contact", UPDATE, "{\"id\":\"" + ID + "\",\"Tags__c\":\"Green\"}"))
                .isInstanceOf(ToolAnswer.Success.class);
        assertThat(org.writes())
                .extracting(write -> write.replaceAll("^[^{]*", ""))
                .containsExactly("{\"Email\":null,\"Tags__c\":\"Red;Green\"}", "{\"Tags__c\":\"Green\"}");
        assertThat(failure(UPDATE, "{\"id\":\"" + ID + "\",\"LastName\":null}"))
                .contains("`LastName` must be of type string, not null");
        assertThat(failure(UPDATE, "{\"id\":\"" + ID + "\"}")).contains("No field is given");
        assertThat(failure(UPDATE, "{\"id\":\"" + ID + "\",\"Tags__c\":\"Blue;Geen\"}"))
                .contains("`Tags__c`: \"Blue\" is not a value of this picklist", "Valid: Red, Green");
        assertThat(org.writes()).hasSize(2);
    }

    @Test
    void wrongArgumentsAreToldAndNothingIsSent() {
        org.object(
                "Contact",
                "Contact",
                "LastName string required length=10",
                "Level__c picklist values=Low,High restricted",
                "Tags__c multipicklist values=Red,Green restricted");

        assertThat(failure(CREATE, "{\"Email\":\"a@b.c\"}"))
                .contains("`LastName` is missing", "There is no argument `Email`", "There are: LastName, Level__c");
        assertThat(failure(CREATE, "{\"LastName\":\"Lovelace the 2nd\",\"Level__c\":\"Hihg\"}"))
                .contains("`LastName` is longer than 10", "`Level__c` cannot be \"Hihg\". Did you mean High?");
        assertThat(failure(CREATE, "{\"LastName\":\"L\",\"Tags__c\":7}"))
                .contains("`Tags__c` must be of type array, not number 7")
                .doesNotContain("of type string");
        assertThat(failure(CREATE, "{\"LastName\":\"L\",\"Tags__c\":[\"Red\",\"Geen\"]}"))
                .contains("cannot be \"Geen\". Did you mean Green?")
                .doesNotContain("of type");
        assertThat(org.writes()).isEmpty();
    }

    @Test
    void whatTheOrgDoesNotHaveMakesNoToolAndIsToldWithWhatMayBeMeant() {
        org.object("Contact", "Contact", "LastName string required");
        org.object("Log__c", "Log", "Name string readonly");
        Terms terms = pinning("Kontact", "CONTACT", "contact", "Log__c");

        assertThat(typed(terms)).containsExactly(CREATE, UPDATE);
        assertThat(org.catalogue().pinnedProblems(org.connection(), terms))
                .containsExactly(
                        "The org has no object Kontact. Did you mean Contact?",
                        "The signed-in user can neither create nor change Log__c records.");
        assertThat(org.catalogue().pinnedProblems(org.connection(), pinning("Contact")))
                .isEmpty();
    }

    @Test
    void anOpenPicklistTakesOtherValuesOnlyWhenThatIsSaid() {
        org.object("Contact", "Contact", "LastName string required", "Source picklist values=Web,Phone");
        org.on("POST {api}/sobjects/Contact", 201, "{\"id\":\"" + ID + "\",\"success\":true,\"errors\":[]}");

        assertThat(failure(CREATE, "{\"LastName\":\"L\",\"Source\":\"Wep\"}"))
                .contains("`Source`: \"Wep\"", "Did you mean Web?", "allow_new_picklist_values");
        assertThat(call(
                        "Contact",
                        CREATE,
                        "{\"LastName\":\"L\",\"Source\":\"Fair\",\"allow_new_picklist_values\":true}"))
                .isInstanceOf(ToolAnswer.Success.class);
    }

    @Test
    void aFieldCalledAsAnArgumentDoesNotHideIt() {
        org.object("Contact", "Contact", "ID string", "object_name string", "fields string", "Name string");
        org.on("PATCH {api}/sobjects/Contact/" + ID, 204, "");

        assertThat(names(tool(UPDATE, "Contact").inputSchema().path("properties")))
                .containsExactly("id", "object_name", "fields", "Name", "allow_new_picklist_values");
        call("Contact", UPDATE, "{\"id\":\"" + ID + "\",\"object_name\":\"Account\",\"fields\":\"all\"}");
        assertThat(org.writes())
                .containsExactly("PATCH " + FakeOrg.API + "/sobjects/Contact/" + ID
                        + " {\"object_name\":\"Account\",\"fields\":\"all\"}");
    }

    @Test
    void fieldsThatAreTooManyToTellAreAcceptedAllTheSame() {
        String[] fields = IntStream.range(0, 800)
                .mapToObj(i -> "A_rather_long_name_of_a_field_" + i + "__c picklist values=One,Two,Three restricted")
                .toArray(String[]::new);
        org.object("Contact", "Contact", fields);
        org.on("POST {api}/sobjects/Contact", 201, "{\"id\":\"" + ID + "\",\"success\":true,\"errors\":[]}");

        Tool tool = tool(CREATE, "Contact");
        assertThat(tool.description()).containsPattern("It has \\d+ more fields, which are accepted as well");
        assertThat(tool.inputSchema().toString()).hasSizeLessThan(60_000);
        String last = "A_rather_long_name_of_a_field_799__c";
        assertThat(call("Contact", CREATE, "{\"" + last + "\":\"Two\"}")).isInstanceOf(ToolAnswer.Success.class);
        assertThat(failure(CREATE, "{\"" + last + "\":\"Four\"}")).contains("is not a value of this picklist");
        assertThat(failure(CREATE, "{\"Nmae\":\"x\"}")).contains("Contact has no field Nmae");
    }

    @Test
    void namesAreShortPlainAndDoNotCollide() {
        String longest = "acme_long_namespace__" + "Very_Long_".repeat(4) + "Name__c";
        Stream.of("Contact", "Contact__c", "Record__c", "Acme_Invoice__c", "OpportunityLineItem", "Alert__e", longest)
                .forEach(object -> org.object(object, object, "Name string"));
        List<String> names = typed(pinning(
                "Contact__c", "Alert__e", longest, "Record__c", "Acme_Invoice__c", "OpportunityLineItem", "Contact"));

        assertThat(names)
                .hasSize(14)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9_]{1,64}"))
                .contains(
                        "create_a_salesforce_contact",
                        "create_a_salesforce_contact_c",
                        "create_a_salesforce_record_c",
                        "create_a_salesforce_acme_invoice",
                        "create_a_salesforce_opportunity_line_item",
                        "create_a_salesforce_alert_e",
                        "update_a_salesforce_alert_e_by_id")
                .anyMatch(name -> name.matches("create_a_salesforce_acme_long_namespace_very_lo.*_[0-9a-f]{6}"))
                .anyMatch(name -> name.matches("update_a_salesforce_acme_long_namespace_very_lo.*_[0-9a-f]{6}_by_id"));
        assertThat(tool("create_a_salesforce_contact_c", "Contact", "Contact__c")
                        .object())
                .isEqualTo("Contact__c");
    }

    @Test
    void aScopeHoldsForThem() {
        org.object("Contact", "Contact", "LastName string required");
        org.object("Account", "Account", "Name string required");
        ObjectScope onlyAccounts = new ObjectScope(Set.of(), Set.of("account"));
        Terms writable = terms(new Scope(Set.of(), Set.of(), Set.of(), onlyAccounts));
        Terms reading = terms(new Scope(Set.of(Method.GET, Method.LIST), Set.of()));
        Terms tagged = terms(new Scope(Set.of(), Set.of("typed")));

        assertThat(typed(writable)).containsExactly("create_a_salesforce_account", "update_a_salesforce_account_by_id");
        assertThat(org.catalogue().pinnedProblems(org.connection(), writable))
                .containsExactly("Contact is not among the objects that the server may write.");
        assertThat(org.catalogue().find(org.connection(), writable, CREATE)).isEmpty();
        assertThat(typed(reading)).isEmpty();
        assertThat(typed(tagged))
                .containsExactly(CREATE, UPDATE, "create_a_salesforce_account", "update_a_salesforce_account_by_id");
        assertThat(org.catalogue().tags()).contains("typed", "records", "metadata");
    }

    @Test
    void whileNothingChangesOneQuestionIsAskedForAllObjects() {
        String[] pins = IntStream.range(0, 50)
                .mapToObj(i -> "Object" + i)
                .peek(object -> org.object(object, object, "Name string required"))
                .toArray(String[]::new);
        assertThat(typed(pinning(pins))).hasSize(100);
        assertThat(org.requests).hasSize(51);
        org.requests.clear();

        List<Tool> again = org.catalogue().resolve(org.connection(), pinning(pins));
        assertThat(org.requests)
                .singleElement()
                .satisfies(request -> assertThat(request.getUrl().encodedPath()).endsWith("/sobjects"));
        assertThat(org.catalogue().resolve(org.connection(), pinning(pins)).getLast())
                .isSameAs(again.getLast());

        org.requests.clear();
        org.object("Object7", "Object7", "Name string required", "Age__c int");
        assertThat(tool("create_a_salesforce_object7", pins).inputSchema().path("properties"))
                .anyMatch(field -> field.path("description").asText().equals("Age"));
        assertThat(org.requests)
                .as("the global describe, and only the object that is called for")
                .hasSize(2);
    }

    @Test
    void anOrgThatDoesNotAnswerTakesNoToolAway() {
        org.object("Contact", "Contact", "LastName string required");
        org.on("GET {api}/sobjects", 503, "[{\"errorCode\":\"SERVER_UNAVAILABLE\",\"message\":\"Busy\"}]");
        List<String> others = typed(Terms.ALL);

        assertThat(typed(pinning("Contact"))).isEqualTo(others);
        assertThat(org.catalogue().pinnedProblems(org.connection(), pinning("Contact")))
                .isEmpty();

        org.object("Contact", "Contact", "LastName string required");
        assertThat(typed(pinning("Contact"))).containsExactly(CREATE, UPDATE);
        org.on("GET {api}/sobjects", 503, "[{\"errorCode\":\"SERVER_UNAVAILABLE\",\"message\":\"Busy\"}]");
        assertThat(typed(pinning("Contact"))).as("as it was described last").containsExactly(CREATE, UPDATE);
    }

    private Tool tool(String name, String... pins) {
        return org.catalogue().find(org.connection(), pinning(pins), name).orElseThrow();
    }

    private ToolAnswer call(String pin, String name, String arguments) {
        return org.catalogue()
                .call(
                        tool(name, pin),
                        FakeOrg.json(arguments),
                        org.connection(),
                        pinning(pin),
                        Work.of(exchange -> {}));
    }

    private String failure(String name, String arguments) {
        return ((ToolAnswer.Failure) call("Contact", name, arguments)).text();
    }

    private List<String> typed(Terms terms) {
        return org.catalogue().resolve(org.connection(), terms).stream()
                .filter(tool -> tool.object() != null)
                .map(Tool::name)
                .toList();
    }

    private static Terms pinning(String... objects) {
        return new Terms("mcp-test", Scope.ALL, List.of(objects), false, Terms.USUAL_BYTE_BUDGET);
    }

    private static Terms terms(Scope scope) {
        return new Terms("mcp-test", scope, List.of("Contact", "Account"), false, Terms.USUAL_BYTE_BUDGET);
    }

    private static List<String> names(JsonNode properties) {
        return ((ObjectNode) properties)
                .properties().stream().map(each -> each.getKey()).toList();
    }
}
