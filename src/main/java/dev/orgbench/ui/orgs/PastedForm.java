package dev.orgbench.ui.orgs;

import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** An address and a session. */
final class PastedForm extends VBox {
    PastedForm(PastedWay way) {
        super(16);
        TextField address = new TextField();
        address.setId("org-address");
        address.setPromptText("https://acme.my.salesforce.com");
        address.textProperty().bindBidirectional(way.addressProperty());
        // After the paste itself: a field must not be changed from within its own change.
        address.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                way.takeSessionFromAddress();
            }
        });
        VBox addressField = Fields.field(
                "Address of the org",
                address,
                "As your browser's address bar has it; a Lightning page will do.",
                way.addressProblemProperty());
        addressField.getChildren().add(Fields.appearing(way.targetProperty(), "field-note"));
        PasswordField session = new PasswordField();
        session.setId("session-id");
        session.setPromptText("00D…!…");
        session.textProperty().bindBidirectional(way.sessionProperty());
        VBox sessionField = Fields.field(
                "Session id (access token)",
                session,
                "Of any program that is signed in, or the value of the sid cookie at that address. It lasts as long as that"
                        + " session does: Orgbench cannot renew it.",
                way.sessionProblemProperty());
        getChildren().addAll(addressField, sessionField);
    }
}
