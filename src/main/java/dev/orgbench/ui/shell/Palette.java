package dev.orgbench.ui.shell;

import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.StatePane;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One field that leads to everything: type, arrows, Enter. */
final class Palette extends VBox {
    private static final double WIDTH = 620;
    private static final double HEIGHT = 420;

    private final ListView<PaletteEntry> list = new ListView<>();
    private final Runnable close;
    /** Held here: the field's binding to it is a weak one. */
    private final StringProperty query;

    private Palette(PaletteModel model, Runnable close) {
        this.close = close;
        query = model.queryProperty();
        getStyleClass().add("palette");
        setPrefSize(WIDTH, HEIGHT);
        TextField field = new TextField();
        field.setId("palette-field");
        field.setPromptText("Search or jump to a tool, object, command");
        field.setAccessibleText("Search or jump to");
        field.textProperty().bindBidirectional(query);
        list.setItems(model.found());
        list.setId("palette-list");
        list.setAccessibleText("What was found");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Cell());
        list.setPlaceholder(StatePane.empty(Feather.SEARCH, "Nothing is called that", "Fewer letters find more."));
        list.getSelectionModel().selectFirst();
        // After the list itself has seen what was found: it lets go of its selection then.
        model.found().addListener((ListChangeListener<PaletteEntry>) change -> {
            list.getSelectionModel().clearAndSelect(0);
            list.scrollTo(0);
        });
        list.setOnMouseClicked(click -> go());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(field, list);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    /** Opens over the window, near its top. */
    static void open(PaletteModel model, Overlay overlay) {
        Overlay.Sheet[] sheet = new Overlay.Sheet[1];
        Palette palette = new Palette(model, () -> sheet[0].close());
        sheet[0] = overlay.open(palette, Pos.TOP_CENTER, () -> {});
    }

    private void press(KeyEvent key) {
        int at = list.getSelectionModel().getSelectedIndex();
        int last = list.getItems().size() - 1;
        switch (key.getCode()) {
            case DOWN -> choose(at < last ? at + 1 : 0);
            case UP -> choose(at > 0 ? at - 1 : last);
            case PAGE_DOWN -> choose(Math.min(last, at + 10));
            case PAGE_UP -> choose(Math.max(0, at - 10));
            case ENTER -> go();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void choose(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - 5));
    }

    private void go() {
        PaletteEntry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close.run();
            chosen.action().run();
        }
    }

    private static final class Cell extends ListCell<PaletteEntry> {
        private final Label title = new Label();
        private final Label detail = new Label();
        private final Label kind = new Label();
        private final HBox line;

        Cell() {
            getStyleClass().add("palette-cell");
            detail.getStyleClass().add("muted");
            kind.getStyleClass().add("palette-kind");
            kind.setMinWidth(USE_PREF_SIZE);
            title.setMinWidth(0);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line = new HBox(10, title, detail, gap, kind);
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            title.setText(entry.title());
            detail.setText(entry.detail().equals(entry.title()) ? "" : entry.detail());
            kind.setText(entry.kind());
            setGraphic(line);
            setAccessibleText(entry.kind() + " " + entry.title());
        }
    }
}
