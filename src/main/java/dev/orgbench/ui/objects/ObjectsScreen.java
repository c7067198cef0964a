package dev.orgbench.ui.objects;

import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.RememberedSplit;
import dev.orgbench.ui.kit.StatePane;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The Objects screen: the org's objects and a search over all their fields on the left, the open object on the right.
 * Used on the JavaFX thread alone. It reads the org when {@link #load} is called first.
 */
public final class ObjectsScreen extends StackPane {
    private final ObjectsModel model;
    private final ObjectList list;
    private final StackPane place = new StackPane();
    private final ObjectView view;
    private @Nullable ObjectPage shown;

    private ObjectsScreen(ObjectsModel model, Desk desk) {
        this.model = model;
        getStyleClass().add("objects-screen");
        list = new ObjectList(model);
        list.setMinWidth(256);
        // What finds no room is cut on the right, where one scrolls to, never on the left.
        place.setAlignment(Pos.TOP_LEFT);
        CustomFields fields = new CustomFields(desk, model);
        view = new ObjectView(model, desk, new Ways(desk, model, fields), fields);
        SplitPane split = new RememberedSplit("objects.list", Orientation.HORIZONTAL, 0.26, desk.memory(), list, place);
        getChildren().add(split);
        model.pageProperty().addListener((property, before, now) -> showPage());
        model.loadingProperty().addListener((property, before, now) -> showPage());
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        showPage();
    }

    /** Makes it; nothing is asked of the org yet. */
    public static ObjectsScreen of(Desk desk) {
        ObjectsModel model = new ObjectsModel(
                OrgReads.of(desk.org(), desk.trace()), desk.org().id(), desk.background(), desk.feed(), desk.memory());
        return new ObjectsScreen(model, desk);
    }

    /** Reads the org's objects. */
    public void load() {
        model.load();
    }

    /** Opens an object by its API name. */
    public void open(String objectName) {
        model.open(objectName);
    }

    /** Reads the objects and the open one anew. What is shown stays meanwhile. */
    public void refresh() {
        model.refresh();
    }

    /** Stops reading fields; tells whether they were being read. */
    public boolean cancel() {
        boolean reading = model.reading().isUnderWay();
        model.reading().stop();
        return reading;
    }

    /** Puts the caret into the search. */
    public void focusFilter() {
        list.focusSearch();
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    private void press(KeyEvent key) {
        if (key.isAltDown() && key.getCode() == KeyCode.LEFT) {
            model.back();
            key.consume();
        } else if (key.isAltDown() && key.getCode() == KeyCode.RIGHT) {
            model.forward();
            key.consume();
        }
    }

    private void showPage() {
        ObjectPage page = model.pageProperty().get();
        if (page != null) {
            if (page != shown) {
                shown = page;
                view.show(page);
            }
            place.getChildren().setAll(view);
            return;
        }
        place.getChildren()
                .setAll(
                        switch (model.loadingProperty().get()) {
                            case ObjectsModel.Loading.UnderWay loading ->
                                StatePane.loading("Reading the org’s objects");
                            case ObjectsModel.Loading.Failed(Problem problem) -> StatePane.failed(problem, model::load);
                            case ObjectsModel.Loading.Done done ->
                                StatePane.empty(
                                                Feather.DATABASE,
                                                "This org shows no objects",
                                                "The signed-in user may see none. Sign in as another user, or have the user granted access.")
                                        .with("Read again", model::load);
                        });
    }
}
