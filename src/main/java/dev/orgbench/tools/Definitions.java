package dev.orgbench.tools;

import dev.orgbench.tools.sources.DefinitionSource;
import dev.orgbench.tools.sources.DefinitionSource.DefinitionFile;
import dev.orgbench.tools.sources.FolderDefinitions;
import dev.orgbench.tools.sources.Problem;
import dev.orgbench.trace.Trace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of one integration, from several sources: files of later sources replace those of the same name of
 * earlier ones, and add to them. The sources are read anew each time; a file is parsed again only if its text changed.
 * Safe for use by several threads.
 */
public final class Definitions {
    private static final String INTEGRATION = "integration.yaml";

    private static final int MOST_FAULTS = 25;

    private final List<DefinitionSource> sources;
    private final DefinitionReader reader;
    private final DefinitionListeners listeners;
    private @Nullable Read last;

    public Definitions(Behaviours behaviours, List<DefinitionSource> sources) {
        this.sources = List.copyOf(sources);
        this.reader = new DefinitionReader(behaviours);
        this.listeners = new DefinitionListeners(this.sources);
    }

    /** What is wrong with the files as they are now. */
    public List<Problem> problems() {
        return current().problems();
    }

    /** The person's own ones, if there is a folder for them. */
    public Optional<OwnDefinitions> own() {
        return folder().map(folder -> new OwnDefinitions(this, folder));
    }

    /** Tells {@code listener} when files of a person's folder have changed, by whatever program, on a thread of its own. */
    public Trace.Subscription onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /** Where the definition of a tool stands. */
    Optional<DefinitionPlace> place(String tool) {
        return methods().stream()
                .filter(method -> method.toolName().equals(tool))
                .findFirst()
                .flatMap(method -> file(method.file(), method.line()));
    }

    /** A file by its name. */
    Optional<DefinitionPlace> file(String name, int line) {
        Optional<DefinitionFile> file = current().files().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        boolean own = false;
        boolean bundled = false;
        for (DefinitionSource source : sources) {
            boolean here = isIn(source, name);
            own |= here && source instanceof FolderDefinitions;
            bundled |= here && !(source instanceof FolderDefinitions);
        }
        boolean isOwn = own;
        boolean isBundled = bundled;
        return file.map(each -> new DefinitionPlace(name, each.text(), line, isOwn, isBundled));
    }

    /** What would be wrong with a file if it stood among the others. */
    List<Problem> faults(DefinitionFile file) {
        Map<String, DefinitionFile> files = new LinkedHashMap<>();
        current().files().forEach(each -> files.put(each.name(), each));
        files.put(file.name(), file);
        return read(List.copyOf(files.values()), Set.of(), List.of()).problems().stream()
                .filter(problem -> problem.file().equals(file.name()))
                .toList();
    }

    private Optional<FolderDefinitions> folder() {
        return sources.stream()
                .filter(FolderDefinitions.class::isInstance)
                .map(FolderDefinitions.class::cast)
                .findFirst();
    }

    private static boolean isIn(DefinitionSource source, String name) {
        try {
            return source.files().stream().anyMatch(file -> file.name().equals(name));
        } catch (IOException e) {
            // It is among the problems already.
            return false;
        }
    }

    List<MethodDefinition> methods() {
        return current().methods();
    }

    private record Read(
            List<DefinitionFile> files,
            List<Problem> unreadable,
            List<MethodDefinition> methods,
            List<Problem> problems) {}

    private synchronized Read current() {
        Map<String, DefinitionFile> files = new LinkedHashMap<>();
        Set<String> standIns = new HashSet<>();
        List<Problem> unreadable = new ArrayList<>();
        for (DefinitionSource source : sources) {
            try {
                for (DefinitionFile file : source.files()) {
                    if (files.put(file.name(), file) != null) {
                        standIns.add(file.name());
                    }
                }
            } catch (IOException e) {
                unreadable.add(new Problem("definitions", 0, "cannot be read: " + e.getMessage()));
            }
        }
        List<DefinitionFile> now = List.copyOf(files.values());
        Read before = last;
        if (before != null && before.files().equals(now) && before.unreadable().equals(unreadable)) {
            return before;
        }
        Read read = read(now, standIns, unreadable);
        last = read;
        return read;
    }

    /**
     * As many faults of a file as somebody may read.
     *
     * @param consequence what follows, told once; empty for nothing
     */
    private static List<Problem> told(List<Problem> faults, String consequence) {
        List<Problem> told = new ArrayList<>(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
        if (faults.size() > MOST_FAULTS) {
            told.add(new Problem(faults.getFirst().file(), 0, "has " + (faults.size() - MOST_FAULTS) + " faults more"));
        }
        if (!told.isEmpty() && !consequence.isEmpty()) {
            Problem first = told.removeFirst();
            told.addFirst(new Problem(
                    first.file(), first.line(), first.fault() + " (until this is put right, " + consequence + ")"));
        }
        return told;
    }

    /** @param standIns names of files that stand in for others of that name */
    private Read read(List<DefinitionFile> files, Set<String> standIns, List<Problem> unreadable) {
        List<Problem> problems = new ArrayList<>(unreadable);
        Integration integration = null;
        for (DefinitionFile file : files) {
            if (file.name().equals(INTEGRATION)) {
                List<Problem> faults = new ArrayList<>();
                integration = reader.integration(file, faults);
                problems.addAll(told(faults, integration == null ? "there are no tools at all" : ""));
            }
        }
        List<MethodDefinition> methods = new ArrayList<>();
        Map<String, MethodDefinition> takenBy = new HashMap<>();
        for (DefinitionFile file : files) {
            if (integration == null || file.name().equals(INTEGRATION)) {
                continue;
            }
            List<Problem> faults = new ArrayList<>();
            List<MethodDefinition> made = reader.resource(file, integration, faults);
            // The bundled file does not come back: whoever replaced it may have meant to take a tool away.
            boolean isWithout = made.isEmpty() && standIns.contains(file.name());
            problems.addAll(told(faults, isWithout ? "the tools of the bundled " + file.name() + " are away too" : ""));
            for (MethodDefinition method : made) {
                MethodDefinition other = takenBy.putIfAbsent(method.toolName(), method);
                if (other == null) {
                    methods.add(method);
                } else {
                    problems.add(new Problem(
                            file.name(),
                            method.line(),
                            "the tool " + method.toolName() + " is already made by " + other.file() + ":" + other.line()
                                    + ": give this one another name, or the file the name of the one that it is to stand"
                                    + " in for"));
                }
            }
        }
        if (integration == null && problems.isEmpty()) {
            problems.add(new Problem(INTEGRATION, 0, "is missing, so there are no tools"));
        }
        return new Read(files, List.copyOf(unreadable), List.copyOf(methods), List.copyOf(problems));
    }
}
