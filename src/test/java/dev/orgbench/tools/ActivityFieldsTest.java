package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Custom fields that tasks and events share, on an org of scripted answers. */
class ActivityFieldsTest {
    private static final String FIELD = "00N5e0000EffortEAA";
    private static final String FIELDS =
            "GET {api}/tooling/query SELECT Id, DeveloperName, NamespacePrefix%s FROM CustomField WHERE TableEnumOrId = 'Activity'%s";
    private static final String ROW = "{\"totalSize\":1,\"done\":true,\"records\":[{\"Id\":\"" + FIELD
            + "\",\"DeveloperName\":\"Effort\",\"NamespacePrefix\":null}]}";

    private FakeOrg org;

    @BeforeEach
    void start() throws IOException {
        org = FakeOrg.start();
        org.object("Task", "Task", "Id id readonly", "Effort__c double");
        org.object("Event", "Event", "Id id readonly", "Effort__c double");
        org.on(FIELDS.formatted("", ""), ROW);
        org.on(FIELDS.formatted(", TableEnumOrId", " ORDER BY DeveloperName"), ROW);
        org.on(
                "GET {api}/tooling/sobjects/CustomField/" + FIELD,
                "{\"Id\":\"" + FIELD + "\",\"FullName\":\"Activity.Effort__c\",\"Metadata\":{\"label\":\"Effort\"}}");
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Task", "Event", "Activity"})
    void aNewFieldIsMadeOnActivityAndGrantedOnBoth(String object) {
        org.on("POST {api}/tooling/sobjects/CustomField", 201, "{\"id\":\"00N5e0000SprintEAA\",\"success\":true}");
        org.on("POST {api}/sobjects/FieldPermissions", 201, "{\"id\":\"01k\",\"success\":true}");
        org.on(
                "GET {api}/query SELECT Id, Profile.Name FROM PermissionSet WHERE IsOwnedByProfile = true",
                "{\"records\":[{\"Id\":\"0PS1\",\"Profile\":{\"Name\":\"System Administrator\"}}]}");

        ObjectNode made = org.success(
                "create_a_salesforce_custom_field",
                "{\"object_name\":\"" + object
                        + "\",\"DeveloperName\":\"Sprint\",\"Metadata\":{\"type\":\"Date\",\"label\":\"Sprint\"}}");

        assertThat(made.path("granted")).hasToString("[\"System Administrator\"]");
        assertThat(org.writes())
                .satisfiesExactly(
                        field -> assertThat(field).contains("{\"FullName\":\"Activity.Sprint__c\","),
                        grant -> assertThat(grant).contains("\"SobjectType\":\"Task\",\"Field\":\"Task.Sprint__c\""),
                        grant -> assertThat(grant).contains("\"SobjectType\":\"Event\",\"Field\":\"Event.Sprint__c\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"task", "Event", "Activity"})
    void theFieldsAreListedForEachOfThem(String object) {
        org.on(
                "GET {api}/sobjects/task/describe",
                Describes.object("Task", "Task", "Effort__c double").toString());

        assertThat(org.success("list_all_salesforce_custom_fields", "{\"object_name\":\"" + object + "\"}")
                        .path("records"))
                .hasToString(
                        "[{\"Id\":\"" + FIELD
                                + "\",\"DeveloperName\":\"Effort\",\"name\":\"Effort__c\",\"label\":\"Effort\",\"type\":\"double\",\"visible\":true}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Task.Effort__c", "Event.Effort__c", "Activity.Effort__c"})
    void aFieldIsFoundByEachOfItsNames(String name) {
        assertThat(org.success("get_single_salesforce_custom_field_by_id", "{\"id\":\"" + name + "\"}")
                        .path("Id")
                        .asText())
                .isEqualTo(FIELD);
    }

    @Test
    void thereIsNoFieldThatNeitherHas() {
        assertThat(org.failure("get_single_salesforce_custom_field_by_id", "{\"id\":\"Activity.Efort__c\"}")
                        .text())
                .contains("Did you mean Effort__c?");
    }
}
