package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.StatePane;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The requests to the org that a message took, each with its share of the time, the chosen one in full, and the limits. */
final class ExchangesPane extends VBox {
    private static final double LINE = 28;
    private static final int MOST_LINES = 5;

    private final Label count = new Label();
    private final ListView<Exchange> list = new ListView<>();
    private final StackPane room = new StackPane();
    private final LimitsPane limits = new LimitsPane();
    private final BodyPane body;
    private final StatePane none = StatePane.empty(
            Feather.CHECK,
            "Nothing was sent to Salesforce",
            "The message was answered from here and cost no API request.");
    private List<Exchange> shown = List.of();
    private @Nullable Times times;

    ExchangesPane(Background background) {
        body = new BodyPane("Exchange", BodyPane.Side.ANSWER, List.of(BodyPane.Form.values()), background);
        getStyleClass().add("exchanges");
        Label caption = new Label("EXCHANGES WITH SALESFORCE");
        caption.getStyleClass().add("section-title");
        count.getStyleClass().add("section-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, caption, gap, count);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("section-head");
        list.setFixedCellSize(LINE);
        list.fixedCellSizeProperty().addListener((property, before, now) -> fit());
        list.setCellFactory(view -> new ExchangeCell(() -> times));
        list.getStyleClass().addAll("edge-to-edge", "exchange-list");
        list.setAccessibleText("Exchanges with Salesforce");
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                body.show(Parts.request(now), Parts.answer(now));
            }
        });
        VBox.setVgrow(room, Priority.ALWAYS);
        getChildren().addAll(head, list, room, limits);
    }

    void show(Detail detail) {
        limits.show(detail.limits());
        List<Exchange> exchanges = detail.exchanges();
        boolean timed = times != null;
        times = detail.times();
        if (exchanges.equals(shown) && !room.getChildren().isEmpty()) {
            if (!timed && times != null) {
                list.refresh();
            }
            return;
        }
        shown = exchanges;
        count.setText(Integer.toString(exchanges.size()));
        list.getItems().setAll(exchanges);
        fit();
        if (exchanges.isEmpty()) {
            room.getChildren().setAll(none);
        } else {
            room.getChildren().setAll(body);
            int worst = worst(exchanges);
            list.getSelectionModel().select(worst);
            list.scrollTo(worst);
        }
    }

    /** The style sheet sets how high a line is: it grows with the text. */
    private void fit() {
        double height = Math.min(MOST_LINES, shown.size()) * list.getFixedCellSize();
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
    }

    /** The exchange that is looked at. */
    @Nullable
    Exchange chosen() {
        return shown.isEmpty() ? null : list.getSelectionModel().getSelectedItem();
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
}
