package dev.orgbench.ui.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Saved calls as files, {@code <folder>/<collection>/<name>.json}: a tool's name and its arguments as they were written,
 * in their order, and nothing of the machine or its secrets. Fit for git, and for copying to a colleague. Blocking.
 */
final class SavedCalls {
    private static final String ENDING = ".json";
    private static final int LONGEST_NAME = 100;
    private static final int LARGEST = 16_000_000;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul");

    private final Path folder;

    SavedCalls(Path folder) {
        this.folder = folder;
    }

    /** Where the collections are. */
    Path folder() {
        return folder;
    }

    /** A file that is no saved call, and why not. */
    record Unreadable(Path file, String why) {}

    /** All that lies in the folder, by collection and name. */
    record Found(List<SavedCall> calls, List<Unreadable> unreadable) {}

    Found list() throws IOException {
        List<SavedCall> calls = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return new Found(calls, unreadable);
        }
        for (Path collection : sorted(folder)) {
            if (!Files.isDirectory(collection) || name(collection).startsWith(".")) {
                continue;
            }
            for (Path file : sorted(collection)) {
                if (name(file).endsWith(ENDING)) {
                    read(name(collection), file, calls, unreadable);
                }
            }
        }
        return new Found(calls, unreadable);
    }

    /**
     * Writes a call.
     *
     * @param replace whether one of that name may be replaced
     * @throws FileAlreadyExistsException if there is one and it may not
     */
    void save(SavedCall call, boolean replace) throws IOException {
        Path file = place(call.collection(), call.name());
        Files.createDirectories(file.getParent());
        if (!replace && Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        ObjectNode text = JsonText.NODES.objectNode().put("tool", call.tool());
        text.set("arguments", call.arguments());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, JsonText.pretty(text) + "\n");
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Gives a call another name or collection.
     *
     * @throws FileAlreadyExistsException if there is one of that name
     */
    void rename(SavedCall call, String collection, String name) throws IOException {
        Path to = place(collection, name);
        Files.createDirectories(to.getParent());
        Files.move(place(call.collection(), call.name()), to);
        dropIfEmpty(call.collection());
    }

    void delete(SavedCall call) throws IOException {
        Files.deleteIfExists(place(call.collection(), call.name()));
        dropIfEmpty(call.collection());
    }

    /** What keeps {@code name} from being a file's name on any system, in a sentence; empty if nothing does. */
    static String fault(String name) {
        if (name.isBlank()) {
            return "A name is needed.";
        }
        if (FORBIDDEN.matcher(name).find()) {
            return "These characters cannot stand in a file’s name: \\ / : * ? \" < > |";
        }
        if (name.startsWith(".") || name.endsWith(".") || name.endsWith(" ") || name.startsWith(" ")) {
            return "A name neither begins nor ends with a dot or a space.";
        }
        if (name.length() > LONGEST_NAME || RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            return name.length() > LONGEST_NAME ? "At most 100 characters." : "Windows keeps this name for itself.";
        }
        return "";
    }

    private Path place(String collection, String name) throws IOException {
        for (String part : List.of(collection, name)) {
            if (!fault(part).isEmpty()) {
                throw new IOException(fault(part));
            }
        }
        return folder.resolve(collection).resolve(name + ENDING);
    }

    private void dropIfEmpty(String collection) throws IOException {
        Path emptied = folder.resolve(collection);
        if (sorted(emptied).isEmpty()) {
            Files.deleteIfExists(emptied);
        }
    }

    private static void read(String collection, Path file, List<SavedCall> calls, List<Unreadable> unreadable) {
        try {
            if (Files.size(file) > LARGEST) {
                unreadable.add(new Unreadable(file, "It is larger than 16 MB."));
                return;
            }
            ObjectNode text = JsonText.parseObject(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            String tool = text.path("tool").asText("");
            if (tool.isEmpty() || !(text.path("arguments") instanceof ObjectNode arguments)) {
                unreadable.add(new Unreadable(file, "It needs \"tool\", a name, and \"arguments\", an object."));
                return;
            }
            String name = name(file);
            calls.add(new SavedCall(collection, name.substring(0, name.length() - ENDING.length()), tool, arguments));
        } catch (JsonText.Malformed e) {
            unreadable.add(new Unreadable(file, e.text()));
        } catch (IOException e) {
            unreadable.add(new Unreadable(file, "It cannot be read: " + e.getMessage()));
        }
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
