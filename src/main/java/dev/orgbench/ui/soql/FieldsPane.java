package dev.orgbench.ui.soql;

import dev.orgbench.soql.schema.FieldSchema;
import dev.orgbench.soql.schema.Lookup;
import dev.orgbench.soql.schema.ObjectSchema;
import dev.orgbench.ui.kit.StatePane;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The fields of the object that the current query selects from. A double click or Enter writes one into it. */
final class FieldsPane extends VBox {
    private static final Duration AFTER_TYPING = Duration.millis(300);

    private final SoqlModel model;
    private final Consumer<String> insert;
    private final Label object = new Label();
    private final TextField filter = new TextField();
    private final ListView<FieldSchema> list = new ListView<>();
    private final StackPane place = new StackPane();
    private final PauseTransition pause = new PauseTransition(AFTER_TYPING);
    private final ChangeListener<String> onText = (property, before, now) -> pause.playFromStart();
    private boolean shown;

    FieldsPane(SoqlModel model, Consumer<String> insert) {
        super(8);
        this.model = model;
        this.insert = insert;
        getStyleClass().add("side-content");
        object.getStyleClass().add("field-name");
        filter.setId("fields-filter");
        filter.setPromptText("Search names and labels");
        filter.setAccessibleText("Search the fields");
        filter.textProperty().addListener((property, before, now) -> refresh());
        list.setId("fields");
        list.setAccessibleText("Fields");
        list.setFixedCellSize(28);
        list.setCellFactory(made -> new Row());
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                write();
            }
        });
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
                write();
                key.consume();
            }
        });
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(object, filter, place);
        pause.setOnFinished(over -> refresh());
        model.tabs().currentProperty().addListener((property, before, now) -> {
            before.textProperty().removeListener(onText);
            now.textProperty().addListener(onText);
            refresh();
        });
        model.tabs().current().textProperty().addListener(onText);
    }

    void setShown(boolean now) {
        shown = now;
        refresh();
    }

    void focusFilter() {
        filter.requestFocus();
    }

    /** Shows what is known now; nothing while nobody looks. */
    void refresh() {
        if (!shown) {
            return;
        }
        Lookup<ObjectSchema> found = model.object();
        object.setText(
                found.known().map(known -> known.name() + " · " + known.label()).orElse(""));
        switch (found) {
            case Lookup.Found<ObjectSchema>(ObjectSchema known) -> show(known);
            case Lookup.Pending<ObjectSchema> pending -> {
                place.getChildren().setAll(StatePane.loading("Asking the org for its fields"));
                pause.playFromStart();
            }
            case Lookup.Absent<ObjectSchema> absent ->
                place.getChildren()
                        .setAll(StatePane.empty(
                                Feather.LIST, "No object yet", "Write FROM and an object; its fields appear here."));
        }
    }

    private void show(ObjectSchema known) {
        String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
        List<FieldSchema> fields = known.fields().stream()
                .filter(field -> (field.name() + " " + field.label())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
        if (!list.getItems().equals(fields)) {
            list.getItems().setAll(fields);
        }
        place.getChildren().setAll(fields.isEmpty() ? StatePane.noMatch("field", filter::clear) : list);
    }

    private void write() {
        FieldSchema chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            insert.accept(chosen.name());
        }
    }

    private static final class Row extends ListCell<FieldSchema> {
        private final Label name = new Label();
        private final Label type = new Label();
        private final HBox line;

        Row() {
            name.getStyleClass().add("code-text");
            type.getStyleClass().addAll("muted", "small-text");
            type.setMinWidth(Region.USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line = new HBox(8, name, gap, type);
            line.getStyleClass().add("field-line");
            line.setMinWidth(0);
            line.setPrefWidth(1);
        }

        @Override
        protected void updateItem(@Nullable FieldSchema field, boolean empty) {
            super.updateItem(field, empty);
            if (empty || field == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            name.setText(field.name());
            type.setText(field.type().apiName());
            setGraphic(line);
            setTooltip(new Tooltip(field.label() + (field.helpText().isEmpty() ? "" : "\n" + field.helpText())));
            setAccessibleText(
                    field.name() + ", " + field.label() + ", " + field.type().apiName());
        }
    }
}
