package dev.orgbench.ui.traffic;

import dev.orgbench.ui.kit.Icons;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** What the menu of filters leaves out, each to be taken away by a press. Takes no room while nothing is. */
final class ActiveFilters extends HBox {
    private final TrafficFilter filter;

    ActiveFilters(TrafficFilter filter) {
        super(8);
        this.filter = filter;
        getStyleClass().add("chip-row");
        filter.onChange(this::show);
        show();
    }

    private void show() {
        getChildren().setAll(new Label("Only"));
        text(filter.clientProperty());
        text(filter.serverProperty());
        text(filter.toolProperty());
        own("without calls from this window", filter.ownCallsProperty());
        own("without requests of its screens", filter.ownRequestsProperty());
        setVisible(filter.leavesOut());
        setManaged(filter.leavesOut());
    }

    private void text(StringProperty value) {
        if (!value.get().isEmpty()) {
            chip(value.get(), () -> value.set(""));
        }
    }

    private void own(String words, BooleanProperty listed) {
        if (!listed.get()) {
            chip(words, () -> listed.set(true));
        }
    }

    private void chip(String words, Runnable remove) {
        Button chip = new Button(words, Icons.of(Feather.X));
        chip.setMnemonicParsing(false);
        chip.getStyleClass().add("filter-tag");
        chip.setAccessibleText("Take away the filter " + words);
        chip.setOnAction(press -> remove.run());
        getChildren().add(chip);
    }
}
