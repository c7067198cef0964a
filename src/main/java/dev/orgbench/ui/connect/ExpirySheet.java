package dev.orgbench.ui.connect;

import dev.orgbench.connect.HandedServer;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Overlay;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Says that a server without an expiry is not opened to the internet, and offers one. */
final class ExpirySheet {
    private final ConnectModel model;
    private final Desk desk;

    ExpirySheet(ConnectModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
    }

    void open() {
        HandedServer server = model.serverProperty().get();
        Label title = new Label("Give “" + (server == null ? "" : server.name()) + "” an expiry first");
        title.getStyleClass().add("sheet-title");
        title.setWrapText(true);
        Label text = new Label(
                "Through a tunnel anybody who has the URL can call this server, from anywhere. It never"
                        + " expires now. With an expiry its token and the tunnel end by themselves; you can change it in Servers.");
        text.setWrapText(true);
        Button cancel = new Button("Cancel");
        Button agree = new Button("Expire in " + ReachModel.OFFERED_EXPIRY.toHours() + " h"
                + (model.reach().publicBaseProperty().get() == null ? ", and start" : ""));
        agree.setId("expire-and-start");
        agree.getStyleClass().add("accent");
        HBox buttons = new HBox(8, cancel, agree);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox content = new VBox(12, title, text, buttons);
        content.getStyleClass().add("confirmation");
        content.setPrefWidth(460);
        Overlay.Sheet sheet = desk.overlay().open(content);
        cancel.setOnAction(press -> sheet.close());
        agree.setOnAction(press -> {
            sheet.close();
            model.reach().expireAndStart(() -> {
                model.load();
                desk.servers().refresh();
            });
        });
    }
}
