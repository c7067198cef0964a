package dev.orgbench.ui.kit.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.JsonText;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What hands do to a form. */
@ExtendWith(ApplicationExtension.class)
class SchemaFormTest {
    private final FormModel model = new FormModel(schema());

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new SchemaForm(model), 800, 600));
        stage.show();
    }

    private static ObjectNode schema() {
        try {
            return JsonText.parseObject("""
                    {"type":"object","properties":{
                      "note":{"type":"string"},
                      "q":{"type":"string","description":"The SOQL query"},
                      "size":{"type":"integer"},"more":{"type":"object"}}}""");
        } catch (JsonText.Malformed e) {
            throw new IllegalArgumentException(e.text(), e);
        }
    }

    @Test
    void nothingIsSentUnderHalfAName_whileAMemberIsToHaveTheNameOfAnother(FxRobot robot) {
        member(robot, "Name");
        member(robot, "Name");

        assertThat(JsonText.compact(model.arguments())).contains("Nam\"");
        assertThat(model.maySend()).isFalse();
        assertThat(model.switchTo(true)).isFalse();
        assertThat(model.shownProblems().values()).singleElement().asString().contains("already");

        robot.write("2");
        assertThat(JsonText.compact(model.arguments())).isEqualTo("{\"more\":{\"Name\":\"\",\"Name2\":\"\"}}");
        assertThat(model.maySend()).isTrue();
    }

    @Test
    void aMemberWhoseNameWasTakenOutIsNotSentUnderTheOldOne_andCanBeRemoved(FxRobot robot) {
        member(robot, "A");
        robot.eraseText(1);

        assertThat(model.maySend()).isFalse();
        robot.clickOn(robot.lookup(".map-editor .icon-button").<Node>query());
        assertThat(model.maySend()).isTrue();
        assertThat(model.arguments()).isEmpty();
    }

    @Test
    void linesPastedIntoALineStayLines(FxRobot robot) {
        paste(robot, "#field-note", "one\ntwo\r\nthree");

        assertThat(robot.lookup("#field-note").<Node>query()).isInstanceOf(TextArea.class);
        assertThat(model.arguments().path("note").asText()).isEqualTo("one\ntwo\nthree");
        robot.write("!");
        assertThat(model.arguments().path("note").asText()).isEqualTo("one\ntwo\nthree!");
    }

    @Test
    void aLineIsPastedWithoutItsBreak_andTwoNumbersAreNotJoinedToOne(FxRobot robot) {
        paste(robot, "#field-note", "one\n");
        paste(robot, "#field-size", "12\n34");

        assertThat(model.arguments().path("note").asText()).isEqualTo("one");
        assertThat(model.shownProblems().values()).containsExactly("Must be a whole number.");
        assertThat(robot.lookup("#field-size").<Node>query().getPseudoClassStates())
                .contains(PseudoClass.getPseudoClass("danger"));
    }

    @Test
    void aQueryThatIsTooLongForTheEditorIsKeptAsItIs_andAnotherIsWrittenInAnEditor(FxRobot robot) {
        CodeArea q = robot.lookup(".code-field .styled-text-area").query();
        assertThat(q.getHeight()).isLessThan(100);
        robot.interact(() -> q.replaceText("SELECT Id\n".repeat(1_000)));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(q.getHeight()).isBetween(150.0, 300.0);

        robot.interact(() -> q.replaceText("x".repeat(60_000)));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".long-text").<Node>query().getAccessibleText()).contains("60,000 characters");
        assertThat(model.arguments().path("q").asText()).hasSize(60_000);
        robot.clickOn("Replace").write("a");

        assertThat(model.arguments().path("q").asText()).isEqualTo("a");
    }

    private static void member(FxRobot robot, String name) {
        robot.clickOn(robot.lookup(".map-editor").lookup("Add").<Node>query());
        robot.write(name);
    }

    private static void paste(FxRobot robot, String field, String text) {
        TextInputControl to = robot.lookup(field).queryTextInputControl();
        robot.clickOn(to).interact(() -> to.replaceSelection(text));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
