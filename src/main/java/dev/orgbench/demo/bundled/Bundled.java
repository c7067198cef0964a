package dev.orgbench.demo.bundled;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files that the demo org brings with it, on the class path below {@code /demo/}. All are UTF-8. */
public final class Bundled {
    private static final String FOLDER = "/demo/";

    private Bundled() {}

    /**
     * The whole of a file.
     *
     * @param name as {@code custom/Acme_Invoice__c.json}
     */
    public static String text(String name) {
        try (InputStream in = Bundled.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + FOLDER + name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + FOLDER + name + " can not be read", e);
        }
    }

    /** The lines that are not blank. */
    public static List<String> lines(String name) {
        return text(name).lines().filter(line -> !line.isBlank()).toList();
    }
}
