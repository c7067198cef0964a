package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Message;
import dev.orgbench.ui.kit.Focus;
import dev.orgbench.ui.kit.KeyName;
import dev.orgbench.ui.kit.OwnClient;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.StatePane;
import dev.orgbench.ui.kit.TimeBar;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The list of messages, newest first. */
final class MessageTable extends StackPane {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final TrafficModel model;
    private final TableView<Entry> table = new TableView<>();

    MessageTable(TrafficModel model) {
        this.model = model;
        table.setItems(model.shown());
        table.setFixedCellSize(26);
        table.getStyleClass().addAll("edge-to-edge", "data-table");
        table.setAccessibleText("Messages, newest first");
        table.setId("messages");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(text("Time", 118, message -> TIME.format(message.started()), "time-column"));
        table.getColumns().add(text("Client", 116, MessageTable::client, ""));
        table.getColumns().add(text("Message", 336, Message::title, "code-column"));
        table.getColumns().add(result());
        table.getColumns().add(text("ms", 70, MessageTable::took, "align-right"));
        table.getColumns().add(timeline());
        for (int fixed : new int[] {0, 1, 4}) {
            TableColumn<Entry, ?> column = table.getColumns().get(fixed);
            column.setMinWidth(column.getPrefWidth());
        }
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.selectedProperty().set(now);
            }
        });
        model.selectedProperty().addListener((property, before, now) -> {
            if (now == null) {
                table.getSelectionModel().clearSelection();
            }
        });
        model.shown().addListener((ListChangeListener<Entry>) change -> placeholder());
        placeholder();
        getChildren().add(table);
    }

    @Override
    public void requestFocus() {
        Focus.on(table);
    }

    private void placeholder() {
        if (model.shown().isEmpty()) {
            table.setPlaceholder(
                    model.isEmpty()
                            ? StatePane.empty(
                                    Feather.ACTIVITY,
                                    "No messages yet",
                                    "Run a tool (" + KeyName.inText("1") + "), or connect an MCP client: all it asks appears here as it happens.")
                            : StatePane.empty(
                                    Feather.FILTER, "No message matches", "Change the filter, or choose All."));
        }
    }

    private static TableColumn<Entry, Message> column(String name, double width, String style) {
        TableColumn<Entry, Message> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> row.getValue().messageProperty());
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        if (!style.isEmpty()) {
            column.getStyleClass().add(style);
        }
        return column;
    }

    private static TableColumn<Entry, Message> text(
            String name, double width, Function<Message, String> text, String style) {
        TableColumn<Entry, Message> column = column(name, width, style);
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Message message, boolean empty) {
                super.updateItem(message, empty);
                setText(empty || message == null ? null : text.apply(message));
            }
        });
        return column;
    }

    private static TableColumn<Entry, Message> result() {
        TableColumn<Entry, Message> column = column("Result", 330, "result-column");
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Message message, boolean empty) {
                super.updateItem(message, empty);
                Entry entry = empty || getTableRow() == null ? null : getTableRow().getItem();
                pseudoClassStateChanged(FAILED, entry != null && entry.failed());
                setText(entry == null || message == null ? null : words(entry));
            }
        });
        return column;
    }

    private static String words(Entry entry) {
        Problem problem = entry.problem();
        if (problem != null) {
            return problem.summary();
        }
        Message.Result result = entry.message().result();
        if (result == null) {
            return "under way";
        }
        return result.summary().isEmpty() ? result.httpStatus() + " ok" : result.summary();
    }

    private static String client(Message message) {
        return OwnClient.sent(message) ? "This window" : message.client();
    }

    static String took(Message message) {
        Message.Result result = message.result();
        if (result == null) {
            return "";
        }
        double millis = result.took().toNanos() / 1e6;
        return millis < 10 ? String.format(Locale.ROOT, "%.1f", millis) : String.format(Locale.ROOT, "%,.0f", millis);
    }

    private static TableColumn<Entry, Bar> timeline() {
        TableColumn<Entry, Bar> column = new TableColumn<>("Timeline");
        column.setCellValueFactory(row -> bar(row.getValue()));
        column.setPrefWidth(170);
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
    private static ObservableValue<Bar> bar(Entry entry) {
        return Bindings.createObjectBinding(
                () -> {
                    Message message = entry.message();
                    Message.Result result = message.result();
                    return new Bar(
                            entry.burst().place(message.started()),
                            result == null ? 1 : entry.burst().share(result.took()),
                            result == null
                                    ? "bar-open"
                                    : entry.failed() ? "bar-failed" : message.isCall() ? "bar-call" : "bar-other");
                },
                entry.messageProperty(),
                entry.burst().endProperty());
    }

    private record Bar(double start, double length, String style) {}
}
