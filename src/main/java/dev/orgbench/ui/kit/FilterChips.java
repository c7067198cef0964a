package dev.orgbench.ui.kit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** Choices of which several may be on. They wrap where there is little room. */
public final class FilterChips<T> extends FlowPane {
    /**
     * @param name what is filtered, for screen readers
     * @param chosen those that are on; follows the chips, and the chips follow it
     */
    public FilterChips(String name, List<T> choices, Function<T, String> label, ObservableSet<T> chosen) {
        super(6, 6);
        getStyleClass().add("filter-chips");
        setAccessibleText(name);
        Map<T, ToggleButton> chips = new HashMap<>();
        for (T choice : choices) {
            ToggleButton chip = new ToggleButton(label.apply(choice));
            chip.setMnemonicParsing(false);
            chip.getStyleClass().add("filter-chip");
            chip.setMinWidth(USE_PREF_SIZE);
            chip.setSelected(chosen.contains(choice));
            chip.setOnAction(press -> {
                if (chip.isSelected()) {
                    chosen.add(choice);
                } else {
                    chosen.remove(choice);
                }
            });
            chips.put(choice, chip);
            getChildren().add(chip);
        }
        setRowValignment(VPos.CENTER);
        chosen.addListener((SetChangeListener<T>)
                change -> chips.forEach((choice, chip) -> chip.setSelected(chosen.contains(choice))));
    }

    /** Puts {@code first} before the chips and {@code last} behind them; all wrap together. */
    public FilterChips<T> between(Node first, Node last) {
        getChildren().addFirst(first);
        getChildren().add(last);
        return this;
    }
}
