package dev.orgbench.ui.kit;

import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.OrgKind;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Asks once before something is destroyed or sent that cannot be taken back. The question names the org; a production
 * org asks for its name to be typed.
 *
 * @param title the question, as {@code Delete 3 records?}
 * @param text what will happen, in a sentence or two
 * @param verb what the button says, as {@code Delete}
 */
public record Confirmation(String title, String text, String verb) {
    private static final double WIDTH = 460;

    /** Asks in {@code overlay}; {@code confirmed} runs if the person agrees. */
    public void ask(Overlay overlay, Org org, Runnable confirmed) {
        Label head = new Label(title);
        head.getStyleClass().add("sheet-title");
        head.setWrapText(true);
        Label body = new Label(text);
        body.setWrapText(true);
        Label where = new Label("Org: " + org.label());
        where.getStyleClass().add("muted");
        HBox place = new HBox(8, where, new Badge(org.kind().words(), tone(org.kind())));
        place.setAlignment(Pos.CENTER_LEFT);
        Button agree = new Button(verb);
        agree.setId("confirm");
        agree.getStyleClass().add("danger");
        Button cancel = new Button("Cancel");
        cancel.setCancelButton(true);
        VBox content = new VBox(12, head, body, place);
        content.getStyleClass().add("confirmation");
        content.setPrefWidth(WIDTH);
        if (org.kind() == OrgKind.PRODUCTION) {
            TextField typed = new TextField();
            typed.setId("confirm-name");
            typed.setPromptText(org.label());
            typed.setAccessibleText("The name of the org, to confirm");
            agree.disableProperty()
                    .bind(typed.textProperty().map(name -> !name.strip().equals(org.label())));
            content.getChildren().addAll(new Label("This is a production org. Type its name to go on:"), typed);
        }
        HBox buttons = new HBox(8, cancel, agree);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        content.getChildren().add(buttons);
        Overlay.Sheet sheet = overlay.open(content);
        cancel.setOnAction(press -> sheet.close());
        agree.setOnAction(press -> {
            sheet.close();
            confirmed.run();
        });
    }

    /** The colour that a kind of org has everywhere. */
    public static Badge.Tone tone(OrgKind kind) {
        return switch (kind) {
            case DEMO -> Badge.Tone.ACCENT;
            case SANDBOX -> Badge.Tone.NEUTRAL;
            case PRODUCTION -> Badge.Tone.BAD;
        };
    }
}
