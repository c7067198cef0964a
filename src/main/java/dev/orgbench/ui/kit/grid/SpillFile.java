package dev.orgbench.ui.kit.grid;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A temporary file for what does not stay in memory. Made when first needed; gone when closed, or with the process. */
final class SpillFile implements AutoCloseable {
    private @Nullable FileChannel file;

    /** Adds {@code bytes}; tells where they are. */
    long write(byte[] bytes) throws IOException {
        FileChannel channel = channel();
        long place = channel.size();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, place + buffer.position());
        }
        return place;
    }

    byte[] read(long place, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        FileChannel channel = channel();
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, place + buffer.position()) < 0) {
                throw new EOFException("A row is missing in the temporary file");
            }
        }
        return buffer.array();
    }

    private FileChannel channel() throws IOException {
        FileChannel open = file;
        if (open == null) {
            // Readable by its owner alone: it holds records.
            Path path = Files.createTempFile("orgbench-rows", ".tmp");
            open = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            file = open;
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        FileChannel open = file;
        if (open != null) {
            file = null;
            open.close();
        }
    }
}
