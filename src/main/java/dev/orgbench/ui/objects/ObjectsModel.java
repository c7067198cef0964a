package dev.orgbench.ui.objects;

import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Problem;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the Objects screen shows: the org's objects, what is searched for among them, and the page that is open. */
final class ObjectsModel {
    /** Up to so many objects their fields are read without asking: about as many API requests as a few clicks cost. */
    static final int READ_UNASKED = 120;

    private final OrgReads schema;
    private final Background background;
    private final Memory memory;
    private final String chosenKey;
    private final Shelf shelf;
    private final Trail trail = new Trail();
    private final FieldIndex index = new FieldIndex();
    private final FieldReading reading;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<ObjectRow.@Nullable Kind> kind = new SimpleObjectProperty<>(ObjectRow.Kind.ALL);
    private final ObservableList<ObjectRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Loading> loading = new ReadOnlyObjectWrapper<>(new Loading.UnderWay());
    private final ReadOnlyObjectWrapper<@Nullable ObjectPage> page = new ReadOnlyObjectWrapper<>();
    private List<ObjectSummary> objects = List.of();
    private Background.Job job = Background.Job.NONE;

    ObjectsModel(OrgReads schema, String orgId, Background background, Executor feed, Memory memory) {
        this.schema = schema;
        this.background = background;
        this.memory = memory;
        this.chosenKey = "objects.chosen." + orgId;
        this.shelf = new Shelf(memory, orgId);
        this.reading = new FieldReading(schema, background, feed, (object, fields) -> {
            index.put(object, fields);
            if (!search.get().isBlank()) {
                list();
            }
        });
        search.addListener((property, before, now) -> {
            list();
            if (!now.isBlank() && unread().size() <= READ_UNASKED && !(state() instanceof FieldReading.State.Failed)) {
                readFields();
            }
        });
        kind.addListener((property, before, now) -> list());
    }

    /** How far the list is. */
    sealed interface Loading {
        record UnderWay() implements Loading {}

        record Done(int all, int custom) implements Loading {}

        record Failed(Problem problem) implements Loading {}
    }

    ReadOnlyObjectProperty<Loading> loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** The lines of the list. */
    ObservableList<ObjectRow> rows() {
        return rows;
    }

    StringProperty searchProperty() {
        return search;
    }

    ObjectProperty<ObjectRow.@Nullable Kind> kindProperty() {
        return kind;
    }

    /** The object that is open; null before the first. */
    ReadOnlyObjectProperty<@Nullable ObjectPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    FieldReading reading() {
        return reading;
    }

    Trail trail() {
        return trail;
    }

    /** How many objects of the org there are of a kind. */
    long count(ObjectRow.Kind wanted) {
        return objects.stream().filter(wanted::takes).count();
    }

    /** The objects whose fields were not read yet. */
    List<String> unread() {
        return objects.stream()
                .map(ObjectSummary::name)
                .filter(name -> !index.has(name))
                .toList();
    }

    /** Reads the fields of all objects that were not read yet, to be searched. */
    void readFields() {
        reading.start(unread());
    }

    /** Asks the org for its objects, now and again whenever it may have others. What is shown stays meanwhile. */
    void load() {
        job.cancel();
        loading.set(new Loading.UnderWay());
        job = background.run(
                schema::objects, this::show, failure -> loading.set(new Loading.Failed(Problems.of(failure))));
    }

    /** Reads the list and the open object anew. */
    void refresh() {
        reading.stop();
        index.clear();
        load();
        ObjectPage open = page.get();
        if (open != null) {
            open.load();
        }
    }

    /** Opens an object; case does not matter, and it need not be listed. */
    void open(String name) {
        String known = objects.stream()
                .map(ObjectSummary::name)
                .filter(each -> each.equalsIgnoreCase(name))
                .findFirst()
                .orElse(name);
        trail.step(known);
        show(known);
    }

    /** Opens the object of a field, and there the field. */
    void open(FieldIndex.Hit hit) {
        open(hit.object());
        ObjectPage open = page.get();
        if (open != null) {
            open.showField(hit.name());
        }
    }

    void back() {
        trail.back().ifPresent(this::show);
    }

    void forward() {
        trail.forward().ifPresent(this::show);
    }

    boolean isFavourite(String object) {
        return shelf.isFavourite(object);
    }

    void toggleFavourite(String object) {
        shelf.toggleFavourite(object);
        list();
    }

    private FieldReading.State state() {
        return reading.stateProperty().get();
    }

    private void show(String name) {
        ObjectPage open = page.get();
        if (open != null && open.name().equals(name)) {
            return;
        }
        memory.put(chosenKey, name);
        shelf.look(name);
        ObjectPage next = new ObjectPage(name, schema, background);
        if (open != null) {
            open.close();
        }
        page.set(next);
        next.load();
    }

    private void show(List<ObjectSummary> found) {
        objects = found;
        loading.set(new Loading.Done(found.size(), (int) count(ObjectRow.Kind.CUSTOM)));
        list();
        if (page.get() == null) {
            String last = memory.get(chosenKey).orElse("");
            found.stream()
                    .filter(object -> object.name().equals(last))
                    .findFirst()
                    .or(() -> found.stream().filter(ObjectSummary::custom).findFirst())
                    .or(() -> found.stream().findFirst())
                    .ifPresent(object -> open(object.name()));
        }
    }

    private void list() {
        ObjectRow.Kind wanted = kind.get();
        rows.setAll(ObjectRow.rows(objects, wanted == null ? ObjectRow.Kind.ALL : wanted, search.get(), shelf, index));
    }

    /** {@code 40 objects, 3 custom}. */
    String total() {
        return loading.get() instanceof Loading.Done(int all, int custom)
                ? String.format(Locale.ROOT, "%,d object%s, %,d custom", all, all == 1 ? "" : "s", custom)
                : "";
    }
}
