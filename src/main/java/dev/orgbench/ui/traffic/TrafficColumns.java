package dev.orgbench.ui.traffic;

import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.TimeBar;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The columns of the list. */
final class TrafficColumns {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final TrafficModel model;

    TrafficColumns(TrafficModel model) {
        this.model = model;
    }

    List<TableColumn<Row, ?>> all() {
        TableColumn<Row, Line> server = text("Server", 110, Line::server, "muted-column");
        server.setMinWidth(70);
        // With one server the column would say the same on every row.
        server.setVisible(model.journal().servers().size() > 1);
        model.journal().servers().addListener((ListChangeListener<String>)
                change -> server.setVisible(model.journal().servers().size() > 1));
        return List.of(
                pin(),
                fixed(text("Time", 118, line -> TIME.format(line.started()), "time-column")),
                fixed(text("Client", 140, Line::who, "")),
                server,
                text("Message", 312, Line::what, "code-column"),
                result(),
                fixed(text("ms", 64, Line::took, "align-right")),
                fixed(text("API", 46, TrafficColumns::requests, "align-right")),
                timeline());
    }

    /** Requests of the org that were counted; nothing where none could be. */
    private static String requests(Line line) {
        return line.requests() == 0 && line.kind() == Line.Kind.MESSAGE ? "" : Integer.toString(line.requests());
    }

    private static TableColumn<Row, Line> column(String name, double width, String style) {
        TableColumn<Row, Line> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> row.getValue().lineProperty());
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        if (!style.isEmpty()) {
            column.getStyleClass().add(style);
        }
        return column;
    }

    private static TableColumn<Row, Line> fixed(TableColumn<Row, Line> column) {
        column.setMinWidth(column.getPrefWidth());
        return column;
    }

    private static TableColumn<Row, Line> text(String name, double width, Function<Line, String> text, String style) {
        TableColumn<Row, Line> column = column(name, width, style);
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Line line, boolean empty) {
                super.updateItem(line, empty);
                setText(empty || line == null ? null : text.apply(line));
            }
        });
        return column;
    }

    private static TableColumn<Row, Line> result() {
        TableColumn<Row, Line> column = column("Result", 280, "result-column");
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Line line, boolean empty) {
                super.updateItem(line, empty);
                Line.Done done = empty || line == null ? null : line.done();
                boolean failed = done != null && done.problem() != null;
                pseudoClassStateChanged(FAILED, failed);
                // A mark besides the colour, which not everybody sees.
                setText(
                        empty || line == null
                                ? null
                                : done == null ? "under way" : failed ? "✗ " + done.words() : done.words());
            }
        });
        return column;
    }

    private static TableColumn<Row, Boolean> pin() {
        TableColumn<Row, Boolean> column = new TableColumn<>("");
        column.setCellValueFactory(row -> row.getValue().pinnedProperty());
        column.getStyleClass().add("pin-column");
        column.setMinWidth(26);
        column.setMaxWidth(26);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellFactory(made -> new TableCell<>() {
            private final Node mark = Icons.of(Feather.BOOKMARK, "pin-icon");

            @Override
            protected void updateItem(@Nullable Boolean pinned, boolean empty) {
                super.updateItem(pinned, empty);
                boolean marked = !empty && Boolean.TRUE.equals(pinned);
                setGraphic(marked ? mark : null);
                setAccessibleText(marked ? "pinned" : null);
            }
        });
        return column;
    }

    private static TableColumn<Row, Bar> timeline() {
        TableColumn<Row, Bar> column = new TableColumn<>("Timeline");
        column.setCellValueFactory(row -> bar(row.getValue()));
        column.setPrefWidth(150);
        column.setMinWidth(70);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellFactory(made -> new TableCell<>() {
            private final TimeBar picture = new TimeBar();

            @Override
            protected void updateItem(@Nullable Bar bar, boolean empty) {
                super.updateItem(bar, empty);
                if (empty || bar == null) {
                    setGraphic(null);
                    return;
                }
                picture.show(bar.start(), bar.length(), bar.style());
                setGraphic(picture);
            }
        });
        return column;
    }

    /** Drawn anew when the answer comes, and when the burst gets longer. */
    private static ObservableValue<Bar> bar(Row row) {
        return Bindings.createObjectBinding(
                () -> {
                    Line line = row.line();
                    Line.Done done = line.done();
                    return new Bar(
                            row.burst().place(line.started()),
                            done == null ? 1 : row.burst().share(done.took()),
                            line.bar());
                },
                row.lineProperty(),
                row.burst().endProperty());
    }

    private record Bar(double start, double length, String style) {}
}
