package dev.orgbench.app;

import dev.orgbench.ui.kit.Theme;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** The window toolkit as it comes up, which takes a while and needs nothing of the rest. */
public final class Toolkit {
    private final CompletableFuture<Void> started = new CompletableFuture<>();

    private final AtomicBoolean begun = new AtomicBoolean();

    /** Begins to start it, unless that was done before, and returns at once. */
    public void start() {
        if (begun.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().start(this::startUp);
        }
    }

    private void startUp() {
        try {
            Platform.setImplicitExit(false);
            Platform.startup(() -> started.complete(null));
            Theme.loadFonts();
        } catch (RuntimeException e) {
            started.completeExceptionally(e);
        }
    }

    /** Runs it on the screen's thread as soon as there is one; never where the toolkit does not start. */
    void onScreen(Runnable work) {
        var _ = started.thenRunAsync(work, Platform::runLater);
    }

    /** Is told when the toolkit does not start. */
    void onFailure(Runnable told) {
        var _ = started.exceptionally(e -> {
            told.run();
            return null;
        });
    }

    /** Why it does not start; null while it may still. */
    @Nullable
    Throwable failure() {
        return started.isCompletedExceptionally()
                ? started.handle((done, e) -> e instanceof CompletionException wrapped ? wrapped.getCause() : e)
                        .join()
                : null;
    }

    /** Ends it. One that did not start cannot be ended either: that would wait for it for ever. */
    void end() {
        if (failure() == null) {
            Platform.exit();
        }
    }
}
