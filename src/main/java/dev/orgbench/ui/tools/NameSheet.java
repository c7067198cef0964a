package dev.orgbench.ui.tools;

import dev.orgbench.ui.kit.Overlay;
import java.util.List;
import java.util.function.BiPredicate;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks for the name of a saved call and its collection. */
final class NameSheet extends VBox {
    private static final double WIDTH = 420;

    private final ComboBox<String> collection = new ComboBox<>();
    private final TextField name = new TextField();
    private final Label fault = new Label();
    private final Button save;
    private final BiPredicate<String, String> taken;
    private final boolean mayReplace;

    /** Gets what was typed. */
    @FunctionalInterface
    interface Named {
        /**
         * Takes it.
         *
         * @param replace whether a call of that name is replaced
         */
        void named(String collection, String name, boolean replace);
    }

    private NameSheet(
            String title,
            String verb,
            List<String> collections,
            String inCollection,
            String firstName,
            BiPredicate<String, String> taken,
            boolean mayReplace) {
        super(10);
        this.taken = taken;
        this.mayReplace = mayReplace;
        this.save = new Button(verb);
        getStyleClass().add("confirmation");
        setPrefWidth(WIDTH);
        Label head = new Label(title);
        head.getStyleClass().add("sheet-title");
        collection.setEditable(true);
        collection.getItems().setAll(collections);
        collection.setValue(inCollection);
        collection.setMaxWidth(Double.MAX_VALUE);
        collection.setId("call-collection");
        collection.setAccessibleText("Collection");
        name.setText(firstName);
        name.setId("call-name");
        name.setAccessibleText("Name");
        name.setPromptText("Lost deals of this month");
        fault.getStyleClass().add("field-problem");
        fault.setWrapText(true);
        save.getStyleClass().add("success");
        save.setId("save-call");
        save.setDefaultButton(true);
        name.textProperty().addListener((property, before, now) -> check());
        collection.getEditor().textProperty().addListener((property, before, now) -> check());
        getChildren().addAll(head, new Label("Name"), name, new Label("Collection"), collection, fault);
        check();
    }

    /**
     * Opens it.
     *
     * @param taken whether a collection has a call of that name
     */
    static void open(
            Overlay overlay,
            String title,
            String verb,
            List<String> collections,
            String inCollection,
            String firstName,
            BiPredicate<String, String> taken,
            boolean mayReplace,
            Named named) {
        NameSheet sheet = new NameSheet(title, verb, collections, inCollection, firstName, taken, mayReplace);
        Button cancel = new Button("Cancel");
        cancel.setCancelButton(true);
        HBox buttons = new HBox(8, cancel, sheet.save);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        sheet.getChildren().add(buttons);
        Overlay.Sheet opened = overlay.open(sheet);
        sheet.name.requestFocus();
        sheet.name.selectAll();
        cancel.setOnAction(press -> opened.close());
        sheet.save.setOnAction(press -> {
            opened.close();
            named.named(sheet.collection(), sheet.name.getText().strip(), sheet.isTaken());
        });
    }

    private String collection() {
        return collection.getEditor().getText().strip();
    }

    private boolean isTaken() {
        return taken.test(collection(), name.getText().strip());
    }

    private void check() {
        String wrong = SavedCalls.fault(name.getText().strip());
        if (wrong.isEmpty()) {
            wrong = SavedCalls.fault(collection());
        }
        boolean exists = wrong.isEmpty() && isTaken();
        save.setDisable(!wrong.isEmpty() || (exists && !mayReplace));
        fault.setText(
                exists ? "There is one of this name" + (mayReplace ? "; it will be replaced." : " already.") : wrong);
        fault.setVisible(!name.getText().isEmpty() && !fault.getText().isEmpty());
    }
}
