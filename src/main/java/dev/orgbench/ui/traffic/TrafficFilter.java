package dev.orgbench.ui.traffic;

import dev.orgbench.trace.TraceQuery;
import dev.orgbench.ui.kit.Memory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Which entries are listed. Remembered from one run to the next. Empty texts allow all. */
final class TrafficFilter {
    private static final String KEY = "traffic.filter.";

    private final Memory memory;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty server = new SimpleStringProperty("");
    private final StringProperty client = new SimpleStringProperty("");
    private final StringProperty tool = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Which> which = new SimpleObjectProperty<>(Which.ALL);
    private final BooleanProperty ownCalls = new SimpleBooleanProperty(true);
    private final BooleanProperty ownRequests = new SimpleBooleanProperty(true);

    TrafficFilter(Memory memory) {
        this.memory = memory;
        keep("text", text, Function.identity());
        keep("server", server, Function.identity());
        keep("client", client, Function.identity());
        keep("tool", tool, Function.identity());
        keep("which", which, Which::named);
        keep("own-calls", ownCalls, word -> !word.equals("false"));
        keep("own-requests", ownRequests, word -> !word.equals("false"));
    }

    /** A first choice among all entries. */
    enum Which {
        ALL,
        CALLS,
        ERRORS,
        SLOW;

        private static Which named(String name) {
            return Arrays.stream(values())
                    .filter(which -> which.name().equals(name))
                    .findFirst()
                    .orElse(ALL);
        }
    }

    StringProperty textProperty() {
        return text;
    }

    StringProperty serverProperty() {
        return server;
    }

    /** The client's name as the list shows it. */
    StringProperty clientProperty() {
        return client;
    }

    /** The tool, or the method of another message. */
    StringProperty toolProperty() {
        return tool;
    }

    ObjectProperty<@Nullable Which> whichProperty() {
        return which;
    }

    /** Whether messages that this window sent are listed. */
    BooleanProperty ownCallsProperty() {
        return ownCalls;
    }

    /** Whether requests of the window that no message caused are listed. */
    BooleanProperty ownRequestsProperty() {
        return ownRequests;
    }

    void onChange(Runnable listener) {
        for (Property<?> property : List.of(text, server, client, tool, which, ownCalls, ownRequests)) {
            property.addListener((changed, before, now) -> listener.run());
        }
    }

    /** Lists everything again. */
    void reset() {
        text.set("");
        server.set("");
        client.set("");
        tool.set("");
        which.set(Which.ALL);
        ownCalls.set(true);
        ownRequests.set(true);
    }

    /** Whether anything is left out. */
    boolean isActive() {
        return !text.get().isBlank() || which.get() != Which.ALL || leavesOut();
    }

    /** Whether anything is left out by what is chosen in the menu. */
    boolean leavesOut() {
        return !(server.get() + client.get() + tool.get()).isEmpty() || !ownCalls.get() || !ownRequests.get();
    }

    /** The words looked for, in small letters. */
    List<String> words() {
        return Arrays.stream(text.get().strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** All but the words, as it is now; may be asked on any thread. */
    Predicate<Line> allowed() {
        Which wanted = Objects.requireNonNullElse(which.get(), Which.ALL);
        String ofServer = server.get();
        String ofClient = client.get();
        String ofTool = tool.get();
        boolean withCalls = ownCalls.get();
        boolean withRequests = ownRequests.get();
        return line -> allows(wanted, line)
                && (ofServer.isEmpty() || ofServer.equals(line.server()))
                && (ofClient.isEmpty() || ofClient.equals(line.who()))
                && (ofTool.isEmpty() || ofTool.equals(line.title()))
                && (!line.own() || (line.kind() == Line.Kind.REQUEST ? withRequests : withCalls));
    }

    /** What the trace can look for by itself; the rest is told by {@link #allowed}. */
    TraceQuery query() {
        return TraceQuery.ALL
                .withText(text.get())
                .withServer(server.get())
                .withName(tool.get())
                .withOutcome(which.get() == Which.ERRORS ? TraceQuery.Outcome.FAILED : TraceQuery.Outcome.ANY);
    }

    private static boolean allows(Which wanted, Line line) {
        return switch (wanted) {
            case ALL -> true;
            case CALLS -> line.kind() == Line.Kind.CALL;
            case ERRORS -> line.failed();
            case SLOW -> line.slow();
        };
    }

    private <T> void keep(String name, Property<T> property, Function<String, T> read) {
        memory.get(KEY + name).map(read).ifPresent(property::setValue);
        property.addListener((changed, before, now) -> memory.put(KEY + name, String.valueOf(now)));
    }
}
