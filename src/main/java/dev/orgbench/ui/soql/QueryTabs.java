package dev.orgbench.ui.soql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.JsonText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * The open queries. Every keystroke, order, name and caret lies in the drafts, so that a killed process loses nothing;
 * of closed tabs the last few can be had back. There is always at least one. Screen's thread only.
 */
final class QueryTabs {
    private static final int CLOSED_KEPT = 20;

    private final Drafts drafts;
    private final String prefix;
    private final Function<String, QueryRun> runs;
    private final ObservableList<QueryTab> tabs = FXCollections.observableArrayList();
    private final ObjectProperty<QueryTab> current = new SimpleObjectProperty<>();
    private final Deque<Closed> closed = new ArrayDeque<>();
    private boolean reading;
    private int number;

    /**
     * @param prefix of the drafts' names, as {@code demo/soql/}
     * @param runs what the tab of an id asks the org
     */
    QueryTabs(Drafts drafts, String prefix, Function<String, QueryRun> runs) {
        this.drafts = drafts;
        this.prefix = prefix;
        this.runs = runs;
        read();
        tabs.addListener((ListChangeListener<QueryTab>) change -> keep());
        current.addListener((property, before, now) -> keep());
        keep();
    }

    /** A tab that is gone, as it can be brought back. */
    private record Closed(String id, String name, int place, QueryMode mode) {}

    ObservableList<QueryTab> list() {
        return tabs;
    }

    ObjectProperty<QueryTab> currentProperty() {
        return current;
    }

    QueryTab current() {
        return current.get();
    }

    /** A new tab behind the current one, which becomes it. */
    QueryTab open(String name, String text) {
        QueryTab tab = make(freshId(), name.isBlank() ? freshName() : name, text, text.length(), QueryMode.USUAL);
        drafts.put(prefix + "text/" + tab.id(), text);
        tabs.add(tabs.indexOf(current.get()) + 1, tab);
        current.set(tab);
        return tab;
    }

    /** Closes a tab; the last one leaves an empty one behind. One with changes that were not sent stays, and says so. */
    void close(QueryTab tab) {
        int place = tabs.indexOf(tab);
        if (place < 0) {
            return;
        }
        if (tab.run().holdsChanges()) {
            current.set(tab);
            return;
        }
        tab.run().cancel();
        tab.run().close();
        if (!tab.textProperty().get().isBlank()) {
            closed.push(new Closed(
                    tab.id(),
                    tab.nameProperty().get(),
                    place,
                    tab.modeProperty().get()));
            if (closed.size() > CLOSED_KEPT) {
                drafts.remove(prefix + "text/" + closed.removeLast().id());
            }
        } else {
            drafts.remove(prefix + "text/" + tab.id());
        }
        boolean wasCurrent = tab.equals(current.get());
        if (tabs.size() == 1) {
            QueryTab fresh = make(freshId(), freshName(), "", 0, QueryMode.USUAL);
            tabs.setAll(List.of(fresh));
            current.set(fresh);
            return;
        }
        if (wasCurrent) {
            current.set(tabs.get(place + 1 < tabs.size() ? place + 1 : place - 1));
        }
        tabs.remove(tab);
    }

    /** Brings back the tab that was closed last; tells whether there was one. */
    boolean reopen() {
        Closed last = closed.poll();
        if (last == null) {
            return false;
        }
        String text = drafts.get(prefix + "text/" + last.id()).orElse("");
        QueryTab tab = make(last.id(), last.name(), text, text.length(), last.mode());
        tabs.add(Math.min(last.place(), tabs.size()), tab);
        current.set(tab);
        return true;
    }

    /** The order in which a person dragged them. */
    void arrange(List<QueryTab> order) {
        if (!tabs.equals(order) && order.size() == tabs.size() && tabs.containsAll(order)) {
            tabs.setAll(order);
        }
    }

    private QueryTab make(String id, String name, String text, int caret, QueryMode mode) {
        QueryTab tab = new QueryTab(id, name, text, caret, mode, runs.apply(id));
        tab.textProperty().addListener((property, before, now) -> drafts.put(prefix + "text/" + id, now));
        tab.nameProperty().addListener((property, before, now) -> keep());
        tab.caretProperty().addListener((property, before, now) -> keep());
        tab.modeProperty().addListener((property, before, now) -> keep());
        tab.savedProperty().addListener((property, before, now) -> keep());
        return tab;
    }

