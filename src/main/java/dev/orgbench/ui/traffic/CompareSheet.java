package dev.orgbench.ui.traffic;

import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Comparison;
import dev.orgbench.ui.kit.ComparisonView;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.Segments;
import dev.orgbench.ui.kit.StatePane;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Two entries side by side: the older on the left. */
final class CompareSheet {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private final CompareModel model;
    private final Background background;
    private final Segments<CompareModel.Part> part =
            new Segments<>("What is compared", List.of(CompareModel.Part.values()), CompareSheet::words);
    private final Label found = new Label();
    private final ComparisonView view = new ComparisonView("Comparison, the older on the left");
    private final StackPane room = new StackPane();
    private Background.Job job = Background.Job.NONE;

    CompareSheet(CompareModel model, Background background) {
        this.model = model;
        this.background = background;
    }

    void open(Overlay overlay) {
        Label title = new Label("Compare");
        title.getStyleClass().add("sheet-title");
        Button close = new Button("Close");
        Button before = new Button("Previous");
        before.setOnAction(press -> view.step(-1));
        Button next = new Button("Next difference");
        next.setOnAction(press -> view.step(1));
        found.getStyleClass().add("muted");
        found.setId("compare-found");
        HBox bar = new HBox(8, title, gap(), part, gap(), found, before, next, close);
        bar.setAlignment(Pos.CENTER_LEFT);
        HBox heads = new HBox(head(model.older()), head(model.newer()));
        VBox.setVgrow(room, Priority.ALWAYS);
        VBox content = new VBox(12, bar, heads, room);
        content.getStyleClass().add("compare-sheet");
        content.setId("compare-sheet");
        content.setPrefSize(overlay.getWidth() * 0.92, overlay.getHeight() * 0.86);
        part.valueProperty().addListener((property, old, now) -> compare());
        Overlay.Sheet sheet = overlay.open(content, Pos.CENTER, () -> job.cancel());
        close.setOnAction(press -> sheet.close());
        // Before the list sees it, which would take Esc for the end of an edit.
        content.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                key.consume();
                sheet.close();
            }
        });
        compare();
    }

    private void compare() {
        CompareModel.Part wanted =
                Objects.requireNonNullElse(part.valueProperty().get(), CompareModel.Part.REQUEST);
        job.cancel();
        found.setText("");
        room.getChildren().setAll(StatePane.loading("Comparing"));
        job = background.run(() -> model.compare(wanted), this::show, failure -> room.getChildren()
                .setAll(StatePane.failed(Problem.of(failure), this::compare)));
    }

    private void show(Comparison comparison) {
        long differ = comparison.differences();
        found.setText(
                differ == 0
                        ? "No difference"
                        : String.format(Locale.ROOT, "%,d line%s", differ, differ == 1 ? " differs" : "s differ")
                                + (comparison.cut() ? ", of the first 5,000" : ""));
        view.show(comparison);
        room.getChildren().setAll(view);
        view.requestFocus();
    }

    private static Node head(Row row) {
        Label name = new Label(row.line().title());
        name.getStyleClass().add("code-text");
        Label when =
                new Label(TIME.format(row.line().started()) + "  " + row.line().who());
        when.getStyleClass().add("muted");
        when.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(12, name, when);
        head.setPrefWidth(1);
        HBox.setHgrow(head, Priority.ALWAYS);
        return head;
    }

    private static String words(CompareModel.Part part) {
        return part == CompareModel.Part.REQUEST ? "Requests" : "Answers";
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
