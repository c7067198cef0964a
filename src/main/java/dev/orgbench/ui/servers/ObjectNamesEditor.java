package dev.orgbench.ui.servers;

import dev.orgbench.ui.kit.FaultLabel;
import dev.orgbench.ui.kit.form.CompletingField;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Objects' names as chips, each with a way out, and after them a field for the next one. */
final class ObjectNamesEditor extends VBox {
    private final ObjectNames model;
    private final FlowPane chips = new FlowPane(6, 6);
    private final CompletingField field;

    /**
     * @param id of the field
     * @param what is named there, for those who hear it
     * @param hint what it means if nothing is named
     */
    ObjectNamesEditor(ObjectNames model, String id, String what, String hint) {
        super(4);
        this.model = model;
        field = new CompletingField(model.known()::all);
        field.setId(id);
        field.setAccessibleText(what);
        field.setPromptText("Add an object");
        field.setPrefColumnCount(9);
        field.textProperty().bindBidirectional(model.typedProperty());
        field.setOnAction(press -> model.take());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        field.focusedProperty().addListener((property, before, now) -> {
            if (now) {
                model.known().want();
            } else if (!model.typedProperty().get().isBlank()) {
                model.take();
            }
        });
        model.known().onChange(field::refresh);
        model.names().addListener((ListChangeListener<String>) change -> show());
        show();
        Label words = new Label(hint);
        words.getStyleClass().add("field-description");
        words.setWrapText(true);
        words.visibleProperty().bind(Bindings.isEmpty(model.names()));
        words.managedProperty().bind(words.visibleProperty());
        getChildren().addAll(chips, words, new FaultLabel(field, model.faultProperty()));
    }

    private void press(KeyEvent key) {
        if (key.getCode() == KeyCode.BACK_SPACE && field.getText().isEmpty()) {
            model.removeLast();
            key.consume();
        }
    }

    private void show() {
        boolean focused = field.isFocused();
        chips.getChildren().setAll(model.names().stream().map(this::chip).toList());
        chips.getChildren().add(field);
        if (focused) {
            field.requestFocus();
        }
    }

    private Button chip(String name) {
        Button chip = new Button(name + " ×");
        chip.setMnemonicParsing(false);
        chip.getStyleClass().addAll("chip", "name-chip");
        chip.setAccessibleText("Take out " + name);
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setOnAction(press -> {
            field.requestFocus();
            model.remove(name);
        });
        return chip;
    }
}
