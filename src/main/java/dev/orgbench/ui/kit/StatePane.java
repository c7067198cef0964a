package dev.orgbench.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What stands where content would be: nothing yet, on its way, or failed. Always with what to do next. */
public final class StatePane extends VBox {
    private StatePane(Node picture, String title, String text) {
        super(8);
        getStyleClass().add("state-pane");
        setAlignment(Pos.CENTER);
        Label head = new Label(title);
        head.getStyleClass().add("state-title");
        head.setWrapText(true);
        getChildren().addAll(picture, head);
        if (!text.isEmpty()) {
            Label body = new Label(text);
            body.getStyleClass().add("state-text");
            body.setWrapText(true);
            getChildren().add(body);
        }
    }

    /** Nothing here, and what would change that. */
    public static StatePane empty(Feather icon, String title, String text) {
        return new StatePane(Icons.of(icon, "state-icon"), title, text);
    }

    /** A filter leaves nothing of {@code what}, as {@code tool}; {@code clear} takes it away. */
    public static StatePane noMatch(String what, Runnable clear) {
        return empty(Feather.SEARCH, "No " + what + " matches", "").with("Clear the filter", clear);
    }

    /** It is on its way. */
    public static StatePane loading(String what) {
        return new StatePane(Icons.turning(what, "state-icon"), what, "");
    }

    /** It failed; {@code retry} tries again. */
    public static StatePane failed(Problem problem, Runnable retry) {
        String message = problem.message();
        int end = message.indexOf(". ");
        String first = end < 0 ? message.replaceFirst("\\.$", "") : message.substring(0, end);
        String more = end < 0 ? "" : message.substring(end + 2) + "\n";
        StatePane pane = new StatePane(
                Icons.of(Feather.ALERT_CIRCLE, "state-icon", "state-icon-bad"),
                first,
                (more + (problem.advice() == null ? "" : problem.advice())).strip());
        Button again = new Button("Try again");
        again.setOnAction(press -> retry.run());
        pane.getChildren().add(again);
        return pane;
    }

    /** Adds a control below. */
    public StatePane with(Node control) {
        getChildren().add(control);
        return this;
    }

    /** Adds a button below. */
    public StatePane with(String label, Runnable action) {
        Button button = new Button(label);
        button.setOnAction(press -> action.run());
        getChildren().add(button);
        return this;
    }
}
