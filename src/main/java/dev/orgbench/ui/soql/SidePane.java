package dev.orgbench.ui.soql;

import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Segments;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** At the side: what was run, what was saved, the fields of the object in FROM. */
final class SidePane extends VBox {
    private static final String REMEMBERED = "soql.side.pane";

    private final HistoryPane history;
    private final SavedPane saved;
    private final FieldsPane fields;
    private final Segments<Pane> choice = new Segments<>("At the side", List.of(Pane.values()), Pane::label);

    SidePane(SoqlModel model, Desk desk, Consumer<String> insert) {
        this.history = new HistoryPane(model);
        this.saved = new SavedPane(model, desk);
        this.fields = new FieldsPane(model, insert);
        getStyleClass().add("side-pane");
        StackPane place = new StackPane();
        VBox.setVgrow(place, Priority.ALWAYS);
        HBox head = new HBox(choice);
        head.getStyleClass().add("side-head");
        getChildren().addAll(head, place);
        choice.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                desk.memory().put(REMEMBERED, now.name());
                place.getChildren().setAll(node(now));
                if (now == Pane.SAVED) {
                    model.saved().load();
                }
                fields.setShown(now == Pane.FIELDS);
            }
        });
        place.getChildren().setAll(saved);
        choice.valueProperty()
                .set(desk.memory()
                        .get(REMEMBERED)
                        .flatMap(name -> List.of(Pane.values()).stream()
                                .filter(pane -> pane.name().equals(name))
                                .findFirst())
                        .orElse(Pane.SAVED));
        model.saved().problemProperty().addListener((property, before, now) -> {
            // Why a query was not saved must not stand where nobody sees it.
            if (now != null) {
                choice.valueProperty().set(Pane.SAVED);
            }
        });
    }

    private enum Pane {
        HISTORY("History"),
        SAVED("Saved"),
        FIELDS("Fields");

        private final String label;

        Pane(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    void focusFilter() {
        Pane shown = choice.valueProperty().get();
        switch (shown == null ? Pane.SAVED : shown) {
            case HISTORY -> history.focusFilter();
            case SAVED -> saved.focusFilter();
            case FIELDS -> fields.focusFilter();
        }
    }

    void refreshFields() {
        fields.refresh();
    }

    private Node node(Pane pane) {
        return switch (pane) {
            case HISTORY -> history;
            case SAVED -> saved;
            case FIELDS -> fields;
        };
    }
}
