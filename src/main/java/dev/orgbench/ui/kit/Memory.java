package dev.orgbench.ui.kit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the window remembers from one run to the next: its place, the theme, where the splits stand. */
public interface Memory {
    /** The value kept under {@code key}. */
    Optional<String> get(String key);

    /** Keeps {@code value}; quick, as it is called on the screen's thread. */
    void put(String key, String value);

    /** A number kept under {@code key}, or {@code otherwise} if there is none that makes sense. */
    default double number(String key, double otherwise) {
        try {
            double value = get(key).map(Double::parseDouble).orElse(otherwise);
            return Double.isFinite(value) ? value : otherwise;
        } catch (NumberFormatException e) {
            // A damaged settings file must not keep the window from opening.
            return otherwise;
        }
    }

    /** A memory that lasts as long as the window. */
    static Memory forThisRun() {
        Map<String, String> kept = new HashMap<>();
        return new Memory() {
            @Override
            public Optional<String> get(String key) {
                return Optional.ofNullable(kept.get(key));
            }

            @Override
            public void put(String key, String value) {
                kept.put(key, value);
            }
        };
    }
}
