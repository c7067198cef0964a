package dev.orgbench.ui.kit;

import dev.orgbench.mcp.client.Elicitation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/** Puts the questions of MCP servers to the person at the window, one sheet each. */
public final class ServerQuestions implements Elicitation {
    private final Overlay overlay;
    private final Executor screen;

    /** @param screen runs what it is given on the screen's thread */
    public ServerQuestions(Overlay overlay, Executor screen) {
        this.overlay = overlay;
        this.screen = screen;
    }

    @Override
    public Answer ask(Question question) throws InterruptedException {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        screen.execute(() -> QuestionSheet.open(overlay, question, answer, screen));
        try {
            return answer.get();
        } catch (InterruptedException e) {
            // The server took its question back, or the call was cancelled: the sheet goes too.
            answer.complete(new Answer.Cancel());
            throw e;
        } catch (ExecutionException e) {
            return new Answer.Cancel();
        }
    }
}
