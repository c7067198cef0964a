package dev.orgbench.ui.soql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orgbench.salesforce.DescribedAtOnce;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.schema.Schema;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.SameThread;
import dev.orgbench.ui.kit.grid.GridColumn;
import dev.orgbench.ui.kit.grid.GridModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The screen's model on a real demo org, everything on one thread. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoqlModelTest {
    private static final Range ALL = new Range(0, 0);

    private final DemoDesk demo;
    private final Schema schema;
    private final List<Problem> told = new ArrayList<>();
    private SoqlModel model;
    private int number;

    SoqlModelTest(@TempDir Path folder) throws Exception {
        demo = new DemoDesk(folder);
        schema = new DescribedAtOnce(demo.client());
        model = fresh();
    }

    @BeforeEach
    void start() {
        demo.drafts().names("").forEach(demo.drafts()::remove);
        demo.visited().clear();
        told.clear();
        number++;
        model = fresh();
    }

    @AfterAll
    void stop() {
        demo.close();
    }

    @Test
    void aQueryRuns_withColumnsInItsOwnOrder_typedByDescribe() {
        run("select stagename, Account.Name, amount, Id from Opportunity where Amount != null order by Amount limit 3");

        assertThat(titles()).containsExactly("StageName", "Account.Name", "Amount", "Id");
        assertThat(model.tabs().current().run().grid().columns())
                .extracting(GridColumn::kind)
                .containsExactly(
                        GridColumn.Kind.TEXT, GridColumn.Kind.TEXT, GridColumn.Kind.NUMBER, GridColumn.Kind.ID);
        GridColumn stage = model.tabs().current().run().grid().columns().getFirst();
        assertThat(stage.updateable()).isTrue();
        assertThat(stage.choices()).contains("Closed Won");
        assertThat(model.tabs().current().run().factsProperty().get()).matches("3 rows · [\\d,]+ ms");
    }

    @Test
    void anAggregateHasItsAliases_andNothingToChange() {
        run("SELECT StageName, COUNT(Id) many, SUM(Amount) FROM Opportunity GROUP BY StageName");
        assertThat(titles()).containsExactly("StageName", "many", "expr0");
        assertThat(model.tabs().current().run().grid().columns()).noneMatch(GridColumn::updateable);
    }

    @Test
    void aCountAloneIsARow() {
        run("SELECT COUNT() FROM Account");
        assertThat(titles()).containsExactly("COUNT()");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void childrenAndParentsThatAreNullHaveTheirColumns() {
        run("SELECT LastName, ReportsTo.Name, (SELECT Id FROM Cases) FROM Contact WHERE ReportsToId = null LIMIT 2");
        assertThat(titles()).containsExactly("LastName", "ReportsTo.Name", "Cases");
    }

    @Test
    void fieldsAllTakesTheColumnsOfTheRecords() {
        run("SELECT FIELDS(ALL) FROM Account LIMIT 2");
        assertThat(titles()).contains("Id", "Name", "Industry").hasSizeGreaterThan(20);
    }

    @Test
    void aRefusalNamesThePlaceInTheEditor_alsoInASelection() {
        String text = "SELECT Id FROM Account\n\nSELECT Id, Amout FROM Opportunity";
        type(text);
        model.run(new Range(24, text.length()));

        QueryRun run = model.tabs().current().run();
        assertThat(run.problemProperty().get().code()).isEqualTo("INVALID_FIELD");
        assertThat(run.problemProperty().get().message()).startsWith("Row 1, column 12: No such column 'Amout'");
        dev.orgbench.soql.Problem refusal = run.refusalProperty().get();
        assertThat(text.substring(refusal.range().start(), refusal.range().end()))
                .isEqualTo("Amout");
        assertThat(run.grid().stateProperty().get()).isInstanceOf(GridModel.State.Failed.class);
    }

    @Test
    void theNextRunTakesTheOldRefusalBack() {
        run("SELECT Nonsense FROM Account");
        run("SELECT Id FROM Account LIMIT 1");
        assertThat(model.tabs().current().run().problemProperty().get()).isNull();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void nothingToRunIsSaid_andNothingSent() {
        run("  ");
        assertThat(model.tabs().current().run().problemProperty().get().message())
                .contains("no query yet");
        assertThat(model.history().shown()).isEmpty();
    }

    @Test
    void toolingAndDeletedRowsAreAskedForTheirWay() throws IOException {
        model.tabs().current().modeProperty().set(new QueryMode(false, true));
        run("SELECT Id, DeveloperName FROM CustomObject LIMIT 2");
        assertThat(rows()).isPositive();
        assertThat(model.tabs().current().run().factsProperty().get()).endsWith("Tooling");
        assertThat(model.toolName()).isEqualTo("list_all_salesforce_tooling_query");

        model.tabs().current().modeProperty().set(new QueryMode(true, false));
        run("SELECT Id FROM Account LIMIT 1");
        assertThat(rows()).isEqualTo(1);
        assertThat(model.toolArguments(ALL))
                .hasToString("{\"q\":\"SELECT Id FROM Account LIMIT 1\",\"all_rows\":true}");
    }

    @Test
    void everyRunIsInTheHistory_onDiskToo_theNewestFirst() {
        run("SELECT Id FROM Account LIMIT 2");
        run("SELECT Wrong FROM Account");
        assertThat(model.history().shown()).extracting(HistoryEntry::rows).containsExactly(-1L, 2L);
        model.history().filterProperty().set("wrong");
        assertThat(model.history().shown()).hasSize(1);

        SoqlModel later = fresh();
        assertThat(later.history().shown()).extracting(HistoryEntry::soql).startsWith("SELECT Wrong FROM Account");
    }

    @Test
    void tabsSurvive_withOrderNamesTextsAndCarets() {
        model.tabs().current().textProperty().set("SELECT 1");
        model.tabs().current().caretProperty().set(3);
        QueryTab second = model.tabs().open("Mine", "SELECT 2");
        second.nameProperty().set("Renamed");
        model.tabs().open("", "SELECT 3");
        model.tabs()
                .arrange(List.of(
                        second, model.tabs().list().get(0), model.tabs().list().get(2)));
        model.tabs().currentProperty().set(second);

        QueryTabs again = fresh().tabs();
        assertThat(again.list()).extracting(QueryTab::toString).containsExactly("Renamed", "Query 1", "Query 2");
        assertThat(again.list())
                .extracting(tab -> tab.textProperty().get())
                .containsExactly("SELECT 2", "SELECT 1", "SELECT 3");
        assertThat(again.current().toString()).isEqualTo("Renamed");
        assertThat(again.list().get(1).caretProperty().get()).isEqualTo(3);
    }

    @Test
    void aClosedTabComesBack_alsoAfterARestart() {
        model.tabs().open("One", "SELECT one");
        model.tabs().open("Two", "SELECT two");
        model.tabs().close(model.tabs().current());
        model.tabs().close(model.tabs().current());

        QueryTabs again = fresh().tabs();
        assertThat(again.reopen()).isTrue();
        assertThat(again.current().textProperty().get()).isEqualTo("SELECT one");
        again.reopen();
        assertThat(again.current().textProperty().get()).isEqualTo("SELECT two");
        assertThat(again.reopen()).isFalse();
    }

    @Test
    void closingTheLastTabLeavesAnEmptyOne() {
        model.tabs().close(model.tabs().current());
        assertThat(model.tabs().list()).hasSize(1);
        assertThat(model.tabs().current().textProperty().get()).isEmpty();
    }

    @Test
    void aDamagedListOfTabsLosesNoText() {
        model.tabs().open("Kept", "SELECT precious");
        demo.drafts().put("demo/soql/tabs", "{\"tabs\":[{\"id\"");
        assertThat(fresh().tabs().list())
                .extracting(tab -> tab.textProperty().get())
                .contains("SELECT precious");
    }

    @Test
    void aSavedQueryIsAFile_foundAgain_changedAndRenamed() throws IOException {
        type("SELECT Id FROM Account");
        SavedQuery query = new SavedQuery("team" + number, "All accounts", List.of("weekly"), "SELECT Id FROM Account");
        model.save(query, () -> {});
        Path file = savedFolder().resolve("team" + number + "/All accounts.soql");
        assertThat(Files.readString(file)).isEqualTo("// tags: weekly\n\nSELECT Id FROM Account\n");
        assertThat(model.tabs().current().isChanged()).isFalse();

        type("SELECT Id, Name FROM Account");
        assertThat(model.tabs().current().isChanged()).isTrue();
        assertThat(fresh().tabs().current().isChanged()).isTrue();
        model.saved()
                .change(
                        query,
                        new SavedQuery("team" + number, "Accounts", List.of(), query.soql()),
                        now -> model.renamed(query, now));
        assertThat(file).doesNotExist();
        assertThat(model.tabs().current().nameProperty().get()).isEqualTo("Accounts");
        assertThat(model.saved().find("team" + number + "/Accounts")).isPresent();
    }

    @Test
    void savedQueriesAreSearchedByNameTagsAndText_alsoThoseFromElsewhere() throws IOException {
        Files.createDirectories(savedFolder().resolve("git"));
        Files.writeString(
                savedFolder().resolve("git/theirs.soql"),
                "// by a colleague\n// tags: audit, x\nSELECT Id FROM Lead\n");
        model.saved().load();
        model.saved().filterProperty().set("AUDIT");
        assertThat(model.saved().shown())
                .singleElement()
                .isEqualTo(new SavedQuery("git", "theirs", List.of("audit", "x"), "SELECT Id FROM Lead"));
        model.saved().filterProperty().set("");
    }

    @Test
    void whatSomebodyNotedOnTopOfAFileStays_whenItsQueryIsChangedOrMoved() throws IOException {
        Path file = savedFolder().resolve("notes" + number + ".soql");
        Files.createDirectories(savedFolder());
        Files.writeString(file, "// by a colleague\n// tags: audit\n\nSELECT Id FROM Lead\n");
        model.saved().load();
        SavedQuery theirs = model.saved().find("notes" + number).orElseThrow();
        model.openSaved(theirs);
        model.save(theirs.with("SELECT Id, Name FROM Lead"), () -> {});
        assertThat(Files.readString(file))
                .isEqualTo("// by a colleague\n// tags: audit\n\nSELECT Id, Name FROM Lead\n");

        SavedQuery moved = new SavedQuery("m" + number, "x", List.of(), "// by a colleague\nSELECT Id FROM Lead");
        model.saved().change(theirs, moved, now -> {});
        assertThat(file).doesNotExist();
        assertThat(Files.readString(savedFolder().resolve("m" + number + "/x.soql")))
                .isEqualTo("// by a colleague\nSELECT Id FROM Lead\n");
    }

    @Test
    void aFileThatCannotBeReadIsNeverWrittenOver() throws IOException {
        Path file = savedFolder().resolve("latin" + number + ".soql");
        Files.createDirectories(savedFolder());
        byte[] latin = "SELECT Id FROM Account WHERE Name = 'M\u00fcller'".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, latin);
        model.saved().load();
        SavedQuery unreadable = model.saved().find("latin" + number).orElseThrow();
        model.saved().change(unreadable, new SavedQuery("", "other" + number, List.of(), unreadable.soql()), now -> {});
        assertThat(model.saved().problemProperty().get().message()).contains("no UTF-8 text", "another name");
        model.saved().change(unreadable, unreadable.with("SELECT Id FROM Account"), now -> {});
        assertThat(file).hasBinaryContent(latin);
        Files.delete(file);
    }

    @Test
    void aTakenOrUnfitNameIsRefused_inWords() {
        SavedQuery query = new SavedQuery("", "Taken " + number, List.of(), "SELECT 1");
        model.saved().add(query, done -> {});
        model.saved().add(query, done -> {
            throw new AssertionError();
        });
        assertThat(model.saved().problemProperty().get().message()).contains("already");
        assertThat(SavedQueries.fault("", "a/b")).contains("file's name");
        assertThat(SavedQueries.fault("..", "x")).contains("dot");
        assertThat(SavedQueries.fault("a/b", "日本 🙂")).isEmpty();
        assertThat(SavedQueries.fault("", "日".repeat(90))).contains("too long");
        assertThat(SavedQueries.fault("日".repeat(90), "x")).contains("too long");
    }

    @Test
    void whatWasExportedComesInAgain_withoutDoubles() throws IOException {
        model.saved().add(new SavedQuery("e" + number, "q", List.of("t"), "SELECT 1"), done -> {});
        Path file = demo.folder().resolve("out.json");
        model.saved().exportTo(file, () -> {});
        int before = model.saved().shown().size();
        model.saved().importFrom(file, count -> assertThat(count).isEqualTo(before));
        assertThat(model.saved().shown()).hasSize(before);
        Files.writeString(file, "[{\"folder\":\"e" + number + "\",\"name\":\"q\",\"soql\":\"SELECT 2\",\"tags\":[]}]");
        model.saved().importFrom(file, count -> {});
        assertThat(model.saved().find("e" + number + "/q 2")).isPresent();
        Files.writeString(file, "no json");
        model.saved().importFrom(file, count -> {});
        assertThat(model.saved().problemProperty().get()).isNotNull();
    }

    @Test
    void aPlanTellsWhatToFilterBy_andAQueryThatIsWrongHasNone() {
        type("SELECT Id FROM Opportunity WHERE StageName = 'Closed Won'");
        model.explain(ALL);
        assertThat(model.tabs().current().run().planProperty().get())
                .isInstanceOfSatisfying(QueryRun.PlanState.Known.class, known -> assertThat(
                                known.plan().advice())
                        .startsWith("Not selective: the org reads the whole table.")
                        .contains("unindexed: StageName"));
        type("SELECT Nope FROM Opportunity");
        model.explain(ALL);
        assertThat(model.tabs().current().run().planProperty().get()).isInstanceOf(QueryRun.PlanState.Failed.class);
    }

    @Test
    void aPlanReadsInWords() throws Exception {
        JsonNode answer = new ObjectMapper().readTree("""
                {"plans":[{"cardinality":12,"fields":["StageName"],"leadingOperationType":"Index","notes":[],
                  "relativeCost":0.42,"sobjectCardinality":1204,"sobjectType":"Opportunity"},
                 {"cardinality":1204,"fields":[],"leadingOperationType":"TableScan","relativeCost":2.8,"sobjectCardinality":1204,
                  "sobjectType":"Opportunity","notes":[{"description":"Not considering filter for optimization because unindexed","fields":["IsClosed"]}]}]}
                """);
        QueryPlan plan = QueryPlan.of(answer);
        assertThat(plan.words()).isEqualTo("index on StageName, cost 0.42");
        assertThat(plan.advice()).startsWith("Selective");
        assertThat(new QueryPlan(plan.ways().subList(1, 2)).advice())
                .startsWith("Not selective: the org reads the whole table.")
                .contains("unindexed: IsClosed", "custom index");
    }

    @Test
    void aRecordOpensInATabOfItsOwn() {
        run("SELECT Id FROM Account LIMIT 1");
        String id = model.tabs().current().run().grid().columns().getFirst().title();
        assertThat(id).isEqualTo("Id");
        model.openRecord(demoId());
        assertThat(model.tabs().current().textProperty().get()).contains("FROM Account", demoId());
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void theCallOfAToolIsOpenedWithTheSelection() {
        type("SELECT Id FROM Account");
        model.openAsToolCall(ALL);
        assertThat(demo.visited()).containsExactly("list_all_salesforce_query {\"q\":\"SELECT Id FROM Account\"}");
    }

    private Path savedFolder() {
        return demo.folder().resolve("run" + number).resolve("queries");
    }

    private String demoId() {
        try {
            return demo.client()
                    .query("SELECT Id FROM Account ORDER BY Id LIMIT 1")
                    .at("/records/0/Id")
                    .asText();
        } catch (SalesforceException e) {
            throw new AssertionError(e);
        }
    }

    private void run(String soql) {
        type(soql);
        model.run(ALL);
    }

    private void type(String soql) {
        model.tabs().current().textProperty().set(soql);
    }

    private int rows() {
        return model.tabs().current().run().grid().lines().size();
    }

    private List<String> titles() {
        return model.tabs().current().run().grid().columns().stream()
                .map(GridColumn::title)
                .toList();
    }

    private SoqlModel fresh() {
        return new SoqlModel(
                "demo",
                demo.client(),
                schema,
                new SameThread(),
                demo.drafts(),
                demo.desk(new SameThread(), Runnable::run).navigator(),
                savedFolder(),
                told::add);
    }
}
