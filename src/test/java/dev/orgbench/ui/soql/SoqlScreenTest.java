package dev.orgbench.ui.soql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.salesforce.OrgSchema;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Theme;
import dev.orgbench.ui.kit.VirtualThreads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The SOQL screen by mouse and keyboard, on a real demo org. */
@ExtendWith(ApplicationExtension.class)
class SoqlScreenTest {
    private final DemoDesk demo;
    private final OrgSchema schema;
    private final StackPane root = new StackPane();
    private @Nullable SoqlScreen shownScreen;
    private @Nullable Desk shownDesk;

    SoqlScreenTest(@TempDir Path folder) throws Exception {
        demo = new DemoDesk(folder);
        schema = new OrgSchema(demo.client(), Clock.systemUTC());
    }

    @Start
    void start(Stage stage) {
        demo.memory().put("theme", "light");
        Scene scene = new Scene(root, 1000, 760);
        new Theme(scene, demo.memory());
        // The window's frame hands the keys on.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (screen().press(key)) {
                key.consume();
            }
        });
        shownDesk = desk();
        open();
        stage.setScene(scene);
        stage.show();
        screen().focusEditor();
    }

    @AfterEach
    void close() {
        schema.close();
        demo.close();
    }

    @Test
    void aQueryIsTyped_runByCtrlEnter_andItsRowsAreShown(FxRobot robot) throws Exception {
        robot.clickOn(area(robot)).write("SELECT Name, Amount FROM Opportunity LIMIT 7");
        chord(robot, KeyCode.CONTROL, KeyCode.ENTER);

        until(() -> items(robot) == 7);
        assertThat(table(robot).getColumns()).extracting(TableColumn::getText).containsExactly("#", "Name", "Amount");
        assertThat(text(robot, "#query-facts")).startsWith("7 rows · ");
    }

    @Test
    void whoHasNothingToAskYetIsGivenAQuery(FxRobot robot) throws Exception {
        robot.clickOn("#example-query");
        assertThat(area(robot).getText()).startsWith("SELECT Id, Name");
        assertThat(robot.lookup("#example-query").query().isVisible()).isFalse();

        chord(robot, KeyCode.CONTROL, KeyCode.ENTER);

        until(() -> !robot.lookup(".result-pane .table-view")
                .queryTableView()
                .getItems()
                .isEmpty());
    }

    @Test
    void anErrorIsToldWithItsPlace_underlinedInTheEditor(FxRobot robot) throws Exception {
        type(robot, "SELECT Amout FROM Opportunity");
        robot.clickOn("#run-query");
        until(() -> robot.lookup(".result-pane .problem-banner")
                .match(Node::isVisible)
                .tryQuery()
                .isPresent());
        assertThat(robot.lookup(".result-pane .problem-banner").query().getAccessibleText())
                .contains("INVALID_FIELD", "Amout");
        until(() -> area(robot).getStyleOfChar(8).contains("problem-error"));
        assertThat(area(robot).getStyleOfChar(1)).doesNotContain("problem-error");
    }

    @Test
    void aProposalIsTakenByEnter(FxRobot robot) throws Exception {
        type(robot, "SELECT StageN FROM Opportunity");
        robot.interact(() -> area(robot).moveTo(13));
        chord(robot, KeyCode.CONTROL, KeyCode.SPACE);
        until(() -> robot.lookup("#proposals").tryQuery().isPresent());
        robot.type(KeyCode.ENTER);
        assertThat(area(robot).getText()).isEqualTo("SELECT StageName FROM Opportunity");
    }

    @Test
    void aCommandClosesTheProposals(FxRobot robot) throws Exception {
        type(robot, "SELECT Name FROM Account");
        robot.interact(() -> area(robot).moveTo(11));
        chord(robot, KeyCode.CONTROL, KeyCode.SPACE);
        until(() -> robot.lookup("#proposals").tryQuery().isPresent());
        chord(robot, KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> robot.lookup("#proposals").tryQuery().isEmpty());
        assertThat(area(robot).getText()).isEqualTo("SELECT Name FROM Account");
    }

    @Test
    void theQuickFixMendsWhatIsUnderlined(FxRobot robot) throws Exception {
        type(robot, "SELECT Amout FROM Opportunity");
        robot.interact(() -> area(robot).moveTo(10));
        until(() ->
                robot.lookup("#problem-card").match(Node::isVisible).tryQuery().isPresent()
                        && robot.lookup(".fix-button").tryQuery().isPresent());
        chord(robot, KeyCode.ALT, KeyCode.ENTER);
        assertThat(area(robot).getText()).isEqualTo("SELECT Amount FROM Opportunity");
    }

    @Test
    void formatPutsAClauseOnALine_andUndoTakesItBack(FxRobot robot) throws Exception {
        String typed = "select Id from Account where Name = 'x' limit 5";
        type(robot, typed);
        robot.clickOn("#format-query");
        until(() -> area(robot).getText().lines().count() > 2);
        assertThat(area(robot).getText()).contains("SELECT Id", "\nFROM Account");
        robot.interact(() -> area(robot).undo());
        assertThat(area(robot).getText()).isEqualTo(typed);
    }

    @Test
    void tabsComeBackAsTheyWere(FxRobot robot) throws Exception {
        type(robot, "SELECT Id FROM Account");
        chord(robot, KeyCode.CONTROL, KeyCode.T);
        robot.write("SELECT Id FROM Lead");
        robot.interact(() -> {
            open();
        });
        TabPane tabs = robot.lookup(".line-tabs").queryAs(TabPane.class);
        assertThat(tabs.getTabs()).hasSize(2);
        assertThat(tabs.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        assertThat(area(robot).getText()).isEqualTo("SELECT Id FROM Lead");
    }

    @Test
    void aClosedTabIsHadBack(FxRobot robot) {
        type(robot, "SELECT Id FROM Contact");
        chord(robot, KeyCode.CONTROL, KeyCode.W);
        assertThat(area(robot).getText()).isEmpty();
        chord(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        assertThat(area(robot).getText()).isEqualTo("SELECT Id FROM Contact");
    }

    @Test
    void aQueryIsSavedUnderAName_andOpenedFromTheSide(FxRobot robot) throws Exception {
        type(robot, "SELECT Id FROM Case");
        chord(robot, KeyCode.CONTROL, KeyCode.S);
        robot.interact(() -> robot.lookup("#save-name").queryTextInputControl().setText("Open cases"));
        robot.interact(() -> robot.lookup("#save-folder")
                .<ComboBox<String>>query()
                .getEditor()
                .setText("service"));
        robot.clickOn("#save-agree");
        Path file = demo.savedFolder().resolve("service/Open cases.soql");
        until(() -> Files.exists(file));
        until(() -> robot.lookup("#saved").tryQuery().isPresent());

        chord(robot, KeyCode.CONTROL, KeyCode.W);
        robot.doubleClickOn(robot.lookup("#saved").lookup("Open cases").<Node>query());
        until(() -> area(robot).getText().equals("SELECT Id FROM Case"));
        robot.clickOn(area(robot))
                .press(KeyCode.CONTROL, KeyCode.END)
                .release(KeyCode.END, KeyCode.CONTROL)
                .write(" LIMIT 3");
        chord(robot, KeyCode.CONTROL, KeyCode.S);
        until(() -> Files.readString(file).contains("LIMIT 3"));
    }

    @Test
    void aCellIsChanged_reviewed_andOnlyThenSent(FxRobot robot) throws Exception {
        String id = demo.client()
                .query("SELECT Id FROM Account ORDER BY Name LIMIT 1")
                .at("/records/0/Id")
                .asText();
        type(robot, "SELECT Name, Id FROM Account ORDER BY Name LIMIT 3");
        robot.clickOn("#run-query");
        until(() -> items(robot) == 3 && table(robot).getColumns().get(1).isEditable());
        robot.interact(() -> {
            table(robot).getSelectionModel().select(0);
            edit(table(robot), 0, 1);
        });
        until(() -> robot.lookup(".cell-field").tryQuery().isPresent());
        robot.interact(() -> robot.lookup(".cell-field").queryTextInputControl().setText("Ährenfeld GmbH 🙂"));
        robot.type(KeyCode.ENTER);
        until(() -> text(robot, "#grid-words").startsWith("1 cell changed"));
        assertThat(name(id)).isNotEqualTo("Ährenfeld GmbH 🙂");

        robot.clickOn("#review-changes");
        assertThat(robot.lookup("#review-table")
                        .queryTableView()
                        .getItems()
                        .getFirst()
                        .toString())
                .contains("Ährenfeld GmbH 🙂");
        robot.clickOn("#review-send");
        until(() -> text(robot, "#review-outcome").equals("1 done"));
        assertThat(name(id)).isEqualTo("Ährenfeld GmbH 🙂");
        assertThat(robot.lookup("#review-changes").tryQuery()).isEmpty();
    }

    @Test
    void rowsAreDeletedAfterAReview_andARefusalIsToldByRow(FxRobot robot) throws Exception {
        type(robot, "SELECT Id, Subject FROM Task LIMIT 2");
        robot.clickOn("#run-query");
        until(() -> items(robot) == 2);
        String id = demo.client()
                .query("SELECT Id FROM Task LIMIT 2")
                .at("/records/0/Id")
                .asText();
        demo.client().delete("Task", id);
        robot.interact(() -> table(robot).getSelectionModel().selectAll());
        robot.interact(() -> table(robot).requestFocus());
        robot.type(KeyCode.DELETE);
        until(() -> robot.lookup("#review-send").tryQuery().isPresent());
        robot.clickOn("#review-send");
        until(() -> text(robot, "#review-outcome").equals("1 done, 1 failed"));
        until(() -> items(robot) == 1);
    }

    @Test
    void allRowsGoIntoAFile(FxRobot robot) throws Exception {
        Path file = demo.folder().resolve("contacts.csv");
        demo.choose(file);
        type(robot, "SELECT Id, LastName FROM Contact");
        robot.clickOn("#run-query");
        until(() -> items(robot) > 10);
        int rows = items(robot);
        MenuItem csv = robot.lookup("#export-rows")
                .queryAs(MenuButton.class)
                .getItems()
                .getFirst();
        robot.interact(csv::fire);
        until(() -> Files.exists(file));
        assertThat(Files.readAllLines(file)).hasSize(rows + 1).first().isEqualTo("Id,LastName");
    }

    @Test
    void rowsAreCopiedForASpreadsheet(FxRobot robot) throws Exception {
        type(robot, "SELECT Name, Industry FROM Account ORDER BY Name LIMIT 2");
        robot.clickOn("#run-query");
        until(() -> items(robot) == 2);
        robot.interact(() -> {
            table(robot).getSelectionModel().selectAll();
            table(robot).requestFocus();
        });
        chord(robot, KeyCode.CONTROL, KeyCode.C);
        until(() -> copied().startsWith("Name\tIndustry\n"));
        assertThat(copied().lines()).hasSize(3);
    }

    @Test
    void aQueryUnderWayIsCancelledByEsc(FxRobot robot) throws Exception {
        type(robot, "SELECT Id FROM Account");
        robot.interact(() -> {
            screen().run();
            assertThat(robot.lookup("#run-query").queryAs(Button.class).getText())
                    .isEqualTo("Cancel");
            assertThat(screen().cancel()).isTrue();
        });
        assertThat(robot.lookup("#run-query").queryAs(Button.class).getText()).isEqualTo("Run");
        assertThat(items(robot)).isZero();
    }

    @Test
    void anOrgThatIsGoneIsSaid_andTheTextStays(FxRobot robot) throws Exception {
        type(robot, "SELECT Id FROM Account");
        demo.stopOrg();
        robot.clickOn("#run-query");
        until(() -> robot.lookup(".result-pane .problem-banner")
                .match(Node::isVisible)
                .tryQuery()
                .isPresent());
        assertThat(robot.lookup(".result-pane .problem-banner").query().getAccessibleText())
                .contains("Nothing answers at");
        assertThat(area(robot).getText()).isEqualTo("SELECT Id FROM Account");
    }

    @Test
    void theFieldsOfTheObjectAreShown_andADoubleClickWritesOne(FxRobot robot) throws Exception {
        type(robot, "SELECT  FROM Account");
        robot.interact(() -> area(robot).moveTo(7));
        robot.clickOn("Fields");
        until(() -> robot.lookup("#fields").tryQuery().isPresent());
        robot.clickOn("#fields-filter").write("industr");
        ListView<?> fields = robot.lookup("#fields").queryListView();
        until(() -> fields.getItems().size() == 1);
        robot.doubleClickOn(robot.lookup("#fields").lookup(".list-cell").nth(0).<Node>query());
        assertThat(area(robot).getText()).isEqualTo("SELECT Industry FROM Account");
    }

    @Test
    void theToolCallIsShown_andOpenedInTools(FxRobot robot) throws Exception {
        type(robot, "SELECT Id FROM Account");
        robot.clickOn("#as-tool-call");
        until(() -> robot.lookup("#open-in-tools").tryQuery().isPresent());
        robot.clickOn("#open-in-tools");
        assertThat(demo.visited()).containsExactly("list_all_salesforce_query {\"q\":\"SELECT Id FROM Account\"}");
    }

    @Test
    void whatWasRunIsFoundInTheHistory(FxRobot robot) throws Exception {
        type(robot, "SELECT Id FROM Account LIMIT 1");
        robot.clickOn("#run-query");
        until(() -> items(robot) == 1);
        robot.clickOn("History");
        assertThat(robot.lookup("#history").queryListView().getItems()).hasSize(1);
        robot.doubleClickOn(robot.lookup("#history").lookup(".list-cell").nth(0).<Node>query());
        assertThat(robot.lookup(".line-tabs").queryAs(TabPane.class).getTabs()).hasSize(2);
    }

    private Desk desk() {
        Executor onScreen = Platform::runLater;
        return demo.desk(
                new VirtualThreads(onScreen), CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS, onScreen));
    }

    private SoqlScreen screen() {
        return Objects.requireNonNull(shownScreen);
    }

    /** The screen as a start of the program makes it. */
    private void open() {
        Desk desk = Objects.requireNonNull(shownDesk);
        SoqlScreen screen = SoqlScreen.of(desk, schema, demo.savedFolder());
        shownScreen = screen;
        root.getChildren().setAll(screen, desk.toasts(), desk.overlay());
        desk.toasts().setPickOnBounds(false);
    }

    private String name(String id) throws Exception {
        return demo.client()
                .query("SELECT Name FROM Account WHERE Id = '" + id + "'")
                .at("/records/0/Name")
                .asText();
    }

    private static <T> void edit(TableView<T> table, int row, int column) {
        table.edit(row, table.getColumns().get(column));
    }

    private static String copied() throws Exception {
        String text = WaitForAsyncUtils.waitForAsyncFx(
                2_000, () -> Clipboard.getSystemClipboard().getString());
        return text == null ? "" : text;
    }

    private static void type(FxRobot robot, String soql) {
        robot.interact(() -> area(robot).replaceText(soql));
    }

    private static CodeArea area(FxRobot robot) {
        return robot.lookup(".soql-editor .styled-text-area")
                .match(Node::isVisible)
                .query();
    }

    private static TableView<?> table(FxRobot robot) {
        return robot.lookup("#result-table").queryTableView();
    }

    private static int items(FxRobot robot) {
        return robot.lookup("#result-table")
                .tryQuery()
                .map(table -> ((TableView<?>) table).getItems().size())
                .orElse(0);
    }

    private static void chord(FxRobot robot, KeyCode... keys) {
        robot.press(keys).release(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector)
                .tryQuery()
                .map(node -> ((Labeled) node).getText())
                .orElse("");
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
