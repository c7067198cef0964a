package dev.orgbench.ui.connect;

import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.ProblemBanner;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Writes a text to where the person wants it, and says so; or says on a sheet why not. */
final class SavedText {
    private SavedText() {}

    static void write(Path file, String text, Desk desk) {
        desk.background()
                .run(
                        () -> Files.writeString(file, text),
                        written -> desk.toasts()
                                .say("Saved " + file.getFileName() + ". It holds the token: pass it on with care."),
                        failure -> fail(failure, desk));
    }

    private static void fail(Exception failure, Desk desk) {
        Label title = new Label("Not saved");
        title.getStyleClass().add("sheet-title");
        ProblemBanner banner = new ProblemBanner();
        banner.show(Problems.of(failure));
        Button close = new Button("Close");
        HBox buttons = new HBox(close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox content = new VBox(12, title, banner, buttons);
        content.getStyleClass().add("confirmation");
        content.setPrefWidth(460);
        Overlay.Sheet sheet = desk.overlay().open(content);
        close.setOnAction(press -> sheet.close());
    }
}
