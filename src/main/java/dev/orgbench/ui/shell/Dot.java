package dev.orgbench.ui.shell;

import java.util.Locale;
import javafx.scene.layout.Region;

/** A small lamp. Words beside it say the same. */
final class Dot extends Region {
    Dot() {
        setMinSize(8, 8);
        setPrefSize(8, 8);
        setMaxSize(8, 8);
        show(State.OFF);
    }

    enum State {
        OFF,
        GOOD,
        BAD
    }

    void show(State state) {
        getStyleClass().setAll("dot", "dot-" + state.name().toLowerCase(Locale.ROOT));
    }
}
