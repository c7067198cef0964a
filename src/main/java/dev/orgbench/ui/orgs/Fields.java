package dev.orgbench.ui.orgs;

import dev.orgbench.ui.kit.FaultLabel;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How a field of a sheet looks: its name, the field, a hint, and what is wrong with it as one types. */
final class Fields {
    private Fields() {}

    static VBox field(String name, Node control, String hint, ObservableValue<String> problem) {
        Label label = new Label(name);
        label.getStyleClass().add("field-name");
        label.setLabelFor(control);
        VBox field = new VBox(4, label, control);
        if (!hint.isEmpty()) {
            field.getChildren().add(wrapped(hint, "field-description"));
        }
        field.getChildren().add(new FaultLabel(control, problem));
        return field;
    }

    static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A line that takes no room while there is nothing to say. */
    static Label appearing(ObservableValue<String> text, String style) {
        Label label = wrapped("", style);
        label.textProperty().bind(text);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }
}
