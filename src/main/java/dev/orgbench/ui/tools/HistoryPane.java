package dev.orgbench.ui.tools;

import dev.orgbench.trace.Message;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.OwnClient;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.ProblemBanner;
import dev.orgbench.ui.kit.StatePane;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Earlier calls of a tool, by whomever; each can be taken into the form again. */
final class HistoryPane extends VBox {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private static final int SHOWN = 400;

    private final ToolCall call;
    private final Background background;
    private final Runnable taken;
    private final TableView<Earlier> table = new TableView<>();
    private final ProblemBanner problem = new ProblemBanner();
    private Background.Job reading = Background.Job.NONE;

    /** @param taken called when arguments were taken into the form */
    HistoryPane(ToolCall call, Background background, Runnable taken) {
        this.call = call;
        this.background = background;
        this.taken = taken;
        table.setFixedCellSize(26);
        table.getStyleClass().addAll("edge-to-edge", "data-table");
        table.setAccessibleText("Earlier calls");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("Time", 92, earlier -> TIME.format(earlier.message().started())));
        table.getColumns().add(column("Client", 130, earlier -> OwnClient.sent(earlier.message()) ? "This window" : earlier.message().client()));
        table.getColumns().add(column("ms", 72, earlier -> took(earlier.message())));
        table.getColumns().add(column("Result", 200, Earlier::result));
        table.getColumns().add(column("Arguments", 400, Earlier::arguments));
        table.setPlaceholder(StatePane.empty(
                Feather.CLOCK, "Not called yet", "Calls of this tool appear here, an agent’s as well as yours."));
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                take();
                key.consume();
            }
        });
        table.setRowFactory(view -> {
            TableRow<Earlier> row = new TableRow<>();
            row.setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && !row.isEmpty()) {
                    take();
                }
            });
            return row;
        });
        Button take = new Button("Take into the form");
        take.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        take.setOnAction(press -> take());
        HBox bar = new HBox(take);
        bar.getStyleClass().add("run-bar");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(problem, table, bar);
    }

    void refresh() {
        reading.cancel();
        reading = background.run(
                () -> call.history().stream()
                        .map(message -> new Earlier(message, result(message), arguments(message)))
                        .toList(),
                table.getItems()::setAll,
                failure -> problem.show(Problem.of(failure)));
    }

    /**
     * One call.
     *
     * @param result in a few words
     * @param arguments as JSON on one line, cut to what a table can show
     */
    private record Earlier(Message message, String result, String arguments) {}

    private void take() {
        Earlier earlier = table.getSelectionModel().getSelectedItem();
        if (earlier == null) {
            return;
        }
        try {
            call.reuse(earlier.message());
            problem.show(null);
            taken.run();
        } catch (JsonText.Malformed e) {
            problem.show(new Problem(null, "The request of that call is no JSON.", e.text()));
        }
    }

    private static TableColumn<Earlier, String> column(String name, double width, Function<Earlier, String> text) {
        TableColumn<Earlier, String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 92));
        column.setSortable(false);
        if (name.equals("ms")) {
            column.getStyleClass().add("align-right");
        }
        if (name.equals("Arguments") || name.equals("Time")) {
            column.getStyleClass().add("code-column");
        }
        return column;
    }

    private static String took(Message message) {
        Message.Result result = message.result();
        return result == null ? "" : Long.toString(Math.round(result.took().toNanos() / 1e6));
    }

    private static String result(Message message) {
        Message.Result result = message.result();
        if (result == null) {
            return "under way";
        }
        return Problem.in(message).map(Problem::summary).orElse(result.summary());
    }

    private static String arguments(Message message) {
        try {
            String all = JsonText.compact(JsonText.parse(message.request()).at("/params/arguments"));
            return all.length() <= SHOWN ? all : all.substring(0, SHOWN) + "…";
        } catch (JsonText.Malformed e) {
            return message.request();
        }
    }
}
