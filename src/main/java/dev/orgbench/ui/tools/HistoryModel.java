package dev.orgbench.ui.tools;

import dev.orgbench.store.StoreException;
import dev.orgbench.trace.Message;
import dev.orgbench.trace.Trace;
import dev.orgbench.trace.TraceEntry;
import dev.orgbench.trace.TraceQuery;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Problem;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Earlier calls of one tool, by whomever, of this run and of those before it; newest first. */
final class HistoryModel {
    private static final int PAGE = 100;
    private static final int SHOWN = 400;

    private final String tool;
    private final String orgId;
    private final Trace trace;
    private final Background background;
    private final ObservableList<Past> past = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private Background.Job reading = Background.Job.NONE;

    HistoryModel(String tool, String orgId, Trace trace, Background background) {
        this.tool = tool;
        this.orgId = orgId;
        this.trace = trace;
        this.background = background;
    }

    /**
     * One call.
     *
     * @param result in a few words
     * @param arguments as JSON on one line, cut to what a table can show
     */
    record Past(Message message, String result, String arguments) {}

    ObservableList<Past> past() {
        return past;
    }

    /** Whether there may be older ones than those listed. */
    ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Reads the newest anew. */
    void refresh() {
        read(Long.MAX_VALUE);
    }

    /** Reads a page of older ones. */
    void older() {
        read(past.isEmpty() ? Long.MAX_VALUE : past.getLast().message().id());
    }

    private void read(long before) {
        reading.cancel();
        reading = background.run(
                () -> trace.older(before, PAGE, TraceQuery.ALL.withName(tool)),
                found -> {
                    List<Past> page = found.stream()
                            .filter(this::isOurs)
                            .map(entry -> past((Message) entry))
                            .toList();
                    if (before == Long.MAX_VALUE) {
                        past.setAll(page);
                    } else {
                        past.addAll(page);
                    }
                    more.set(!found.isEmpty());
                    problem.set(null);
                },
                failure -> problem.set(
                        failure instanceof StoreException e
                                ? new Problem(null, String.valueOf(e.getMessage()), "The log has the details.")
                                : Problem.of(failure)));
    }

    /** Calls of other orgs' tools of the same name are not this tool's. */
    private boolean isOurs(TraceEntry entry) {
        return entry instanceof Message message
                && tool.equals(message.tool())
                && (message.orgId().isEmpty() || message.orgId().equals(orgId));
    }

    private static Past past(Message message) {
        return new Past(message, result(message), arguments(message));
    }

    private static String result(Message message) {
        Message.Result result = message.result();
        if (result == null) {
            return "under way";
        }
        return Problem.in(message).map(Problem::summary).orElse(result.summary());
    }

    private static String arguments(Message message) {
        try {
            String all = JsonText.compact(ToolCall.arguments(message));
            return all.length() <= SHOWN ? all : all.substring(0, SHOWN) + "…";
        } catch (JsonText.Malformed e) {
            return message.request()
                    .substring(0, Math.min(SHOWN, message.request().length()));
        }
    }
}
