package dev.orgbench.ui.soql;

import dev.orgbench.ui.kit.StatePane;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.beans.Observable;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What was run, the newest first. A double click or Enter opens it in a tab. */
final class HistoryPane extends VBox {
    private final SoqlModel model;
    private final TextField filter = new TextField();
    private final ListView<HistoryEntry> list = new ListView<>();
    private final StackPane place = new StackPane();

    HistoryPane(SoqlModel model) {
        super(8);
        this.model = model;
        getStyleClass().add("side-content");
        filter.setId("history-filter");
        filter.setPromptText("Search what was run");
        filter.setAccessibleText("Search the history");
        filter.textProperty().bindBidirectional(model.history().filterProperty());
        list.setId("history");
        list.setItems(model.history().shown());
        list.setAccessibleText("Queries that were run");
        list.setFixedCellSize(48);
        list.setCellFactory(made -> new Row());
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                open();
            }
        });
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
                open();
                key.consume();
            }
        });
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(filter, place);
        model.history().shown().addListener((Observable changed) -> show());
        show();
    }

    void focusFilter() {
        filter.requestFocus();
    }

    private void open() {
        HistoryEntry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.openQuery("", chosen.soql());
        }
    }

    private void show() {
        if (model.history().isEmpty()) {
            place.getChildren()
                    .setAll(StatePane.empty(
                            Feather.CLOCK, "Nothing was run yet", "Every query that you run is kept here."));
        } else if (model.history().shown().isEmpty()) {
            place.getChildren().setAll(StatePane.noMatch("query", filter::clear));
        } else {
            place.getChildren().setAll(list);
        }
    }

    private static final class Row extends ListCell<HistoryEntry> {
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

        private final Label query = new Label();
        private final Label facts = new Label();
        private final VBox lines = new VBox(2, query, facts);

        Row() {
            query.getStyleClass().add("code-text");
            facts.getStyleClass().addAll("muted", "small-text");
            lines.setMinWidth(0);
            lines.setPrefWidth(1);
        }

        @Override
        protected void updateItem(@Nullable HistoryEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            query.setText(entry.soql().strip().replaceAll("\\s+", " "));
            facts.setText(when(entry) + " · "
                    + (entry.failed() ? "refused" : String.format(Locale.ROOT, "%,d rows", entry.rows())) + " · "
                    + String.format(Locale.ROOT, "%,d ms", entry.millis()));
            setGraphic(lines);
            setTooltip(new Tooltip(entry.soql()));
            setAccessibleText(query.getText() + ", " + facts.getText());
        }

        private static String when(HistoryEntry entry) {
            ZonedDateTime at = entry.at().atZone(ZoneId.systemDefault());
            return at.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault())) ? TIME.format(at) : DAY.format(at);
        }
    }
}
