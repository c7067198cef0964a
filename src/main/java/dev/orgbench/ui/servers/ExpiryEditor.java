package dev.orgbench.ui.servers;

import dev.orgbench.ui.kit.FaultLabel;
import dev.orgbench.ui.kit.Segments;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** When a server ends. */
final class ExpiryEditor extends VBox {
    private final ServerForm form;
    private final Label words = new Label();

    ExpiryEditor(ServerForm form) {
        super(4);
        this.form = form;
        Segments<Expiry> which = new Segments<>("Expires", List.of(Expiry.values()), Expiry::word);
        which.setId("expiry");
        Expiry chosen = form.expiryProperty().get();
        which.valueProperty().set(chosen);
        which.valueProperty().bindBidirectional(form.expiryProperty());
        TextField date = new TextField();
        date.setId("expiry-date");
        date.setAccessibleText("Day and time of expiry, as 2026-12-31 18:00");
        date.setPromptText("2026-12-31 18:00");
        date.setPrefColumnCount(14);
        date.setMaxWidth(USE_PREF_SIZE);
        date.textProperty().bindBidirectional(form.dateProperty());
        date.managedProperty().bind(date.visibleProperty());
        words.getStyleClass().add("field-description");
        words.managedProperty().bind(words.visibleProperty());
        form.expiryProperty().addListener((property, before, now) -> {
            show(date);
            if (now == Expiry.DATE) {
                date.requestFocus();
            }
        });
        form.dateProperty().addListener((property, before, now) -> show(date));
        show(date);
        getChildren()
                .addAll(
                        which,
                        date,
                        words,
                        new FaultLabel(date, form.faultsProperty().map(ServerForm.Faults::expiry)));
    }

    private void show(TextField date) {
        date.setVisible(form.expiryProperty().get() == Expiry.DATE);
        words.setText(form.expiryWords());
        words.setVisible(!words.getText().isEmpty());
    }
}
