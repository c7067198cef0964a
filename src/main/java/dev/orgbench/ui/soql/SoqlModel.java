package dev.orgbench.ui.soql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.Salesforce;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.Soql;
import dev.orgbench.soql.schema.Lookup;
import dev.orgbench.soql.schema.ObjectSchema;
import dev.orgbench.soql.schema.Schema;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Navigator;
import dev.orgbench.ui.kit.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;

/** The SOQL screen without its controls. Screen's thread only. */
final class SoqlModel {
    private final Salesforce org;
    private final Schema schema;
    private final Navigator navigator;
    private final QueryTabs tabs;
    private final HistoryModel history;
    private final SavedModel saved;

    /**
     * @param orgId ours; drafts and history are kept by org
     * @param savedFolder where saved queries lie; the history lies beside it
     * @param failed told of what went wrong aside from what the person asked for
     */
    SoqlModel(
            String orgId,
            Salesforce org,
            Schema schema,
            Background background,
            Drafts drafts,
            Navigator navigator,
            Path savedFolder,
            Consumer<Problem> failed) {
        this.org = org;
        this.schema = schema;
        this.navigator = navigator;
        Path historyFile =
                savedFolder.toAbsolutePath().resolveSibling("soql-history").resolve(orgId + ".jsonl");
        this.history = new HistoryModel(historyFile, background, failed);
        this.saved = new SavedModel(savedFolder, background);
        String prefix = orgId + "/soql/";
        this.tabs = new QueryTabs(
                drafts,
                prefix,
                tab -> new QueryRun(org, schema, background, history::add, drafts, prefix + "changes/" + tab));
        saved.shown().addListener((ListChangeListener<SavedQuery>) change -> recogniseSaved());
        saved.load();
    }

    QueryTabs tabs() {
        return tabs;
    }

    HistoryModel history() {
        return history;
    }

    SavedModel saved() {
        return saved;
    }

    Schema schema() {
        return schema;
    }

    OrgRecords records() {
        return new OrgRecords(org);
    }

    /** Runs the current tab: what is chosen in it, else all of it. */
    void run(Range chosen) {
        QueryTab tab = tabs.current();
        String text = tab.textProperty().get();
        String part = part(text, chosen);
        int offset = chosen.length() == 0 ? 0 : chosen.start();
        tab.run().run(part, offset, tab.modeProperty().get());
    }

    /** Stops what the current tab does; tells whether it did anything. */
    boolean cancel() {
        return tabs.current().run().cancel();
    }

    /** Asks how the org would run the current tab. */
    void explain(Range chosen) {
        QueryTab tab = tabs.current();
        tab.run()
                .explain(
                        part(tab.textProperty().get(), chosen),
                        tab.modeProperty().get());
    }

    /** What the same query is as a call of a tool. */
    ObjectNode toolArguments(Range chosen) {
        QueryTab tab = tabs.current();
        ObjectNode arguments =
                JsonText.NODES.objectNode().put("q", part(tab.textProperty().get(), chosen));
        if (tab.modeProperty().get().all() && !tab.modeProperty().get().tooling()) {
            arguments.put("all_rows", true);
        }
        return arguments;
    }

    /** The tool that an agent would call. */
    String toolName() {
        return tabs.current().modeProperty().get().tooling()
                ? "list_all_salesforce_tooling_query"
                : "list_all_salesforce_query";
    }

    /** Opens that call in Tools. */
    void openAsToolCall(Range chosen) {
        navigator.openTool(toolName(), toolArguments(chosen));
    }

    /** Opens a query in a new tab, or in the current one while that is empty. */
    QueryTab openQuery(String name, String soql) {
        QueryTab tab = tabs.current();
        if (tab.textProperty().get().isBlank()) {
            tab.textProperty().set(soql);
            if (!name.isBlank()) {
                tab.nameProperty().set(name);
            }
            return tab;
        }
        return tabs.open(name, soql);
    }

    /** Opens a saved query; one that is open already comes to the front. */
    void openSaved(SavedQuery query) {
        for (QueryTab tab : tabs.list()) {
            SavedQuery of = tab.savedProperty().get();
            if (of != null && of.path().equals(query.path())) {
                tabs.currentProperty().set(tab);
                return;
            }
        }
        openQuery(query.name(), query.soql()).savedProperty().set(query);
    }

    /** Saves the current tab under a name that is new, or over the one that it was opened from. */
    void save(SavedQuery as, Runnable done) {
        QueryTab tab = tabs.current();
        SavedQuery before = tab.savedProperty().get();
        Consumer<SavedQuery> then = now -> {
            tab.savedProperty().set(now);
            tab.nameProperty().set(now.name());
            done.run();
        };
        if (before != null && before.path().equals(as.path())) {
            saved.change(before, as, then);
        } else {
            saved.add(as, then);
        }
    }

    /** A saved query has another name or place: tabs that were opened from it go along. */
    void renamed(SavedQuery before, SavedQuery now) {
        for (QueryTab tab : tabs.list()) {
            SavedQuery of = tab.savedProperty().get();
            if (of != null && of.path().equals(before.path())) {
                tab.savedProperty().set(now);
                tab.nameProperty().set(now.name());
            }
        }
    }

    /** Shows a record with all its fields, in a tab of its own. What it is of, its id's first characters tell. */
    void openRecord(String id) {
        String prefix = id.substring(0, Math.min(3, id.length()));
        schema.objects().known().stream()
                .flatMap(List::stream)
                .filter(object -> object.keyPrefix().equals(prefix))
                .findFirst()
                .ifPresentOrElse(
                        object -> {
                            tabs.open(
                                    object.label() + " " + id,
                                    "SELECT FIELDS(ALL)\nFROM " + object.name() + "\nWHERE Id = '" + id + "'\nLIMIT 1");
                            run(new Range(0, 0));
                        },
                        () -> navigator.openTool(
                                "get_single_salesforce_record_by_id",
                                JsonText.NODES.objectNode().put("id", id)));
    }

    /** The object behind the current tab's FROM. */
    Lookup<ObjectSchema> object() {
        String name = Soql.read(tabs.current().textProperty().get()).query().from().stream()
                .findFirst()
                .map(from -> from.path().text())
                .orElse("");
        return name.isBlank() ? new Lookup.Absent<>() : schema.object(name);
    }

    /** After a restart, and when somebody else changed the files, tabs know anew what they were opened from. */
    private void recogniseSaved() {
        for (QueryTab tab : tabs.list()) {
            SavedQuery of = tab.savedProperty().get();
            if (of != null) {
                saved.find(of.path()).ifPresent(now -> tab.savedProperty().set(now));
            }
        }
    }

    private static String part(String text, Range chosen) {
        return chosen.length() == 0 || chosen.end() > text.length()
                ? text
                : text.substring(chosen.start(), chosen.end());
    }
}
