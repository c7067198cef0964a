package dev.orgbench.ui.soql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgbench.salesforce.OrgSchema;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Theme;
import dev.orgbench.ui.kit.VirtualThreads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
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

/** Cells that are changed, and what must not lose them. */
@ExtendWith(ApplicationExtension.class)
class CellChangesTest {
    private static final String QUERY = "SELECT Industry, Name, Description, Id FROM Account ORDER BY Name LIMIT 3";

    private final DemoDesk demo;
    private final OrgSchema schema;
    private @Nullable SoqlScreen screen;
    private @Nullable Stage window;
    private String id = "";

    CellChangesTest(@TempDir Path folder) throws Exception {
        demo = new DemoDesk(folder);
        schema = new OrgSchema(demo.client(), Clock.systemUTC());
    }

    @Start
    void start(Stage stage) throws Exception {
        id = demo.client().query(QUERY).at("/records/0/Id").asText();
        demo.client()
                .update("Account", id, JsonNodeFactory.instance.objectNode().put("Description", "one\r\ntwo"));
        window = stage;
        Scene scene = new Scene(screen(), 1000, 760);
        new Theme(scene, demo.memory());
        stage.setScene(scene);
        stage.show();
    }

    private StackPane screen() {
        Desk desk = demo.desk(new VirtualThreads(Platform::runLater), Platform::runLater);
        screen = SoqlScreen.of(desk, schema, demo.savedFolder());
        desk.toasts().setPickOnBounds(false);
        return new StackPane(screen, desk.toasts(), desk.overlay());
    }

