package dev.orgbench.demo.query;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Many ids in order, packed. Records' ids have 18 characters; those of definitions may be API names. */
final class IdList {
    private byte[] bytes = new byte[18 * 64];
    private int[] ends = new int[64];
    private int size;

    void add(String id) {
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        int start = end(size);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        if (start + text.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, start + text.length));
        }
        System.arraycopy(text, 0, bytes, start, text.length);
        ends[size] = start + text.length;
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
                    .append(new String(bytes, end(i), ends[i] - end(i), StandardCharsets.UTF_8))
                    .append('"');
        }
        return json.append(']').toString();
    }

    /** Where the first {@code count} ids end. */
    private int end(int count) {
        return count == 0 ? 0 : ends[count - 1];
    }
}
