package dev.orgbench.ui.objects;

import atlantafx.base.theme.Tweaks;
import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.Icons;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** An object's name, what it is in a line, and what can be done with it. */
final class ObjectHead extends VBox {
    private final ObjectsModel model;
    private final Label label = new Label();
    private final Label name = new Label();
    private final Badge custom = new Badge("custom", Badge.Tone.ACCENT);
    private final Label caption = new Label();
    private final Button star = icon(Feather.STAR, "Favourite");
    private final Button select = new Button("SELECT");
    private final ListChangeListener<FieldRow> onFields = change -> showSelect();
    private @Nullable ObjectPage page;

    /** What leads elsewhere. */
    interface Actions {
        void select();

        void describeAsAgent();

        void createRecord();

        void createField();

        void createObject();
    }

    ObjectHead(ObjectsModel model, Actions actions) {
        super(0);
        this.model = model;
        getStyleClass().add("object-head");
        label.getStyleClass().add("object-title");
        label.setMinWidth(60);
        name.getStyleClass().addAll("code-text", "muted");
        name.setId("object-name");
        name.setMinWidth(40);
        CopyButton copyName = new CopyButton("", "Copy the API name", name::getText);
        copyName.getStyleClass().add("on-banner");
        Button back = icon(Feather.ARROW_LEFT, "Back (Alt+Left)");
        back.setId("walk-back");
        back.disableProperty().bind(model.trail().mayGoBackProperty().not());
        back.setOnAction(press -> model.back());
        Button forward = icon(Feather.ARROW_RIGHT, "Forward (Alt+Right)");
        forward.setId("walk-forward");
        forward.disableProperty().bind(model.trail().mayGoForwardProperty().not());
        forward.setOnAction(press -> model.forward());
        star.setId("favourite");
        star.setOnAction(press -> {
            if (page != null) {
                model.toggleFavourite(page.name());
                showStar();
            }
        });
        select.setId("select-fields");
        select.setMinWidth(USE_PREF_SIZE);
        select.setOnAction(press -> actions.select());
        Button describe = new Button("Describe as the agent");
        describe.setId("describe-as-agent");
        describe.setMinWidth(USE_PREF_SIZE);
        describe.setTooltip(new Tooltip("Opens the describe tool with this object: what a model would read"));
        describe.setOnAction(press -> actions.describeAsAgent());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(6, back, forward, label, custom, star, space, select, describe, more(actions));
        line.setAlignment(Pos.CENTER_LEFT);
        caption.getStyleClass().addAll("muted", "object-caption");
        HBox second = new HBox(2, name, copyName, caption);
        second.setAlignment(Pos.CENTER_LEFT);
        second.getStyleClass().add("object-second");
        getChildren().addAll(line, second);
    }

    /** Shows another page. */
    void show(ObjectPage next) {
        if (page != null) {
            page.selected().removeListener(onFields);
            page.fields().removeListener(onFields);
        }
        page = next;
        next.selected().addListener(onFields);
        next.fields().addListener(onFields);
        next.countProperty().addListener((property, before, now) -> showWords(next));
        next.knownProperty().addListener((property, before, now) -> showWords(next));
        next.stateProperty().addListener((property, before, now) -> showWords(next));
        showWords(next);
        showStar();
        showSelect();
    }

    private MenuButton more(Actions actions) {
        Menu copy = new Menu("Copy fields as");
        for (CopyAs form : CopyAs.values()) {
            copy.getItems().add(item(form.words(), () -> {
                if (page != null) {
                    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, form.text(page.meant())));
                }
            }));
        }
        MenuButton more = new MenuButton("", Icons.of(Feather.MORE_HORIZONTAL));
        more.setId("object-more");
        more.getStyleClass().addAll("flat", "icon-button", Tweaks.NO_ARROW);
        more.setAccessibleText("More to do with this object");
        more.getItems()
                .addAll(
                        item("Create a record…", actions::createRecord),
                        item("New custom field…", actions::createField),
                        item("New custom object…", actions::createObject),
                        new SeparatorMenuItem(),
                        copy,
                        item("Count the records", () -> {
                            if (page != null) {
                                page.countRecords();
                            }
                        }),
                        new SeparatorMenuItem(),
                        item("Read it again (F5)", model::refresh));
        return more;
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(press -> action.run());
        return item;
    }

    private static Button icon(Feather icon, String what) {
        Button button = new Button("", Icons.of(icon));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(what);
        button.setTooltip(new Tooltip(what));
        return button;
    }

    private void showWords(ObjectPage shown) {
        if (shown != page) {
            return;
        }
        ObjectPage.Known known = shown.knownProperty().get();
        JsonNode json = known == null ? null : known.describe().json();
        label.setText(json == null ? shown.name() : json.path("label").asText());
        name.setText(shown.name());
        name.setTooltip(new Tooltip(shown.name()));
        boolean isCustom = json != null && json.path("custom").asBoolean();
        custom.setVisible(isCustom);
        custom.setManaged(isCustom);
        caption.setText(
                known == null || json == null
                        ? ""
                        : words(known, json, shown.countProperty().get()));
        showSelect();
    }

    private static String words(ObjectPage.Known known, JsonNode json, String count) {
        String prefix = json.path("keyPrefix").asText("");
        long minutes = Duration.between(known.readAt(), Instant.now()).toMinutes();
        return (prefix.isEmpty() ? "no key prefix" : "prefix " + prefix)
                + String.format(
                        Locale.ROOT,
                        " · %,d field%s",
                        known.fields().size(),
                        known.fields().size() == 1 ? "" : "s")
                + (count.isEmpty() ? "" : " · " + count)
                + (json.path("queryable").asBoolean(true) ? "" : " · cannot be queried")
                + (minutes < 1 ? " · read just now" : " · read " + minutes + " min ago");
    }

    private void showStar() {
        boolean marked = page != null && model.isFavourite(page.name());
        star.getStyleClass().remove("starred");
        if (marked) {
            star.getStyleClass().add("starred");
        }
        star.setAccessibleText(marked ? "Take it out of the favourites" : "Put it among the favourites");
    }

    private void showSelect() {
        ObjectPage shown = page;
        if (shown == null) {
            return;
        }
        int selected = shown.selected().size();
        int meant = shown.meant().size();
        select.setText(
                selected == 0
                        ? String.format(Locale.ROOT, "SELECT all %,d", meant)
                        : String.format(Locale.ROOT, "SELECT %,d field%s", selected, selected == 1 ? "" : "s"));
        select.setAccessibleText("Query " + (selected == 0 ? "all fields listed" : "the selected fields") + " in SOQL");
        ObjectPage.Known known = shown.knownProperty().get();
        boolean queryable =
                known != null && known.describe().json().path("queryable").asBoolean(true);
        select.setDisable(meant == 0 || !queryable);
    }
}
