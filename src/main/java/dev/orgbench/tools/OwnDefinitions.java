package dev.orgbench.tools;

import dev.orgbench.tools.sources.DefinitionSource;
import dev.orgbench.tools.sources.FolderDefinitions;
import dev.orgbench.tools.sources.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A person's own definitions: found, checked, written. What is written takes effect at once. Blocking; for any thread. */
public final class OwnDefinitions {
    private final Definitions definitions;
    private final FolderDefinitions folder;

    OwnDefinitions(Definitions definitions, FolderDefinitions folder) {
        this.definitions = definitions;
        this.folder = folder;
    }

    /** Where the files are. */
    public Path folder() {
        return folder.folder();
    }

    /** Where the definition of a tool stands; empty if nothing here makes it. */
    public Optional<DefinitionPlace> of(String tool) {
        return definitions.place(tool);
    }

    /** A file by its name; empty if there is none. */
    public Optional<DefinitionPlace> file(String name) {
        return definitions.file(name, 1);
    }

    /** What would be wrong with a file of that name if it had that text; the lines are its own. */
    public List<Problem> faults(String file, String text) {
        return definitions.faults(new DefinitionSource.DefinitionFile(file, text));
    }

    /** What is wrong with the person's own files as they are now. */
    public List<Problem> problems() {
        return definitions.problems().stream()
                .filter(problem ->
                        file(problem.file()).map(DefinitionPlace::own).orElse(false))
                .toList();
    }

    /** Writes a file into the folder, whole or not at all. */
    public void save(String file, String text) throws IOException {
        folder.write(file, text);
    }

    /** Takes a file out of the folder; a bundled one of its name is in force again. */
    public void delete(String file) throws IOException {
        folder.delete(file);
    }
}
