package dev.orgbench.ui.objects;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Problem;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The form of a custom field while a person fills it in: kept as a draft with every key, and sent by a tool. */
final class FieldForm {
    private final FieldTools tools;
    private final Drafts drafts;
    private final String draftName;
    private final Consumer<JsonNode> done;
    private final FieldDraft fresh;
    private final ReadOnlyObjectWrapper<FieldDraft> draft;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Editing(null));
    private final Set<FieldPart> touched = new HashSet<>();
    private boolean showsAll;
    private Background.Job job = Background.Job.NONE;

    /**
     * @param draftName where what is written is kept
     * @param done gets the tool's answer once the field stands
     */
    FieldForm(FieldDraft fresh, FieldTools tools, Drafts drafts, String draftName, Consumer<JsonNode> done) {
        this.tools = tools;
        this.drafts = drafts;
        this.draftName = draftName;
        this.done = done;
        this.fresh = fresh;
        this.draft = new ReadOnlyObjectWrapper<>(
                drafts.get(draftName).map(fresh::restored).orElse(fresh));
    }

    /** Whether it is being sent. */
    sealed interface State {
        /**
         * It is being written.
         *
         * @param problem why it was not taken last time; null if it was not sent yet
         */
        record Editing(@Nullable Problem problem) implements State {}

        record Sending() implements State {}

        record Sent() implements State {}
    }

    ReadOnlyObjectProperty<FieldDraft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    FieldDraft draft() {
        return draft.get();
    }

    /** The call as it will go out. */
    String preview() {
        return JsonText.pretty(draft().arguments());
    }

    String serverName() {
        return tools.serverName();
    }

    void write(FieldPart part, String text) {
        touched.add(part);
        take(draft().with(part, text));
    }

    void choose(FieldKind kind) {
        take(draft().with(kind));
    }

    /** What is wrong, as far as it should be said already: in parts that were edited, after a try to send everywhere. */
    Map<FieldPart, String> problems() {
        return draft().problems().entrySet().stream()
                .filter(each -> showsAll || touched.contains(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Forgets what was written. */
    void startAfresh() {
        drafts.remove(draftName);
        touched.clear();
        showsAll = false;
        draft.set(fresh);
    }

    /** Sends it if nothing is wrong with it. */
    void send() {
        if (state.get() instanceof State.Sending) {
            return;
        }
        showsAll = true;
        FieldDraft sent = draft();
        if (!sent.problems().isEmpty()) {
            // Named, as those below the fold are not seen.
            String parts =
                    sent.problems().keySet().stream().map(FieldPart::words).collect(Collectors.joining(", "));
            state.set(new State.Editing(new Problem(null, "Not right yet: " + parts + ". The form says why.", null)));
            return;
        }
        if (!sent.changesSomething()) {
            state.set(new State.Editing(new Problem(null, "Nothing was changed, so nothing was sent.", null)));
            return;
        }
        state.set(new State.Sending());
        job = tools.call(
                sent.tool(),
                sent.arguments(),
                answer -> {
                    drafts.remove(draftName);
                    state.set(new State.Sent());
                    done.accept(answer);
                },
                problem -> state.set(new State.Editing(problem)));
    }

    /** Gives up on the answer; the org may have carried it out all the same. */
    void cancel() {
        if (state.get() instanceof State.Sending) {
            job.cancel();
            state.set(new State.Editing(new Problem(
                    null,
                    "Cancelled. The org may have carried it out all the same.",
                    "Refresh the object before sending it again.")));
        }
    }

    private void take(FieldDraft next) {
        drafts.put(draftName, next.kept());
        draft.set(next);
    }
}
