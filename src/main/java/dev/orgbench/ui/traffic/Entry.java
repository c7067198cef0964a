package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Message;
import dev.orgbench.ui.kit.Problem;
import java.util.Arrays;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One line of the list: a message, which is replaced when its answer comes. */
final class Entry {
    /** Looking through whole answers of thousands of messages would be felt at every key. */
    private static final int SEARCHED = 2_000;

    private final Burst burst;
    private final ReadOnlyObjectWrapper<Message> message;
    /** What the filter looks through, in small letters; made once, as the filter changes with every key. */
    private String searched = "";
    private @Nullable Problem problem;

    Entry(Message message, Burst burst) {
        this.message = new ReadOnlyObjectWrapper<>(message);
        this.burst = burst;
        answered(message);
    }

    long id() {
        return message().id();
    }

    Message message() {
        return message.get();
    }

    ReadOnlyObjectProperty<Message> messageProperty() {
        return message.getReadOnlyProperty();
    }

    Burst burst() {
        return burst;
    }

    boolean failed() {
        Message.Result result = message().result();
        return result != null && result.failure() != null;
    }

    /** Why it failed; null if it did not, or not yet. */
    @Nullable Problem problem() {
        return problem;
    }

    /** The message as it is now. */
    void answered(Message now) {
        searched = searched(now);
        problem = Problem.in(now).orElse(null);
        message.set(now);
        Message.Result result = now.result();
        burst.reach(result == null ? now.started() : now.started().plus(result.took()));
    }

    /** Whether all words of {@code filter} stand in what the list shows of it, or early in the request or the answer. */
    boolean says(String filter) {
        return Arrays.stream(filter.strip().toLowerCase(Locale.ROOT).split("\\s+")).allMatch(searched::contains);
    }

    private static String searched(Message now) {
        Message.Result result = now.result();
        String all = String.join(" ", now.title(), now.method(), now.client(), now.server(), beginning(now.request()))
                + (result == null ? "" : ' ' + result.summary() + ' ' + result.failure() + ' ' + beginning(result.body()));
        return all.toLowerCase(Locale.ROOT);
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(SEARCHED, text.length()));
    }
}
