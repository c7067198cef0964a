package dev.orgbench.ui.kit;

import dev.orgbench.ui.kit.Comparison.Kind;
import dev.orgbench.ui.kit.Comparison.Line;
import dev.orgbench.ui.kit.Comparison.Row;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Shows a {@link Comparison}: lines side by side, what differs marked by a sign and a ground. N and Shift+N walk through. */
public final class ComparisonView extends StackPane {
    private static final double LINE = 20;
    private static final int LONGEST = 1_000;

    private final ListView<Row> list = new ListView<>();

    /** @param name what is compared, for screen readers */
    public ComparisonView(String name) {
        getStyleClass().add("comparison");
        list.setFixedCellSize(LINE);
        list.setCellFactory(view -> new Cell());
        list.getStyleClass().add("edge-to-edge");
        list.setAccessibleText(name);
        list.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.N && !key.isShortcutDown()) {
                step(key.isShiftDown() ? -1 : 1);
                key.consume();
            }
        });
        getChildren().add(list);
    }

    /** Replaces what is shown and goes to the first difference. */
    public void show(Comparison comparison) {
        list.getItems().setAll(comparison.rows());
        list.getSelectionModel().clearSelection();
        step(1);
    }

    /** Goes to the next difference, or to the one before. */
    public void step(int direction) {
        List<Row> rows = list.getItems();
        int at = list.getSelectionModel().getSelectedIndex();
        IntStream places = direction > 0
                ? IntStream.range(at + 1, rows.size())
                : IntStream.iterate(at - 1, i -> i >= 0, i -> i - 1);
        places.filter(i -> rows.get(i).kind() != Kind.SAME
                        && (i == 0 || direction < 0 || rows.get(i - 1).kind() == Kind.SAME))
                .findFirst()
                .ifPresent(place -> {
                    list.getSelectionModel().select(place);
                    list.scrollTo(Math.max(0, place - 4));
                });
    }

    @Override
    public void requestFocus() {
        Focus.on(list);
    }

    private static final class Cell extends ListCell<Row> {
        private final Half left = new Half("−");
        private final Half right = new Half("+");
        private final HBox line = new HBox(left, right);

        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            left.show(row.left(), row.kind());
            right.show(row.right(), row.kind());
            setGraphic(line);
            setAccessibleText(
                    row.kind() == Kind.SAME
                            ? row.left().text()
                            : "before: " + row.left().text() + "; after: "
                                    + row.right().text());
        }
    }

    /** One side of a line: its number, a sign where it differs, its text. */
    private static final class Half extends HBox {
        private final Label number = new Label();
        private final Label sign = new Label();
        private final Label text = new Label();
        private final String differs;

        Half(String differs) {
            this.differs = differs;
            number.getStyleClass().add("comparison-number");
            sign.getStyleClass().add("comparison-sign");
            sign.setMinWidth(USE_PREF_SIZE);
            text.getStyleClass().add("code-text");
            getChildren().addAll(number, sign, text);
            setMinWidth(0);
            setPrefWidth(1);
            HBox.setHgrow(this, Priority.ALWAYS);
        }

        void show(Line line, Kind kind) {
            boolean gap = line.number() == 0;
            number.setText(gap ? "" : Integer.toString(line.number()));
            sign.setText(gap || kind == Kind.SAME ? " " : differs);
            text.setText(line.text().length() > LONGEST ? line.text().substring(0, LONGEST) + "…" : line.text());
            String ground = gap ? "gap" : kind == Kind.SAME ? "same" : differs.equals("+") ? "added" : "removed";
            getStyleClass().setAll("comparison-half", "comparison-" + ground);
        }
    }
}
