package dev.orgbench.ui.orgs;

import dev.orgbench.orgs.ConnectedOrg;
import dev.orgbench.orgs.OrgKind;
import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.Confirmation;
import dev.orgbench.ui.kit.Icons;
import java.util.StringJoiner;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One org in the list: press to open it; what else can be done to it is behind the dots. */
final class OrgRow extends HBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass PRODUCTION = PseudoClass.getPseudoClass("production");

    /** What a person may want of an org. */
    interface Actions {
        void open(ConnectedOrg org);

        void rename(ConnectedOrg org);

        void signInAgain(ConnectedOrg org);

        void disconnect(ConnectedOrg org);
    }

    OrgRow(ConnectedOrg org, boolean current, Actions actions) {
        getStyleClass().add("org-row");
        setAlignment(Pos.CENTER_LEFT);
        pseudoClassStateChanged(CURRENT, current);
        pseudoClassStateChanged(PRODUCTION, org.org().kind() == OrgKind.PRODUCTION);
        Button open = open(org, current);
        open.setOnAction(press -> actions.open(org));
        getChildren().addAll(open, more(org, actions));
    }

    private static Button open(ConnectedOrg org, boolean current) {
        Label name = new Label(org.org().label());
        name.getStyleClass().add("org-row-name");
        Badge kind =
                new Badge(org.org().kind().words(), Confirmation.tone(org.org().kind()));
        HBox first = new HBox(8, new Lamp(org.reach()), name, kind);
        first.setAlignment(Pos.CENTER_LEFT);
        Label facts = new Label(facts(org));
        facts.getStyleClass().add("org-row-facts");
        Button open = new Button();
        open.setGraphic(new VBox(2, first, facts));
        open.getStyleClass().addAll("flat", "org-row-open");
        open.setMaxWidth(Double.MAX_VALUE);
        open.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(open, Priority.ALWAYS);
        open.setAccessibleText((current ? "Open now: " : "Open ") + org.org().label() + ", "
                + org.org().kind().words() + ", " + facts.getText());
        return open;
    }

    private static String facts(ConnectedOrg org) {
        StringJoiner facts = new StringJoiner(" · ");
        facts.add(org.reach().words());
        if (org.userName() != null) {
            facts.add(org.userName());
        }
        facts.add(org.way().words());
        return facts.toString();
    }

    private static MenuButton more(ConnectedOrg org, Actions actions) {
        MenuButton more = new MenuButton("", Icons.of(Feather.MORE_HORIZONTAL));
        more.getStyleClass().addAll("flat", "icon-button", "no-arrow", "org-row-more");
        more.setAccessibleText("More for " + org.org().label());
        MenuItem rename = new MenuItem("Rename…");
        rename.setOnAction(chosen -> actions.rename(org));
        more.getItems().add(rename);
        if (org.isRemovable()) {
            MenuItem again = new MenuItem("Sign in again…");
            again.setOnAction(chosen -> actions.signInAgain(org));
            MenuItem away = new MenuItem("Disconnect…");
            away.setOnAction(chosen -> actions.disconnect(org));
            more.getItems().addAll(again, new SeparatorMenuItem(), away);
        }
        return more;
    }
}