    /** The screen of the next run, after the process was killed: nothing was said to the old one. */
    private void startAgain(FxRobot robot) {
        robot.interact(() -> Objects.requireNonNull(window).getScene().setRoot(screen()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() {
        schema.close();
        demo.close();
    }

    @Test
    void aTextOfSeveralLinesKeepsThem(FxRobot robot) throws Exception {
        run(robot);
        edit(robot, 0, 3);
        until(() -> robot.lookup("#cell-text").tryQuery().isPresent());
        robot.clickOn("#cell-text-agree");
        assertThat(robot.lookup("#review-changes").tryQuery()).isEmpty();

        edit(robot, 0, 3);
        robot.interact(() -> robot.lookup("#cell-text").queryTextInputControl().appendText("\nthree"));
        robot.clickOn("#cell-text-agree");
        robot.clickOn("#review-changes").clickOn("#review-send");
        until(() -> text(robot, "#review-outcome").equals("1 done"));
        assertThat(demo.client()
                        .query("SELECT Description FROM Account WHERE Id = '" + id + "'")
                        .at("/records/0/Description")
                        .asText())
                .isEqualTo("one\r\ntwo\r\nthree");
    }

    @Test
    void changesThatWereNotSentOutliveRunAndClose_untilTheyAreDiscarded(FxRobot robot) throws Exception {
        run(robot);
        type(robot, 0, 2, "Changed");
        robot.clickOn("#run-query");
        assertThat(banner(robot)).contains("1 cell is changed and not sent", "Discard");
        robot.interact(() -> {
            SoqlModel model = Objects.requireNonNull(screen).model();
            model.tabs().open("", "");
            model.tabs().close(model.tabs().list().getFirst());
        });
        assertThat(text(robot, "#grid-words")).startsWith("1 cell changed");

        robot.clickOn("#discard-changes");
        assertThat(robot.lookup(".result-pane .problem-banner").query().isVisible())
                .isFalse();
        robot.clickOn("#run-query");
        assertThat(robot.lookup(".result-pane .problem-banner").query().isVisible())
                .isFalse();
    }

    @Test
    void changesThatWereNotSentOutliveTheProcess_andArePutBackIntoTheSameCells(FxRobot robot) throws Exception {
        run(robot);
        type(robot, 0, 2, "Changed");
        type(robot, 0, 2, "Changed twice");
        startAgain(robot);
        assertThat(text(robot, "#unsent-cells .label")).startsWith("1 changed cell was not sent");
        robot.clickOn("#run-query");
        assertThat(banner(robot)).contains("Put back");

        robot.clickOn("#put-back");
        until(() -> text(robot, "#grid-words").startsWith("1 cell changed"));
        assertThat(robot.lookup("#unsent-cells").query().isVisible()).isFalse();
        assertThat(banner(robot)).isEmpty();
        robot.clickOn("#review-changes");
        assertThat(robot.lookup("#review-table")
                        .queryTableView()
                        .getItems()
                        .getFirst()
                        .toString())
                .contains(id, "now=Changed twice");
    }

    @Test
    void changesOfARecordThatIsNotAmongTheRowsAreSaid_andCanBeForgotten(FxRobot robot) throws Exception {
        run(robot);
        type(robot, 0, 2, "Changed");
        type(robot, 1, 2, "Changed too");
        startAgain(robot);
        demo.client()
                .update("Account", id, JsonNodeFactory.instance.objectNode().put("Name", "Zzz"));

        robot.clickOn("#put-back");
        until(() -> text(robot, "#unsent-cells .label").startsWith("1 changed cell of an earlier run: no row"));
        assertThat(text(robot, "#grid-words")).startsWith("1 cell changed");
        robot.clickOn("#forget-unsent").clickOn("#discard-changes");
        startAgain(robot);
        assertThat(robot.lookup("#unsent-cells").query().isVisible()).isFalse();
    }

    @Test
    void aRefusalIsToldWhole_withWhatToDo(FxRobot robot) throws Exception {
        run(robot);
        type(robot, 0, 2, "");
        robot.clickOn("#review-changes").clickOn("#review-send");
        until(() -> text(robot, "#review-outcome").equals("1 failed"));
        Node why = robot.lookup(".value-sheet .problem-banner").query();
        assertThat(why.isVisible()).isTrue();
        assertThat(why.getAccessibleText()).contains("REQUIRED_FIELD_MISSING", "Name");
    }

    @Test
    void anExportThatFailsLeavesTheWayToTheChanges(FxRobot robot) throws Exception {
        run(robot);
        type(robot, 0, 2, "Changed");
        Path nowhere = demo.folder().resolve("gone/x.csv");
        demo.choose(nowhere);
        robot.interact(() -> robot.lookup("#export-rows")
                .queryAs(MenuButton.class)
                .getItems()
                .getFirst()
                .fire());
        until(() -> text(robot, "#grid-words").contains("could not be written"));
        assertThat(text(robot, "#grid-words")).contains("Choose another folder");
        assertThat(Files.exists(nowhere)).isFalse();

        robot.clickOn("#export-failed-close").clickOn("#review-changes");
        assertThat(robot.lookup("#review-table").tryQuery()).isPresent();
    }

    @Test
    void aValueOfAPicklistIsChosenByTheKeyboard(FxRobot robot) throws Exception {
        run(robot);
        edit(robot, 0, 1);
        until(() -> robot.lookup(".suggestions").tryQuery().isPresent());
        robot.interact(() -> robot.lookup(".cell-field").queryTextInputControl().setText("con"));
        assertThat(robot.lookup(".suggestions").queryListView().getItems()).hasSize(2);
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        until(() -> robot.lookup("#review-changes").tryQuery().isPresent());
        robot.clickOn("#review-changes");
        assertThat(robot.lookup("#review-table")
                        .queryTableView()
                        .getItems()
                        .getFirst()
                        .toString())
                .contains("now=Consulting");
    }

    @Test
    void aCellThatIsNotChangedHereLeavesTheKeysToTheTable(FxRobot robot) throws Exception {
        demo.client()
                .update("Account", id, JsonNodeFactory.instance.objectNode().put("Description", "x".repeat(5_000)));
        run(robot);
        edit(robot, 0, 3);
        robot.interact(() -> table(robot).requestFocus());
        robot.type(KeyCode.SPACE);
        until(() -> robot.lookup("#whole-value").tryQuery().isPresent());
    }

    private static void run(FxRobot robot) throws TimeoutException {
        robot.interact(() ->
                robot.lookup(".soql-editor .styled-text-area").<CodeArea>query().replaceText(QUERY));
        robot.clickOn("#run-query");
        until(() -> robot.lookup("#result-table").tryQuery().isPresent()
                && table(robot).getItems().size() == 3
                && table(robot).getColumns().get(2).isEditable());
    }

    private static void type(FxRobot robot, int row, int column, String typed) throws TimeoutException {
        edit(robot, row, column);
        until(() -> robot.lookup(".cell-field").tryQuery().isPresent());
        robot.interact(() -> robot.lookup(".cell-field").queryTextInputControl().setText(typed));
        robot.type(KeyCode.ENTER);
        until(() -> robot.lookup("#review-changes").tryQuery().isPresent());
    }

    private static void edit(FxRobot robot, int row, int column) {
        robot.interact(() -> {
            table(robot).getSelectionModel().select(row);
            start(table(robot), row, column);
        });
    }

    private static <T> void start(TableView<T> table, int row, int column) {
        table.edit(row, table.getColumns().get(column));
    }

    private static String banner(FxRobot robot) {
        Node banner = robot.lookup(".result-pane .problem-banner").query();
        return banner.isVisible() ? banner.getAccessibleText() : "";
    }

    private static TableView<?> table(FxRobot robot) {
        return robot.lookup("#result-table").queryTableView();
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
