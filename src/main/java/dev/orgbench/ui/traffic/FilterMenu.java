package dev.orgbench.ui.traffic;

import dev.orgbench.ui.kit.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.feather.Feather;

/** Whose traffic is listed: client, server, tool, and whether the window's own. */
final class FilterMenu extends MenuButton {
    private final TrafficModel model;

    FilterMenu(TrafficModel model) {
        super("Client, tool …", Icons.of(Feather.FILTER));
        this.model = model;
        setId("traffic-who");
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText("Filter by client, server and tool");
        // An empty menu would never open, and so never be filled.
        getItems().add(new MenuItem());
        setOnShowing(showing -> fill());
    }

    private void fill() {
        TrafficFilter filter = model.filter();
        Journal journal = model.journal();
        MenuItem all = new MenuItem("List everything");
        all.setDisable(!filter.isActive());
        all.setOnAction(press -> filter.reset());
        getItems()
                .setAll(
                        choice("Client", "Every client", journal.clients(), filter.clientProperty()),
                        choice("Server", "Every server", journal.servers(), filter.serverProperty()),
                        choice("Tool or method", "Every tool", journal.tools(), filter.toolProperty()),
                        new SeparatorMenuItem(),
                        own("Calls from this window", filter.ownCallsProperty()),
                        own("Requests of its screens, as SOQL and Objects", filter.ownRequestsProperty()),
                        new SeparatorMenuItem(),
                        all);
    }

    private static CheckMenuItem own(String name, BooleanProperty listed) {
        CheckMenuItem item = new CheckMenuItem(name);
        item.setSelected(listed.get());
        item.setOnAction(press -> listed.set(item.isSelected()));
        return item;
    }

    private static Menu choice(String name, String every, List<String> names, StringProperty chosen) {
        Menu menu = new Menu(name);
        ToggleGroup group = new ToggleGroup();
        List<String> values = new ArrayList<>(names);
        values.addFirst("");
        if (!values.contains(chosen.get())) {
            // Remembered from an earlier run, and not seen in this one.
            values.add(chosen.get());
        }
        for (String value : values) {
            RadioMenuItem item = new RadioMenuItem(value.isEmpty() ? every : value);
            // A name may hold an underscore, which is no mnemonic.
            item.setMnemonicParsing(false);
            item.setToggleGroup(group);
            item.setSelected(value.equals(chosen.get()));
            item.setOnAction(press -> chosen.set(value));
            menu.getItems().add(item);
        }
        return menu;
    }
}
