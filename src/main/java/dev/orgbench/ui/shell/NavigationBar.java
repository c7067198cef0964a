package dev.orgbench.ui.shell;

import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.KeyName;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The screens, one below the other. */
final class NavigationBar extends VBox {
    private int marked;

    NavigationBar(List<Screen> screens, IntConsumer open) {
        getStyleClass().add("navigation");
        setAccessibleText("Screens");
        for (int i = 0; i < screens.size(); i++) {
            Screen screen = screens.get(i);
            int index = i;
            ToggleButton button = new ToggleButton(screen.name(), Icons.of(screen.icon()));
            button.setContentDisplay(ContentDisplay.TOP);
            button.getStyleClass().setAll("nav-button");
            button.setId("nav-" + screen.name().toLowerCase(Locale.ROOT));
            button.setTooltip(new Tooltip(screen.name() + " (" + KeyName.inText(Integer.toString(i + 1)) + ")"));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(press -> open.accept(index));
            getChildren().add(button);
        }
    }

    void mark(int index) {
        marked = index;
        for (int i = 0; i < getChildren().size(); i++) {
            ((ToggleButton) getChildren().get(i)).setSelected(i == index);
        }
    }

    int marked() {
        return marked;
    }
}
