package dev.orgbench.ui.tools;

import dev.orgbench.trace.Message;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.OwnClient;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.ProblemBanner;
import dev.orgbench.ui.kit.StatePane;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Earlier calls of a tool: run one again, take one into the form, compare two. */
final class HistoryPane extends VBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm");

    private final HistoryModel model;
    private final Consumer<Message> taken;
    private final Consumer<Message> again;
    private final TableView<HistoryModel.Past> table = new TableView<>();
    private final ProblemBanner problem = new ProblemBanner();

    /**
     * @param taken gets the call whose arguments shall go into the form
     * @param again gets the call that shall be run once more as it was
     */
    HistoryPane(
            HistoryModel model,
            Overlay overlay,
            Background background,
            Consumer<Message> taken,
            Consumer<Message> again) {
        this.model = model;
        this.taken = taken;
        this.again = again;
        table.setItems(model.past());
        table.setFixedCellSize(26);
        table.getStyleClass().addAll("edge-to-edge", "data-table");
        table.setId("tool-history");
        table.setAccessibleText("Earlier calls");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getColumns()
                .addAll(List.of(
                        column("Time", 104, past -> time(past.message())),
                        column(
                                "Client",
                                120,
                                past -> OwnClient.sent(past.message())
                                        ? "This window"
                                        : past.message().client()),
                        column("ms", 64, past -> took(past.message())),
                        column("Result", 190, HistoryModel.Past::result),
                        column("Arguments", 380, HistoryModel.Past::arguments)));
        table.setPlaceholder(StatePane.empty(
                Feather.CLOCK, "Not called yet", "Calls of this tool appear here, an agent’s as well as yours."));
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
                one(taken);
                key.consume();
            }
        });
        table.setRowFactory(view -> {
            TableRow<HistoryModel.Past> row = new TableRow<>();
            row.setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && !row.isEmpty()) {
                    one(taken);
                }
            });
            return row;
        });
        model.problemProperty().addListener((property, before, now) -> problem.show(now));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(problem, table, bar(overlay, background));
    }

    private HBox bar(Overlay overlay, Background background) {
        Button edit = button("Edit and run", "history-edit", () -> one(taken));
        Button run = button("Run again", "history-again", () -> one(again));
        Button compare = button("Compare", "history-compare", () -> {
            List<HistoryModel.Past> two = table.getSelectionModel().getSelectedItems();
            if (two.size() == 2) {
                CompareSheet.ofCalls(
                        overlay, background, two.get(0).message(), two.get(1).message());
            }
        });
        var chosen = Bindings.size(table.getSelectionModel().getSelectedItems());
        edit.disableProperty().bind(chosen.isNotEqualTo(1));
        run.disableProperty().bind(chosen.isNotEqualTo(1));
        compare.disableProperty().bind(chosen.isNotEqualTo(2));
        compare.textProperty()
                .bind(Bindings.when(chosen.isEqualTo(2)).then("Compare").otherwise("Compare (choose two)"));
        Button older = button("Older", "history-older", model::older);
        older.disableProperty().bind(model.moreProperty().not());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(8, edit, run, compare, gap, older);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("run-bar");
        return bar;
    }

    void refresh() {
        model.refresh();
    }

    /** Says that a call's arguments cannot be read. */
    void complain(JsonText.Malformed e) {
        problem.show(new Problem(null, "The request of that call is no JSON.", e.text()));
    }

    private void one(Consumer<Message> action) {
        HistoryModel.@Nullable Past past = table.getSelectionModel().getSelectedItem();
        if (past != null) {
            problem.show(null);
            action.accept(past.message());
        }
    }

    private static Button button(String text, String id, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(press -> action.run());
        return button;
    }

    private static TableColumn<HistoryModel.Past, String> column(
            String name, double width, Function<HistoryModel.Past, String> text) {
        TableColumn<HistoryModel.Past, String> column = new TableColumn<>(name);
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

    private static String time(Message message) {
        ZonedDateTime at = message.started().atZone(ZoneId.systemDefault());
        return (at.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault())) ? TIME : DAY).format(at);
    }

    private static String took(Message message) {
        Message.Result result = message.result();
        return result == null ? "" : Long.toString(Math.round(result.took().toNanos() / 1e6));
    }
}
