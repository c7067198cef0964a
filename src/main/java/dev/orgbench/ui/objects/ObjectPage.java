package dev.orgbench.ui.objects;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;

/** One object: its describe, the fields that pass the filter, those that are selected. */
final class ObjectPage {
    private final String name;
    private final OrgReads schema;
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Loading());
    private final ReadOnlyObjectWrapper<@Nullable Known> known = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ToolingIds> toolingIds = new ReadOnlyObjectWrapper<>(ToolingIds.NONE);
    private final ReadOnlyObjectWrapper<String> count = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<@Nullable String> wantedField = new ReadOnlyObjectWrapper<>();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableSet<FieldTrait> traits = FXCollections.observableSet();
    private final ObservableList<FieldRow> fields = FXCollections.observableArrayList();
    private final ObservableList<FieldRow> selected = FXCollections.observableArrayList();
    private Background.Job describing = Background.Job.NONE;
    private Background.Job identifying = Background.Job.NONE;
    private Background.Job counting = Background.Job.NONE;

    ObjectPage(String name, OrgReads schema, Background background) {
        this.name = name;
        this.schema = schema;
        this.background = background;
        filter.addListener((property, before, now) -> list());
        traits.addListener((SetChangeListener<FieldTrait>) change -> list());
    }

    /** How far the describe is. */
    sealed interface State {
        record Loading() implements State {}

        record Ready() implements State {}

        /** What was known before is still shown. */
        record Failed(Problem problem) implements State {}
    }

    /**
     * What the org told last.
     *
     * @param readAt when
     */
    record Known(ObjectDescribe describe, List<FieldRow> fields, Instant readAt) {
        static Known of(ObjectDescribe describe) {
            return new Known(
                    describe, describe.fields().stream().map(FieldRow::new).toList(), Instant.now());
        }
    }

    /**
     * The ids by which custom fields are changed.
     *
     * @param problem why they are not known; null if they are
     */
    record ToolingIds(Map<String, String> byField, @Nullable Problem problem) {
        static final ToolingIds NONE = new ToolingIds(Map.of(), null);
    }

    String name() {
        return name;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What is shown; null before the first answer. */
    ReadOnlyObjectProperty<@Nullable Known> knownProperty() {
        return known.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ToolingIds> toolingIdsProperty() {
        return toolingIds.getReadOnlyProperty();
    }

    /** {@code 214 records}, after {@link #countRecords}; empty before. */
    ReadOnlyObjectProperty<String> countProperty() {
        return count.getReadOnlyProperty();
    }

    /** The field that is to be shown; null if none was asked for. */
    ReadOnlyObjectProperty<@Nullable String> wantedFieldProperty() {
        return wantedField.getReadOnlyProperty();
    }

    StringProperty filterProperty() {
        return filter;
    }

    /** All of these a field must have to be listed. */
    ObservableSet<FieldTrait> traits() {
        return traits;
    }

    /** The fields that pass the filter. */
    ObservableList<FieldRow> fields() {
        return fields;
    }

    /** The fields that the person selected among them. */
    ObservableList<FieldRow> selected() {
        return selected;
    }

    /** The fields that an action is about: those selected, else all that are listed. */
    List<FieldRow> meant() {
        return List.copyOf(selected.isEmpty() ? fields : selected);
    }

    /** Asks the org. */
    void load() {
        describing.cancel();
        state.set(new State.Loading());
        describing = background.run(
                () -> Known.of(schema.describe(name)),
                this::show,
                failure -> state.set(new State.Failed(Problems.of(failure))));
    }

    /** Shows one field: lifts the filter if it hides it. */
    void showField(String field) {
        if (fields.stream().noneMatch(row -> row.name().equals(field))) {
            traits.clear();
            filter.set("");
        }
        wantedField.set(null);
        wantedField.set(field);
    }

    /** Asks the org how many records there are. It costs a request, and may take long on large objects. */
    void countRecords() {
        counting.cancel();
        count.set("counting…");
        counting = background.run(
                () -> schema.count(name),
                records -> count.set(String.format(Locale.ROOT, "%,d record%s", records, records == 1 ? "" : "s")),
                failure -> count.set("not counted: " + Problems.of(failure).message()));
    }

    /** What is under way is of no use any more. */
    void close() {
        describing.cancel();
        identifying.cancel();
        counting.cancel();
    }

    /** What the agent's describe is asked with. */
    ObjectNode describeArguments() {
        return Starters.describeArguments(name);
    }

    private void show(Known now) {
        known.set(now);
        list();
        state.set(new State.Ready());
        identifying.cancel();
        identifying = background.run(
                () -> schema.toolingIds(now.describe()),
                ids -> toolingIds.set(new ToolingIds(ids, null)),
                failure -> toolingIds.set(new ToolingIds(toolingIds.get().byField(), Problems.of(failure))));
    }

    private void list() {
        Known now = known.get();
        if (now == null) {
            return;
        }
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        Set<FieldTrait> needed = Set.copyOf(traits);
        fields.setAll(now.fields().stream()
                .filter(row -> needed.stream().allMatch(trait -> trait.isOf(row.field())))
                .filter(row -> wanted.isEmpty() || row.matches(wanted))
                .toList());
    }
}
