package dev.orgbench.demo.query;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Many ids in order, in 18 bytes each. */
final class IdList {
    private static final int LENGTH = 18;

    private byte[] bytes = new byte[LENGTH * 64];
    private int size;

    void add(String id) {
        byte[] ascii = id.getBytes(StandardCharsets.US_ASCII);
        if (ascii.length != LENGTH) {
            throw new IllegalArgumentException("An id has " + LENGTH + " characters, and this has not: " + id);
        }
        if ((size + 1) * LENGTH > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        System.arraycopy(ascii, 0, bytes, size * LENGTH, LENGTH);
        size++;
    }

    int size() {
        return size;
    }

    /** The ids from {@code from} on, at most {@code count}, as a JSON array. */
    String json(int from, int count) {
        StringBuilder json = new StringBuilder("[");
        for (int i = from; i < Math.min(size, from + count); i++) {
            json.append(i == from ? "\"" : ",\"")
                    .append(new String(bytes, i * LENGTH, LENGTH, StandardCharsets.US_ASCII))
                    .append('"');
        }
        return json.append(']').toString();
    }
}
