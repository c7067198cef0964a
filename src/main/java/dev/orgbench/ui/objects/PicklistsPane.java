package dev.orgbench.ui.objects;

import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.RememberedSplit;
import dev.orgbench.ui.kit.StatePane;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** All picklists of an object on the left, the values of one on the right. */
final class PicklistsPane extends StackPane {
    private final TableView<FieldRow> picklists = Columns.table("Picklists");
    private final ValuesTable values = new ValuesTable();
    private final Label words = new Label();
    private final RememberedSplit split;
    private List<FieldRow> fields = List.of();

    PicklistsPane(Memory memory) {
        picklists.setId("picklists");
        picklists.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        picklists.getColumns().add(Columns.text("Picklist", 200, FieldRow::name, "code-column"));
        picklists
                .getColumns()
                .add(Columns.sized(
                        "Values",
                        72,
                        row -> String.format(Locale.ROOT, "%,d", row.values().size()),
                        row -> row.values().size(),
                        "align-right"));
        picklists.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> show(now));
        words.getStyleClass().add("pane-caption");
        words.setWrapText(true);
        VBox right = new VBox(words, values);
        VBox.setVgrow(values, Priority.ALWAYS);
        right.getStyleClass().add("objects-pane");
        split = new RememberedSplit("objects.picklists", Orientation.HORIZONTAL, 0.38, memory, picklists, right);
    }

    /** Shows the picklists among {@code now}; one that was chosen stays chosen if it is still there. */
    void show(List<FieldRow> now) {
        fields = now;
        FieldRow chosen = picklists.getSelectionModel().getSelectedItem();
        List<FieldRow> all = picklists(now);
        picklists.getItems().setAll(all);
        if (all.isEmpty()) {
            getChildren()
                    .setAll(StatePane.empty(
                            Feather.LIST, "No picklists", "No field of this object has a list of values."));
            return;
        }
        getChildren().setAll(split);
        int place =
                chosen == null ? -1 : all.stream().map(FieldRow::name).toList().indexOf(chosen.name());
        picklists.getSelectionModel().select(Math.max(0, place));
    }

    static List<FieldRow> picklists(List<FieldRow> fields) {
        return fields.stream()
                .filter(row -> FieldTrait.PICKLIST.isOf(row.field()))
                .toList();
    }

    /** {@code 6 values, 1 retired · only these are accepted · depends on Country__c}. */
    static String words(FieldRow row, @Nullable FieldRow controlling) {
        int all = row.values().size();
        int active = row.field().picklistValues().size();
        return String.format(Locale.ROOT, "%,d value%s", all, all == 1 ? "" : "s")
                + (active == all ? "" : String.format(Locale.ROOT, ", %,d retired", all - active))
                + (row.field().is("restrictedPicklist") ? " · only these are accepted" : " · others are accepted too")
                + (controlling == null ? "" : " · depends on " + controlling.name());
    }

    /** The field that a dependent picklist depends on. */
    static @Nullable FieldRow controlling(FieldRow row, List<FieldRow> fields) {
        String name = row.field().json().path("controllerName").asText("");
        return name.isEmpty()
                ? null
                : fields.stream()
                        .filter(field -> field.name().equals(name))
                        .findFirst()
                        .orElse(null);
    }

    private void show(@Nullable FieldRow row) {
        if (row != null) {
            FieldRow controlling = controlling(row, fields);
            words.setText(words(row, controlling));
            values.show(row, controlling);
        }
    }
}
