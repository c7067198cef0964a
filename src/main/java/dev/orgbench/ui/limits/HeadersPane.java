package dev.orgbench.ui.limits;

import dev.orgbench.ui.kit.HeaderMeaning;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The rate headers of the last answer, as they came and as a client gets them, with what each means. */
final class HeadersPane extends VBox {
    private static final String NOTE =
            "Salesforce counts a rolling 24 hours and sends no time of reset, so none is given."
                    + " Orgbench never repeats a refused request: the agent must hold back.";

    private final DateTimeFormatter time;
    private final Label about = new Label();
    private final VBox lines = new VBox();

    HeadersPane(ZoneId zone) {
        super(8);
        time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
        Label title = new Label("Last answer’s headers");
        title.getStyleClass().add("part-title");
        about.getStyleClass().add("muted");
        about.setMinHeight(USE_PREF_SIZE);
        lines.getStyleClass().add("header-lines");
        Label note = new Label(NOTE);
        note.getStyleClass().add("side-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(title, about, lines, note);
        show(null);
    }

    void show(@Nullable LastAnswer answer) {
        lines.getChildren().clear();
        if (answer == null) {
            about.setText("No answer of this run has told anything yet");
            return;
        }
        about.setText(answer.cause().name() + " · " + time.format(answer.at()));
        answer.headers().forEach(header -> lines.getChildren().add(line(header)));
    }

    private static Node line(HeaderMeaning header) {
        Label name = code(header.name());
        Label value = code(header.value());
        name.setMinWidth(USE_PREF_SIZE);
        value.setTooltip(new Tooltip(header.value()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label meaning = new Label(header.meaning());
        meaning.getStyleClass().add("header-meaning");
        meaning.setWrapText(true);
        meaning.setMinHeight(USE_PREF_SIZE);
        VBox line = new VBox(new HBox(8, name, gap, value), meaning);
        line.getStyleClass().add("header-line");
        line.setAccessibleText(header.name() + ": " + header.value() + ". " + header.meaning());
        return line;
    }

    private static Label code(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("code-text");
        return label;
    }
}
