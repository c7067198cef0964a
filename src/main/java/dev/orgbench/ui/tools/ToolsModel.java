package dev.orgbench.ui.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.tools.Tool;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.ServerChoice;
import dev.orgbench.ui.kit.TokenCount;
import dev.orgbench.ui.kit.form.Written;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the Tools screen shows and does: the chosen server's tools, a filter, the chosen tool's call. */
public final class ToolsModel {
    private static final String CHOSEN = "tools.chosen";

    private final String orgId;
    private final Connections connections;
    private final Trace trace;
    private final Background background;
    private final Memory memory;
    private final Drafts drafts;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableList<ToolGroups.Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Loading> loading = new ReadOnlyObjectWrapper<>(new Loading.UnderWay());
    private final ReadOnlyBooleanWrapper ownAnswers = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<@Nullable ToolCall> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ToolChanges> changes = new ReadOnlyObjectWrapper<>(ToolChanges.NONE);
    /** By server and tool, so that what was answered on one server is there when one comes back to it. */
    private final Map<String, Map<String, ToolCall>> calls = new HashMap<>();

    private final Map<String, List<ToolEntry>> listed = new HashMap<>();
    private List<ToolEntry> tools = List.of();
    private Background.Job fetching = Background.Job.NONE;
    private @Nullable Wanted wanted;

    /** @param orgId names the drafts */
    public ToolsModel(
            String orgId, Connections connections, Trace trace, Background background, Memory memory, Drafts drafts) {
        this.orgId = orgId;
        this.connections = connections;
        this.trace = trace;
        this.background = background;
        this.memory = memory;
        this.drafts = drafts;
        filter.addListener((property, before, now) -> rows.setAll(ToolGroups.rows(tools, now)));
        connections.currentProperty().addListener((property, before, now) -> turnTo(before, now));
        connections.openingProperty().addListener((property, before, now) -> {
            if (connections.currentProperty().get() == null) {
                load();
            }
        });
    }

    /** How far the list is. */
    public sealed interface Loading {
        /** Asking the server. */
        record UnderWay() implements Loading {}

        /** The list stands; it may be empty. */
        record Done(int count) implements Loading {}

        /** The server did not give it. */
        record Failed(Problem problem) implements Loading {}

        /** The org has no server that runs. */
        record NoServer() implements Loading {}
    }

    /** A tool that shall be opened as soon as the list is there. */
    private record Wanted(String tool, @Nullable ObjectNode arguments, Consumer<Opened> opened) {}

    /** How opening a tool went. */
    sealed interface Opened {
        /** It is shown. {@code undo} brings back what stood in its form; null where nothing was replaced. */
        record Shown(ToolCall call, @Nullable Runnable undo) implements Opened {}

        /** The server has no such tool. */
        record Unknown(String tool, String server) implements Opened {}
    }

    /** Asks the server for its tools, now and again whenever it may have others. */
    public void load() {
        Connection server = connections.currentProperty().get();
        fetching.cancel();
        if (server == null) {
            loading.set(withoutServer(connections.openingProperty().get()));
            return;
        }
        loading.set(new Loading.UnderWay());
        fetching = background.run(() -> fetch(server), found -> show(server, found), failure -> {
            if (server.ours()) {
                ownAnswers.set(false);
            }
            loading.set(new Loading.Failed(Problem.of(failure)));
        });
    }

    private static Loading withoutServer(ServerChoice.Opening opening) {
        return switch (opening) {
            case ServerChoice.Opening.UnderWay _ -> new Loading.UnderWay();
            case ServerChoice.Opening.Failed(Problem problem) -> new Loading.Failed(problem);
            case ServerChoice.Opening.Over _ -> new Loading.NoServer();
        };
    }

    /** After a failure: turns to the server again if there was none, and loads. */
    void again() {
        if (connections.currentProperty().get() == null) {
            connections.again();
        } else {
            load();
        }
    }

    /** How far the list is. */
    public ReadOnlyObjectProperty<Loading> loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** Whether Orgbench's own MCP server answered when it was last asked; what other URLs do is not told here. */
    ReadOnlyBooleanProperty ownAnswersProperty() {
        return ownAnswers.getReadOnlyProperty();
    }

    /** What work of this screen goes through. */
    Background background() {
        return background;
    }

    Connections connections() {
        return connections;
    }

    StringProperty filterProperty() {
        return filter;
    }

    ObservableList<ToolGroups.Row> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<@Nullable ToolCall> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** What the last loading brought that was not there before on the same server. */
    ReadOnlyObjectProperty<ToolChanges> changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** The person has seen what changed. */
    void dismissChanges() {
        changes.set(ToolChanges.NONE);
    }

    /** Chooses a tool. What was written and answered for it before is still there. */
    void choose(ToolEntry tool) {
        memory.put(CHOSEN, tool.name());
        memory.put(chosenOn(Objects.requireNonNull(connections.currentProperty().get())), tool.name());
        chosen.set(call(tool));
    }

    /** All tools, by name, as the palette finds them. */
    public List<String> names() {
        return tools.stream().map(ToolEntry::name).toList();
    }

