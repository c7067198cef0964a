package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.TestClock;
import dev.orgbench.mcp.RefusedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AskedQuestionsTest {
    private final TestClock clock = new TestClock();
    private final AskedQuestions questions = new AskedQuestions(clock);

    @Test
    void aQuestionIsGoodUntilItsTimeIsOver() {
        ObjectNode soon = questions.ask();
        ObjectNode late = questions.ask();
        clock.pass(AskedQuestions.GOOD_FOR.minusMillis(1));
        assertThatCode(() -> questions.answer(soon)).doesNotThrowAnyException();
        clock.pass(Duration.ofMillis(1));
        assertThatThrownBy(() -> questions.answer(late))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("more than 15 minutes ago")
                .hasMessageContaining("without requestState");
    }

    @Test
    void whatWasAnsweredStaysSoWhateverIsForgottenMeanwhile() throws Exception {
        questions.answer(questions.ask());
        clock.pass(AskedQuestions.GOOD_FOR.minusMinutes(1));
        ObjectNode asked = questions.ask();
        questions.answer(asked);
        clock.pass(Duration.ofMinutes(2));
        questions.answer(questions.ask());
        assertThatThrownBy(() -> questions.answer(asked)).hasMessageContaining("answered before");
    }

    @Test
    void aStateWithoutATimeIsOver() {
        assertThatThrownBy(() ->
                        questions.answer(JsonNodeFactory.instance.objectNode().put("asked", true)))
                .isInstanceOf(RefusedException.class);
    }
}
