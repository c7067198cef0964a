package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;
import dev.orgbench.ui.kit.Icons;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The same actions as buttons above an entry and as a menu on a row. */
final class EntryMenus {
    private final EntryActions actions;
    private final Supplier<@Nullable Exchange> exchange;

    /** @param exchange the request to Salesforce that is looked at */
    EntryMenus(EntryActions actions, Supplier<@Nullable Exchange> exchange) {
        this.actions = actions;
        this.exchange = exchange;
    }

    /** The buttons; those that only calls have are disabled for the rest. */
    Node buttons(DetailModel details) {
        MenuButton copy = new MenuButton("Copy as", Icons.of(Feather.COPY));
        copy.setId("copy-as");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.getItems().setAll(copies());
        copy.setOnShowing(showing -> copy.getItems().setAll(copies()));
        Button replay = button(
                "replay", "Replay", Feather.REPEAT, "Send it again through the selected server (R)", actions::replay);
        Button edit = button(
                "edit-replay",
                "Edit and replay",
                Feather.EDIT_2,
                "Open it in Tools, where it can be saved too (E)",
                actions::edit);
        details.stateProperty().addListener((property, before, now) -> {
            boolean call = actions.call().isPresent();
            replay.setDisable(!call);
            edit.setDisable(!call);
        });
        HBox buttons = new HBox(8, copy, replay, edit);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        return buttons;
    }

    /** The menu on the list's rows. */
    ContextMenu context() {
        MenuItem pin = key(item("Pin or unpin", actions::pin), KeyCode.P);
        MenuItem replay = key(item("Replay", actions::replay), KeyCode.R);
        MenuItem edit = key(item("Edit and replay", actions::edit), KeyCode.E);
        MenuItem compare = key(item("Compare", actions::compare), KeyCode.C);
        ContextMenu menu = new ContextMenu();
        menu.setOnShowing(showing -> {
            boolean one = actions.chosen().size() == 1 && actions.call().isPresent();
            replay.setDisable(!one);
            edit.setDisable(!one);
            compare.setDisable(actions.chosen().size() != 2);
            menu.getItems().setAll(pin, replay, edit, compare, new SeparatorMenuItem());
            menu.getItems().addAll(copies());
        });
        menu.getItems().add(pin);
        return menu;
    }

    private List<MenuItem> copies() {
        MenuItem token = item("cURL with the token", actions::copyCurlWithToken);
        token.setDisable(!actions.hasToken());
        MenuItem request = item("JSON-RPC request", actions::copyRequest);
        MenuItem answer = item("JSON-RPC answer", actions::copyAnswer);
        MenuItem arguments = item("Arguments", actions::copyArguments);
        MenuItem upstream = item("Request to Salesforce as cURL", () -> actions.copyExchange(exchange.get()));
        boolean message = actions.message().isPresent();
        request.setDisable(!message);
        answer.setDisable(!message);
        arguments.setDisable(actions.call().isEmpty());
        upstream.setDisable(!message || exchange.get() == null);
        return List.of(item("cURL", actions::copyCurl), token, request, answer, arguments, upstream);
    }

    private static MenuItem item(String name, Runnable action) {
        MenuItem item = new MenuItem(name);
        item.setOnAction(press -> action.run());
        return item;
    }

    private static MenuItem key(MenuItem item, KeyCode code) {
        item.setAccelerator(new KeyCodeCombination(code));
        return item;
    }

    private static Button button(String id, String name, Feather icon, String tip, Runnable action) {
        Button button = new Button(name, Icons.of(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(press -> action.run());
        return button;
    }
}
