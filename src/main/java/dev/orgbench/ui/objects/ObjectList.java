package dev.orgbench.ui.objects;

import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.FilterField;
import dev.orgbench.ui.kit.Focus;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.Segments;
import dev.orgbench.ui.kit.StatePane;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The org's objects with a search above that also finds fields of all of them. */
final class ObjectList extends VBox {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final ObjectsModel model;
    private final FilterField search;
    /** The rows as the list has them: it moves its selection when they change, and that must open nothing. */
    private final ObservableList<ObjectRow> items = FXCollections.observableArrayList();

    private final ListView<ObjectRow> list = new ListView<>(items);
    private final Label total = new Label();
    private final Segments<ObjectRow.Kind> kinds;
    /** Set while the list follows the page, and not the page the list. */
    private boolean following;
    /** Set while the page follows the list: what was clicked stays under the pointer. */
    private boolean leading;

    ObjectList(ObjectsModel model) {
        this.model = model;
        search = new FilterField(
                "object-search",
                "Object, field or record Id",
                "Search objects by name, label, key prefix or record Id, and fields of all objects",
                model.searchProperty());
        getStyleClass().add("object-list");
        kinds = new Segments<>("Which objects are listed", List.of(ObjectRow.Kind.values()), this::words);
        kinds.valueProperty().bindBidirectional(model.kindProperty());
        HBox kindBar = new HBox(kinds);
        kindBar.getStyleClass().add("object-kinds");
        list.setCellFactory(view -> new Cell());
        list.setId("objects");
        list.setAccessibleText("Objects");
        list.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(list, Priority.ALWAYS);
        total.getStyleClass().add("list-footer");
        total.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(head(), kindBar, list, new ReadingBar(model), total);
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> follow(now));
        model.pageProperty().addListener((property, before, now) -> mark());
        model.rows().addListener((ListChangeListener<ObjectRow>) change -> takeRows());
        model.loadingProperty().addListener((property, before, now) -> showLoading());
        model.searchProperty().addListener((property, before, now) -> showLoading());
        showLoading();
        takeRows();
    }

    void focusSearch() {
        search.take();
    }

    @Override
    public void requestFocus() {
        Focus.on(list);
    }

    private String words(ObjectRow.Kind kind) {
        return model.loadingProperty().get() instanceof ObjectsModel.Loading.Done
                ? String.format(Locale.ROOT, "%s  %,d", kind.words(), model.count(kind))
                : kind.words();
    }

    private HBox head() {
        search.leadTo(() -> {
            list.requestFocus();
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
        search.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
                openFirst();
                key.consume();
            }
        });
        HBox.setHgrow(search, Priority.ALWAYS);
        Button again = new Button("", Icons.of(Feather.REFRESH_CW));
        again.getStyleClass().addAll("flat", "icon-button");
        again.setId("read-again");
        again.setAccessibleText("Read the objects again");
        again.setTooltip(new Tooltip("Read the objects again (F5)"));
        again.setOnAction(press -> model.refresh());
        HBox head = new HBox(4, search, again);
        head.getStyleClass().add("list-head");
        return head;
    }

    private void openFirst() {
        items.stream()
                .filter(row -> !(row instanceof ObjectRow.Header))
                .findFirst()
                .ifPresent(row -> list.getSelectionModel().select(row));
    }

    private void showLoading() {
        ObjectsModel.Loading loading = model.loadingProperty().get();
        boolean stale = loading instanceof ObjectsModel.Loading.Failed && model.count(ObjectRow.Kind.ALL) > 0;
        total.setText(
                stale && loading instanceof ObjectsModel.Loading.Failed failed
                        ? "Not read again. " + failed.problem().message()
                        : model.total());
        total.setTooltip(stale ? new Tooltip(total.getText()) : null);
        total.pseudoClassStateChanged(FAILED, stale);
        if (loading instanceof ObjectsModel.Loading.Done) {
            kinds.setChoices(List.of(ObjectRow.Kind.values()));
        }
        boolean nothingFits = loading instanceof ObjectsModel.Loading.Done
                && !search.getText().isBlank();
        list.setPlaceholder(
                nothingFits
                        ? StatePane.empty(Feather.SEARCH, "No object matches", "Fields appear here as they are read.")
                                .with("Clear the filter", search::clear)
                        : new Label());
    }

    private void follow(@Nullable ObjectRow row) {
        if (following || row == null) {
            return;
        }
        leading = true;
        switch (row) {
            case ObjectRow.Item(ObjectSummary object) -> model.open(object.name());
            case ObjectRow.Found(FieldIndex.Hit hit) -> model.open(hit);
            case ObjectRow.Header header -> {
                // A caption leads nowhere; the arrow keys go past it.
            }
        }
        leading = false;
    }

    private void takeRows() {
        ObjectRow chosen = list.getSelectionModel().getSelectedItem();
        following = true;
        try {
            items.setAll(model.rows());
            if (chosen != null && items.contains(chosen)) {
                list.getSelectionModel().select(chosen);
            }
        } finally {
            following = false;
        }
        mark();
    }

    /** Marks the open object where it stands in the list, unless something else that leads to it is marked. */
    private void mark() {
        ObjectPage page = model.pageProperty().get();
        if (page == null) {
            return;
        }
        ObjectRow chosen = list.getSelectionModel().getSelectedItem();
        if (chosen instanceof ObjectRow.Found(FieldIndex.Hit hit)
                && hit.object().equals(page.name())
                && items.contains(chosen)) {
            return;
        }
        if (chosen instanceof ObjectRow.Item(ObjectSummary object)
                && object.name().equals(page.name())) {
            return;
        }
        int place = -1;
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof ObjectRow.Item(ObjectSummary object)
                    && object.name().equals(page.name())) {
                place = i;
            }
        }
        following = true;
        try {
            if (place < 0) {
                list.getSelectionModel().clearSelection();
            } else if (list.getSelectionModel().getSelectedIndex() != place) {
                list.getSelectionModel().select(place);
                if (!leading) {
                    list.scrollTo(Math.max(0, place - 3));
                }
            }
        } finally {
            following = false;
        }
    }

    private static final class Cell extends ListCell<ObjectRow> {
        private final Label name = new Label();
        private final Label aside = new Label();
        private final Badge badge = new Badge("custom", Badge.Tone.ACCENT);
        private final HBox line;

        Cell() {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            name.setMinWidth(0);
            aside.getStyleClass().add("object-aside");
            aside.setMinWidth(Region.USE_PREF_SIZE);
            line = new HBox(8, name, space, badge, aside);
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable ObjectRow row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll("group-cell", "object-cell");
            setText(null);
            setTooltip(null);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            switch (row) {
                case ObjectRow.Header(String text) -> {
                    getStyleClass().add("group-cell");
                    name.setText(text);
                    aside.setText("");
                    badge.setVisible(false);
                    badge.setManaged(false);
                    setAccessibleText(text);
                }
                case ObjectRow.Item(ObjectSummary object) ->
                    show(
                            object.name(),
                            object.keyPrefix(),
                            object.custom(),
                            object.label() + " (" + object.name() + ")");
                case ObjectRow.Found(FieldIndex.Hit hit) ->
                    show(
                            hit.object() + "." + hit.name(),
                            hit.type(),
                            false,
                            hit.label() + ", " + hit.type() + " of " + hit.object());
            }
            setGraphic(line);
        }

        private void show(String text, String more, boolean custom, String whole) {
            getStyleClass().add("object-cell");
            name.setText(text);
            aside.setText(more);
            badge.setVisible(custom);
            badge.setManaged(custom);
            setTooltip(new Tooltip(whole));
            setAccessibleText(whole + (custom ? ", custom" : ""));
        }
    }
}
