package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Values that a person may pick instead of typing them. Asking never blocks. Screen's thread only. */
public interface Suggestions {
    /** Nothing is ever suggested. */
    Suggestions NONE = new Suggestions() {
        @Override
        public boolean has(Asked asked) {
            return false;
        }

        @Override
        public List<Suggestion> of(Asked asked) {
            return List.of();
        }

        @Override
        public Runnable onChange(Runnable listener) {
            return () -> {};
        }
    };

    /** Whether there may be suggestions at that place, now or later: then the field offers them. Quick. */
    boolean has(Asked asked);

    /** All that fits there, as far as is known now; what is missing is fetched, and {@link #onChange} tells. */
    List<Suggestion> of(Asked asked);

    /**
     * Calls {@code listener} on the screen's thread whenever more is known.
     *
     * @return ends that
     */
    Runnable onChange(Runnable listener);

    /**
     * What is asked for.
     *
     * @param place where the value stands in the arguments; for a key, the object that gets the member
     * @param key whether the name of a member is asked for, and not its value
     * @param arguments all arguments as they are
     */
    record Asked(JsonPointer place, boolean key, ObjectNode arguments) {}

    /**
     * One value.
     *
     * @param note what a person knows it by, as its label; may be empty
     */
    record Suggestion(String value, String note) {}
}
