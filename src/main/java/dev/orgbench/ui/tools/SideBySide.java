package dev.orgbench.ui.tools;

import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.StatePane;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Two texts beside each other; lines that differ stand on a coloured ground and carry a sign. */
final class SideBySide extends StackPane {
    private static final PseudoClass DIFFERENT = PseudoClass.getPseudoClass("different");
    private static final int LONGEST_LINE = 2_000;

    private final Background background;
    private Background.Job comparing = Background.Job.NONE;

    SideBySide(Background background) {
        this.background = background;
        getStyleClass().add("side-by-side");
    }

    /** @param left made in the background, as the texts may be long */
    void show(Supplier<String> left, Supplier<String> right) {
        comparing.cancel();
        getChildren().setAll(StatePane.loading("Comparing"));
        comparing = background.run(
                () -> Difference.between(left.get(), right.get()),
                this::show,
                failure -> getChildren().setAll(StatePane.failed(Problem.of(failure), () -> show(left, right))));
    }

    private void show(Difference difference) {
        if (difference.count() == 0) {
            getChildren().setAll(StatePane.empty(Feather.CHECK_CIRCLE, "No difference", "Both are the same, line for line."));
            return;
        }
        ListView<Difference.Line> list = new ListView<>();
        list.getItems().setAll(difference.lines());
        list.setFixedCellSize(20);
        list.getStyleClass().add("edge-to-edge");
        list.setAccessibleText(difference.count() + " lines differ");
        list.setCellFactory(view -> new Cell());
        getChildren().setAll(list);
        for (int i = 0; i < difference.lines().size(); i++) {
            if (!difference.lines().get(i).same()) {
                list.scrollTo(Math.max(0, i - 3));
                break;
            }
        }
    }

    private static final class Cell extends ListCell<Difference.Line> {
        private final Label left = side();
        private final Label right = side();
        private final GridPane both = new GridPane();

        Cell() {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            both.getColumnConstraints().addAll(half, half);
            both.addRow(0, left, right);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Difference.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (line == null || empty) {
                setGraphic(null);
                return;
            }
            show(left, line.left(), line.same() ? "  " : "− ", line.same());
            show(right, line.right(), line.same() ? "  " : "+ ", line.same());
            setAccessibleText(line.same() ? line.left() : "before " + line.left() + ", after " + line.right());
            setGraphic(both);
        }

        private static void show(Label label, @Nullable String text, String sign, boolean same) {
            String cut = text == null || text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE) + "…";
            label.setText(cut == null ? "" : sign + cut);
            label.pseudoClassStateChanged(DIFFERENT, !same && text != null);
        }

        private static Label side() {
            Label label = new Label();
            label.getStyleClass().addAll("code-text", "diff-side");
            label.setMaxWidth(Double.MAX_VALUE);
            label.setMinWidth(0);
            return label;
        }
    }
}
