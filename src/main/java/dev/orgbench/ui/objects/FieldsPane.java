package dev.orgbench.ui.objects;

import dev.orgbench.ui.kit.FilterChips;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.RememberedSplit;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The fields of one object: filters, table, and below what there is to the selected one. */
final class FieldsPane extends VBox {
    private final TextField filter = new TextField();
    private final FieldTable table;

    FieldsPane(ObjectPage page, Memory memory, FieldDetail.Actions actions) {
        table = new FieldTable(page);
        table.setMinHeight(90);
        filter.setPromptText("Filter fields");
        filter.setAccessibleText("Filter fields by name, label, type, values or help text");
        filter.setId("field-filter");
        filter.setMinWidth(150);
        filter.setPrefWidth(170);
        filter.textProperty().bindBidirectional(page.filterProperty());
        filter.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                filter.clear();
                key.consume();
            } else if (key.getCode() == KeyCode.DOWN) {
                table.requestFocus();
                key.consume();
            }
        });
        FilterChips<FieldTrait> chips =
                new FilterChips<>("Only fields that are", List.of(FieldTrait.values()), FieldTrait::words, page.traits());
        Label shown = new Label();
        shown.setId("fields-shown");
        shown.getStyleClass().add("muted");
        shown.setMinWidth(USE_PREF_SIZE);
        Runnable count = () -> shown.setText(words(page));
        page.fields().addListener((ListChangeListener<FieldRow>) change -> count.run());
        count.run();
        chips.between(filter, shown).getStyleClass().add("objects-bar");
        FieldDetail detail = new FieldDetail(page, actions);
        detail.setMinHeight(80);
        RememberedSplit split = new RememberedSplit("objects.field", Orientation.VERTICAL, 0.62, memory, table, detail);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(chips, split);
    }

    void focusTable() {
        table.requestFocus();
    }

    private static String words(ObjectPage page) {
        ObjectPage.Known known = page.knownProperty().get();
        int all = known == null ? 0 : known.fields().size();
        return page.fields().size() == all
                ? ""
                : String.format(Locale.ROOT, "%,d of %,d", page.fields().size(), all);
    }
}
