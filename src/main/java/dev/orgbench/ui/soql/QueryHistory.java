package dev.orgbench.ui.soql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was run, as a file of one JSON object a line, the newest last. A line that is damaged is left out. Calls block;
 * safe for use by several threads.
 */
final class QueryHistory {
    static final int KEPT = 1_000;

    /** Writing all of it anew at every run would be a waste; a few more are no harm. */
    private static final int SLACK = 200;

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private int lines = -1;

    QueryHistory(Path file) {
        this.file = file;
    }

    /** The newest first. */
    synchronized List<HistoryEntry> entries() throws IOException {
        List<HistoryEntry> entries = new ArrayList<>();
        if (Files.exists(file)) {
            List<String> all = Files.readAllLines(file, StandardCharsets.UTF_8);
            lines = all.size();
            all.reversed().stream().limit(KEPT).forEach(line -> read(line).ifPresent(entries::add));
        }
        return entries;
    }

    synchronized void add(HistoryEntry entry) throws IOException {
        if (lines < 0) {
            entries();
            lines = Math.max(0, lines);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                write(entry) + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        lines++;
        if (lines > KEPT + SLACK) {
            List<String> kept =
                    entries().reversed().stream().map(QueryHistory::write).toList();
            Path next = file.resolveSibling(file.getFileName() + ".new");
            Files.write(next, kept, StandardCharsets.UTF_8);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            lines = kept.size();
        }
    }

    private static String write(HistoryEntry entry) {
        return JSON.createObjectNode()
                .put("at", entry.at().toString())
                .put("rows", entry.rows())
                .put("ms", entry.millis())
                .put("soql", entry.soql())
                .toString();
    }

    private static Optional<HistoryEntry> read(String line) {
        try {
            JsonNode entry = JSON.readTree(line);
            return entry.path("soql").isTextual()
                    ? Optional.of(new HistoryEntry(
                            Instant.parse(entry.path("at").asText()),
                            entry.path("soql").asText(),
                            entry.path("rows").asLong(-1),
                            entry.path("ms").asLong()))
                    : Optional.empty();
        } catch (JsonProcessingException | DateTimeException damaged) {
            // The last line of a process that was killed while it wrote.
            return Optional.empty();
        }
    }
}
