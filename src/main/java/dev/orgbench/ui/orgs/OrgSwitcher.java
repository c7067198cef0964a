package dev.orgbench.ui.orgs;

import dev.orgbench.orgs.BrowserSignIns;
import dev.orgbench.orgs.ConnectedOrg;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.Orgs;
import dev.orgbench.orgs.SecretPlace;
import dev.orgbench.orgs.SignInWay;
import dev.orgbench.salesforce.Reach;
import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.Confirmation;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.WhileShown;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The org in the top bar: its name, what is at stake in it, whether it answers. Pressed, it opens a menu of all orgs, from
 * which one switches, connects one more, renames, disconnects, and breaks the demo org on purpose.
 */
public final class OrgSwitcher extends Button implements OrgRow.Actions {
    /** Widths of the window, in this button's heights, from which there is room for every word. */
    private static final double ROOMY = 24;

    private final OrgsModel model;
    private final Desk desk;
    private final Orgs orgs;
    private final BrowserSignIns signIns;
    private final Supplier<SecretPlace> secrets;
    private final Label name = new Label();
    private final Badge kind = new Badge();
    private final Badge trouble = new Badge();
    private final Lamp lamp = new Lamp(Reach.UNKNOWN);
    private final Label reach = new Label();
    private final OrgMenu menu;
    private final MenuLayer layer;

    /**
     * @param desk of the org whose screens the bar belongs to
     * @param secrets where secrets are kept; asked off the screen's thread, when a sheet opens
     */
    public OrgSwitcher(OrgsModel model, Desk desk, Orgs orgs, BrowserSignIns signIns, Supplier<SecretPlace> secrets) {
        this.model = model;
        this.desk = desk;
        this.orgs = orgs;
        this.signIns = signIns;
        this.secrets = secrets;
        setId("org-switcher");
        getStyleClass().addAll("flat", "org-switcher");
        name.getStyleClass().add("org-name");
        reach.getStyleClass().add("muted");
        reach.setMinWidth(USE_PREF_SIZE);
        setMinWidth(USE_PREF_SIZE);
        reach.managedProperty().bind(reach.visibleProperty());
        HBox face = new HBox(8, name, kind, lamp, reach, trouble, Icons.of(Feather.CHEVRON_DOWN));
        face.setAlignment(Pos.CENTER_LEFT);
        setGraphic(face);
        menu = new OrgMenu(
                model, desk.org().id(), this, this::connect, new DemoPanel(model, this::expire, this::reset));
        layer = new MenuLayer(menu, this, desk.overlay());
        setOnAction(press -> toggle());
        WhileShown.follow(this, this::show, model.all(), model.troubles());
        ObservableValue<Number> room =
                sceneProperty().flatMap(Scene::widthProperty).orElse(0);
        room.addListener((property, before, now) -> show());
        heightProperty().addListener((property, before, now) -> show());
        show();
    }

    /** Opens the menu. */
    public void openMenu() {
        model.readTroubles();
        menu.refresh();
        layer.show();
    }

    /** Opens the sheet that connects an org. */
    public void connect() {
        layer.hide();
        sheet().open();
    }

    @Override
    public void open(ConnectedOrg org) {
        layer.hide();
        if (!org.org().id().equals(desk.org().id())) {
            model.open(org.org());
        }
    }

    @Override
    public void rename(ConnectedOrg org) {
        layer.hide();
        new RenameSheet(model, org).open(desk.overlay());
    }

    @Override
    public void signInAgain(ConnectedOrg org) {
        layer.hide();
        sheet().openFor(org);
    }

    @Override
    public void disconnect(ConnectedOrg org) {
        layer.hide();
        String session = org.way() == SignInWay.PASTED
                ? "Its session is removed from this machine, and not ended: another program may use it."
                : "Its sign-in is removed from this machine and ended at Salesforce.";
        new Confirmation(
                        "Disconnect " + org.org().label() + "?",
                        session + " URLs of servers on the org stop working. Nothing changes in the org itself.",
                        "Disconnect")
                .ask(desk.overlay(), org.org(), () -> model.disconnect(org.org().id(), () -> disconnected(org)));
    }

    private void disconnected(ConnectedOrg gone) {
        desk.toasts().say(gone.org().label() + " is disconnected");
        if (gone.org().id().equals(desk.org().id()) && !model.all().isEmpty()) {
            model.open(model.all().getFirst().org());
        }
    }

    private void connected(ConnectedOrg org) {
        String as = org.userName() == null ? "" : " as " + org.userName();
        if (org.org().id().equals(desk.org().id())) {
            desk.toasts().say("Signed in to " + org.org().label() + as);
        } else {
            desk.toasts().say("Connected " + org.org().label() + as);
            model.open(org.org());
        }
    }

    private void expire() {
        model.expireSessions(() -> desk.toasts().say("All sessions of the demo org have ended"));
    }

    private void reset() {
        layer.hide();
        model.find(model.demo().orgId()).ifPresent(demo -> new Confirmation(
                        "Reset the demo org to its first day?",
                        "Every record, object and field becomes what it was when the org was made. What you and your"
                                + " agents changed in it is lost.",
                        "Reset")
                .ask(
                        desk.overlay(),
                        demo.org(),
                        () -> model.reset(() -> desk.toasts().say("The demo org is back at its first day"))));
    }

    private ConnectSheet sheet() {
        List<ConnectWay> ways = List.of(
                new BrowserWay(orgs, signIns, desk.browser(), desk.memory(), model.demo()),
                new PastedWay(orgs, desk.memory()));
        return new ConnectSheet(ways, secrets, desk, this::connected);
    }

    private void toggle() {
        if (layer.openProperty().get()) {
            layer.hide();
        } else {
            openMenu();
        }
    }

    private void show() {
        Org org = model.find(desk.org().id()).map(ConnectedOrg::org).orElse(desk.org());
        Reach now = org.connection().reach();
        name.setText(org.label());
        kind.show(org.kind().words(), Confirmation.tone(org.kind()));
        lamp.show(now);
        reach.setText(now.words());
        // Where large text leaves little room, the lamp alone says that all is well.
        reach.setVisible(
                now != Reach.CONNECTED || getScene() == null || getScene().getWidth() > ROOMY * getHeight());
        boolean broken = model.isDemo(org) && !model.troubles().isEmpty();
        trouble.setVisible(broken);
        trouble.setManaged(broken);
        if (broken) {
            // On purpose, so the way to end it is named: the box of that name in the menu.
            trouble.show(
                    model.troubles().size() == 1
                            ? "on purpose: "
                                    + model.troubles().getFirst().words().toLowerCase(Locale.ROOT)
                            : model.troubles().size() + " troubles on purpose",
                    Badge.Tone.CAUTION);
        }
        setAccessibleText("Org " + org.label() + ", " + org.kind().words() + ", " + now.words()
                + (broken ? ", with trouble on purpose" : "") + ". Opens the list of orgs");
        if (layer.openProperty().get()) {
            menu.refresh();
        }
    }
}
