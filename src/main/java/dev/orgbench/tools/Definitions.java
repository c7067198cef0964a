package dev.orgbench.tools;

import dev.orgbench.tools.DefinitionSource.DefinitionFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of one integration, from several sources: files of later sources replace those of the same name of
 * earlier ones, and add to them. The sources are read anew each time; a file is parsed again only if its text changed.
 * Safe for use by several threads.
 */
public final class Definitions {
    private static final String INTEGRATION = "integration.yaml";

    private final List<DefinitionSource> sources;
    private final DefinitionReader reader;
    private @Nullable Read last;

    public Definitions(Behaviours behaviours, List<DefinitionSource> sources) {
        this.sources = List.copyOf(sources);
        this.reader = new DefinitionReader(behaviours);
    }

    /** What is wrong with the files as they are now. */
    public List<Problem> problems() {
        return current().problems();
    }

    List<MethodDefinition> methods() {
        return current().methods();
    }

    private record Read(
            List<DefinitionFile> files, List<Problem> unreadable, List<MethodDefinition> methods, List<Problem> problems) {}

    private synchronized Read current() {
        Map<String, DefinitionFile> files = new LinkedHashMap<>();
        List<Problem> unreadable = new ArrayList<>();
        for (DefinitionSource source : sources) {
            try {
                source.files().forEach(file -> files.put(file.name(), file));
            } catch (IOException e) {
                unreadable.add(new Problem("definitions", 0, "cannot be read: " + e.getMessage()));
            }
        }
        List<DefinitionFile> now = List.copyOf(files.values());
        Read before = last;
        if (before != null && before.files().equals(now) && before.unreadable().equals(unreadable)) {
            return before;
        }
        Read read = read(now, unreadable);
        last = read;
        return read;
    }

    private Read read(List<DefinitionFile> files, List<Problem> unreadable) {
        List<Problem> problems = new ArrayList<>(unreadable);
        Integration integration = null;
        for (DefinitionFile file : files) {
            if (file.name().equals(INTEGRATION)) {
                integration = reader.integration(file, problems);
            }
        }
        List<MethodDefinition> methods = new ArrayList<>();
        Map<String, String> takenBy = new HashMap<>();
        for (DefinitionFile file : files) {
            if (integration == null || file.name().equals(INTEGRATION)) {
                continue;
            }
            for (MethodDefinition method : reader.resource(file, integration, problems)) {
                String other = takenBy.putIfAbsent(method.toolName(), file.name());
                if (other == null) {
                    methods.add(method);
                } else {
                    problems.add(new Problem(
                            file.name(), 0, "the tool " + method.toolName() + " is already made by " + other));
                }
            }
        }
        if (integration == null && problems.isEmpty()) {
            problems.add(new Problem(INTEGRATION, 0, "is missing, so there are no tools"));
        }
        return new Read(files, List.copyOf(unreadable), List.copyOf(methods), List.copyOf(problems));
    }
}
