package dev.orgbench.ui.objects;

import dev.orgbench.ui.kit.Problem;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How far the reading of all fields is. Seen while something is searched for, as it is about nothing else. */
final class ReadingBar extends VBox {
    private final ObjectsModel model;
    private final Label words = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button button = new Button();

    ReadingBar(ObjectsModel model) {
        super(6);
        this.model = model;
        getStyleClass().add("reading-bar");
        setId("reading");
        words.setWrapText(true);
        words.getStyleClass().add("muted");
        words.setMaxWidth(Double.MAX_VALUE);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText("Reading fields");
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(8, words, button);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, progress);
        model.reading().stateProperty().addListener((property, before, now) -> show());
        model.searchProperty().addListener((property, before, now) -> show());
        model.loadingProperty().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        FieldReading.State state = model.reading().stateProperty().get();
        int unread = model.unread().size();
        boolean searching = !model.searchProperty().get().isBlank();
        boolean seen = searching && (unread > 0 || state instanceof FieldReading.State.UnderWay);
        setVisible(seen);
        setManaged(seen);
        boolean reading = state instanceof FieldReading.State.UnderWay;
        progress.setVisible(reading);
        progress.setManaged(reading);
        switch (state) {
            case FieldReading.State.UnderWay under -> {
                words.setText(
                        String.format(Locale.ROOT, "Reading fields: %,d of %,d objects", under.read(), under.of()));
                progress.setProgress(under.share());
                button("Stop", model.reading()::stop);
            }
            case FieldReading.State.Failed(Problem problem) -> {
                words.setText("Not all fields were read. " + problem.message());
                button("Try again", model::readFields);
            }
            case FieldReading.State.Idle idle -> {
                words.setText(String.format(
                        Locale.ROOT, "Fields of %,d objects are not read yet: %,d API requests", unread, unread));
                button("Search fields", model::readFields);
            }
        }
    }

    private void button(String label, Runnable action) {
        button.setText(label);
        button.setOnAction(press -> action.run());
    }
}
