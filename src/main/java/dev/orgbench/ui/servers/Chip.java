package dev.orgbench.ui.servers;

import javafx.scene.control.ToggleButton;

/** A word that is turned on and off. */
final class Chip extends ToggleButton {
    Chip(Choice choice, String accessibleText) {
        super(choice.word());
        setMnemonicParsing(false);
        getStyleClass().add("chip");
        setAccessibleText(accessibleText);
        setMinWidth(USE_PREF_SIZE);
        selectedProperty().bindBidirectional(choice.onProperty());
    }
}
