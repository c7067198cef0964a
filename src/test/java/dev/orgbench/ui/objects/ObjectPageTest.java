package dev.orgbench.ui.objects;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.salesforce.ObjectDescribe.FieldDescribe;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.SameThread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ObjectPageTest {
    private final FakeSchema org = new FakeSchema()
            .object(
                    "Deal__c",
                    "Deal",
                    "a01",
                    "Id id",
                    "Name string required length=80",
                    "Stage__c picklist custom required updateable values=Open,Won,-Old",
                    "Account__c reference custom createable to=Account",
                    "Body__c base64 custom",
                    "Code__c string custom externalId unique createable",
                    "Open__c boolean custom required");
    private final ObjectPage page = new ObjectPage("Deal__c", org, new SameThread());

    @Test
    void fieldsAreFilteredByTextAndByAllTraitsThatAreOn() {
        page.load();
        assertThat(names()).hasSize(7);
        page.traits().add(FieldTrait.CUSTOM);
        page.traits().add(FieldTrait.REQUIRED);
        assertThat(names()).containsExactly("Stage__c", "Open__c");
        page.filterProperty().set("WON");
        assertThat(names()).containsExactly("Stage__c");
        page.traits().clear();
        page.filterProperty().set("account");
        assertThat(names()).containsExactly("Account__c");

        page.showField("Code__c");
        assertThat(names()).hasSize(7);
        assertThat(page.wantedFieldProperty().get()).isEqualTo("Code__c");
    }

    @Test
    void eachTraitTakesItsFields() {
        page.load();
        for (FieldTrait trait : FieldTrait.values()) {
            page.traits().clear();
            page.traits().add(trait);
            List<String> expected =
                    switch (trait) {
                        case REQUIRED -> List.of("Name", "Stage__c", "Open__c");
                        case CUSTOM -> List.of("Stage__c", "Account__c", "Body__c", "Code__c", "Open__c");
                        case CREATEABLE -> List.of("Name", "Stage__c", "Account__c", "Code__c", "Open__c");
                        case UPDATEABLE, PICKLIST -> List.of("Stage__c");
                        case REFERENCE -> List.of("Account__c");
                        case FORMULA -> List.of();
                        case EXTERNAL_ID -> List.of("Code__c");
                    };
            assertThat(names()).as(trait.words()).isEqualTo(expected);
        }
    }

    @Test
    void anObjectThatIsNotThereSaysWhy() {
        ObjectPage missing = new ObjectPage("Nothing__c", org, new SameThread());
        missing.load();
        assertThat(missing.stateProperty().get())
                .isInstanceOfSatisfying(
                        ObjectPage.State.Failed.class,
                        failed -> assertThat(failed.problem().code()).isEqualTo("NOT_FOUND"));
        assertThat(missing.knownProperty().get()).isNull();
    }

    @Test
    void customFieldsHaveTheirToolingIds_andRecordsAreCountedWhenAsked() {
        page.load();
        assertThat(page.toolingIdsProperty().get().byField()).containsEntry("Stage__c", "00NStage__c");
        assertThat(page.countProperty().get()).isEmpty();
        page.countRecords();
        assertThat(page.countProperty().get()).isEqualTo("1,234 records");
    }

    @Test
    void eightHundredFieldsAreFilteredWithinAFrame() {
        org.object(
                "Wide__c",
                "Wide",
                "a02",
                IntStream.range(0, 800)
                        .mapToObj(i -> "Field" + i + "__c string custom createable length=255")
                        .toArray(String[]::new));
        ObjectPage wide = new ObjectPage("Wide__c", org, new SameThread());
        wide.load();
        wide.filterProperty().set("field79");
        assertThat(wide.fields()).hasSize(11);
        // Time of this thread alone: what else the machine does is not the filter's doing.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long from = threads.getCurrentThreadCpuTime();
        for (String typed : List.of("f", "fi", "fie", "fiel", "field", "field7", "field77", "field777")) {
            wide.filterProperty().set(typed);
        }
        assertThat((threads.getCurrentThreadCpuTime() - from) / 8e6).isLessThan(16);
        assertThat(wide.fields()).hasSize(1);
    }

    @Test
    void aQueryOfTheFieldsMeantRuns_aSkeletonHasWhatIsRequired() {
        page.load();
        ObjectPage.Known known = requireNonNull(page.knownProperty().get());
        page.selected().setAll(known.fields().subList(0, 2));
        assertThat(Starters.query(known.describe(), page.meant()))
                .isEqualTo("SELECT Id, Name\nFROM Deal__c\nLIMIT 200");
        page.selected().clear();
        assertThat(Starters.query(known.describe(), page.meant())).endsWith("LIMIT 1");
        assertThat(Starters.newRecord(known.describe()))
                .hasToString(
                        "{\"object_name\":\"Deal__c\",\"fields\":{\"Name\":\"\",\"Stage__c\":\"Open\",\"Open__c\":false}}");
    }

    @Test
    void fieldsAreCopiedInEachForm() throws Exception {
        page.load();
        List<FieldRow> some = page.fields().subList(1, 3);
        assertThat(CopyAs.NAMES.text(some)).isEqualTo("Name\nStage__c");
        assertThat(CopyAs.CSV.text(some)).contains("Stage__c,Stage,picklist,,\"create, update\",\"Open, Won\",");
        assertThat(CopyAs.MARKDOWN.text(some)).contains("| Name | Name | string | 80 | create only |  |  |\n");
        assertThat(JsonText.parse(CopyAs.JSON.text(some)).findValuesAsText("name"))
                .containsExactly("Name", "Stage__c");
    }

    @Test
    void aDependentValueNamesTheValuesThatItGoesWith() {
        FieldRow above = row("Country__c picklist values=DE,FR,IT");
        JsonNode value = JsonText.NODES
                .objectNode()
                .put("value", "Berlin")
                .put("validFor", Base64.getEncoder().encodeToString(new byte[] {(byte) 0xA0}));
        assertThat(ValuesTable.validFor(value, above.values(), above)).isEqualTo("DE, IT");
        FieldRow checkbox = row("Active__c boolean");
        assertThat(ValuesTable.validFor(value, List.of(), checkbox)).isEqualTo("unchecked");
        JsonNode damaged = JsonText.NODES.objectNode().put("validFor", "not base64!");
        assertThat(ValuesTable.validFor(damaged, above.values(), above)).isEqualTo("?");
    }

    private static FieldRow row(String words) {
        return new FieldRow(new FieldDescribe(FakeSchema.field(words)));
    }

    private List<String> names() {
        return page.fields().stream().map(FieldRow::name).toList();
    }
}
