package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records, objects and fields on servers for some objects: tried on the demo org. */
class RecordScopeTest {
    private static final ObjectScope READS_TWO = ScopedOrg.objects(List.of("Account", "Feature_Request__c"), List.of());
    private static final ObjectScope WRITES_ONE =
            ScopedOrg.objects(List.of("Account", "Contact"), List.of("Contact", "Lead"));

    @AutoClose
    private static final ScopedOrg ORG = new ScopedOrg();

    @Test
    void aRecordOfTheServersObjectsIsReadAndNoOther() throws IOException {
        String account = id("Account");
        String lead = id("Lead");

        assertThat(ORG.success(READS_TWO, "get_single_salesforce_record_by_id", record("ACCOUNT", account))
                        .path("Id")
                        .asText())
                .isEqualTo(account);
        ToolAnswer.Failure refused = ORG.refusal(READS_TWO, "get_single_salesforce_record_by_id", record("Lead", lead));
        assertThat(refused.code()).isEqualTo("OBJECT_NOT_IN_SCOPE");
        assertThat(refused.text())
                .isEqualTo("get_single_salesforce_record_by_id was not carried out."
                        + " Nothing was read or changed in the org.\n`object_name`: This server does not give access to Lead."
                        + " It gives access to Account, Feature_Request__c.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            create_a_salesforce_record | {"object_name":"Lead","LastName":"A","Company":"B"} | does not give access to Lead
            create_a_salesforce_record | {"object_name":"Account","Name":"A"} | does not let Account be changed. It lets Contact be changed.
            create_a_salesforce_record | {"object_name":"Contact","LastName":"A","Owner":{"Username":"a@b.c"}} | does not give access to User (Owner)
            create_a_salesforce_record | {"object_name":"Contact","fields":{"LastName":"A","owner":{"Username":"a@b.c"}}} | does not give access to User (owner)
            create_a_salesforce_record | {"object_name":"Contact","fields":{"LastName":"A","Account":{"Owner":{"Username":"a@b.c"}}}} | Account holds more
            create_a_salesforce_record | {"object_name":"Contact","fields":{"LastName":"A","Account":[{"Name":"a"}]}} | Account holds more
            create_a_salesforce_record | {"object_name":"Contact","fields":{"LastName":"A","Dragon":{"Name":"a"}}} | Dragon is not a parent
            update_a_salesforce_record_by_id | {"object_name":"Account","id":"0015g000000HfDEAA0","Name":"A"} | does not let Account be changed
            update_a_salesforce_record_by_id | {"object_name":"Contact","id":"0035g000000HfDEAA0","Owner":{"Username":"a@b.c"}} | does not give access to User (Owner)
            delete_a_salesforce_record_by_id | {"object_name":"Lead","id":"00Q5g000000HfDEAA0"} | does not give access to Lead
            delete_a_salesforce_record_by_id | {"object_name":"account","id":"0015g000000HfDEAA0"} | does not let account be changed
            upsert_a_salesforce_record_by_external_id | {"object_name":"Account","external_id_field":"Id","external_id":"0015g000000HfDEAA0","Name":"A"} | does not let Account be changed
            upsert_a_salesforce_record_by_external_id | {"object_name":"Contact","external_id_field":"Email","external_id":"a@b.c","fields":{"Owner":{"Username":"a@b.c"}}} | does not give access to User (Owner)
            create_many_salesforce_records | {"object_name":"Account","records":[{"Name":"A"}]} | does not let Account be changed
            create_many_salesforce_records | {"object_name":"Contact","records":[{"LastName":"A"},{"LastName":"B","Owner":{"Username":"a@b.c"}}]} | does not give access to User (Owner)
            create_many_salesforce_records | {"object_name":"Contact","records":[{"fields":{"LastName":"B","Owner":{"Username":"a@b.c"}}}]} | does not give access to User (Owner)
            get_single_salesforce_object_describe_by_id | {"id":"Lead"} | does not give access to Lead. It gives access to Account, Contact.
            get_single_salesforce_object_describe_by_id | {"id":"Dragon"} | does not give access to Dragon. It gives access to Account, Contact.
            get_single_salesforce_object_describe_by_id | {"id":"../Lead"} | does not give access to ../Lead.
            get_single_salesforce_custom_object_by_id | {"id":"Feature_Request__c"} | does not give access to Feature_Request__c
            get_single_salesforce_custom_object_by_id | {"id":"01I5g000000HfDEAA0"} | write the object's API name instead
            create_a_salesforce_custom_object | {"DeveloperName":"Dragon","Metadata":{"label":"D","pluralLabel":"Ds","deploymentStatus":"Deployed","sharingModel":"ReadWrite"}} | does not give access to Dragon__c
            delete_a_salesforce_custom_object_by_id | {"id":"Feature_Request__c"} | does not give access to Feature_Request__c
            update_a_salesforce_custom_object_by_id | {"id":"Account","Metadata":{"description":"x"}} | does not let Account be changed
            list_all_salesforce_custom_fields | {"object_name":"Feature_Request__c"} | does not give access to Feature_Request__c
            get_single_salesforce_custom_field_by_id | {"id":"Feature_Request__c.Status__c"} | does not give access to Feature_Request__c
            get_single_salesforce_custom_field_by_id | {"id":"00N5g000000HfDEAA0"} | write the field's full name instead
            delete_a_salesforce_custom_field_by_id | {"id":"Account.Rank__c"} | does not let Account be changed
            create_a_salesforce_custom_field | {"object_name":"Account","DeveloperName":"X","Metadata":{"type":"Date","label":"X"}} | does not let Account be changed
            create_a_salesforce_custom_field | {"object_name":"Contact","DeveloperName":"X","Metadata":{"type":"Lookup","label":"X","referenceTo":"Lead","relationshipName":"Xs"}} | does not give access to Lead (referenceTo)
            create_a_salesforce_custom_field | {"object_name":"Contact","DeveloperName":"X","Metadata":{"type":"Text","label":"X","formula":"Account.Owner.Name"}} | formula may use fields of its own object only
            create_a_salesforce_custom_field | {"object_name":"Contact","DeveloperName":"X","Metadata":{"type":"Text","label":"X","formula":"$User.Email"}} | formula may use fields of its own object only
            create_a_salesforce_custom_field | {"object_name":"Contact","DeveloperName":"X","Metadata":{"type":"Summary","label":"X","summarizedField":"Case.Age__c"}} | does not give access to Case (summarizedField)
            create_a_salesforce_custom_field | {"object_name":"Contact","DeveloperName":"X","Metadata":{"type":"Date","label":"X"},"visible_to":["Board"]} | does not give access to Profile
            """)
    void aCallThatTouchesMoreIsRefusedAndNotSent(String tool, String arguments, String words) {
        assertThat(ORG.refusal(WRITES_ONE, tool, arguments).text()).contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Task  | list_all_salesforce_custom_fields        | {"object_name":"Task"}     | Event (custom fields of Task)
            event | list_all_salesforce_custom_fields        | {"object_name":"Event"}    | Task (custom fields of Event)
            Task  | list_all_salesforce_custom_fields        | {"object_name":"Activity"} | Event (custom fields of Activity)
            Task  | get_single_salesforce_custom_field_by_id | {"id":"task.X__c"}         | Event (custom fields of task)
            Task  | get_single_salesforce_custom_field_by_id | {"id":"Activity.X__c"}     | Event (custom fields of Activity)
            Task  | delete_a_salesforce_custom_field_by_id   | {"id":"Task.X__c"}         | Event (custom fields of Task)
            Event | update_a_salesforce_custom_field_by_id   | {"id":"Event.X__c","Metadata":{"label":"X"}} | Task (custom fields of Event)
            Task  | create_a_salesforce_custom_field         | {"object_name":"Task","DeveloperName":"X","Metadata":{"type":"Date","label":"X"}} | Event (custom fields of Task)
            """)
    void customFieldsOfTasksAreThoseOfEventsToo(String object, String tool, String arguments, String words) {
        ObjectScope one = ScopedOrg.objects(List.of(object), List.of(object));

        assertThat(ORG.refusal(one, tool, arguments).text()).contains("does not give access to " + words);
    }

    @Test
    void whereBothAreAllowedTheirCustomFieldsAre() {
        ObjectScope both = ScopedOrg.objects(List.of("Task", "Event"), List.of());

        assertThat(ORG.success(both, "list_all_salesforce_custom_fields", "{\"object_name\":\"Task\"}")
                        .path("records"))
                .isEmpty();
    }

    @Test
    void whatMayBeWrittenIsWritten() throws IOException {
        String account = ORG.demo().value("SELECT Id FROM Account LIMIT 1").asText();
        JsonNode made = ORG.success(
                WRITES_ONE,
                "create_a_salesforce_record",
                "{\"object_name\":\"contact\",\"fields\":{\"LastName\":\"Ng\",\"AccountId\":\"" + account + "\"}}");

        assertThat(ORG.demo().count("Contact WHERE Id = '" + made.path("id").asText() + "'"))
                .isOne();
        JsonNode field = ORG.success(
                WRITES_ONE,
                "create_a_salesforce_custom_field",
                "{\"object_name\":\"Contact\",\"DeveloperName\":\"Half\",\"visible_to\":[\"System Administrator\"],"
                        + "\"Metadata\":{\"type\":\"Number\",\"label\":\"Half\",\"precision\":5,\"scale\":2,"
                        + "\"formula\":\"LEN(LastName) * 0.5\"}}");
        assertThat(field.path("granted").toString()).isEqualTo("[\"System Administrator\"]");
        ORG.success(WRITES_ONE, "delete_a_salesforce_custom_field_by_id", "{\"id\":\"Contact.Half__c\"}");
    }

    @Test
    void whereOnlyWritingIsLimitedAnythingIsRead() throws IOException {
        ObjectScope writesOne = ScopedOrg.objects(List.of(), List.of("Contact"));

        ORG.success(writesOne, "get_single_salesforce_record_by_id", record("Lead", id("Lead")));
        ORG.success(writesOne, "list_all_salesforce_query", "{\"q\":\"SELECT Id, Owner.Name FROM Lead LIMIT 1\"}");
        ToolAnswer unread = ORG.call(writesOne, "list_all_salesforce_query", "{\"q\":\"SELECT\"}");
        assertThat(((ToolAnswer.Failure) unread).code()).isEqualTo("MALFORMED_QUERY");
        assertThat(ORG.success(writesOne, "list_all_salesforce_objects", "{}")
                        .path("totalSize")
                        .asInt())
                .isGreaterThan(10);
        assertThat(ORG.refusal(writesOne, "delete_a_salesforce_record_by_id", record("Lead", id("Lead")))
                        .text())
                .contains("does not let Lead be changed. It lets Contact be changed.");
    }

    @Test
    void listsOfObjectsHaveTheServersOnly() {
        JsonNode objects = ORG.success(READS_TWO, "list_all_salesforce_objects", "{}");
        assertThat(objects.path("sobjects").findValuesAsText("name")).containsExactly("Account", "Feature_Request__c");
        assertThat(objects.path("totalSize").asInt()).isEqualTo(2);

        JsonNode custom = ORG.success(READS_TWO, "list_all_salesforce_custom_objects", "{}");
        assertThat(custom.path("records").findValuesAsText("name")).containsExactly("Feature_Request__c");
        assertThat(custom.path("totalSize").asInt()).isEqualTo(1);
    }

    @Test
    void toolsThatDoNotSayWhatTheyTouchAreNotThere() {
        List<String> all = names(ObjectScope.ALL);

        assertThat(names(READS_TWO)).isSubsetOf(all).contains("list_all_salesforce_query");
        assertThat(names(READS_TWO)).doesNotContain("list_all_salesforce_tooling_query");
    }

    private static List<String> names(ObjectScope objects) {
        return ORG.catalogue().resolve(ORG.connection(), ScopedOrg.terms(objects)).stream()
                .map(Tool::name)
                .toList();
    }

    private static String id(String object) throws IOException {
        return ORG.demo().value("SELECT Id FROM " + object + " LIMIT 1").asText();
    }

    private static String record(String object, String id) {
        return "{\"object_name\":\"" + object + "\",\"id\":\"" + id + "\"}";
    }
}
