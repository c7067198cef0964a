package dev.orgbench.ui.servers;

import dev.orgbench.gateway.McpServer;
import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.Icons;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The selected server below the list: what it is, and what can be done with it. */
final class ServerDetail extends VBox {
    private final ServersModel model;
    private final ServerActions actions;
    private final Label name = new Label();
    private final Badge standing = new Badge();
    private final Label facts = new Label();
    private final FlowPane buttons = new FlowPane(8, 8);
    private @Nullable ServerRow shown;

    ServerDetail(ServersModel model, ServerActions actions) {
        super(10);
        this.model = model;
        this.actions = actions;
        getStyleClass().add("server-detail");
        name.getStyleClass().add("server-name");
        facts.getStyleClass().add("muted");
        facts.setWrapText(true);
        HBox head = new HBox(8, name, standing);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, facts, buttons);
        setMinHeight(USE_PREF_SIZE);
        model.selectedProperty().addListener((property, before, now) -> show());
        model.rows().addListener((ListChangeListener<ServerRow>) change -> show());
        show();
    }

    private void show() {
        ServerRow row = model.selectedRow();
        setVisible(row != null);
        setManaged(row != null);
        if (row == null) {
            shown = null;
            return;
        }
        name.setText(row.server().name());
        standing.show(row.standing().word(), row.standing().tone());
        facts.setText(facts(row));
        // Buttons that are replaced lose the focus, so they are made anew only for another server.
        if (shown == null
                || !shown.server().equals(row.server())
                || shown.standing().isUp() != row.standing().isUp()) {
            buttons.getChildren().setAll(row.standing().isUp() ? running(row) : ended(row));
        }
        shown = row;
    }

    private String facts(ServerRow row) {
        McpServer server = row.server();
        ZoneId zone = model.shelf().clock().getZone();
        List<String> facts = new ArrayList<>();
        facts.add("Allows " + row.scope());
        facts.add("made " + TimeWords.exact(server.createdAt(), zone));
        if (server.revokedAt() != null) {
            facts.add("revoked " + TimeWords.exact(server.revokedAt(), zone));
        } else if (server.expiresAt() != null) {
            facts.add((row.standing().isUp() ? "ends " : "ended ") + TimeWords.exact(server.expiresAt(), zone));
        }
        String terms = String.join("  ·  ", TermWords.of(server.config()));
        String told = String.join("  ·  ", facts)
                + (terms.isEmpty() ? "" : "\n" + terms.substring(0, 1).toUpperCase(Locale.ROOT) + terms.substring(1));
        return switch (row.standing()) {
            case PUBLIC -> told + "\nA tunnel leads here: whoever has the URL reaches it from anywhere.";
            case EXPIRED, REVOKED ->
                told + "\nIts token is gone for good. Duplicate it to go on with the same scope under a new URL.";
            case RUNNING -> told;
        };
    }

    private List<Node> running(ServerRow row) {
        return List.of(
                button("Copy URL", Feather.COPY, "copy-server-url", () -> actions.copyUrl(row)),
                button("Use in Tools", Feather.TOOL, "use-in-tools", () -> actions.useInTools(row)),
                button("Connect…", Feather.LINK, "connect-server", () -> actions.connect(row)),
                button("What can this URL do?", Feather.GRID, "show-power", () -> actions.showPower(row)),
                button("Change…", Feather.EDIT_2, "change-server", () -> actions.change(row)),
                button("API tokens…", Feather.KEY, "api-tokens", () -> actions.showApiTokens(row.server())),
                button("Duplicate…", Feather.LAYERS, "duplicate-server", () -> actions.duplicate(row)),
                button("Rotate…", Feather.REFRESH_CW, "rotate-server", () -> actions.rotate(row)),
                ending("Revoke…", Feather.SLASH, "revoke-server", () -> actions.revoke(row)),
                ending("Delete…", Feather.TRASH_2, "delete-server", () -> actions.delete(row)));
    }

    private List<Node> ended(ServerRow row) {
        return List.of(
                button("Duplicate…", Feather.LAYERS, "duplicate-server", () -> actions.duplicate(row)),
                ending("Delete…", Feather.TRASH_2, "delete-server", () -> actions.delete(row)));
    }

    /** What cannot be taken back looks like it. */
    private static Button ending(String label, Feather icon, String id, Runnable action) {
        Button button = button(label, icon, id, action);
        button.getStyleClass().add("ending");
        return button;
    }

    private static Button button(String label, Feather icon, String id, Runnable action) {
        Button button = new Button(label, Icons.of(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().add("small");
        button.setOnAction(press -> action.run());
        return button;
    }
}
