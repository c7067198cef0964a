package dev.orgbench.ui.shell;

import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Overlay;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a person sees at the very first start: where they are, and three things to do next. */
public final class Welcome extends VBox {
    private static final String SEEN = "welcome.seen";

    private Welcome(List<Offer> offers, Runnable close) {
        super(14);
        getStyleClass().add("welcome");
        setId("welcome");
        Label title = new Label("Welcome to Orgbench");
        title.getStyleClass().add("welcome-title");
        Label text = new Label(
                "The demo org is open: a Salesforce of its own on this machine, with 200 accounts and their"
                        + " opportunities. Break what you like. Its tools answer at the URL at the bottom of the window.");
        text.getStyleClass().add("welcome-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(title, text);
        for (Offer offer : offers) {
            getChildren().add(button(offer, close));
        }
        Button away = new Button("Look around first");
        away.setId("welcome-close");
        away.getStyleClass().add("flat");
        away.setOnAction(press -> close.run());
        HBox foot = new HBox(away);
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().add(foot);
    }

    /** One thing to do next. */
    public record Offer(Feather icon, String title, String text, Runnable action) {}

    /** Opens it if this is the first time. */
    public static void openOnce(Overlay overlay, Memory memory, List<Offer> offers) {
        if (!memory.get(SEEN).map("yes"::equals).orElse(false)) {
            open(overlay, memory, offers);
        }
    }

    /** Opens it. Seen is what was put away, in whatever way. */
    public static void open(Overlay overlay, Memory memory, List<Offer> offers) {
        Overlay.Sheet[] sheet = new Overlay.Sheet[1];
        sheet[0] = overlay.open(new Welcome(offers, () -> sheet[0].close()), Pos.CENTER, () -> memory.put(SEEN, "yes"));
    }

    private static Node button(Offer offer, Runnable close) {
        Label title = new Label(offer.title());
        title.getStyleClass().add("offer-title");
        Label text = new Label(offer.text());
        text.getStyleClass().add("muted");
        VBox words = new VBox(2, title, text);
        HBox content = new HBox(14, Icons.of(offer.icon(), "offer-icon"), words);
        content.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button("", content);
        button.getStyleClass().add("offer");
        button.setAccessibleText(offer.title() + ". " + offer.text());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinHeight(Region.USE_PREF_SIZE);
        button.setOnAction(press -> {
            close.run();
            offer.action().run();
        });
        return button;
    }
}
