package dev.orgbench.ui.servers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.gateway.McpServer;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.tools.ObjectScope;
import dev.orgbench.tools.Tool;
import dev.orgbench.trace.Recording;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What a server's URL can do: its tools, and what they can do to each of the org's objects with the rights of the user
 * who is signed in. Screen's thread only.
 */
final class PowerModel {
    private final Shelf shelf;
    private final McpServer server;
    private final Recording recording;
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.UnderWay());
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableList<Reach> shown = FXCollections.observableArrayList();

    PowerModel(Shelf shelf, McpServer server, Recording recording, Background background) {
        this.shelf = shelf;
        this.server = server;
        this.recording = recording;
        this.background = background;
        filter.addListener((property, before, now) -> show());
    }

    /** What can be done to the records of one object. */
    record Reach(String object, String label, boolean read, boolean create, boolean update, boolean delete) {
        boolean matches(String wanted) {
            return object.toLowerCase(Locale.ROOT).contains(wanted)
                    || label.toLowerCase(Locale.ROOT).contains(wanted);
        }

        private boolean isNothing() {
            return !read && !create && !update && !delete;
        }
    }

    /**
     * What is known.
     *
     * @param asking whether the org is still being asked for its objects
     * @param unknown why the org's objects are not known; null if they are
     */
    record Power(
            List<Tool> tools,
            Preview preview,
            boolean asking,
            List<Reach> objects,
            @Nullable Problem unknown) {}

    /** How far it is. */
    sealed interface State {
        record UnderWay() implements State {}

        record Failed(Problem problem) implements State {}

        record Known(Power power) implements State {}
    }

    McpServer server() {
        return server;
    }

    Shelf shelf() {
        return shelf;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    StringProperty filterProperty() {
        return filter;
    }

    /** The objects that match the filter. */
    ObservableList<Reach> shown() {
        return shown;
    }

    /** Why the export failed; null if it did not. */
    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The tools first, which take no time; then the objects, which the org is asked for. */
    void load() {
        state.set(new State.UnderWay());
        background.run(
                () -> shelf.tools(server.terms()),
                tools -> {
                    state.set(new State.Known(new Power(tools, Preview.of(tools, tools), true, List.of(), null)));
                    loadObjects(tools);
                },
                failure -> state.set(new State.Failed(Failures.problem(failure))));
    }

    private void loadObjects(List<Tool> tools) {
        Set<Abilities.Ability> can = Abilities.of(tools);
        Preview preview = Preview.of(tools, tools);
        background.run(
                () -> reaches(can),
                objects -> {
                    state.set(new State.Known(new Power(tools, preview, false, objects, null)));
                    show();
                },
                failure -> state.set(
                        new State.Known(new Power(tools, preview, false, List.of(), Failures.problem(failure)))));
    }

    /** Writes all of it, whatever the filter, as Markdown. */
    void export(Path file, Consumer<Path> done) {
        problem.set(null);
        if (state.get() instanceof State.Known(Power power)) {
            String text = PowerMarkdown.of(shelf.org(), server, power, shelf.now());
            background.run(
                    () -> Files.write(file, text.getBytes(StandardCharsets.UTF_8)),
                    done,
                    failure -> problem.set(Failures.problem(failure)));
        }
    }

    private void show() {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        if (state.get() instanceof State.Known(Power power)) {
            shown.setAll(power.objects().stream()
                    .filter(object -> object.matches(wanted))
                    .toList());
        }
    }

    private List<Reach> reaches(Set<Abilities.Ability> can) throws SalesforceException {
        JsonNode all = shelf.org().connection().as(recording).describeGlobal();
        List<Reach> objects = new ArrayList<>();
        for (JsonNode object : all.path("sobjects")) {
            Reach reach = reach(object, can, server.terms().scope().objects());
            if (!reach.isNothing()) {
                objects.add(reach);
            }
        }
        return objects;
    }

    private static Reach reach(JsonNode object, Set<Abilities.Ability> can, ObjectScope objects) {
        String name = object.path("name").asText();
        boolean write = objects.mayWrite(name);
        return new Reach(
                name,
                object.path("label").asText(),
                objects.mayRead(name) && may(object, "queryable", can, Abilities.Ability.READ_RECORDS),
                write && may(object, "createable", can, Abilities.Ability.CREATE_RECORDS),
                write && may(object, "updateable", can, Abilities.Ability.UPDATE_RECORDS),
                write && may(object, "deletable", can, Abilities.Ability.DELETE_RECORDS));
    }

    private static boolean may(
            JsonNode object, String property, Set<Abilities.Ability> can, Abilities.Ability ability) {
        return can.contains(ability) && object.path(property).asBoolean();
    }
}
