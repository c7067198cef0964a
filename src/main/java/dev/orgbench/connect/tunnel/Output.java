package dev.orgbench.connect.tunnel;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Reads what a program writes, as long as it lives: one whose output nobody reads stops. Keeps only the end of it. */
final class Output {
    private static final int MOST_LINES = 40;
    private static final int LONGEST_LINE = 4_000;
    private static final int MOST_TEXT = 64_000;

    private final OutputMask mask;
    private final Deque<String> lines = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();

    Output(OutputMask mask) {
        this.mask = mask;
    }

    /**
     * Reads to the end. Lines that are longer than any sensible one are cut.
     *
     * @param more runs whenever a line is complete
     */
    void readAll(InputStream in, Runnable more) throws IOException {
        StringBuilder line = new StringBuilder();
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            char[] read = new char[2_048];
            for (int count = reader.read(read); count >= 0; count = reader.read(read)) {
                for (int i = 0; i < count; i++) {
                    if (read[i] == '\n') {
                        add(line.toString());
                        more.run();
                        line.setLength(0);
                    } else if (line.length() < LONGEST_LINE) {
                        line.append(read[i]);
                    }
                }
            }
        }
        if (!line.isEmpty()) {
            add(line.toString());
            more.run();
        }
    }

    /** The last lines, without secrets, oldest first. */
    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** All text kept, secrets included: only to be searched. */
    synchronized String text() {
        return text.toString();
    }

    private synchronized void add(String line) {
        text.append(line).append('\n');
        if (text.length() > MOST_TEXT) {
            text.delete(0, text.length() - MOST_TEXT);
        }
        String shown = mask.line(line.strip());
        if (!shown.isEmpty()) {
            lines.add(shown);
        }
        if (lines.size() > MOST_LINES) {
            lines.removeFirst();
        }
    }
}
