package dev.orgbench.ui.objects;

import dev.orgbench.ui.kit.FilterChips;
import dev.orgbench.ui.kit.FilterField;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.RememberedSplit;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The fields of one object: filters, table, and below what there is to the selected one. */
final class FieldsPane extends VBox {
    private final FilterField filter;
    private final FieldTable table;

    FieldsPane(ObjectPage page, Memory memory, FieldDetail.Actions actions) {
        table = new FieldTable(page);
        table.setMinHeight(90);
        filter = new FilterField(
                "field-filter",
                "Filter fields",
                "Filter fields by name, label, type, values or help text",
                page.filterProperty());
        filter.leadTo(table::requestFocus);
        filter.setMinWidth(150);
        filter.setPrefWidth(170);
        FilterChips<FieldTrait> chips = new FilterChips<>(
                "Only fields that are", List.of(FieldTrait.values()), FieldTrait::words, page.traits());
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
        // Nothing selected takes no room.
        page.selected().addListener((ListChangeListener<FieldRow>)
                change -> split.showSecond(!page.selected().isEmpty()));
        split.showSecond(!page.selected().isEmpty());
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
