package dev.orgbench.connect.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The guides that come with Orgbench: one YAML file a client beside this class, and the notes that they share. */
public final class Guides {
    private final List<Guide> all;
    private final String apiTokenNote;

    private Guides(List<Guide> all, String apiTokenNote) {
        this.all = all;
        this.apiTokenNote = apiTokenNote;
    }

    /** Reads them. */
    public static Guides bundled() {
        YAMLMapper yaml = new YAMLMapper();
        JsonNode notes = read(yaml, "notes.yaml");
        GuideReader reader = new GuideReader(notes);
        List<Guide> all = resource("index.txt")
                .lines()
                .map(id -> reader.read(read(yaml, id + ".yaml")))
                .toList();
        return new Guides(all, reader.note(Way.API_TOKEN_NOTE));
    }

    /** In the order in which they are offered. */
    public List<Guide> all() {
        return all;
    }

    /** The client of that id, or the first. */
    public Guide guide(String id) {
        return all.stream().filter(guide -> guide.id().equals(id)).findFirst().orElse(all.getFirst());
    }

    /** What is said where an API token is asked for. */
    public String apiTokenNote() {
        return apiTokenNote;
    }

    private static JsonNode read(YAMLMapper yaml, String name) {
        try {
            return yaml.readTree(resource(name));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Guides.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
