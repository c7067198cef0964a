package dev.orgbench.ui.shell;

import dev.orgbench.salesforce.ApiUsage;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.KeyName;
import dev.orgbench.ui.kit.Theme;
import dev.orgbench.ui.kit.WhileShown;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The org, whether it answers, and how much of its API allowance is used. */
public final class TopBar extends HBox {
    private static final double CAUTION = 0.8;
    private static final double DANGER = 0.95;
    /** Widths of the bar, in its heights, from which there is room for every word. */
    private static final double ROOMY = 20;

    private final Label used = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final HBox use;

    /** What the buttons of the bar do. */
    public interface Actions {
        void openPalette();

        void showKeys();

        void showSettings();
    }

    /** @param org what tells of the org, and leads to others */
    public TopBar(ShellModel model, Node org, Theme theme, Actions actions) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label caption = new Label("API today");
        caption.getStyleClass().add("muted");
        used.getStyleClass().add("usage-number");
        used.setId("api-use");
        used.setMinWidth(USE_PREF_SIZE);
        caption.setMinWidth(USE_PREF_SIZE);
        // Where large text makes the bar narrow, the numbers say it alone.
        caption.managedProperty()
                .bind(widthProperty().greaterThan(heightProperty().multiply(ROOMY)));
        caption.visibleProperty().bind(caption.managedProperty());
        bar.getStyleClass().add("usage-bar");
        use = new HBox(8, caption, used, bar);
        use.setAlignment(Pos.CENTER);
        Tooltip.install(use, new Tooltip("API requests of the last 24 hours, as the org’s last answer told"));
        model.usageProperty().addListener((property, before, now) -> show(now));
        show(model.usageProperty().get());
        Region otherGap = new Region();
        HBox.setHgrow(otherGap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        org,
                        gap,
                        jump(actions),
                        otherGap,
                        use,
                        icon(Feather.HELP_CIRCLE, "Show the keys", "Keys (F1)", "keys", actions::showKeys),
                        icon(
                                Feather.SETTINGS,
                                "Settings",
                                "Settings (" + KeyName.inText(",") + ")",
                                "settings-button",
                                actions::showSettings),
                        toggle(theme));
    }

    private void show(@Nullable ApiUsage usage) {
        use.setVisible(usage != null);
        if (usage == null) {
            return;
        }
        double share = ShellModel.share(usage);
        used.setText(ShellModel.words(usage));
        bar.setProgress(share);
        bar.setAccessibleText(used.getText() + " API requests used");
        bar.getStyleClass().removeAll("usage-caution", "usage-danger");
        if (share >= CAUTION) {
            bar.getStyleClass().add(share >= DANGER ? "usage-danger" : "usage-caution");
        }
    }

    private static Button jump(Actions actions) {
        Label cap = new Label(KeyName.onCap("K"));
        cap.getStyleClass().add("key-cap");
        Button jump = new Button("Search or jump to a tool, object, command", cap);
        jump.setId("palette");
        jump.setContentDisplay(ContentDisplay.RIGHT);
        jump.getStyleClass().add("jump-button");
        jump.setOnAction(press -> actions.openPalette());
        return jump;
    }

    private static Button icon(Feather icon, String says, String tip, String id, Runnable action) {
        Button button = new Button("", Icons.of(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(says);
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(press -> action.run());
        return button;
    }

    private static Button toggle(Theme theme) {
        Button toggle = new Button();
        toggle.setId("theme");
        toggle.getStyleClass().addAll("flat", "icon-button");
        Runnable face = () -> {
            boolean dark = theme.darkProperty().get();
            toggle.setGraphic(Icons.of(dark ? Feather.SUN : Feather.MOON));
            toggle.setAccessibleText(dark ? "Light theme" : "Dark theme");
            toggle.setTooltip(new Tooltip(dark ? "Light theme" : "Dark theme"));
        };
        face.run();
        WhileShown.follow(toggle, face, theme.darkProperty());
        toggle.setOnAction(press -> theme.toggle());
        return toggle;
    }
}
