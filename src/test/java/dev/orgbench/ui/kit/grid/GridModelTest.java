package dev.orgbench.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.SameThread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridModelTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final GridModel model = new GridModel(new SameThread());

    @Test
    void theFirstPageIsShown_andSaysHowManyThereAre() {
        model.show(Pages.ofAccounts(51_342), Columns::in);

        assertThat(model.lines()).hasSize(2_000);
        assertThat(model.stateProperty().get()).isEqualTo(new GridModel.State.Shown(2_000, 51_342));
        assertThat(model.moreProperty().get()).isInstanceOf(GridModel.More.Ready.class);
        assertThat(model.columns()).extracting(GridColumn::title).containsExactly("Id", "Name", "Employees");
    }

    @Test
    void theNextPageIsFetchedBeforeTheEyeGetsThere() {
        model.show(Pages.ofAccounts(5_000), Columns::in);
        model.seen(900);
        assertThat(model.lines()).hasSize(2_000);
        model.seen(1_001);
        assertThat(model.lines()).hasSize(4_000);
        assertThat(text(3_999, 1)).isEqualTo("Account 3999");
    }

    @Test
    void aPageThatFailsKeepsTheRows_andCanBeAskedForAgain() {
        Pages pages = Pages.ofAccounts(3_000);
        model.show(pages, Columns::in);
        pages.failOnce();
        model.fetch();

        assertThat(model.moreProperty().get()).isInstanceOf(GridModel.More.Failed.class);
        assertThat(model.lines()).hasSize(2_000);
        model.fetch();
        assertThat(model.lines()).hasSize(3_000);
        assertThat(model.moreProperty().get()).isInstanceOf(GridModel.More.None.class);
    }

    @Test
    void aFailedFirstPageIsTheStateOfAll() {
        Pages pages = Pages.ofAccounts(10);
        pages.failOnce();
        model.show(pages, Columns::in);
        assertThat(model.stateProperty().get()).isInstanceOf(GridModel.State.Failed.class);
    }

    @Test
    void sortingGoesByValue_nullsFirst_andFetchesNoMorePages() {
        Pages pages = new Pages(2_500, i -> row(i == 7 ? "{\"N\":null}" : "{\"N\":" + (1_000 - i) + ".5}"));
        model.show(pages, Columns::in);
        model.sortProperty().set(new Arrangement.Sort(model.columns().getFirst(), false));

        assertThat(text(0, 0)).isEmpty();
        assertThat(text(1, 0)).isEqualTo("-999.5");
        model.seen(1_999);
        assertThat(pages.asked).isEqualTo(1);
        model.sortProperty().set(null);
        assertThat(text(0, 0)).isEqualTo("1000.5");
    }

    @Test
    void theFilterLooksIntoEveryCell_inAnyCase() {
        model.show(Pages.ofAccounts(2_000), Columns::in);
        model.filterProperty().set("ACCOUNT 199");
        assertThat(model.lines()).hasSize(11);
        model.filterProperty().set("");
        assertThat(model.lines()).hasSize(2_000);
    }

    @Test
    void fetchAllGoesToTheEnd_alsoWhileSorted() {
        model.show(Pages.ofAccounts(9_001), Columns::in);
        model.sortProperty().set(new Arrangement.Sort(model.columns().get(2), true));
        model.fetchAll();
        assertThat(model.lines()).hasSize(9_001);
        assertThat(text(0, 2)).isEqualTo("9000");
    }

    @Test
    void childrenOpenBelowTheirRow_withHeadsOfTheirOwn() {
        Pages pages = new Pages(2, i -> row("""
                {"Name":"A%d","Contacts":{"totalSize":2,"done":true,"records":[
                  {"attributes":{"type":"Contact","url":"/x/003"},"LastName":"Ito","Account":{"attributes":{"type":"Account"},"Name":"Up"}},
                  {"attributes":{"type":"Contact","url":"/x/004"},"LastName":"Weiß","Account":null}]}}
                """.formatted(i)));
        model.show(pages, Columns::in);
        GridColumn contacts = model.columns().get(1);
        assertThat(contacts.kind()).isEqualTo(GridColumn.Kind.CHILDREN);
        model.toggleChildren(0, contacts);

        assertThat(model.lines()).hasSize(5);
        assertThat(List.of(text(1, 0), text(1, 1))).containsExactly("LastName", "Account.Name");
        assertThat(List.of(text(2, 0), text(2, 1))).containsExactly("Ito", "Up");
        assertThat(text(3, 0)).isEqualTo("Weiß");
        assertThat(text(4, 0)).isEqualTo("A1");
        model.toggleChildren(0, contacts);
        assertThat(model.lines()).hasSize(2);
    }

    @Test
    void rowsBeyondTheBudgetLieOnDisk_andReadTheSame() throws Exception {
        try (RowStore store = new RowStore(300_000)) {
            Pages pages = Pages.ofAccounts(20_000);
            RowSource.Page page = pages.first();
            store.append(page.records());
            while (page.next() != null) {
                page = pages.next(page.next());
                store.append(page.records());
            }
            assertThat(store.inMemory()).isLessThanOrEqualTo(300_000);
            assertThat(store.get(0).path("Name").asText()).isEqualTo("Account 0");
            assertThat(store.get(19_999).path("Name").asText()).isEqualTo("Account 19999");
        }
    }

    @Test
    void aValueOfFiveMegabytesIsCutInTheRow_andWholeWhenAskedFor() throws Exception {
        String text = "日本語🙂".repeat(1_000_000);
        try (RowStore store = new RowStore(RowStore.BUDGET)) {
            store.append(List.of(JSON.createObjectNode().put("Body", text).put("Name", "x")));
            assertThat(store.inMemory()).isLessThan(4_000);
            assertThat(Values.text(store.get(0).path("Body")))
                    .startsWith("日本語🙂")
                    .hasSizeLessThan(500);
            assertThat(LongTexts.length(store.get(0).path("Body"))).isEqualTo(text.length());
            assertThat(store.whole(store.get(0)).path("Body").asText()).isEqualTo(text);
        }
    }

    @Test
    void anInterruptedReaderDoesNotTakeTheRowsFromTheOthers() throws Exception {
        try (RowStore store = new RowStore(1)) {
            store.append(Pages.ofAccounts(10).first().records());
            Thread.currentThread().interrupt();
            store.glance(3);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(store.get(4).path("Name").asText()).isEqualTo("Account 4");
        }
    }

    @Test
    void anotherQueryDoesNotTakeTheRowsFromAnExportUnderWay() throws Exception {
        GridModel small = new GridModel(new SameThread(), 1);
        small.show(Pages.ofAccounts(10), Columns::in);
        AllRows rows = small.allRows();
        rows.store().hold();
        small.show(Pages.ofAccounts(1), Columns::in);
        List<String> names = new ArrayList<>();
        rows.forEach(record -> names.add(record.path("Name").asText()));
        rows.store().release();
        assertThat(names).hasSize(10).endsWith("Account 9");
    }

    @Test
    void aNumberWithAMillionZerosIsNotWrittenOut() throws Exception {
        assertThat(Values.text(RowStore.JSON.readTree("1E+999999999"))).isEqualTo("1E+999999999");
    }

    @Test
    void numbersReadAsSalesforceSentThem() throws Exception {
        ObjectNode row = (ObjectNode) RowStore.JSON.readTree(
                "{\"a\":43450.0,\"b\":0.10,\"c\":1234567890123456789,\"d\":3.5E8,\"e\":43450.50}");
        assertThat(row.properties().stream().map(entry -> Values.text(entry.getValue())))
                .containsExactly("43450", "0.10", "1234567890123456789", "350000000", "43450.50");
    }

    @Test
    void anEditIsKeptUntilItIsSent_andGoneWhenTheOldValueIsBack() {
        model.show(Pages.ofAccounts(3), Columns::in);
        GridColumn name = model.columns().get(1);
        edit(1, name, "Acme");
        assertThat(text(1, 1)).isEqualTo("Acme");
        assertThat(model.changes()).singleElement().isInstanceOfSatisfying(RecordChange.Update.class, update -> {
            assertThat(update.object()).isEqualTo("Account");
            assertThat(update.id()).isEqualTo("001000000000001AAA");
            assertThat(update.body()).hasToString("{\"Name\":\"Acme\"}");
        });
        edit(1, name, "Account 1");
        assertThat(model.changes()).isEmpty();
    }

    @Test
    void changesGoOneByOne_andOneThatFailsKeepsNoOtherBack() {
        model.show(Pages.ofAccounts(3), Columns::in);
        GridColumn name = model.columns().get(1);
        edit(0, name, "A");
        edit(1, name, "B");
        edit(2, name, "C");
        List<String> sent = new ArrayList<>();
        RecordWriter writer = new RecordWriter() {
            @Override
            public void update(String object, String id, ObjectNode fields) throws Exception {
                if (id.contains("1AAA") && sent.size() == 1) {
                    throw new IOException("no");
                }
                sent.add(id + fields);
            }

            @Override
            public void delete(String object, String id) {}
        };
        Sending sending = new Sending(model.changes(), writer, new SameThread(), model::carriedOut);
        sending.start();

        assertThat(sending.words()).isEqualTo("2 done, 1 failed");
        assertThat(model.edits().countProperty().get()).isEqualTo(1);
        assertThat(text(0, 1)).isEqualTo("A");
        sending.start();
        assertThat(sending.words()).isEqualTo("3 done");
        assertThat(model.changes()).isEmpty();
        assertThat(text(1, 1)).isEqualTo("B");
    }

    @Test
    void aDeletedRowLeavesTheTable() {
        model.show(Pages.ofAccounts(3), Columns::in);
        model.carriedOut(new RecordChange.Delete(1, "Account", "x", "x"));
        assertThat(model.lines()).extracting(Line::row).containsExactly(0, 2);
        model.filterProperty().set("account");
        assertThat(model.lines()).hasSize(2);
    }

    private void edit(int row, GridColumn column, String text) {
        CellInput.Value value = (CellInput.Value) CellInput.read(text, column);
        model.edits().put(row, column, Values.at(model.store().get(row), column.path()), value.json());
    }

    private String text(int line, int column) {
        return Values.text(model.value(model.lines().get(line), column));
    }

    private static ObjectNode row(String json) {
        try {
            return (ObjectNode) RowStore.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
