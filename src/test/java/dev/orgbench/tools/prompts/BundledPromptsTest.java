package dev.orgbench.tools.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.tools.DemoTools;
import dev.orgbench.tools.Refusal;
import dev.orgbench.tools.Terms;
import dev.orgbench.tools.ToolAnswer;
import dev.orgbench.tools.completion.Completion;
import dev.orgbench.tools.prompts.Prompt.Argument;
import dev.orgbench.tools.prompts.Prompts.Asked;
import dev.orgbench.tools.sources.BundledDefinitions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BundledPromptsTest {
    private static final Pattern TOOL = Pattern.compile("[a-z]+_[a-z_]*_?salesforce_[a-z_]+");

    @AutoClose
    private static final DemoTools TOOLS = new DemoTools();

    private static final Prompts PROMPTS =
            new Prompts(TOOLS.catalogue(), List.of(new BundledDefinitions("salesforce/prompts")));

    static Stream<Arguments> definitions() {
        return new PromptFiles(List.of(new BundledDefinitions("salesforce/prompts")))
                .prompts().stream().map(each -> arguments(named(each.prompt().name(), each)));
    }

    @Test
    void theMenuHasThePromptsOfTheArticleAndMore() {
        assertThat(PROMPTS.problems(TOOLS.connection())).isEmpty();
        assertThat(PROMPTS.list(TOOLS.connection(), Terms.ALL))
                .extracting(Prompt::name)
                .containsExactly(
                        "find_object",
                        "explain_object",
                        "answer_question",
                        "lost_deals_follow_up",
                        "log_a_call",
                        "create_record",
                        "explain_picklist_value",
                        "audit_object",
                        "clean_up_field_descriptions",
                        "scaffold_custom_object",
                        "check_api_usage");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("definitions")
    void isSaidWholeWithAllArgumentsAndWithTheRequiredOnes(PromptDefinition definition) throws Refusal {
        Prompt prompt = definition.prompt();
        assertThat(prompt.title()).hasSizeBetween(10, 60);
        assertThat(prompt.description()).hasSizeBetween(40, 130);

        Map<String, String> all = filled(prompt, each -> true);
        assertThat(said(prompt, all)).contains(all.values());

        Map<String, String> required = filled(prompt, Argument::required);
        assertThat(said(prompt, required))
                .satisfies(text -> assertThat(required.values()).allMatch(text::contains));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("definitions")
    void namesTheToolsThatItNeedsAndNoOthers(PromptDefinition definition) throws Refusal {
        Prompt prompt = definition.prompt();
        String text = said(prompt, filled(prompt, each -> true)) + said(prompt, filled(prompt, Argument::required));
        List<String> tools = TOOL.matcher(text)
                .results()
                .map(tool -> tool.group())
                .distinct()
                .toList();

        assertThat(tools).containsExactlyInAnyOrderElementsOf(definition.tools());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("definitions")
    void whatCompletesAnArgumentIsThereInTheDemoOrg(PromptDefinition definition) throws Exception {
        Prompt prompt = definition.prompt();
        Map<String, String> given =
                Map.of("object", "Feature_Request__c", "field", "Status__c", "object_name", "Feature_Request__c");
        for (String argument : definition.offers().keySet()) {
            Asked asked = new Asked(prompt.name(), argument, "", given);
            Completion completion = PROMPTS.complete(
                    asked, TOOLS.connection(), Terms.ALL, TOOLS.work().recording());
            assertThat(completion.values()).as(argument).isNotEmpty();
        }
    }

    /** What an agent does that follows the prompts word by word. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            list_all_salesforce_query | {"q": "SELECT Id, Name, AccountId, Account.Name, Title FROM Contact LIMIT 1"}
            list_all_salesforce_query | {"q": "SELECT Id, Name, Amount, CloseDate, OwnerId FROM Opportunity WHERE StageName = 'Closed Lost' AND CloseDate = LAST_N_DAYS:30 ORDER BY Amount DESC LIMIT 3"}
            list_all_salesforce_query | {"q": "SELECT COUNT(Id), COUNT(Status__c) FROM Feature_Request__c"}
            create_a_salesforce_record | {"object_name": "Task", "Subject": "Call: renewal", "TaskSubtype": "Call", "Status": "Completed", "CallType": "Inbound", "ActivityDate": "2026-07-15", "Description": "x"}
            create_a_salesforce_record | {"object_name": "Task", "Subject": "Win/loss post-mortem", "Status": "Not Started", "ActivityDate": "2026-12-01"}
            """)
    void whatThePromptsAskForCanBeDone(String tool, String arguments) throws JsonProcessingException {
        ToolAnswer answer = TOOLS.catalogue()
                .call(
                        TOOLS.catalogue()
                                .find(TOOLS.connection(), Terms.ALL, tool)
                                .orElseThrow(),
                        (ObjectNode) new JsonMapper().readTree(arguments),
                        TOOLS.connection(),
                        Terms.ALL,
                        TOOLS.work());

        assertThat(answer).isInstanceOf(ToolAnswer.Success.class);
    }

    private static Map<String, String> filled(Prompt prompt, Predicate<Argument> wanted) {
        Map<String, String> arguments = new LinkedHashMap<>();
        prompt.arguments().stream()
                .filter(wanted)
                .forEach(each -> arguments.put(each.name(), "«" + each.name() + " 🎉»"));
        return arguments;
    }

    private static String said(Prompt prompt, Map<String, String> arguments) throws Refusal {
        String text = PROMPTS.get(prompt.name(), arguments, TOOLS.connection(), Terms.ALL)
                .text();
        assertThat(text).hasSizeBetween(200, 2_500).doesNotContain("{", "}");
        assertThat(text.lines()).noneMatch(String::isBlank);
        return text;
    }
}
