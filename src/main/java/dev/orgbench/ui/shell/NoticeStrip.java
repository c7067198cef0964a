package dev.orgbench.ui.shell;

import dev.orgbench.ui.kit.Icons;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What happened that a person should know, one line each, until it is put away. */
final class NoticeStrip extends VBox {
    NoticeStrip(List<String> notices) {
        notices.forEach(this::add);
    }

    void add(String notice) {
        getChildren().add(line(notice));
    }

    private HBox line(String notice) {
        Label words = new Label(notice);
        words.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button away = new Button("", Icons.of(Feather.X));
        away.getStyleClass().addAll("flat", "icon-button");
        away.setAccessibleText("Put this notice away");
        HBox line = new HBox(8, Icons.of(Feather.INFO, "notice-icon"), words, gap, away);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("notice");
        away.setOnAction(press -> getChildren().remove(line));
        return line;
    }
}
