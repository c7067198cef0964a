package dev.orgbench.ui.servers;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A word that can be on or off: a method, a tag. */
final class Choice {
    private final String word;
    private final BooleanProperty on = new SimpleBooleanProperty();

    Choice(String word, boolean on) {
        this.word = word;
        this.on.set(on);
    }

    String word() {
        return word;
    }

    BooleanProperty onProperty() {
        return on;
    }

    boolean isOn() {
        return on.get();
    }
}
