package dev.orgbench.tools.sources;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the definition files of an integration come from. */
public interface DefinitionSource {
    /** All files, as they are now, in a stable order. */
    List<DefinitionFile> files() throws IOException;

    /**
     * One YAML file.
     *
     * @param name {@code record.yaml}; files of a later source replace those of the same name of an earlier one
     * @param unreadable why its text could not be had; null if it could
     */
    record DefinitionFile(
            String name, String text, @Nullable String unreadable) {
        public DefinitionFile(String name, String text) {
            this(name, text, null);
        }
    }
}
