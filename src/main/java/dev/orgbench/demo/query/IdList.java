package dev.orgbench.demo.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Many ids in order, in about 22 bytes each. */
final class IdList {
    private static final int USUAL_LENGTH = 18;
    private static final int FIRST_CAPACITY = 64;

    private byte[] bytes = new byte[USUAL_LENGTH * FIRST_CAPACITY];
    private int[] ends = new int[FIRST_CAPACITY];
    private int size;

    void add(String id) {
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        int start = startOf(size);
        if (start + text.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2 + text.length);
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
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
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        for (int i = from; i < Math.min(size, from + count); i++) {
            int start = startOf(i);
            ids.add(new String(bytes, start, ends[i] - start, StandardCharsets.UTF_8));
        }
        return ids.toString();
    }

    private int startOf(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }
}
