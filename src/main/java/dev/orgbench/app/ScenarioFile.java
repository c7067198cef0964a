package dev.orgbench.app;

import dev.orgbench.demo.DemoOrg;
import dev.orgbench.demo.trouble.FaultyScenarioException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A scenario that a person gives on the command line. */
final class ScenarioFile {
    private ScenarioFile() {}

    /**
     * Lets the demo org play it.
     *
     * @throws IOException if it can not be read, or has a mistake; the message names the file and the line
     */
    static void play(DemoOrg demo, @Nullable Path file) throws IOException {
        if (file == null) {
            return;
        }
        try {
            demo.play(Files.readString(file));
        } catch (FaultyScenarioException e) {
            throw new IOException("The scenario " + file + " can not be played. " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new IOException("There is no scenario " + file, e);
        } catch (MalformedInputException e) {
            throw new IOException("The scenario " + file + " is no text in UTF-8", e);
        }
    }
}
