package dev.orgbench.tools.prompts;

import dev.orgbench.tools.sources.DefinitionSource;
import dev.orgbench.tools.sources.DefinitionSource.DefinitionFile;
import dev.orgbench.tools.sources.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The prompts of several sources: a file of a later one replaces that of the same name of an earlier one. The sources
 * are read anew each time, and parsed again if something changed. Safe for use by several threads.
 */
final class PromptFiles {
    private final List<DefinitionSource> sources;
    private final PromptReader reader = new PromptReader();
    private @Nullable Read last;

    PromptFiles(List<DefinitionSource> sources) {
        this.sources = List.copyOf(sources);
    }

    private record Read(
            List<DefinitionFile> files,
            List<Problem> unreadable,
            List<PromptDefinition> prompts,
            List<Problem> problems) {}

    List<PromptDefinition> prompts() {
        return current().prompts();
    }

    List<Problem> problems() {
        return current().problems();
    }

    private synchronized Read current() {
        Map<String, DefinitionFile> byName = new LinkedHashMap<>();
        List<Problem> unreadable = new ArrayList<>();
        for (DefinitionSource source : sources) {
            try {
                source.files().forEach(file -> byName.put(file.name(), file));
            } catch (IOException e) {
                unreadable.add(new Problem("prompts", 0, "cannot be read: " + e.getMessage()));
            }
        }
        List<DefinitionFile> files = List.copyOf(byName.values());
        Read before = last;
        if (before != null
                && before.files().equals(files)
                && before.unreadable().equals(unreadable)) {
            return before;
        }
        Read read = read(files, unreadable);
        last = read;
        return read;
    }

    private Read read(List<DefinitionFile> files, List<Problem> unreadable) {
        List<Problem> problems = new ArrayList<>(unreadable);
        Map<String, PromptDefinition> prompts = new LinkedHashMap<>();
        for (DefinitionFile file : files) {
            reader.read(file, problems).ifPresent(definition -> {
                String name = definition.prompt().name();
                PromptDefinition other = prompts.putIfAbsent(name, definition);
                if (other != null) {
                    problems.add(new Problem(file.name(), 0, "the prompt " + name + " is already in " + other.file()));
                }
            });
        }
        return new Read(files, List.copyOf(unreadable), List.copyOf(prompts.values()), List.copyOf(problems));
    }
}
