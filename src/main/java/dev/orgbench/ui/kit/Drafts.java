package dev.orgbench.ui.kit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a person has typed and not yet sent: query tabs, arguments of calls, forms half filled. It outlives the process,
 * however that ends. Names are ours, as {@code demo/soql/tab-3}; texts may be long.
 */
public interface Drafts {
    /** The text kept under {@code name}. */
    Optional<String> get(String name);

    /** Keeps {@code text}; quick, as it is called at every keystroke. It is on disk within half a second. */
    void put(String name, String text);

    /** Forgets it, as when a tab is closed. */
    void remove(String name);

    /** All names that begin with {@code prefix}, in order. */
    List<String> names(String prefix);

    /** Calls {@code told}, on any thread, with a sentence when what is typed can no longer be kept. */
    default void onTrouble(Consumer<String> told) {}

    /** Drafts that last as long as the window. */
    static Drafts forThisRun() {
        Map<String, String> kept = new HashMap<>();
        return new Drafts() {
            @Override
            public Optional<String> get(String name) {
                return Optional.ofNullable(kept.get(name));
            }

            @Override
            public void put(String name, String text) {
                kept.put(name, text);
            }

            @Override
            public void remove(String name) {
                kept.remove(name);
            }

            @Override
            public List<String> names(String prefix) {
                return kept.keySet().stream()
                        .filter(name -> name.startsWith(prefix))
                        .sorted()
                        .toList();
            }
        };
    }
}