    /**
     * Opens a tool, and fills its form with {@code arguments} if they are given. While the list is on its way it is
     * opened when that has come.
     */
    void open(String tool, @Nullable ObjectNode arguments, Consumer<Opened> opened) {
        if (loading.get() instanceof Loading.UnderWay) {
            wanted = new Wanted(tool, arguments, opened);
            return;
        }
        Optional<ToolEntry> known =
                tools.stream().filter(entry -> entry.name().equals(tool)).findFirst();
        if (known.isEmpty()) {
            Connection server = connections.currentProperty().get();
            opened.accept(new Opened.Unknown(tool, server == null ? "" : server.name()));
            return;
        }
        if (ToolGroups.rows(List.of(known.get()), filter.get()).isEmpty()) {
            filter.set("");
        }
        choose(known.get());
        ToolCall call = call(known.get());
        Written before = call.form().written();
        boolean replaces = arguments != null
                && !before.isEmpty()
                && !call.form().arguments().equals(arguments);
        if (arguments != null) {
            call.form().load(arguments);
        }
        opened.accept(new Opened.Shown(call, replaces ? () -> call.form().restore(before) : null));
    }

    /** Whether a call's tool is still among the tools of its server. */
    boolean isListed(ToolCall call) {
        return calls.values().stream().anyMatch(each -> each.containsValue(call));
    }

    /** All tools and what they take of a model's context. */
    String total() {
        int tokens = tools.stream().mapToInt(ToolEntry::tokens).sum();
        return tools.size() + (tools.size() == 1 ? " tool, " : " tools, ") + TokenCount.words(tokens) + " of context";
    }

    private String chosenOn(Connection server) {
        return CHOSEN + "." + orgId + "." + server.id();
    }

    private ToolCall call(ToolEntry tool) {
        Connection server = Objects.requireNonNull(connections.currentProperty().get());
        return calls.computeIfAbsent(server.id(), none -> new HashMap<>())
                .computeIfAbsent(tool.name(), name -> made(server, tool));
    }

    private ToolCall made(Connection server, ToolEntry tool) {
        ToolCall call = new ToolCall(tool, () -> client(server), trace, background);
        new KeptDraft(drafts, orgId + "/tools/" + server.id() + "/" + tool.name(), call.form(), background);
        return call;
    }

    /** The client is another one after a server was changed; the call's own server is the one on screen. */
    private McpClient client(Connection server) {
        Connection current = connections.currentProperty().get();
        return current != null && current.id().equals(server.id()) ? current.client() : server.client();
    }

    private void turnTo(@Nullable Connection before, @Nullable Connection now) {
        boolean same = before != null && now != null && before.id().equals(now.id());
        if (!same) {
            tools = List.of();
            rows.clear();
            changes.set(ToolChanges.NONE);
            chosen.set(null);
        }
        load();
    }

    private static List<ToolEntry> fetch(Connection server) throws Exception {
        List<JsonNode> listed = server.client().listTools();
        Map<String, Tool> known = server.origins().get().stream()
                .collect(Collectors.toMap(Tool::name, Function.identity(), (one, other) -> one));
        return listed.stream()
                .map(entry -> ToolEntry.of(entry, known.get(entry.path("name").asText())))
                .toList();
    }

    private void show(Connection server, List<ToolEntry> found) {
        if (server.ours()) {
            ownAnswers.set(true);
        }
        tools = found;
        List<ToolEntry> before = listed.put(server.id(), found);
        if (before != null) {
            ToolChanges fresh = ToolChanges.between(before, found);
            changes.set(fresh.isEmpty() ? changes.get() : fresh);
        }
        // A tool that came back with another schema gets a new form, with what was written; the others stay as they
        // are.
        calls.getOrDefault(server.id(), Map.of()).values().removeIf(call -> !found.contains(call.tool()));
        rows.setAll(ToolGroups.rows(tools, filter.get()));
        loading.set(new Loading.Done(found.size()));
        if (memory.get(CHOSEN).isEmpty()) {
            listed().filter(ToolsModel::showsItself).findFirst().ifPresent(this::fillIn);
        }
        String last = memory.get(chosenOn(server)).or(() -> memory.get(CHOSEN)).orElse("");
        found.stream()
                .filter(tool -> tool.name().equals(last))
                .findFirst()
                .or(() -> listed().filter(ToolsModel::showsItself).findFirst())
                .or(() -> listed().findFirst())
                .ifPresentOrElse(this::showFirst, () -> chosen.set(null));
        Wanted open = wanted;
        wanted = null;
        if (open != null) {
            open(open.tool(), open.arguments(), open.opened());
        }
    }

    /** What the list itself picks is no choice of the person's: a tool that is away for a moment is chosen again after. */
    private void showFirst(ToolEntry tool) {
        if (memory.get(CHOSEN).isEmpty()) {
            memory.put(CHOSEN, tool.name());
        }
        chosen.set(call(tool));
    }

    private Stream<ToolEntry> listed() {
        return rows.stream().filter(ToolGroups.Row.Item.class::isInstance).map(row -> ((ToolGroups.Row.Item) row)
                .tool());
    }

    /** Whether a person who has never seen it can run it without harm. */
    private static boolean showsItself(ToolEntry tool) {
        return tool.kind() == Kind.READ && !tool.examples().isEmpty();
    }

    /** At the very first start Run works at once. */
    private void fillIn(ToolEntry tool) {
        if (call(tool).form().written().isEmpty()) {
            call(tool).form().load(tool.examples().getFirst());
        }
    }
}
