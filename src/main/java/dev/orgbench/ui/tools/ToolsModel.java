package dev.orgbench.ui.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.tools.Tool;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the Tools screen shows and does: the server's tools, a filter, the chosen tool's call. */
public final class ToolsModel {
    private static final String CHOSEN = "tools.chosen";

    private final McpClient client;
    private final Supplier<List<Tool>> origins;
    private final Trace trace;
    private final Background background;
    private final Memory memory;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableList<ToolGroups.Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Loading> loading = new ReadOnlyObjectWrapper<>(new Loading.UnderWay());
    private final ReadOnlyObjectWrapper<@Nullable ToolCall> chosen = new ReadOnlyObjectWrapper<>();
    private final Map<String, ToolCall> calls = new HashMap<>();
    private List<ToolEntry> tools = List.of();

    /**
     * @param client to the server whose tools are shown
     * @param origins what those tools were made from, as far as known; may block
     */
    public ToolsModel(
            McpClient client, Supplier<List<Tool>> origins, Trace trace, Background background, Memory memory) {
        this.client = client;
        this.origins = origins;
        this.trace = trace;
        this.background = background;
        this.memory = memory;
        filter.addListener((property, before, now) -> rows.setAll(ToolGroups.rows(tools, now)));
    }

    /** How far the list is. */
    public sealed interface Loading {
        /** Asking the server. */
        record UnderWay() implements Loading {}

        /** The list stands; it may be empty. */
        record Done(int count) implements Loading {}

        /** The server did not give it. */
        record Failed(Problem problem) implements Loading {}
    }

    /** Asks the server for its tools, now and again whenever it may have others. */
    public void load() {
        loading.set(new Loading.UnderWay());
        background.run(this::fetch, this::show, failure -> loading.set(new Loading.Failed(Problem.of(failure))));
    }

    /** How far the list is. */
    public ReadOnlyObjectProperty<Loading> loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** What work of this screen goes through. */
    Background background() {
        return background;
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

    /** Chooses a tool. What was written and answered for it before is still there. */
    void choose(ToolEntry tool) {
        memory.put(CHOSEN, tool.name());
        chosen.set(call(tool));
    }

    private ToolCall call(ToolEntry tool) {
        return calls.computeIfAbsent(tool.name(), name -> new ToolCall(tool, client, trace, background));
    }

    /** Whether a call's tool is still among the tools. */
    boolean isListed(ToolCall call) {
        return calls.containsValue(call);
    }

    /** All tools, by name, as the palette finds them. */
    public List<String> names() {
        return tools.stream().map(ToolEntry::name).toList();
    }

    /** All tools and what they take of a model's context. */
    String total() {
        int tokens = tools.stream().mapToInt(ToolEntry::tokens).sum();
        String about = tokens < 1000
                ? Integer.toString(tokens)
                : String.format(Locale.ROOT, "%,d", Math.round(tokens / 100.0) * 100);
        return tools.size() + (tools.size() == 1 ? " tool" : " tools") + ", about " + about + " tokens of context";
    }

    private List<ToolEntry> fetch() throws Exception {
        List<JsonNode> listed = client.listTools();
        Map<String, Tool> known =
                origins.get().stream().collect(Collectors.toMap(Tool::name, Function.identity(), (one, other) -> one));
        return listed.stream()
                .map(entry -> ToolEntry.of(entry, known.get(entry.path("name").asText())))
                .toList();
    }

    private void show(List<ToolEntry> found) {
        tools = found;
        // A tool that came back with another schema gets a new form; the others keep what was written.
        calls.values().removeIf(call -> !found.contains(call.tool()));
        rows.setAll(ToolGroups.rows(tools, filter.get()));
        loading.set(new Loading.Done(found.size()));
        if (memory.get(CHOSEN).isEmpty()) {
            listed().filter(ToolsModel::showsItself).findFirst().ifPresent(this::fillIn);
        }
        String last = memory.get(CHOSEN).orElse("");
        found.stream()
                .filter(tool -> tool.name().equals(last))
                .findFirst()
                .or(() -> listed().filter(ToolsModel::showsItself).findFirst())
                .or(() -> listed().findFirst())
                .ifPresentOrElse(this::choose, () -> chosen.set(null));
    }

    private Stream<ToolEntry> listed() {
        return rows.stream()
                .filter(ToolGroups.Row.Item.class::isInstance)
                .map(row -> ((ToolGroups.Row.Item) row).tool());
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
