package dev.orgbench.trace.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.IntConsumer;

/** Writes traffic to a file, entry by entry, so that its length costs no memory. Secrets are masked in all it writes. */
public final class TraceExport {
    private static final JsonFactory JSON = JsonFactory.builder()
            // Closing after a failure must not pretend that the file is whole.
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private final String version;
    private final URI gateway;

    /**
     * @param version Orgbench's own, told as what made the file
     * @param gateway where the MCP servers listen, as {@code http://127.0.0.1:7420}; anything after the port is left out
     */
    public TraceExport(String version, URI gateway) {
        this.version = version;
        this.gateway = gateway;
    }

    /**
     * Writes {@code entries} to {@code file}, replacing it. Until the last byte is written the file stays as it was. An
     * interrupt of the thread cancels.
     *
     * @param written told how many entries are done, after each
     * @return how many entries were written
     * @throws InterruptedIOException if it was cancelled; nothing is left behind
     * @throws IOException if the file cannot be written; nothing is left behind
     */
    public int write(ExportFormat format, Iterable<ExportEntry> entries, Path file, IntConsumer written)
            throws IOException {
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            int count = writeAll(format, entries, part, written);
            move(part, whole);
            return count;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private int writeAll(ExportFormat format, Iterable<ExportEntry> entries, Path part, IntConsumer written)
            throws IOException {
        int count = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part));
                JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter();
                EntryWriter writer = writer(format, json)) {
            for (ExportEntry entry : entries) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("The export was cancelled.");
                }
                writer.write(entry);
                written.accept(++count);
            }
        }
        return count;
    }

    private EntryWriter writer(ExportFormat format, JsonGenerator json) throws IOException {
        return switch (format) {
            case JSON -> new JsonEntries(json, version);
            case HAR -> new HarEntries(json, version, gateway);
        };
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
