package dev.orgbench.ui.kit;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A few choices side by side, one of them on. Arrow keys walk through them. */
public final class Segments<T> extends HBox {
    private final ObjectProperty<@Nullable T> value = new SimpleObjectProperty<>();
    private final ToggleGroup group = new ToggleGroup();
    private final Function<T, String> label;

    public Segments(String name, List<T> choices, Function<T, String> label) {
        this.label = label;
        getStyleClass().add("segments");
        setAccessibleText(name);
        setMaxWidth(USE_PREF_SIZE);
        setMinWidth(USE_PREF_SIZE);
        setChoices(choices);
        value.addListener((property, before, now) -> mark());
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null && before != null && before.getUserData().equals(value.get())) {
                // Pressing the one that is on leaves it on.
                before.setSelected(true);
            }
        });
    }

    /** Replaces the choices; keeps the value if it is still among them, else the first is on. */
    public void setChoices(List<T> choices) {
        T kept = value.get();
        group.getToggles().clear();
        getChildren().setAll(choices.stream().map(this::button).toList());
        if (kept == null || !choices.contains(kept)) {
            value.set(choices.isEmpty() ? null : choices.getFirst());
        }
        mark();
    }

    /** Writes the labels of these choices anew, as where they tell a number that changes. */
    public void relabel(List<T> choices) {
        List<Toggle> toggles = group.getToggles();
        for (int i = 0; i < Math.min(choices.size(), toggles.size()); i++) {
            if (toggles.get(i) instanceof ToggleButton button) {
                button.setText(label.apply(choices.get(i)));
            }
        }
    }

    /** The choice that is on. */
    public ObjectProperty<@Nullable T> valueProperty() {
        return value;
    }

    private ToggleButton button(T choice) {
        ToggleButton button = new ToggleButton(label.apply(choice));
        button.setMnemonicParsing(false);
        button.getStyleClass().add("segment");
        button.setUserData(choice);
        button.setToggleGroup(group);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(press -> value.set(choice));
        return button;
    }

    private void mark() {
        group.getToggles().forEach(toggle -> toggle.setSelected(Objects.equals(toggle.getUserData(), value.get())));
    }
}
