package dev.orgbench.ui.orgs;

import dev.orgbench.orgs.ConnectedOrg;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.ProblemBanner;
import dev.orgbench.ui.kit.WhileShown;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What opens below the switcher: the orgs, the way to one more, the demo org's controls. Up and Down walk through it. */
final class OrgMenu extends VBox {
    private static final double LIST_HEIGHT = 320;

    private final OrgsModel model;
    private final String currentId;
    private final OrgRow.Actions actions;
    private final VBox rows = new VBox(2);

    /** @param currentId the org whose screens are open */
    OrgMenu(OrgsModel model, String currentId, OrgRow.Actions actions, Runnable connect, DemoPanel demo) {
        this.model = model;
        this.currentId = currentId;
        this.actions = actions;
        getStyleClass().add("org-menu");
        Label head = new Label("ORGS");
        head.getStyleClass().addAll("section-title", "org-menu-head");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(LIST_HEIGHT);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "org-menu-scroll");
        scroll.setFocusTraversable(false);
        Button more = new Button("Connect an org…", Icons.of(Feather.PLUS));
        more.setId("connect-org");
        more.getStyleClass().addAll("flat", "org-menu-button");
        more.setMaxWidth(Double.MAX_VALUE);
        more.setOnAction(press -> connect.run());
        ProblemBanner problem = new ProblemBanner();
        WhileShown.follow(this, () -> problem.show(model.problemProperty().get()), model.problemProperty());
        getChildren().addAll(head, scroll, more, problem, new Separator(), demo);
        addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    }

    /** Takes in what is connected now. */
    void refresh() {
        rows.getChildren().setAll(model.all().stream().map(this::row).toList());
    }

    private OrgRow row(ConnectedOrg org) {
        return new OrgRow(org, org.org().id().equals(currentId), actions);
    }

    /** To the next or the one before; the dots are the Tab key's alone, as Down opens them. */
    private void walk(KeyEvent key) {
        boolean down = key.getCode() == KeyCode.DOWN;
        Node owner = getScene().getFocusOwner();
        if ((!down && key.getCode() != KeyCode.UP) || owner == null || isShowing(owner)) {
            return;
        }
        key.consume();
        TraversalDirection direction = down ? TraversalDirection.NEXT : TraversalDirection.PREVIOUS;
        if (owner.requestFocusTraversal(direction) && getScene().getFocusOwner() instanceof MenuButton dots) {
            dots.requestFocusTraversal(direction);
        }
    }

    private static boolean isShowing(Node node) {
        return node instanceof MenuButton dots && dots.isShowing();
    }
}
