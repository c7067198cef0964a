package dev.orgbench.ui.servers;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** What is wrong with a field, below it. Takes no room while nothing is. */
final class FaultLabel extends Label {
    FaultLabel(
            ObservableValue<ServerForm.Faults> faults, Function<ServerForm.Faults, @Nullable String> which) {
        getStyleClass().add("field-problem");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        faults.addListener((property, before, now) -> show(which.apply(now)));
        show(which.apply(faults.getValue()));
    }

    private void show(@Nullable String fault) {
        setText(fault);
        setVisible(fault != null);
        setManaged(fault != null);
    }
}
