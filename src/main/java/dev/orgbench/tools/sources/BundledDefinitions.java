package dev.orgbench.tools.sources;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The definitions that come with Orgbench: the class path's files that {@code index.txt} names, one a line. */
public final class BundledDefinitions implements DefinitionSource {
    private final String folder;
    private volatile List<DefinitionFile> read = List.of();

    /** The definitions of {@code integration}, a folder below {@code integrations/} on the class path. */
    public BundledDefinitions(String integration) {
        this.folder = "/integrations/" + integration + "/";
    }

    @Override
    public List<DefinitionFile> files() throws IOException {
        // What is on the class path does not change while we run.
        if (read.isEmpty()) {
            List<DefinitionFile> files = new ArrayList<>();
            for (String name : text("index.txt").lines().toList()) {
                files.add(new DefinitionFile(name, text(name)));
            }
            read = List.copyOf(files);
        }
        return read;
    }

    private String text(String name) throws IOException {
        try (InputStream in = BundledDefinitions.class.getResourceAsStream(folder + name)) {
            if (in == null) {
                throw new IOException("There is no " + folder + name + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
