package dev.orgbench.ui.soql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Queries as files: {@code folder/name.soql}, one each, fit for git. What somebody else put there is found too. Calls
 * block.
 */
final class SavedQueries {
    private static final String ENDING = ".soql";
    /** What some file system refuses in a name. */
    private static final Pattern UNFIT = Pattern.compile("[\\\\:*?\"<>|\\p{Cntrl}]");

    private static final int LONGEST_NAME = 100;
    /** A file's name has 255 bytes on most systems; the rest is for the ending, and for the file while it is written. */
    private static final int LONGEST_NAME_BYTES = 240;

    private static final int DEEPEST = 6;
    private static final JsonMapper JSON = new JsonMapper();

    private final Path root;

    SavedQueries(Path root) {
        this.root = root;
    }

    /** By folder and name. Hidden folders, as {@code .git}, are left out. */
    synchronized List<SavedQuery> all() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root, DEEPEST + 1)) {
            files = walk.filter(file -> file.toString().endsWith(ENDING) && Files.isRegularFile(file))
                    .filter(file -> Stream.of(root.relativize(file).toString().split("[/\\\\]"))
                            .noneMatch(part -> part.startsWith(".")))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        List<SavedQuery> found = new ArrayList<>();
        for (Path file : files) {
            Path below = root.relativize(file);
            Path parent = below.getParent();
            String folder = parent == null ? "" : parent.toString().replace('\\', '/');
            String fileName = below.getFileName().toString();
            String name = fileName.substring(0, fileName.length() - ENDING.length());
            try {
                found.add(SavedQuery.ofFile(folder, name, Files.readString(file, StandardCharsets.UTF_8)));
            } catch (MalformedInputException | AccessDeniedException unreadable) {
                found.add(new SavedQuery(folder, name, List.of("unreadable"), ""));
            }
        }
        found.sort(Comparator.comparing(SavedQuery::folder, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(SavedQuery::name, String.CASE_INSENSITIVE_ORDER));
        return found;
    }

    private void write(SavedQuery query, List<String> notes) throws IOException {
        Path file = file(query);
        Files.createDirectories(file.getParent());
        Path next = file.resolveSibling("." + file.getFileName() + ".new");
        Files.writeString(next, query.toFile(notes), StandardCharsets.UTF_8);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Keeps a new query; refuses where there is one of that path. */
    synchronized void add(SavedQuery query) throws IOException {
        if (Files.exists(file(query))) {
            throw taken(query);
        }
        write(query, List.of());
    }

    /**
     * The query goes to another text, name, folder or tags; what others noted on top of its file goes along. Refuses
     * where that would replace a third one.
     */
    synchronized void change(SavedQuery before, SavedQuery now) throws IOException {
        if (!before.path().equalsIgnoreCase(now.path()) && Files.exists(file(now))) {
            throw taken(now);
        }
        List<String> notes = notes(before);
        if (before.path().equals(now.path())) {
            write(now, notes);
            return;
        }
        boolean caseOnly = before.path().equalsIgnoreCase(now.path());
        if (caseOnly) {
            delete(before);
            write(now, notes);
        } else {
            write(now, notes);
            delete(before);
        }
    }

    /** What stands on top of a query's file. */
    private List<String> notes(SavedQuery query) throws IOException {
        Path file = file(query);
        try {
            return Files.exists(file) ? SavedQuery.notes(Files.readString(file, StandardCharsets.UTF_8)) : List.of();
        } catch (MalformedInputException unreadable) {
            throw new IOException(
                    "The file " + file
                            + " holds no UTF-8 text, so it is not written over. Save the query under another name.",
                    unreadable);
        }
    }

    synchronized void delete(SavedQuery query) throws IOException {
        Files.deleteIfExists(file(query));
    }

    private static IOException taken(SavedQuery query) {
        return new FileAlreadyExistsException("There is a query \"" + query.path() + "\" already.");
    }

    /** All of them as one JSON list, to hand on. */
    String exported() throws IOException {
        ArrayNode list = JSON.createArrayNode();
        for (SavedQuery query : all()) {
            ArrayNode tags = list.addObject()
                    .put("folder", query.folder())
                    .put("name", query.name())
                    .put("soql", query.soql())
                    .putArray("tags");
            query.tags().forEach(tags::add);
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(list);
    }

    /** Takes in what {@link #exported} made; one of a path that is taken gets a number. Tells how many came. */
    int importFrom(String json) throws IOException {
        JsonNode list = JSON.readTree(json);
        if (!list.isArray()) {
            throw new IOException("This is no list of saved queries.");
        }
        int count = 0;
        for (JsonNode entry : list) {
            if (entry.path("soql").isTextual() && entry.path("name").isTextual()) {
                List<String> tags = new ArrayList<>();
                entry.path("tags").forEach(tag -> tags.add(tag.asText()));
                addUnder(
                        entry.path("folder").asText(""),
                        entry.path("name").asText(),
                        tags,
                        entry.path("soql").asText());
                count++;
            }
        }
        return count;
    }

    private synchronized void addUnder(String folder, String name, List<String> tags, String soql) throws IOException {
        SavedQuery query = new SavedQuery(folder, name, tags, soql);
        for (int number = 2; Files.exists(file(query)); number++) {
            if (SavedQuery.ofFile(folder, name, Files.readString(file(query)))
                    .soql()
                    .equals(soql.strip())) {
                return;
            }
            query = new SavedQuery(folder, name + " " + number, tags, soql);
        }
        write(query, List.of());
    }

    /** What is wrong with a name or folder; empty if nothing. */
    static String fault(String folder, String name) {
        if (name.isBlank()) {
            return "Give the query a name.";
        }
        if (name.contains("/") || UNFIT.matcher(name + folder).find()) {
            return "A name is also a file's name: it takes none of \\ / : * ? \" < > |";
        }
        if (name.startsWith(".")
                || Stream.of(folder.split("/")).anyMatch(part -> part.strip().startsWith("."))) {
            return "Names do not begin with a dot.";
        }
        if (name.length() > LONGEST_NAME || folder.length() > LONGEST_NAME) {
            return "That is too long: " + LONGEST_NAME + " characters at most.";
        }
        if (Stream.of((folder + "/" + name).split("/"))
                .anyMatch(part -> part.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES)) {
            return "That is too long for a file's name in this script.";
        }
        return folder.split("/").length > DEEPEST ? "Folders go " + DEEPEST + " deep at most." : "";
    }

    private Path file(SavedQuery query) throws IOException {
        String fault = fault(query.folder(), query.name());
        Path file = root.resolve(query.folder()).resolve(query.name() + ENDING).normalize();
        if (!fault.isEmpty() || !file.startsWith(root.normalize())) {
            throw new IOException(fault.isEmpty() ? "A query stays within its folder." : fault);
        }
        return file;
    }
}
