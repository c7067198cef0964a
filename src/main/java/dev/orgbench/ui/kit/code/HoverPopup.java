package dev.orgbench.ui.kit.code;

import dev.orgbench.soql.Problem;
import dev.orgbench.soql.hover.Hover;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** A few words about what lies under the pointer: what is wrong with it, what it is. */
final class HoverPopup {
    private static final int MOST_VALUES = 12;
    private static final double WIDTH = 380;

    private final Popup popup = new Popup();
    private final VBox ground = new VBox(4);

    HoverPopup() {
        ground.getStyleClass().addAll("editor-popup", "hover-popup");
        ground.setMaxWidth(WIDTH);
        ground.setId("hover");
        popup.getContent().add(ground);
        popup.setAutoHide(true);
    }

    void hide() {
        popup.hide();
    }

    void show(Node owner, Point2D place, Optional<Problem> problem, Optional<Hover> hover) {
        if ((problem.isEmpty() && hover.isEmpty())
                || owner.getScene() == null
                || owner.getScene().getWindow() == null) {
            hide();
            return;
        }
        popup.getScene().getStylesheets().setAll(owner.getScene().getStylesheets());
        ground.getChildren().clear();
        problem.ifPresent(found -> add(found.message(), "hover-problem"));
        hover.ifPresent(found -> {
            add(found.title(), "hover-title");
            add(found.detail(), "hover-detail");
            add(found.help(), "hover-help");
            add(values(found.values()), "hover-help");
        });
        popup.show(owner.getScene().getWindow(), place.getX() + 4, place.getY() + 12);
    }

    private static String values(List<String> values) {
        String some = String.join(", ", values.subList(0, Math.min(MOST_VALUES, values.size())));
        return values.size() > MOST_VALUES ? some + " and " + (values.size() - MOST_VALUES) + " more" : some;
    }

    private void add(String text, String style) {
        if (!text.isBlank()) {
            Label label = new Label(text);
            label.setWrapText(true);
            label.setMaxWidth(WIDTH - 24);
            label.getStyleClass().add(style);
            ground.getChildren().add(label);
        }
    }
}
