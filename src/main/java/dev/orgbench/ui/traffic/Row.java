package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.trace.TraceEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One row of the list: an entry of the trace, whose line is replaced when its answer comes. */
final class Row {
    /** What is looked through at every key; the trace looks through the rest. */
    private static final int BEGINNING = 500;

    /** A call with more requests than this is not read bar by bar. */
    private static final int MOST_LEGS = 100;

    private final Burst burst;
    private final ReadOnlyObjectWrapper<Line> line;
    private final ReadOnlyBooleanWrapper pinned = new ReadOnlyBooleanWrapper();
    private final List<Leg> legs = new ArrayList<>();
    private String searched;

    Row(TraceEntry entry, Burst burst) {
        this.burst = burst;
        this.line = new ReadOnlyObjectWrapper<>(Line.of(entry));
        this.searched = searched(entry);
        if (entry instanceof Exchange exchange) {
            legs.add(Leg.of(exchange));
        }
        reach();
    }

    long id() {
        return line().id();
    }

    Line line() {
        return line.get();
    }

    ReadOnlyObjectProperty<Line> lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** Whether it stays on top. */
    ReadOnlyBooleanProperty pinnedProperty() {
        return pinned.getReadOnlyProperty();
    }

    boolean isPinned() {
        return pinned.get();
    }

    void pin(boolean now) {
        pinned.set(now);
    }

    Burst burst() {
        return burst;
    }

    /** The requests to the org that it took, in the order they ended. */
    List<Leg> legs() {
        return List.copyOf(legs);
    }

    /** Takes the answer, unless it has one. */
    void answered(Message message) {
        if (line().done() == null) {
            searched = searched(message);
            line.set(Line.of(message).plusRequests(line().requests()));
            reach();
        }
    }

    /** Takes an exchange under it, once. */
    void took(Exchange exchange) {
        if (legs.size() >= MOST_LEGS || legs.stream().anyMatch(leg -> leg.id() == exchange.id())) {
            return;
        }
        legs.add(Leg.of(exchange));
        if (exchange.isCounted()) {
            line.set(line().plusRequests(1));
        }
    }

    /** Whether all {@code words}, in small letters, stand in what the list shows, or early in the request or answer. */
    boolean says(List<String> words) {
        return words.stream().allMatch(searched::contains);
    }

    private void reach() {
        Line.Done done = line().done();
        burst.reach(done == null ? line().started() : line().started().plus(done.took()));
    }

    private String searched(TraceEntry entry) {
        Line now = line();
        String shown = String.join(
                " ",
                now.what(),
                now.who(),
                now.client(),
                now.server(),
                now.done() == null ? "" : now.done().words());
        String bodies =
                switch (entry) {
                    case Message message -> {
                        Message.Result result = message.result();
                        yield message.method() + " " + beginning(message.request()) + " "
                                + (result == null ? "" : beginning(result.body()));
                    }
                    case Exchange exchange ->
                        beginning(exchange.requestBody()) + " " + beginning(exchange.responseBody());
                };
        return (shown + " " + bodies).toLowerCase(Locale.ROOT);
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(BEGINNING, text.length()));
    }
}
