package dev.orgbench.ui.objects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.ui.kit.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The Objects screen by mouse and keyboard on the demo org. */
@ExtendWith(ApplicationExtension.class)
class ObjectsScreenTest {
    private static final String OBJECT = "Feature_Request__c";

    private final Path folder;
    private final ObjectsDesk desk;

    ObjectsScreenTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.desk = new ObjectsDesk(folder);
    }

    @Start
    void start(Stage stage) {
        desk.memory.put("theme", "light");
        desk.memory.put("objects.chosen.demo", OBJECT);
        ObjectsScreen screen = ObjectsScreen.of(desk.desk());
        desk.toasts.setMouseTransparent(true);
        Scene scene = new Scene(new StackPane(screen, desk.toasts, desk.overlay), 1000, 760);
        new Theme(scene, desk.memory);
        stage.setScene(scene);
        stage.show();
        screen.load();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whatANarrowWindowCutsIsCutOnTheRight(FxRobot robot) throws Exception {
        opened(robot, OBJECT);
        Node list = robot.lookup(".object-list").query();
        Node page = robot.lookup(".object-view").query();
        Region screen = robot.lookup(".objects-screen").query();

        robot.interact(() -> screen.setMaxWidth(560));
        WaitForAsyncUtils.waitForFxEvents();
        double listEnds = list.localToScene(list.getLayoutBounds()).getMaxX();
        double pageBegins = page.localToScene(0, 0).getX();

        assertThat(pageBegins).isGreaterThanOrEqualTo(listEnds);
    }

    @Test
    void fieldsAreWalkedByTheArrows_whileTheDetailOpensBelow(FxRobot robot) throws Exception {
        opened(robot, OBJECT);
        TableView<?> fields = robot.lookup("#fields").queryTableView();
        robot.interact(() -> {
            fields.requestFocus();
            fields.getFocusModel().focus(0);
        });
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(fields.isFocused()).isTrue();
        assertThat(fields.getSelectionModel().getSelectedIndex()).isEqualTo(3);
        assertThat(robot.lookup(".field-detail-body").tryQuery()).isPresent();

        double beside = fields.getHeight();
        robot.type(KeyCode.ESCAPE);
        until(() -> fields.getHeight() > beside);
        double whole = fields.getHeight();
        int last = fields.getItems().size() - 1;
        robot.interact(() -> fields.getSelectionModel().select(last));
        until(() -> fields.getHeight() < whole);
        until(() -> robot.lookup("#fields .table-row-cell").queryAll().stream()
                .filter(row -> row instanceof TableRow<?> shown && shown.getIndex() == last)
                .anyMatch(row -> row.localToScene(row.getLayoutBounds()).getMaxY()
                        <= fields.localToScene(fields.getLayoutBounds()).getMaxY()));
    }

    @Test
    void anObjectIsFoundByItsLabelAndOpenedByKeys(FxRobot robot) throws Exception {
        opened(robot, OBJECT);
        robot.clickOn("#object-search").write("line item");
        until(() -> rows(robot).stream().anyMatch(ObjectRow.Item.class::isInstance));
        robot.type(KeyCode.ENTER);

        opened(robot, "OpportunityLineItem");
        assertThat(text(robot, ".object-title")).isEqualTo("Opportunity Product");
    }

    @Test
    void aFieldIsFoundInAnyObjectAndShownThere(FxRobot robot) throws Exception {
        opened(robot, OBJECT);
        robot.clickOn("#object-search").write("leadsource");
        until(() ->
                rows(robot).stream().filter(ObjectRow.Found.class::isInstance).count() >= 3);
        ObjectRow contact = rows(robot).stream()
                .filter(row -> row instanceof ObjectRow.Found(FieldIndex.Hit hit)
                        && hit.object().equals("Contact"))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> robot.lookup("#objects")
                .<ObjectRow>queryListView()
                .getSelectionModel()
                .select(contact));

        opened(robot, "Contact");
        until(() -> selected(robot).stream().map(FieldRow::name).toList().equals(List.of("LeadSource")));
        assertThat(rows(robot)).contains(contact);
    }

    @Test
    void chipsNarrowTheFields_andEscapeBringsBackAllOfTheText(FxRobot robot) throws Exception {
        opened(robot, OBJECT);
        int all = fields(robot).size();
        robot.clickOn(chip(robot, "Custom"));
        robot.clickOn(chip(robot, "Picklists"));
        until(() -> fields(robot).stream().map(FieldRow::name).toList().equals(List.of("Status__c", "Priority__c")));
        robot.clickOn("#field-filter").write("shipped");
        until(() -> fields(robot).size() == 1);
        assertThat(text(robot, "#fields-shown")).isEqualTo("1 of " + all);
        robot.type(KeyCode.ESCAPE);
        until(() -> fields(robot).size() == 2);
    }

    @Test
    void picklistsShowTheirValuesWithTheDefault(FxRobot robot) throws Exception {
        opened(robot, OBJECT);
        tab(robot, 1);
        assertThat(robot.lookup("#picklists").queryTableView().getItems()).hasSize(2);
        until(() -> robot.lookup(".values-table").queryTableView().getItems().size() == 5);
        assertThat(robot.lookup(".values-table").lookup("● default").tryQuery()).isPresent();
    }

    @Test
    void oneWalksToAChildAndBackByKeys(FxRobot robot) throws Exception {
        opened(robot, OBJECT);
        tab(robot, 2);
        TableView<?> children = robot.lookup("#children").queryTableView();
        until(() -> children.getItems().size() > 1);
        until(() -> {
            robot.interact(() -> {
                children.requestFocus();
                children.getSelectionModel().select(1);
            });
            return children.isFocused() && children.getSelectionModel().getSelectedIndex() == 1;
        });
        robot.type(KeyCode.ENTER);
        opened(robot, "Task");
        assertThat(robot.lookup(".line-tabs")
                        .queryAs(TabPane.class)
                        .getSelectionModel()
                        .getSelectedIndex())
                .isEqualTo(2);

        robot.press(KeyCode.ALT, KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.ALT);
        opened(robot, OBJECT);
        robot.clickOn("#walk-forward");
        opened(robot, "Task");
    }

    @Test
    void thePictureIsWalkedByKeysAndByMouse_andZoomed(FxRobot robot) throws Exception {
        opened(robot, OBJECT);
        tab(robot, 4);
        until(() -> boxes(robot).contains("Account"));
        PictureView picture = robot.lookup(".picture").queryAs(PictureView.class);
        double before = picture.zoom();
        robot.interact(() -> picture.requestFocus());
        robot.type(KeyCode.PLUS);
        assertThat(picture.zoom()).isGreaterThan(before);
        robot.type(KeyCode.DIGIT0);
        assertThat(picture.zoom()).isEqualTo(before);
        robot.type(KeyCode.LEFT).type(KeyCode.ENTER);
        opened(robot, "Account");

        until(() -> boxes(robot).contains("Contact"));
        int usual = boxes(robot).size();
        robot.clickOn("#picture-everything");
        until(() -> boxes(robot).size() > usual);
        robot.clickOn(robot.lookup(".picture").lookup("Contact").<Node>query());
        opened(robot, "Contact");
        assertThat(robot.lookup("#picture-everything").queryAs(CheckBox.class).isSelected())
                .isTrue();
    }

    @Test
    void thePictureIsExportedAsSvgAndPng_whole(FxRobot robot) throws Exception {
        opened(robot, OBJECT);
        tab(robot, 4);
        until(() -> boxes(robot).contains("Account"));
        menu(robot, "#picture-export", 0);
        Path svg = folder.resolve(OBJECT + ".svg");
        until(() -> desk.toasts.getChildren().size() == 1);
        assertThat(Files.readString(svg)).contains(">Account</text>", ">" + OBJECT + "</text>", "#ffffff");

        menu(robot, "#picture-export", 1);
        Path png = folder.resolve(OBJECT + ".png");
        until(() -> desk.toasts.getChildren().size() == 2);
        assertThat(ImageIO.read(png.toFile()).getWidth()).isGreaterThan(600);
    }

    @Test
    void selectedFieldsBecomeAQuery_andTheAgentsDescribeAndANewRecordOpenInTools(FxRobot robot) throws Exception {
        opened(robot, OBJECT);
        assertThat(text(robot, "#select-fields")).startsWith("SELECT all ");
        robot.interact(() ->
                robot.lookup("#fields").queryTableView().getSelectionModel().selectIndices(0, 3));
        until(() -> text(robot, "#select-fields").equals("SELECT 2 fields"));
        robot.clickOn("#select-fields");
        robot.clickOn("#describe-as-agent");
        menu(robot, "#object-more", 0);

        assertThat(desk.visits.places()).hasSize(3);
        assertThat(desk.visits.places().getFirst()).isEqualTo("SELECT Id, Name\nFROM Feature_Request__c\nLIMIT 200");
        assertThat(desk.visits.places().get(1))
                .isEqualTo("get_single_salesforce_object_describe_by_id {\"id\":\"Feature_Request__c\"}");
        assertThat(desk.visits.places().get(2))
                .startsWith("create_a_salesforce_record {\"object_name\":\"Feature_Request__c\"");
    }

    @Test
    void theWholeObjectCanBeSelectedAndTheQueryRuns(FxRobot robot) throws Exception {
        opened(robot, OBJECT);
        robot.clickOn("#select-fields");
        var answer = desk.orgbench()
                .org()
                .connection()
                .as(exchange -> {})
                .query(desk.visits.places().getFirst());
        assertThat(answer.path("records")).isNotEmpty();
    }

    @Test
    void aCustomFieldIsMadeWithAPreview_changedAndDeletedAfterAQuestion(FxRobot robot) throws Exception {
        opened(robot, OBJECT);
        menu(robot, "#object-more", 1);
        ChoiceBox<FieldKind> kind = robot.lookup("#field-kind").query();
        robot.interact(() -> kind.setValue(FieldKind.PICKLIST));
        robot.clickOn("#field-part-label").write("Size of it");
        robot.clickOn("#field-part-values").write("Small\n* Large");
        CodeArea preview = robot.lookup(".field-sheet .styled-text-area").query();
        until(() -> preview.getText().contains("\"DeveloperName\": \"Size_of_it\"")
                && preview.getText().contains("\"fullName\": \"Large\""));
        robot.clickOn("#send-field");

        until(() -> selected(robot).stream().map(FieldRow::name).toList().equals(List.of("Size_of_it__c")));
        until(() -> text(robot, "#tooling-id").startsWith("00N"));
        assertThat(selected(robot).getFirst().field().picklistValues()).containsExactly("Small", "Large");

        robot.clickOn("#edit-field");
        until(() -> robot.lookup("#field-part-help").tryQuery().isPresent());
        robot.clickOn("#field-part-help").write("How large");
        until(() -> sheetText(robot).contains("\"inlineHelpText\": \"How large\"")
                && !sheetText(robot).contains("valueSet"));
        robot.clickOn("#send-field");
        until(() -> fields(robot).stream().anyMatch(row -> row.helpText().equals("How large")));

        robot.interact(() -> select(robot, "Size_of_it__c"));
        until(() -> robot.lookup("#delete-field").tryQuery().isPresent());
        robot.clickOn("#delete-field");
        assertThat(robot.lookup(".confirmation .sheet-title").queryLabeled().getText())
                .isEqualTo("Delete Feature_Request__c.Size_of_it__c?");
        robot.type(KeyCode.ESCAPE);
        assertThat(fields(robot)).anyMatch(row -> row.name().equals("Size_of_it__c"));
        robot.clickOn("#delete-field").clickOn("#confirm");
        until(() -> fields(robot).stream().noneMatch(row -> row.name().equals("Size_of_it__c")));
    }

    @Test
    void aHalfWrittenFieldIsThereAgain(FxRobot robot) throws Exception {
        opened(robot, OBJECT);
        menu(robot, "#object-more", 1);
        robot.clickOn("#field-part-label").write("Half");
        robot.type(KeyCode.ESCAPE);
        assertThat(desk.overlay.isOpen()).isFalse();
        menu(robot, "#object-more", 1);
        assertThat(robot.lookup("#field-part-label").queryTextInputControl().getText())
                .isEqualTo("Half");
    }

    @Test
    void whenTheOrgIsGoneWhatWasReadStaysWithAWayToTryAgain(FxRobot robot) throws Exception {
        opened(robot, OBJECT);
        int before = fields(robot).size();
        desk.close();
        robot.clickOn("#read-again");

        until(() -> robot.lookup(".stale-bar").match(Node::isVisible).tryQuery().isPresent());
        assertThat(fields(robot)).hasSize(before);
        assertThat(rows(robot)).isNotEmpty();
        assertThat(robot.lookup(".stale-bar .problem-banner").query().getAccessibleText())
                .contains("Nothing answers");
    }

    private static void opened(FxRobot robot, String object) throws Exception {
        until(() -> text(robot, "#object-name").equals(object)
                && robot.lookup(".object-view .line-tabs").tryQuery().isPresent());
    }

    private static void tab(FxRobot robot, int index) {
        robot.interact(() -> robot.lookup(".object-view .line-tabs")
                .queryAs(TabPane.class)
                .getSelectionModel()
                .select(index));
    }

    private static void menu(FxRobot robot, String selector, int item) {
        robot.interact(() -> robot.lookup(selector)
                .queryAs(MenuButton.class)
                .getItems()
                .get(item)
                .fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Node chip(FxRobot robot, String words) {
        return robot.lookup(".filter-chip")
                .match(node -> ((ButtonBase) node).getText().equals(words))
                .query();
    }

    private static String sheetText(FxRobot robot) {
        return robot.lookup(".field-sheet .styled-text-area")
                .queryAs(CodeArea.class)
                .getText();
    }

    private static void select(FxRobot robot, String name) {
        TableView<FieldRow> table = robot.lookup("#fields").query();
        table.getItems().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .ifPresent(row -> table.getSelectionModel()
                        .clearAndSelect(table.getItems().indexOf(row)));
    }

    private static List<String> boxes(FxRobot robot) {
        return robot.lookup(".picture-title").queryAll().stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private static List<FieldRow> fields(FxRobot robot) {
        TableView<FieldRow> table = robot.lookup("#fields").query();
        return List.copyOf(table.getItems());
    }

    private static List<FieldRow> selected(FxRobot robot) {
        TableView<FieldRow> table = robot.lookup("#fields").query();
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    private static List<ObjectRow> rows(FxRobot robot) {
        ListView<ObjectRow> list = robot.lookup("#objects").query();
        return List.copyOf(list.getItems());
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector)
                .tryQuery()
                .map(node -> ((Labeled) node).getText())
                .orElse("");
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        // Looked at where nothing changes the scene meanwhile.
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(5_000, condition));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
