package dev.orgbench.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordsTest {
    @Test
    void parentsBecomeColumns_andAttributesAreLeftOut() throws Exception {
        Records records = records("""
                {"totalSize":2,"records":[
                 {"attributes":{"type":"Opportunity"},"Name":"A","Amount":1.50,"Owner":{"attributes":{"type":"User"},"Name":"Dana"}},
                 {"attributes":{"type":"Opportunity"},"Name":"B","Amount":null,"Owner":null}]}""");

        assertThat(records.columns())
                .containsExactly(
                        new Records.Column("Name", false, 4),
                        new Records.Column("Amount", true, 6),
                        new Records.Column("Owner.Name", false, 10));
        assertThat(records.rows().get(0).stream().map(Records::cell).toList()).isEqualTo(List.of("A", "1.50", "Dana"));
        assertThat(records.rows().get(1).stream().map(Records::cell).toList()).isEqualTo(List.of("B", "", ""));
    }

    @Test
    void aColumnThatOnlyALaterRecordHasIsThere() throws Exception {
        Records records = records("{\"records\":[{\"A\":1},{\"A\":2,\"B\":\"x\"}]}");

        assertThat(records.columns()).extracting(Records.Column::name).containsExactly("A", "B");
        assertThat(records.rows().getFirst().get(1)).isNull();
    }

    @Test
    void theLongestListOfObjectsIsTheTable() throws Exception {
        Records records =
                records("{\"small\":[{\"a\":1}],\"names\":[\"x\",\"y\",\"z\"],\"fields\":[{\"n\":1},{\"n\":2}]}");

        assertThat(records.name()).isEqualTo("fields");
        assertThat(records.count()).isEqualTo("2 fields");
    }

    @Test
    void oneIsCountedInTheSingular() throws Exception {
        assertThat(records("{\"records\":[{\"a\":1}]}").count()).isEqualTo("1 record");
    }

    @Test
    void anAnswerWithoutAListHasNoTable() throws Exception {
        assertThat(Records.in(JsonText.parse("{\"id\":\"001\",\"success\":true,\"errors\":[]}")))
                .isEmpty();
    }

    @Test
    void numbersAreGroupedAndKeepTheirDigits() throws Exception {
        assertThat(cell("412500.00")).isEqualTo("412,500.00");
        assertThat(cell("43450.0")).isEqualTo("43,450");
        assertThat(cell("0.5")).isEqualTo("0.5");
        assertThat(cell("12345678901234567890")).isEqualTo("12,345,678,901,234,567,890");
        assertThat(cell("0.0001")).isEqualTo("0.0001");
    }

    @Test
    void childRecordsAreCounted_shortListsWrittenOut() throws Exception {
        assertThat(cell("{\"totalSize\":5,\"done\":true,\"records\":[]}")).isEqualTo("5 records");
        assertThat(cell("[\"New\",\"Planned\"]")).isEqualTo("New, Planned");
        assertThat(cell("[{},{}]")).isEqualTo("2 items");
    }

    private static String cell(String json) throws JsonText.Malformed {
        return Records.cell(JsonText.parse(json));
    }

    private static Records records(String json) throws JsonText.Malformed {
        JsonNode answer = JsonText.parse(json);
        return Records.in(answer).orElseThrow();
    }
}
