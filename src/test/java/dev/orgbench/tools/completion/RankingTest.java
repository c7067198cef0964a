package dev.orgbench.tools.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {
    private static final List<Choice> CHOICES = List.of(
            new Choice("Account", "Account"),
            new Choice("AccountContactRole", "Account Contact Role"),
            new Choice("Contact", "Contact"),
            new Choice("Feature_Request__c", "Wish"),
            new Choice("OpportunityLineItem", "Opportunity Product"),
            new Choice("Party__c", "Feier 🎉"),
            new Choice("Subcontact__c", "Sub"));

    @ParameterizedTest
    @CsvSource(textBlock = """
            contact,          Contact AccountContactRole Subcontact__c
            CONTACT,          Contact AccountContactRole Subcontact__c
            '  con',          Contact AccountContactRole Subcontact__c
            acc,              Account AccountContactRole
            account,          Account AccountContactRole
            wish,             Feature_Request__c
            feature_req,      Feature_Request__c
            feature req,      Feature_Request__c
            request,          Feature_Request__c
            line,             OpportunityLineItem
            product,          OpportunityLineItem
            unt,              Account AccountContactRole
            🎉,               Party__c
            feier 🎉,         Party__c
            xyz,              ''
            .*,               ''
            """)
    void whatIsTypedFindsByNameAndLabelTheLikeliestFirst(String typed, String found) {
        assertThat(String.join(" ", Ranking.of(CHOICES, typed).values())).isEqualTo(found);
    }

    @Test
    void nothingTypedGivesAllInTheirOrder() {
        List<Choice> mixed = List.of(new Choice("b", "B"), Choice.of("a"), new Choice("c", ""));

        assertThat(Ranking.of(mixed, "").values()).containsExactly("b", "a", "c");
        assertThat(Ranking.of(mixed, "  ").values()).containsExactly("b", "a", "c");
    }

    @Test
    void ofAThousandAHundredAreGivenAndTheRestCounted() {
        List<Choice> thousand =
                IntStream.range(0, 1_000).mapToObj(i -> Choice.of("Value " + i)).toList();

        Completion all = Ranking.of(thousand, "value");
        assertThat(all.values()).hasSize(100).startsWith("Value 0", "Value 1");
        assertThat(all.total()).isEqualTo(1_000);
        assertThat(all.hasMore()).isTrue();

        Completion exact = Ranking.of(thousand, "value 999");
        assertThat(exact.values()).containsExactly("Value 999");
        assertThat(exact.hasMore()).isFalse();
    }

    @Test
    void aValueThatIsThereTwiceIsGivenOnce() {
        List<Choice> twice = List.of(new Choice("Web", "Web"), new Choice("Web", "Website"));

        assertThat(Ranking.of(twice, "web")).isEqualTo(new Completion(List.of("Web"), 1));
    }

    @Test
    void aTypedTextOfMegabytesFindsNothing() {
        assertThat(Ranking.of(CHOICES, "Account".repeat(700_000))).isEqualTo(Completion.NONE);
    }
}
