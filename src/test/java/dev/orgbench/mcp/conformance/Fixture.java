package dev.orgbench.mcp.conformance;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** What fixtures are made of. */
final class Fixture {
    /** A picture of one pixel. */
    static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

    private static final JsonMapper JSON = new JsonMapper();

    private Fixture() {}

    /** A JSON file beside this class, with its pictures and sounds put in. */
    static ObjectNode read(String name) {
        try (InputStream in = Objects.requireNonNull(Fixture.class.getResourceAsStream(name), name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{png}", PNG)
                    .replace("{wav}", wav());
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sound of no length: the 44 bytes that every WAV file begins with. */
    private static String wav() {
        byte[] head = new byte[44];
        byte[] marks = "RIFF$\0\0\0WAVEfmt \u0010\0\0\0\u0001\0\u0001\0".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(marks, 0, head, 0, marks.length);
        System.arraycopy("data".getBytes(StandardCharsets.ISO_8859_1), 0, head, 36, 4);
        return Base64.getEncoder().encodeToString(head);
    }
}
