package dev.orgbench.ui.connect;

import dev.orgbench.gateway.McpServer;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.RememberedSplit;
import dev.orgbench.ui.kit.StatePane;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The Connect screen: a server and a client on the left, what to do in the middle, whether it works on the right. */
public final class ConnectScreen extends StackPane {
    private static final double DIVIDER = 4;

    private final ConnectModel model;
    private final Desk desk;
    private final ClientList clients;
    private final StackPane middle = new StackPane();
    private final GuidePane guide;
    private final DoctorPane doctor;
    private final SplitPane right;

    public ConnectScreen(ConnectModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        desk.lifetime().keep(model.reach());
        getStyleClass().add("connect-screen");
        clients = new ClientList(model);
        clients.setMinWidth(200);
        guide = new GuidePane(model, desk);
        middle.setMinWidth(340);
        doctor = new DoctorPane(model);
        doctor.setMinWidth(230);
        doctor.setMinHeight(110);
        middle.setMinHeight(180);
        right = new RememberedSplit("connect.doctor", Orientation.HORIZONTAL, 0.64, desk.memory(), middle, doctor);
        getChildren()
                .add(new RememberedSplit(
                        "connect.clients", Orientation.HORIZONTAL, 0.21, desk.memory(), clients, right));
        model.loadingProperty().addListener((property, before, now) -> show());
        model.serverProperty().addListener((property, before, now) -> show());
        // What was made, rotated or revoked elsewhere shows here at once.
        desk.servers().servers().addListener((ListChangeListener<McpServer>) change -> model.load());
        show();
    }

    /** Puts the keyboard onto the list of clients. */
    public void focusFilter() {
        clients.requestFocus();
    }

    /** Where there is no room for the doctor beside the steps it stands below them. */
    @Override
    protected void layoutChildren() {
        boolean wide = getWidth() >= clients.minWidth(-1) + middle.minWidth(-1) + doctor.minWidth(-1);
        right.setOrientation(wide ? Orientation.HORIZONTAL : Orientation.VERTICAL);
        super.layoutChildren();
    }

    @Override
    protected double computeMinWidth(double height) {
        return clients.minWidth(-1) + middle.minWidth(-1) + DIVIDER;
    }

    @Override
    public void requestFocus() {
        clients.requestFocus();
    }

    private void show() {
        switch (model.loadingProperty().get()) {
            case ConnectModel.Loading.UnderWay _ ->
                middle.getChildren().setAll(StatePane.loading("Looking for servers"));
            case ConnectModel.Loading.Failed failed ->
                middle.getChildren().setAll(StatePane.failed(failed.problem(), model::load));
            case ConnectModel.Loading.Done _ -> {
                if (model.serverProperty().get() == null) {
                    middle.getChildren()
                            .setAll(StatePane.empty(
                                            Feather.LINK,
                                            "There is no server to hand over",
                                            "A server is an org with a scope, a token and an expiry. Make one, then come back.")
                                    .with("Make a server", desk.navigator()::openServers));
                } else if (!middle.getChildren().contains(guide)) {
                    middle.getChildren().setAll(guide);
                }
            }
        }
    }
}
