package dev.orgbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaletteModelTest {
    private static PaletteModel of(PaletteEntry... entries) {
        return new PaletteModel(List.of(entries));
    }

    private static PaletteEntry entry(String title, String detail) {
        return new PaletteEntry("Tool", title, detail, () -> {});
    }

    private static List<String> find(PaletteModel model, String typed) {
        model.queryProperty().set(typed);
        return model.found().stream().map(PaletteEntry::title).toList();
    }

    @Test
    void everythingIsThereUntilSomethingIsTyped() {
        PaletteModel model = of(entry("Tools", ""), entry("Account", "Account"));
        assertThat(find(model, "")).containsExactly("Tools", "Account");
        assertThat(find(model, "zzz")).isEmpty();
        assertThat(find(model, "  ")).hasSize(2);
    }

    @Test
    void whatBeginsSoStandsBeforeWhatHoldsIt_andShortBeforeLong() {
        PaletteModel model = of(
                entry("list_all_salesforce_query", ""),
                entry("AccountContactRelation", ""),
                entry("Account", ""),
                entry("MyAccount__c", ""),
                entry("unaccountable", ""));
        assertThat(find(model, "acc"))
                .containsExactly("Account", "AccountContactRelation", "MyAccount__c", "unaccountable");
        assertThat(find(model, "ACCOUNT")).startsWith("Account");
    }

    @Test
    void wordsInAnyOrderAndInitialsFind() {
        PaletteModel model = of(entry("list_all_salesforce_query", ""), entry("OpportunityLineItem", "Product"));
        assertThat(find(model, "query list")).containsExactly("list_all_salesforce_query");
        assertThat(find(model, "oli")).containsExactly("OpportunityLineItem");
        assertThat(find(model, "prod")).containsExactly("OpportunityLineItem");
    }

    @Test
    void aTitleCountsForMoreThanADetail() {
        PaletteModel model = of(entry("Task", "a lead’s next step"), entry("Lead", ""));
        assertThat(find(model, "lead")).containsExactly("Lead", "Task");
    }

    @Test
    void aThousandObjectsAreCutToWhatIsRead() {
        List<PaletteEntry> many = IntStream.range(0, 2_000)
                .mapToObj(i -> entry("Thing" + i + "__c", "Ding " + i))
                .toList();
        PaletteModel model = new PaletteModel(
                Stream.concat(many.stream(), Stream.of(entry("Thing", ""))).toList());
        assertThat(find(model, "thing")).hasSize(PaletteModel.MOST).startsWith("Thing");
    }
}
