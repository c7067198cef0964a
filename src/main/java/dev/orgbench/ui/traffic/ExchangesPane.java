package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.ExchangeName;
import dev.orgbench.ui.kit.StatePane;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The requests to the org that a message took, the chosen one in full, and what the answer said about limits. */
final class ExchangesPane extends VBox {
    private static final double LINE = 28;
    private static final int MOST_LINES = 5;

    private final Label count = new Label();
    private final ListView<Exchange> list = new ListView<>();
    private final StackPane room = new StackPane();
    private final LimitsPane limits = new LimitsPane();
    private final ExchangeDetail detail;
    private final StatePane none = StatePane.empty(
            Feather.CHECK, "Nothing was sent to Salesforce", "The message was answered from here and cost no API request.");
    private List<Exchange> shown = List.of();

    ExchangesPane(Background background) {
        detail = new ExchangeDetail(background);
        getStyleClass().add("exchanges");
        Label caption = new Label("EXCHANGES WITH SALESFORCE");
        caption.getStyleClass().add("section-title");
        count.getStyleClass().add("section-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, caption, gap, count);
        head.getStyleClass().add("section-head");
        list.setFixedCellSize(LINE);
        list.setCellFactory(view -> new Cell());
        list.getStyleClass().addAll("edge-to-edge", "exchange-list");
        list.setAccessibleText("Exchanges with Salesforce");
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                detail.show(now);
            }
        });
        VBox.setVgrow(room, Priority.ALWAYS);
        getChildren().addAll(head, list, room, limits);
    }

    void show(List<Exchange> exchanges, Limits said) {
        limits.show(said);
        if (exchanges.equals(shown) && !room.getChildren().isEmpty()) {
            return;
        }
        shown = exchanges;
        count.setText(Integer.toString(exchanges.size()));
        list.getItems().setAll(exchanges);
        double height = Math.min(MOST_LINES, exchanges.size()) * LINE;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
        if (exchanges.isEmpty()) {
            room.getChildren().setAll(none);
        } else {
            room.getChildren().setAll(detail);
            list.getSelectionModel().select(worst(exchanges));
        }
    }

    /** The first that failed is what one looks for; else the last, which did the work. */
    private static int worst(List<Exchange> exchanges) {
        for (int i = 0; i < exchanges.size(); i++) {
            if (!exchanges.get(i).isOk()) {
                return i;
            }
        }
        return exchanges.size() - 1;
    }

    private static final class Cell extends ListCell<Exchange> {
        private final Label name = new Label();
        private final Badge status = new Badge();
        private final Label took = new Label();
        private final HBox line;

        Cell() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            name.getStyleClass().add("code-text");
            name.setMinWidth(40);
            took.getStyleClass().add("exchange-took");
            took.setMinWidth(Region.USE_PREF_SIZE);
            line = new HBox(10, name, gap, status, took);
            line.getStyleClass().add("tool-line");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Exchange exchange, boolean empty) {
            super.updateItem(exchange, empty);
            if (empty || exchange == null) {
                setGraphic(null);
                return;
            }
            name.setText(ExchangeName.of(exchange));
            boolean unchanged = exchange.status() == 304;
            status.show(
                    exchange.status() == 0 ? "no answer" : Integer.toString(exchange.status()),
                    !exchange.isOk() ? Badge.Tone.BAD : unchanged ? Badge.Tone.NEUTRAL : Badge.Tone.GOOD);
            took.setText(String.format(Locale.ROOT, "%,.0f ms", exchange.took().toNanos() / 1e6));
            setGraphic(line);
            setAccessibleText(name.getText() + ", " + status.getText() + ", " + took.getText());
        }
    }
}
