package dev.orgbench.ui.kit.grid;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A temporary file for what does not stay in memory. Made when first needed; gone when closed, or with the process. No
 * channel: an interrupt, as of a filter that was typed on, would close that and lose the rows.
 */
final class SpillFile implements AutoCloseable {
    private @Nullable RandomAccessFile file;
    private @Nullable Path left;

    /** Adds {@code bytes}; tells where they are. */
    synchronized long write(byte[] bytes) throws IOException {
        RandomAccessFile open = open();
        long place = open.length();
        open.seek(place);
        open.write(bytes);
        return place;
    }

    synchronized byte[] read(long place, int length) throws IOException {
        byte[] bytes = new byte[length];
        RandomAccessFile open = open();
        open.seek(place);
        open.readFully(bytes);
        return bytes;
    }

    private RandomAccessFile open() throws IOException {
        RandomAccessFile open = file;
        if (open == null) {
            // Readable by its owner alone: it holds records.
            Path path = Files.createTempFile("orgbench-rows", ".tmp");
            open = new RandomAccessFile(path.toFile(), "rw");
            file = open;
            try {
                Files.delete(path);
            } catch (IOException inUse) {
                // Windows deletes no file that is open.
                left = path;
                path.toFile().deleteOnExit();
            }
        }
        return open;
    }

    @Override
    public synchronized void close() throws IOException {
        RandomAccessFile open = file;
        Path path = left;
        file = null;
        left = null;
        if (open != null) {
            open.close();
        }
        if (path != null) {
            Files.deleteIfExists(path);
        }
    }
}
