package dev.orgbench.demo.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many ids in order. A few thousand are in memory; more go into a file that is gone when it is closed or the program
 * ends, so that a cursor over a million rows costs some kilobytes. Filled by one thread, and only then read.
 */
final class IdList implements AutoCloseable {
    private static final int MOST_IN_MEMORY = 1 << 16;
    private static final int FIRST_CAPACITY = 256;

    /** Where every id of this number stands is known; those between are found by going on from there. */
    private static final int STRIDE = 200;

    private byte[] tail = new byte[FIRST_CAPACITY];
    private int tailLength;
    private long written;
    private long[] marks = new long[1];
    private int size;
    private @Nullable FileChannel file;

    void add(String id) {
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        if (text.length > Short.MAX_VALUE) {
            throw new IllegalArgumentException("Too long for an id: " + text.length + " bytes");
        }
        if (tailLength + Short.BYTES + text.length > MOST_IN_MEMORY) {
            spill();
        }
        if (tailLength + Short.BYTES + text.length > tail.length) {
            tail = Arrays.copyOf(tail, tail.length * 2 + Short.BYTES + text.length);
        }
        if (size % STRIDE == 0) {
            mark(size / STRIDE);
        }
        tail[tailLength++] = (byte) (text.length >> Byte.SIZE);
        tail[tailLength++] = (byte) text.length;
        System.arraycopy(text, 0, tail, tailLength, text.length);
        tailLength += text.length;
        size++;
    }

    int size() {
        return size;
    }

    /** The ids from {@code from} on, at most {@code count}. */
    List<String> page(int from, int count) {
        List<String> ids = new ArrayList<>();
        int until = (int) Math.min(size, (long) from + count);
        if (from < until) {
            ByteBuffer bytes = bytes(marks[from / STRIDE], endOf(until));
            for (int i = from / STRIDE * STRIDE; i < until; i++) {
                byte[] text = new byte[bytes.getShort()];
                bytes.get(text);
                if (i >= from) {
                    ids.add(new String(text, StandardCharsets.UTF_8));
                }
            }
        }
        return ids;
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void mark(int number) {
        if (number == marks.length) {
            marks = Arrays.copyOf(marks, number * 2);
        }
        marks[number] = written + tailLength;
    }

    private long endOf(int until) {
        int next = (until + STRIDE - 1) / STRIDE;
        return next * STRIDE < size ? marks[next] : written + tailLength;
    }

    private void spill() {
        try {
            if (file == null) {
                Path path = Files.createTempFile("orgbench-cursor", null);
                file = FileChannel.open(
                        path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            }
            ByteBuffer bytes = ByteBuffer.wrap(tail, 0, tailLength);
            while (bytes.hasRemaining()) {
                written += file.write(bytes, written);
            }
            tailLength = 0;
        } catch (IOException e) {
            throw new UncheckedIOException("No room for a query's cursor", e);
        }
    }

    /** What was added, from one place to another, of the file and of what is behind it in memory. */
    private ByteBuffer bytes(long from, long until) {
        ByteBuffer bytes = ByteBuffer.allocate((int) (until - from));
        try {
            long place = from;
            if (file != null && place < written) {
                bytes.limit((int) (Math.min(until, written) - from));
                while (bytes.hasRemaining()) {
                    place += file.read(bytes, place);
                }
                bytes.limit(bytes.capacity());
            }
            if (place < until) {
                bytes.put(tail, (int) (place - written), (int) (until - place));
            }
            return bytes.flip();
        } catch (IOException e) {
            throw new UncheckedIOException("A query's cursor is not readable", e);
        }
    }
}
