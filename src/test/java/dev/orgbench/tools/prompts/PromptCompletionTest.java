package dev.orgbench.tools.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.tools.DemoTools;
import dev.orgbench.tools.Refusal;
import dev.orgbench.tools.Terms;
import dev.orgbench.tools.completion.Completion;
import dev.orgbench.tools.prompts.Prompts.Asked;
import dev.orgbench.tools.sources.BundledDefinitions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromptCompletionTest {
    private static final Map<String, String> REQUESTS = Map.of("object", "Feature_Request__c", "field", "Status__c");

    @AutoClose
    private static final DemoTools TOOLS = new DemoTools();

    private static final Prompts PROMPTS =
            new Prompts(TOOLS.catalogue(), List.of(new BundledDefinitions("salesforce/prompts")));

    @BeforeEach
    void forgetExchanges() {
        TOOLS.exchanges().clear();
    }

    @Test
    void objectsAreFoundByNameAndLabelThoseThatPeopleSeeFirst() throws Exception {
        Completion all = complete("explain_object", "object_name", "", Map.of(), Terms.ALL);
        assertThat(all.total()).isGreaterThan(40);
        assertThat(all.values()).hasSize(Math.min(100, all.total())).startsWith("Account");
        assertThat(all.values().indexOf("Task")).isLessThan(all.values().indexOf("CaseStatus"));

        assertThat(complete("explain_object", "object_name", "feat", Map.of(), Terms.ALL)
                        .values())
                .containsExactly("Feature_Request__c");
        assertThat(complete("explain_object", "object_name", "ACC", Map.of(), Terms.ALL)
                        .values())
                .startsWith("Account");
        assertThat(TOOLS.exchanges()).hasSize(3).allMatch(each -> each.url().endsWith("/sobjects"));
    }

    @Test
    void onlyObjectsThatRecordsCanBeMadeOfAreOfferedForANewRecord() throws Exception {
        assertThat(complete("create_record", "object_name", "casestatus", Map.of(), Terms.ALL))
                .isEqualTo(Completion.NONE);
        assertThat(complete("create_record", "object_name", "case", Map.of(), Terms.ALL)
                        .values())
                .startsWith("Case");
    }

    @Test
    void objectsOutsideTheTermsNeverAppearAndAreNotAskedFor() throws Exception {
        Terms contacts = DemoTools.terms(Set.of("Contact", "Feature_Request__c"), Set.of("contact"));

        assertThat(complete("explain_object", "object_name", "", Map.of(), contacts)
                        .values())
                .containsExactly("Contact", "Feature_Request__c");
        assertThat(complete("create_record", "object_name", "", Map.of(), contacts)
                        .values())
                .containsExactly("Contact");
        TOOLS.exchanges().clear();
        Map<String, String> account = Map.of("object_name", "Account");
        assertThat(complete("clean_up_field_descriptions", "field_name", "", account, contacts))
                .isEqualTo(Completion.NONE);
        assertThat(TOOLS.exchanges()).isEmpty();
    }

    @Test
    void fieldsAndValuesGoByTheOtherArguments() throws Exception {
        assertThat(complete("explain_picklist_value", "field", "", REQUESTS, Terms.ALL)
                        .values())
                .contains("Status__c")
                .doesNotContain("Name", "OwnerId");
        assertThat(complete("explain_picklist_value", "value", "pl", REQUESTS, Terms.ALL)
                        .values())
                .containsExactly("Planned");
        assertThat(complete("lost_deals_follow_up", "stage", "closed", Map.of(), Terms.ALL)
                        .values())
                .containsExactly("Closed Won", "Closed Lost");
        assertThat(complete("lost_deals_follow_up", "period", "last_n", Map.of(), Terms.ALL)
                        .values())
                .containsExactly("LAST_N_DAYS:30", "LAST_N_DAYS:90");
    }

    @Test
    void whileNoFieldIsNamedTheValuesOfAllPicklistsAreOffered() throws Exception {
        Map<String, String> opportunity = Map.of("object", "Opportunity");
        Map<String, String> request = Map.of("object", "Feature_Request__c");

        assertThat(complete("explain_picklist_value", "value", "", opportunity, Terms.ALL)
                        .values())
                .contains("Closed Won", "New Customer")
                .doesNotHaveDuplicates();
        assertThat(complete("explain_picklist_value", "value", "closed", opportunity, Terms.ALL)
                        .values())
                .containsExactly("Closed", "Closed Won", "Closed Lost");
        assertThat(complete("explain_picklist_value", "value", "plan", request, Terms.ALL)
                        .values())
                .containsExactly("Planned");
        assertThat(complete(
                        "explain_picklist_value",
                        "value",
                        "",
                        Map.of("object", "Opportunity", "field", "Stage"),
                        Terms.ALL))
                .isEqualTo(Completion.NONE);
        assertThat(complete("explain_picklist_value", "value", "", Map.of(), Terms.ALL))
                .isEqualTo(Completion.NONE);
    }

    /** Only their definitions can be changed. */
    @Test
    void theValuesOfOwnPicklistsComeFirst() throws Exception {
        assertThat(complete("explain_picklist_value", "value", "", Map.of("object", "Case"), Terms.ALL)
                        .values())
                .startsWith("Sensors")
                .containsSubsequence("Calibration", "Firmware", "Working", "Phone", "High");
    }

    @Test
    void withoutAnObjectThatTheOrgHasThereIsNothingToChoose() throws Exception {
        assertThat(complete("explain_picklist_value", "field", "", Map.of(), Terms.ALL))
                .isEqualTo(Completion.NONE);
        assertThat(complete("explain_picklist_value", "field", "", Map.of("object", "feature requests"), Terms.ALL))
                .isEqualTo(Completion.NONE);
        assertThat(complete("explain_picklist_value", "field", "", Map.of("object", "../limits"), Terms.ALL))
                .isEqualTo(Completion.NONE);
        assertThat(TOOLS.exchanges()).isEmpty();
        assertThat(complete("explain_picklist_value", "field", "", Map.of("object", "Nothing__c"), Terms.ALL))
                .isEqualTo(Completion.NONE);
        assertThat(complete("explain_picklist_value", "meaning", "", Map.of(), Terms.ALL))
                .isEqualTo(Completion.NONE);
    }

    @Test
    void aPicklistOfAThousandValuesGivesAHundredAndEmojisAreFound() throws Exception {
        String values = IntStream.range(0, 1_000)
                .mapToObj(i -> "{\"fullName\":\"Kind " + i + (i == 777 ? " 🎉" : "")
                        + "\",\"default\":false,\"label\":\"K" + i + "\"}")
                .collect(Collectors.joining(","));
        var made = TOOLS.demo()
                .createField(
                        "Feature_Request__c.Kind__c",
                        "{\"type\":\"Picklist\",\"label\":\"Kind\",\"valueSet\":{\"valueSetDefinition\":{\"sorted\":false,"
                                + "\"value\":[" + values + "]}}}");
        assertThat(made.status()).isEqualTo(201);
        TOOLS.demo()
                .post(
                        "sobjects/FieldPermissions",
                        "{\"SobjectType\":\"Feature_Request__c\",\"Field\":\"Feature_Request__c.Kind__c\",\"ParentId\":\""
                                + TOOLS.demo()
                                        .value(
                                                "SELECT Id FROM PermissionSet WHERE Profile.Name = 'System Administrator'")
                                        .asText()
                                + "\",\"PermissionsRead\":true,\"PermissionsEdit\":true}");
        Map<String, String> kind = Map.of("object", "Feature_Request__c", "field", "Kind__c");

        Completion all = complete("explain_picklist_value", "value", "kind", kind, Terms.ALL);
        assertThat(all.values()).hasSize(100).startsWith("Kind 0", "Kind 1");
        assertThat(all.total()).isEqualTo(1_000);
        assertThat(all.hasMore()).isTrue();
        assertThat(complete("explain_picklist_value", "value", "🎉", kind, Terms.ALL)
                        .values())
                .containsExactly("Kind 777 🎉");
    }

    @Test
    void anUnknownArgumentIsRefusedAndAnOrgThatIsGoneIsTold() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> complete("explain_object", "object", "", Map.of(), Terms.ALL))
                .withMessageContaining("has no argument `object`. Did you mean object_name?");
        assertThatExceptionOfType(SalesforceException.Unreachable.class)
                .isThrownBy(() -> PROMPTS.complete(
                        new Asked("explain_object", "object_name", "", Map.of()),
                        TOOLS.unreachable().connection(),
                        Terms.ALL,
                        TOOLS.work().recording()));
    }

    private static Completion complete(
            String prompt, String argument, String typed, Map<String, String> given, Terms terms)
            throws Refusal, SalesforceException {
        return PROMPTS.complete(
                new Asked(prompt, argument, typed, given),
                TOOLS.connection(),
                terms,
                TOOLS.work().recording());
    }
}
