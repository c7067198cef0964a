package dev.orgbench.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.client.Elicitation;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A server's question, as the person sees and answers it. */
@Timeout(60)
@ExtendWith(ApplicationExtension.class)
class ServerQuestionsTest {
    private static final String COLOUR = """
        {"type":"object","properties":{"colour":{"type":"string"},"dark":{"type":"boolean","default":true}},
         "required":["colour"]}\
        """;

    private final Overlay overlay = new Overlay();
    private final ServerQuestions questions = new ServerQuestions(overlay, Platform::runLater);

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(overlay), 1000, 700));
        stage.show();
    }

    @Test
    void whatIsTypedIsSent_withWhatTheServerProposed(FxRobot robot) throws Exception {
        FutureTask<Elicitation.Answer> answer = ask(COLOUR);
        robot.clickOn("#answer-question");
        assertThat(answer.isDone()).as("the colour is missing").isFalse();
        robot.clickOn(".text-field").write("green");
        robot.clickOn("#answer-question");
        assertThat(answer.get(5, TimeUnit.SECONDS))
                .isEqualTo(new Elicitation.Answer.Accept(json("{\"colour\":\"green\",\"dark\":true}")));
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !overlay.isOpen());
    }

    @Test
    void aBareQuestionIsAgreedToByItsButtonAlone_notByEnter(FxRobot robot) throws Exception {
        FutureTask<Elicitation.Answer> answer = ask("{\"type\":\"object\"}");
        robot.type(KeyCode.ENTER);
        assertThat(answer.isDone() && answer.get() instanceof Elicitation.Answer.Accept)
                .isFalse();
        if (!answer.isDone()) {
            robot.clickOn("#answer-question");
            assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo(new Elicitation.Answer.Accept(json("{}")));
        }
    }

    @Test
    void noAndNotNowAreToldApart(FxRobot robot) throws Exception {
        FutureTask<Elicitation.Answer> declined = ask(COLOUR);
        robot.clickOn("#decline-question");
        assertThat(declined.get(5, TimeUnit.SECONDS)).isEqualTo(new Elicitation.Answer.Decline());
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !overlay.isOpen());
        FutureTask<Elicitation.Answer> putAway = ask(COLOUR);
        robot.type(KeyCode.ESCAPE);
        assertThat(putAway.get(5, TimeUnit.SECONDS)).isEqualTo(new Elicitation.Answer.Cancel());
    }

    @Test
    void aQuestionThatNobodyWaitsForAnyMoreGoesAway() throws Exception {
        FutureTask<Elicitation.Answer> answer =
                new FutureTask<>(() -> questions.ask(new Elicitation.Question("a:1", "Sure?", json(COLOUR))));
        Thread asking = Thread.ofVirtual().start(answer);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, overlay::isOpen);
        asking.interrupt();
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !overlay.isOpen());
        assertThat(answer)
                .failsWithin(5, TimeUnit.SECONDS)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(InterruptedException.class);
    }

    private FutureTask<Elicitation.Answer> ask(String schema) throws Exception {
        ObjectNode parsed = json(schema);
        FutureTask<Elicitation.Answer> answer =
                new FutureTask<>(() -> questions.ask(new Elicitation.Question("a:1", "Which colour?", parsed)));
        Thread.ofVirtual().start(answer);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, overlay::isOpen);
        WaitForAsyncUtils.waitForFxEvents();
        return answer;
    }

    private static ObjectNode json(String text) throws JsonText.Malformed {
        return JsonText.parseObject(text);
    }
}
