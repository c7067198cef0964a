package dev.orgbench.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** What is wrong with a field, below it; the field's edge says so too. Takes no room while nothing is. */
public final class FaultLabel extends Label {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Node field;

    public FaultLabel(Node field) {
        this.field = field;
        getStyleClass().add("field-problem");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        show(null);
    }

    /** With what an observable says is wrong. */
    public FaultLabel(Node field, ObservableValue<@Nullable String> fault) {
        this(field);
        fault.addListener((property, before, now) -> show(now));
        show(fault.getValue());
    }

    /** Says it; null or empty where nothing is wrong. */
    public void show(@Nullable String fault) {
        boolean wrong = fault != null && !fault.isEmpty();
        setText(fault);
        setVisible(wrong);
        setManaged(wrong);
        field.pseudoClassStateChanged(DANGER, wrong);
    }
}
