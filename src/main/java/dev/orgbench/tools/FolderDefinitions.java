package dev.orgbench.tools;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A person's own definitions: the YAML files of a folder. A folder that is not there has none. */
public final class FolderDefinitions implements DefinitionSource {
    private final Path folder;

    public FolderDefinitions(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<DefinitionFile> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> paths;
        try (Stream<Path> found = Files.list(folder)) {
            paths = found.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
        }
        List<DefinitionFile> files = new ArrayList<>();
        for (Path path : paths) {
            // Not readString: it fails on what is not UTF-8, and the parser can say where that is.
            String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            files.add(new DefinitionFile(String.valueOf(path.getFileName()), text));
        }
        return files;
    }
}