    private String freshId() {
        Set<String> taken = new HashSet<>();
        tabs.forEach(tab -> taken.add(tab.id()));
        closed.forEach(tab -> taken.add(tab.id()));
        int next = 1;
        while (taken.contains("tab-" + next)) {
            next++;
        }
        return "tab-" + next;
    }

    private String freshName() {
        Set<String> taken = new HashSet<>();
        tabs.forEach(tab -> taken.add(tab.nameProperty().get()));
        do {
            number++;
        } while (taken.contains("Query " + number));
        String name = "Query " + number;
        number = 0;
        return name;
    }

    private void keep() {
        if (reading) {
            return;
        }
        ObjectNode all = JsonText.NODES.objectNode();
        all.put("current", Math.max(0, tabs.indexOf(current.get())));
        ArrayNode open = all.putArray("tabs");
        for (QueryTab tab : tabs) {
            ObjectNode node = write(
                            open.addObject(),
                            tab.id(),
                            tab.nameProperty().get(),
                            tab.modeProperty().get())
                    .put("caret", tab.caretProperty().get());
            SavedQuery saved = tab.savedProperty().get();
            if (saved != null) {
                node.put("folder", saved.folder()).put("saved", saved.name());
            }
        }
        ArrayNode gone = all.putArray("closed");
        closed.forEach(
                tab -> write(gone.addObject(), tab.id(), tab.name(), tab.mode()).put("place", tab.place()));
        drafts.put(prefix + "tabs", JsonText.compact(all));
    }

    private static ObjectNode write(ObjectNode node, String id, String name, QueryMode mode) {
        return node.put("id", id).put("name", name).put("all", mode.all()).put("tooling", mode.tooling());
    }

    private void read() {
        reading = true;
        JsonNode all = drafts.get(prefix + "tabs").flatMap(QueryTabs::parsed).orElse(JsonText.NODES.objectNode());
        Set<String> known = new HashSet<>();
        for (JsonNode tab : all.path("tabs")) {
            String id = tab.path("id").asText();
            if (known.add(id)) {
                String text = drafts.get(prefix + "text/" + id).orElse("");
                QueryTab made = make(
                        id, tab.path("name").asText(id), text, tab.path("caret").asInt(), mode(tab));
                if (tab.path("saved").isTextual()) {
                    // Its text is known when the files have been read.
                    made.savedProperty()
                            .set(new SavedQuery(
                                    tab.path("folder").asText(""),
                                    tab.path("saved").asText(),
                                    List.of(),
                                    text));
                }
                tabs.add(made);
            }
        }
        for (JsonNode tab : all.path("closed")) {
            String id = tab.path("id").asText();
            if (known.add(id)) {
                closed.addLast(new Closed(
                        id, tab.path("name").asText(id), tab.path("place").asInt(), mode(tab)));
            }
        }
        // A text whose tab was not written down, as when the list was damaged, is still somebody's work.
        for (String name : drafts.names(prefix + "text/")) {
            String id = name.substring((prefix + "text/").length());
            String text = drafts.get(name).orElse("");
            if (known.add(id) && !text.isBlank()) {
                tabs.add(make(id, "Recovered " + id, text, text.length(), QueryMode.USUAL));
            }
        }
        if (tabs.isEmpty()) {
            tabs.add(make(freshId(), freshName(), "", 0, QueryMode.USUAL));
        }
        current.set(tabs.get(Math.clamp(all.path("current").asInt(), 0, tabs.size() - 1)));
        reading = false;
    }

    private static QueryMode mode(JsonNode tab) {
        return new QueryMode(tab.path("all").asBoolean(), tab.path("tooling").asBoolean());
    }

    private static Optional<JsonNode> parsed(String text) {
        try {
            return Optional.of(JsonText.parse(text));
        } catch (JsonText.Malformed damaged) {
            return Optional.empty();
        }
    }
}
