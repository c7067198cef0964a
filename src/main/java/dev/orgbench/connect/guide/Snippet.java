package dev.orgbench.connect.guide;

import dev.orgbench.connect.merge.ConfigEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text to copy, to save or to put into a file.
 *
 * @param name what it is
 * @param language how it is written
 * @param text all of it, secrets included
 * @param masked fit for the screen
 * @param entry the same as an entry of a configuration file; null if it does not belong into one
 * @param files where such a file lies; the first is the usual one
 */
public record Snippet(
        String name,
        Language language,
        String text,
        String masked,
        @Nullable ConfigEntry entry,
        List<ConfigFile> files) {
    /** How a text is written. */
    public enum Language {
        JSON,
        TOML,
        SHELL
    }

    /** Without its secrets. */
    @Override
    public String toString() {
        return "Snippet[" + name + ": " + masked + "]";
    }
}
