package dev.orgbench.ui.objects;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ui.kit.CodeViewer;
import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Language;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.ProblemBanner;
import dev.orgbench.ui.kit.PropertyTable;
import dev.orgbench.ui.kit.StatePane;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The open object, in tabs. The tab stays when another object is opened, so that one can walk in any of them. */
final class ObjectView extends VBox {
    private final Desk desk;
    private final FieldDetail.Actions fieldActions;
    private final ObjectHead head;
    private final ProblemBanner banner = new ProblemBanner();
    private final HBox stale = new HBox(8, banner);
    private final StackPane room = new StackPane();
    private final TabPane tabs = new TabPane();
    private final Tab fieldsTab = new Tab("Fields");
    private final Tab picklistsTab = new Tab("Picklists");
    private final Tab childrenTab = new Tab("Children");
    private final Tab typesTab = new Tab("Record types");
    private final PicklistsPane picklists;
    private final ChildrenPane children;
    private final RecordTypesPane types = new RecordTypesPane();
    private final PropertyTable properties = new PropertyTable("Properties of the object");
    private final CodeViewer raw;
    private final PictureModel picture;
    private final Tab pictureTab = new Tab("Relationships");
    private final Tab rawTab = new Tab("Describe");
    private @Nullable ObjectPage page;
    private @Nullable JsonNode rawShown;

    ObjectView(ObjectsModel model, Desk desk, ObjectHead.Actions actions, FieldDetail.Actions fieldActions) {
        this.desk = desk;
        this.fieldActions = fieldActions;
        getStyleClass().add("object-view");
        head = new ObjectHead(model, actions);
        picklists = new PicklistsPane(desk.memory());
        children = new ChildrenPane(model::open);
        picture = new PictureModel(desk.background(), desk.memory());
        raw = new CodeViewer(Language.JSON, "The whole describe, as Salesforce sent it", desk.background());
        picklistsTab.setContent(picklists);
        childrenTab.setContent(children);
        typesTab.setContent(types);
        pictureTab.setContent(new PicturePane(picture, desk.background(), desk.files(), desk.toasts(), model::open));
        rawTab.setContent(rawPane());
        tabs.getTabs().addAll(List.of(fieldsTab, picklistsTab, childrenTab, typesTab, pictureTab));
        tabs.getTabs().addAll(List.of(new Tab("Properties", properties), rawTab));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("line-tabs");
        tabs.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> showLazy());
        Button again = new Button("Try again");
        again.setOnAction(press -> reload());
        stale.getChildren().add(again);
        stale.setAlignment(Pos.CENTER_LEFT);
        stale.getStyleClass().add("stale-bar");
        HBox.setHgrow(banner, Priority.ALWAYS);
        // The head says how narrow it may get, in the size of its text.
        room.setMinWidth(0);
        VBox.setVgrow(room, Priority.ALWAYS);
        getChildren().addAll(head, stale, room);
    }

    /** Shows another object. */
    void show(ObjectPage next) {
        page = next;
        head.show(next);
        fieldsTab.setContent(new FieldsPane(next, desk.memory(), fieldActions));
        next.stateProperty().addListener((property, before, now) -> showState(next));
        next.knownProperty().addListener((property, before, now) -> showKnown(next));
        next.wantedFieldProperty().addListener((property, before, now) -> showFields(now));
        showFields(next.wantedFieldProperty().get());
        showState(next);
        showKnown(next);
    }

    private void showFields(@Nullable String wanted) {
        if (wanted != null) {
            tabs.getSelectionModel().select(fieldsTab);
        }
    }

    private Node rawPane() {
        CopyButton copy = new CopyButton("Copy", "Copy the describe", raw::text);
        HBox bar = new HBox(copy);
        bar.setAlignment(Pos.CENTER_RIGHT);
        bar.getStyleClass().add("objects-bar");
        VBox.setVgrow(raw, Priority.ALWAYS);
        return new VBox(bar, raw);
    }

    private void reload() {
        if (page != null) {
            page.load();
        }
    }

    private void showState(ObjectPage shown) {
        if (shown != page) {
            return;
        }
        boolean known = shown.knownProperty().get() != null;
        ObjectPage.State state = shown.stateProperty().get();
        boolean failed = state instanceof ObjectPage.State.Failed;
        stale.setVisible(known && failed);
        stale.setManaged(known && failed);
        banner.show(known && state instanceof ObjectPage.State.Failed(Problem problem) ? problem : null);
        if (known) {
            room.getChildren().setAll(tabs);
        } else if (state instanceof ObjectPage.State.Failed(Problem problem)) {
            room.getChildren().setAll(StatePane.failed(problem, shown::load));
        } else {
            room.getChildren().setAll(StatePane.loading("Reading " + shown.name()));
        }
    }

    private void showKnown(ObjectPage shown) {
        ObjectPage.Known known = shown.knownProperty().get();
        if (shown != page || known == null) {
            return;
        }
        JsonNode json = known.describe().json();
        showState(shown);
        name(fieldsTab, "Fields", known.fields().size());
        name(picklistsTab, "Picklists", PicklistsPane.picklists(known.fields()).size());
        name(childrenTab, "Children", json.path("childRelationships").size());
        name(typesTab, "Record types", RecordTypesPane.types(json).size());
        picklists.show(known.fields());
        children.show(json);
        types.show(json);
        properties.show(properties(json));
        showLazy();
    }

    /** What takes work is shown once its tab is open. */
    private void showLazy() {
        ObjectPage.Known known = page == null ? null : page.knownProperty().get();
        if (known == null) {
            return;
        }
        Tab open = tabs.getSelectionModel().getSelectedItem();
        if (open == pictureTab) {
            picture.show(known.describe());
        } else if (open == rawTab && !known.describe().json().equals(rawShown)) {
            JsonNode json = known.describe().json();
            rawShown = json;
            raw.prepare(() -> JsonText.pretty(json));
        }
    }

    private static void name(Tab tab, String words, int count) {
        tab.setText(count == 0 ? words : words + "  " + count);
    }

    /** The attributes of the object itself; what holds more than a value has a tab of its own. */
    private static List<PropertyTable.Property> properties(JsonNode json) {
        List<PropertyTable.Property> all = new ArrayList<>();
        json.properties().forEach(each -> {
            if (each.getValue().isValueNode()) {
                String value = each.getValue().isNull() ? "" : each.getValue().asText();
                all.add(new PropertyTable.Property(each.getKey(), value));
            }
        });
        json.path("urls")
                .properties()
                .forEach(url -> all.add(new PropertyTable.Property(
                        "urls." + url.getKey(), url.getValue().asText())));
        return all;
    }
}
