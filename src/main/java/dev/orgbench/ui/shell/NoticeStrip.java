package dev.orgbench.ui.shell;

import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.WhileShown;
import javafx.collections.ObservableList;
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
    private final ObservableList<String> notices;

    /** @param notices shown as they come; what is put away is taken out of them */
    NoticeStrip(ObservableList<String> notices) {
        this.notices = notices;
        WhileShown.follow(this, this::show, notices);
        show();
    }

    private void show() {
        getChildren().setAll(notices.stream().map(this::line).toList());
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
        away.setOnAction(press -> notices.remove(notice));
        return line;
    }
}
