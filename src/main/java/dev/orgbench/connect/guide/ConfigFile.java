package dev.orgbench.connect.guide;

import dev.orgbench.connect.Machine;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration file's place.
 *
 * @param places its path by machine, beginning with {@code ~} or {@code %APPDATA%}; empty for a project's
 * @param inProject its path inside a project's folder; empty for the person's own
 */
public record ConfigFile(Map<Machine.Kind, String> places, String inProject) {
    /** Whether it belongs to a project, whose folder must be chosen first. */
    public boolean isInProject() {
        return !inProject.isEmpty();
    }

    /** Where the person's own lies; empty if the client has none on such a machine, or it belongs to a project. */
    public Optional<Path> on(Machine machine) {
        return Optional.ofNullable(places.get(machine.kind())).map(machine::path);
    }

    /** Where it lies in the project in {@code folder}. */
    public Path in(Path folder) {
        return folder.resolve(inProject);
    }
}
