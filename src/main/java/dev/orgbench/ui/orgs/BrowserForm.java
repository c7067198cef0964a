package dev.orgbench.ui.orgs;

import dev.orgbench.orgs.BrowserSignIns;
import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.Segments;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Where to sign in, and with which app of the person's own. */
final class BrowserForm extends VBox {
    BrowserForm(BrowserWay way) {
        super(16);
        Segments<BrowserWay.Host> host =
                new Segments<>("Where to sign in", List.of(BrowserWay.Host.values()), BrowserWay.Host::words);
        host.valueProperty().set(way.hostProperty().get());
        TextField domain = new TextField();
        domain.setId("my-domain");
        domain.setPromptText("acme or acme.my.salesforce.com");
        domain.textProperty().bindBidirectional(way.domainProperty());
        VBox domainField = Fields.field("My Domain", domain, "", way.domainProblemProperty());
        TextField key = new TextField();
        key.setId("consumer-key");
        key.setPromptText("3MVG9…");
        key.getStyleClass().add("code-text");
        key.textProperty().bindBidirectional(way.clientIdProperty());
        VBox keyField = Fields.field("Consumer key of your app", key, "", way.clientIdProblemProperty());
        keyField.getChildren().add(howToMakeAnApp());
        Label demo = Fields.wrapped(
                "The demo org has a login page and an app of its own: a way to see the whole sign-in without an account.",
                "field-description");
        Label goesTo = new Label();
        goesTo.getStyleClass().add("field-description");
        VBox where = new VBox(6, fieldName("Where do you sign in?"), host, goesTo);
        getChildren().add(where);
        Runnable arrange = () -> {
            BrowserWay.Host chosen = way.hostProperty().get();
            getChildren().setAll(where);
            switch (chosen) {
                case MY_DOMAIN -> getChildren().addAll(domainField, keyField);
                case DEMO -> getChildren().add(demo);
                case PRODUCTION, SANDBOX -> getChildren().add(keyField);
            }
        };
        Runnable tell = () -> goesTo.setText(way.hostName().isEmpty() ? "" : "Opens " + way.hostName());
        host.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                way.hostProperty().set(now);
                arrange.run();
                tell.run();
            }
        });
        domain.textProperty().addListener((property, before, now) -> tell.run());
        arrange.run();
        tell.run();
    }

    private static Label fieldName(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("field-name");
        return label;
    }

    /** Menu names as of 2026, Salesforce DX Developer Guide, "Create an External Client App in Your Org". */
    private static VBox howToMakeAnApp() {
        String url = BrowserSignIns.callback().toString();
        Label callback = new Label(url);
        callback.getStyleClass().add("code-text");
        HBox second = new HBox(
                6, small("2.  Callback URL"), callback, new CopyButton("", "Copy the callback URL", () -> url));
        second.setAlignment(Pos.CENTER_LEFT);
        VBox steps = new VBox(
                2,
                small("No app yet? In Salesforce:"),
                small("1.  Setup > External Client App Manager > New External Client App, and there Enable OAuth."),
                second,
                small("3.  Scopes “Manage user data via APIs (api)” and “Perform requests at any time (refresh_token,"
                        + " offline_access)”."),
                small("4.  Clear “Require secret for Web Server Flow” and “Require secret for Refresh Token Flow”."),
                small("5.  Its key: Settings > OAuth Settings > Consumer Key and Secret."));
        steps.getStyleClass().add("how-to");
        return steps;
    }

    private static Label small(String text) {
        return Fields.wrapped(text, "field-description");
    }
}
