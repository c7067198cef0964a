package dev.orgbench.tools.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orgbench.tools.DemoTools;
import dev.orgbench.tools.Method;
import dev.orgbench.tools.Refusal;
import dev.orgbench.tools.Scope;
import dev.orgbench.tools.Terms;
import dev.orgbench.tools.sources.BundledDefinitions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptsTest {
    @AutoClose
    private static final DemoTools TOOLS = new DemoTools();

    private static final Prompts PROMPTS =
            new Prompts(TOOLS.catalogue(), List.of(new BundledDefinitions("salesforce/prompts")));

    @Test
    void aPromptExistsWhereAllItsToolsDo() {
        Terms readOnly = Terms.of(new Scope(Set.of(Method.LIST, Method.GET), Set.of()));
        Terms metadata = Terms.of(new Scope(Set.of(), Set.of("metadata")));
        Terms deleting = Terms.of(new Scope(Set.of(Method.DELETE), Set.of()));

        assertThat(names(readOnly))
                .containsExactly("find_object", "explain_object", "answer_question", "audit_object", "check_api_usage");
        assertThat(names(Terms.of(new Scope(Set.of(), Set.of("limits"))))).containsExactly("check_api_usage");
        assertThat(names(metadata))
                .containsExactly(
                        "find_object",
                        "explain_object",
                        "explain_picklist_value",
                        "clean_up_field_descriptions",
                        "scaffold_custom_object");
        assertThat(names(deleting)).isEmpty();
        assertThat(refusal("log_a_call", Map.of("person", "Al", "notes", "x"), readOnly))
                .isEqualTo("There is no prompt log_a_call on this server.");
    }

    @Test
    void aPromptAboutAnObjectExistsWhereThatObjectIsOpen() {
        assertThat(names(DemoTools.terms(Set.of("opportunity", "Task"), Set.of())))
                .contains("lost_deals_follow_up")
                .doesNotContain("log_a_call", "scaffold_custom_object");
        assertThat(names(DemoTools.terms(Set.of(), Set.of("Account"))))
                .contains("create_record")
                .doesNotContain("lost_deals_follow_up", "scaffold_custom_object");
    }

    @Test
    void listingAndFillingInAskTheOrgNothing() throws Refusal {
        Terms pinned = new Terms("", Scope.ALL, List.of("Contact", "Account"), true, Terms.USUAL_BYTE_BUDGET);
        assertThat(PROMPTS.list(TOOLS.unreachable().connection(), pinned)).hasSizeGreaterThan(5);
        assertThat(PROMPTS.get(
                                "find_object",
                                Map.of("words", "invoices"),
                                TOOLS.unreachable().connection(),
                                pinned)
                        .text())
                .startsWith("Which object of our Salesforce org holds this: invoices\n");
    }

    @Test
    void whatIsNotGivenLeavesItsSentenceOutOrAnotherInItsPlace() throws Refusal {
        assertThat(text("lost_deals_follow_up", Map.of("stage", "Perdido", "count", "  ")))
                .contains("Take those whose StageName is Perdido.", "Show 3 of them at most")
                .doesNotContain("Closed Lost", "ActivityDate");
        assertThat(text("lost_deals_follow_up", Map.of("due_date", "2026-12-01")))
                .contains("StageName is Closed Lost.", "THIS_MONTH", "Its ActivityDate is 2026-12-01.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{notes} {person} {day}",
                "$1 \\1 ${notes} $0",
                "first line\nsecond line\r\n- and \"quotes\" 'too'",
                "🎉 \u202e right to left \u0000",
                "{{person}}",
                "%s %n {0}"
            })
    void anArgumentIsPutInAsItIs(String notes) throws Refusal {
        assertThat(text("log_a_call", Map.of("person", "Alice", "notes", notes)))
                .contains("\n" + notes + "\n");
    }

    @Test
    void aRefusalNamesEveryArgumentThatIsWrong() {
        Map<String, String> wrong = new HashMap<>();
        wrong.put("nots", "x");
        wrong.put("day", "1".repeat(10_001));
        wrong.put("person", " ");
        assertThat(refusal("log_a_call", wrong, Terms.ALL))
                .contains("has no argument `nots`. Did you mean notes? There are: person, notes, call_type, day,")
                .contains("`day` has 10001 characters; at most 10000 fit.")
                .contains("`person` is missing. It is: A name, with the company")
                .contains("`notes` is missing. It is: What was said");
        assertThat(refusal("log_a_call", Map.of("person", "Al", "notes", "half \ud83d"), Terms.ALL))
                .contains("`notes` holds half a character");
        assertThat(refusal("find_object", Map.of("x".repeat(5_000_000), "y"), Terms.ALL))
                .hasSizeLessThan(500);
    }

    @Test
    void anUnknownPromptIsRefusedWithWhatMayBeMeant() {
        assertThat(refusal("log_call", Map.of(), Terms.ALL))
                .isEqualTo("There is no prompt log_call on this server. Did you mean log_a_call?");
        assertThat(refusal("Audit an object's fields", Map.of(), Terms.ALL)).endsWith("Did you mean audit_object?");
        assertThat(refusal("", Map.of(), Terms.ALL)).startsWith("There is no prompt ");
        assertThat(refusal("p".repeat(5_000_000), Map.of(), Terms.ALL)).hasSizeLessThan(400);
    }

    private static List<String> names(Terms terms) {
        return PROMPTS.list(TOOLS.connection(), terms).stream()
                .map(Prompt::name)
                .toList();
    }

    private static String text(String name, Map<String, String> arguments) throws Refusal {
        return PROMPTS.get(name, arguments, TOOLS.connection(), Terms.ALL).text();
    }

    private static String refusal(String name, Map<String, String> arguments, Terms terms) {
        return assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> PROMPTS.get(name, arguments, TOOLS.connection(), terms))
                .actual()
                .text();
    }
}
