package dev.orgbench.tools.sources;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A person's own definitions: the YAML files of a folder. A folder that is not there has none. */
public final class FolderDefinitions implements DefinitionSource {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}\\.yaml(\\.new)?");

    private static final String ENDING = ".yaml";
    private static final Pattern ENDS_LIKE_YAML = Pattern.compile("\\.ya?ml$", Pattern.CASE_INSENSITIVE);

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** Enough to see that a file is too long, whatever its characters are. */
    private static final int MOST_BYTES = 4 * YamlFaults.LONGEST + 1;

    private final Path folder;

    public FolderDefinitions(Path folder) {
        this.folder = folder;
    }

    /** Where the files are. */
    public Path folder() {
        return folder;
    }

    /** Writes a file, whole or not at all. */
    public void write(String name, String text) throws IOException {
        Files.createDirectories(folder);
        Path fresh = place(name + ".new");
        Files.writeString(fresh, text);
        Files.move(fresh, place(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes a file out, if it is there. */
    public void delete(String name) throws IOException {
        Files.deleteIfExists(place(name));
    }

    private Path place(String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IOException(
                    "A definition file is called by small letters, digits and _, as query.yaml: not " + name);
        }
        return folder.resolve(name);
    }

    @Override
    public List<DefinitionFile> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> paths;
        try (Stream<Path> found = Files.list(folder)) {
            // A pipe of that name would keep us waiting, and a folder is no file.
            paths = found.filter(path -> ENDS_LIKE_YAML.matcher(path.toString()).find() && !isHidden(path))
                    .filter(path -> Files.isRegularFile(path))
                    .sorted()
                    .toList();
        }
        List<DefinitionFile> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(file(path));
        }
        return files;
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }

    private static DefinitionFile file(Path path) {
        String name = String.valueOf(path.getFileName());
        try (InputStream in = Files.newInputStream(path)) {
            // Not readString: it fails on what is not UTF-8, and we can say where that is.
            String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            // Whoever wrote it means it to be read, and would wait for its tools.
            String otherEnd = name.endsWith(ENDING) ? null : "is not read: definitions end in .yaml, so rename it";
            return new DefinitionFile(name, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, otherEnd);
        } catch (IOException e) {
            return new DefinitionFile(name, "", "cannot be read: " + reason(e));
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "the file system does not allow it";
            case NoSuchFileException gone -> "it is gone";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
