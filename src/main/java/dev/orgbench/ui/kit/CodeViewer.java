package dev.orgbench.ui.kit;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.util.UndoUtils;

/**
 * Shows a text in the code font, coloured by its {@link Language}. Long texts are made ready in the background and come
 * in piece by piece, so that the window goes on answering; of very long ones only the beginning is shown.
 */
public final class CodeViewer extends StackPane {
    /** So short that making it ready is not felt, and neither is a flicker. */
    private static final int SHORT = 2_000;

    private final CodeArea area = new CodeArea();
    private final Language language;
    private final Background background;
    private final Pour pour = new Pour();
    private Background.Job preparing = Background.Job.NONE;
    private String whole = "";

    /** @param name what is shown, for screen readers */
    public CodeViewer(Language language, String name, Background background) {
        this.language = language;
        this.background = background;
        getStyleClass().add("code-viewer");
        area.setEditable(false);
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.setAccessibleText(name);
        area.setFocusTraversable(true);
        // Code keeps its lines; what is prose reads better wrapped.
        area.setWrapText(language == Language.PLAIN);
        getChildren().add(new VirtualizedScrollPane<>(area));
    }

    /** All of the text, also where only a part is shown. */
    public String text() {
        return whole;
    }

    /** Replaces the text. */
    public void show(String text) {
        if (text.length() > SHORT) {
            prepare(() -> text);
        } else {
            preparing.cancel();
            take(Ready.of(text, language));
        }
    }

    /** Replaces the text by what {@code work} makes in the background; what was asked for before is dropped. */
    public void prepare(Background.Work<String> work) {
        preparing.cancel();
        preparing = background.run(
                () -> Ready.of(work.call(), language),
                this::take,
                failure -> take(Ready.of(Problem.of(failure).text(), Language.PLAIN)));
    }

    private void take(Ready ready) {
        whole = ready.whole();
        pour.stop();
        pour.rest.clear();
        pour.rest.addAll(ready.shown().pieces());
        area.replace(0, area.getLength(), pour.rest.removeFirst());
        area.moveTo(0);
        area.requestFollowCaret();
        if (!pour.rest.isEmpty()) {
            pour.start();
        }
    }

    private record Ready(String whole, ColouredText shown) {
        static Ready of(String text, Language language) {
            return new Ready(text, ColouredText.of(Excerpt.of(text), language));
        }
    }

    /** Adds one piece a frame. Goes past the area's own editing, which would move the caret and the view. */
    private final class Pour extends AnimationTimer {
        private final Deque<StyledDocument<Collection<String>, String, Collection<String>>> rest = new ArrayDeque<>();

        @Override
        public void handle(long now) {
            int end = area.getLength();
            area.getContent().replace(end, end, rest.removeFirst());
            if (rest.isEmpty()) {
                stop();
            }
        }
    }
}
