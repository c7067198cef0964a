package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.orgs.OrgKind;
import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.Confirmation;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.ProblemBanner;
import dev.orgbench.ui.kit.TableRows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is about to be sent, record by record and field by field; then how it went. */
final class ReviewSheet {
    /** So many characters have room in every column. */
    private static final int SHORT = 12;

    private final Desk desk;
    private final Sending sending;
    private final boolean deletes;
    private final TableView<Entry> table = new TableView<>();
    private final Label outcome = new Label();
    private final ProblemBanner why = new ProblemBanner();
    private final Button send;
    private final Button close = new Button("Cancel");

    private ReviewSheet(Desk desk, Sending sending, boolean deletes) {
        this.desk = desk;
        this.sending = sending;
        this.deletes = deletes;
        this.send = new Button(verb());
    }

    /** A line: a field of a record, or a record that is to go. */
    private record Entry(Sending.Item item, String field, String old, String now) {}

    static void open(Desk desk, Sending sending, boolean deletes) {
        new ReviewSheet(desk, sending, deletes).open();
    }

    private void open() {
        int records = sending.items().size();
        String what = records == 1 ? "1 record" : records + " records";
        Label head = new Label(deletes ? "Delete " + what + "?" : "Send these changes to " + what + "?");
        head.getStyleClass().add("sheet-title");
        Label where = new Label("Org: " + desk.org().label());
        where.getStyleClass().add("muted");
        HBox place = new HBox(
                8,
                where,
                new Badge(
                        desk.org().kind().words(), Confirmation.tone(desk.org().kind())));
        place.setAlignment(Pos.CENTER_LEFT);
        setUpTable();
        VBox.setVgrow(table, Priority.ALWAYS);
        outcome.setId("review-outcome");
        outcome.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        send.setId("review-send");
        send.getStyleClass().add(deletes ? "danger" : "accent");
        HBox buttons = new HBox(8, outcome, gap, close, send);
        buttons.setAlignment(Pos.CENTER_LEFT);
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> showWhy());
        VBox content = new VBox(12, head, place, table, why, buttons);
        content.getStyleClass().add("value-sheet");
        content.setPrefSize(720, 420);
        Overlay.Sheet sheet = desk.overlay().open(content, Pos.CENTER, sending::cancel);
        close.setOnAction(press -> {
            if (sending.runningProperty().get()) {
                sending.cancel();
            } else {
                sheet.close();
            }
        });
        send.setOnAction(press -> ask());
        sending.items().addListener((Observable changed) -> show());
        sending.runningProperty().addListener((property, before, now) -> show());
        show();
    }

    /** In production the name of the org is typed first. */
    private void ask() {
        if (desk.org().kind() != OrgKind.PRODUCTION) {
            sending.start();
            return;
        }
        int records = sending.items().size();
        new Confirmation(
                        deletes
                                ? "Delete " + records + " records in production?"
                                : "Change " + records + " records in production?",
                        "This goes to the org at once, record by record, and can not be taken back from here.",
                        verb())
                .ask(desk.overlay(), desk.org(), sending::start);
    }

    private String verb() {
        return deletes ? "Delete" : "Send";
    }

    private void show() {
        List<Entry> entries = new ArrayList<>();
        for (Sending.Item item : sending.items()) {
            switch (item.change()) {
                case RecordChange.Update update ->
                    update.fields()
                            .forEach(field ->
                                    entries.add(new Entry(item, field.name(), shown(field.old()), shown(field.now()))));
                case RecordChange.Delete delete -> entries.add(new Entry(item, delete.id(), "", ""));
            }
        }
        int chosen = table.getSelectionModel().getSelectedIndex();
        table.getItems().setAll(entries);
        table.getSelectionModel().select(chosen);
        showWhy();
        boolean running = sending.runningProperty().get();
        boolean begun =
                sending.count(Sending.Outcome.Waiting.class) < sending.items().size();
        boolean allDone =
                sending.count(Sending.Outcome.Done.class) == sending.items().size();
        outcome.setText(begun ? sending.words() : "Nothing is sent yet.");
        send.setDisable(running || allDone);
        send.setText(begun && !running && !allDone ? "Send the rest again" : verb());
        close.setText(running ? "Stop" : begun ? "Close" : "Cancel");
        if (begun && allDone) {
            close.requestFocus();
        }
    }

    /** All of a refusal, which has no room in its line: of the line that is chosen, else the first there is. */
    private void showWhy() {
        Entry chosen = table.getSelectionModel().getSelectedItem();
        why.show(
                chosen != null && chosen.item().outcome() instanceof Sending.Outcome.Failed failed
                        ? failed.problem()
                        : sending.items().stream()
                                .filter(item -> item.outcome() instanceof Sending.Outcome.Failed)
                                .map(item -> ((Sending.Outcome.Failed) item.outcome()).problem())
                                .findFirst()
                                .orElse(null));
    }

    private static String shown(JsonNode value) {
        return value.isNull() ? "null" : Values.text(value);
    }

    private void setUpTable() {
        table.setId("review-table");
        TableRows.of(table, ResultGrid.ROW_HEIGHT);
        table.getStyleClass().addAll("edge-to-edge", "data-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setAccessibleText("What is to be sent");
        table.getColumns()
                .add(column(
                        "Record",
                        190,
                        entry -> entry.item().change().object() + " · "
                                + entry.item().change().name()));
        table.getColumns().add(column(deletes ? "Id" : "Field", deletes ? 170 : 120, Entry::field));
        if (!deletes) {
            table.getColumns().add(column("Now", 170, Entry::old));
            table.getColumns().add(column("Will be", 170, Entry::now));
        }
        TableColumn<Entry, String> result =
                column("", 120, entry -> words(entry.item().outcome()));
        result.setText("Result");
        table.getColumns().add(result);
    }

    private static TableColumn<Entry, String> column(String title, double width, Function<Entry, String> text) {
        TableColumn<Entry, String> column = new TableColumn<>(title);
        column.setCellValueFactory(entry -> new ReadOnlyStringWrapper(text.apply(entry.getValue())));
        column.setCellFactory(made -> new WordsCell());
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    private static String words(Sending.Outcome outcome) {
        return switch (outcome) {
            case Sending.Outcome.Waiting waiting -> "";
            case Sending.Outcome.Sent sent -> "sending …";
            case Sending.Outcome.Done done -> "✓ done";
            case Sending.Outcome.Failed failed -> "✗ " + failed.problem().summary();
        };
    }

    /** What is to be sent must be readable to its end, however narrow the column. */
    private static final class WordsCell extends TableCell<Entry, String> {
        @Override
        protected void updateItem(String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty ? null : GridCell.oneLine(words));
            setTooltip(empty || words.length() < SHORT ? null : new Tooltip(words));
        }
    }
}
