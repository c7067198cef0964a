package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows that have come, in bounded memory: each is kept as its JSON text and read when it is looked at. Pages beyond
 * {@code budget} bytes lie in a temporary file, and so does every {@link LongTexts long value}. Safe for use by several
 * threads.
 */
final class RowStore implements AutoCloseable {
    /** About 100,000 rows of 20 columns. */
    static final long BUDGET = 64L * 1024 * 1024;

    private static final int ROWS_READ = 600;
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final long budget;
    private final SpillFile spill = new SpillFile();
    private final LongTexts longTexts = new LongTexts(spill);
    private final List<Page> pages = new ArrayList<>();
    private final Map<Integer, ObjectNode> replaced = new HashMap<>();
    private final Map<Integer, ObjectNode> read = new LinkedHashMap<>(ROWS_READ, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, ObjectNode> eldest) {
            return size() > ROWS_READ;
        }
    };
    private int size;
    private int firstInMemory;
    private long inMemory;
    private int holders;
    private boolean closing;

    RowStore(long budget) {
        this.budget = budget;
    }

    synchronized int size() {
        return size;
    }

    /** How many bytes of rows are held in memory. */
    synchronized long inMemory() {
        return inMemory;
    }

    /** Keeps a page of records; what is no object is kept as an object with the one member {@code value}. */
    synchronized void append(List<JsonNode> records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int[] ends = new int[records.size()];
        for (int i = 0; i < ends.length; i++) {
            JsonNode record = records.get(i);
            JsonNode object =
                    record.isObject() ? record : JSON.createObjectNode().set("value", record);
            JSON.writeValue(bytes, longTexts.shortened(object));
            ends[i] = bytes.size();
        }
        pages.add(new Page(size, ends, bytes.toByteArray()));
        size += ends.length;
        inMemory += bytes.size();
        while (inMemory > budget && firstInMemory < pages.size()) {
            inMemory -= pages.get(firstInMemory++).leaveMemory(spill);
        }
    }

    /** A row; not to be changed. Long values in it are cut, see {@link #whole}. */
    synchronized ObjectNode get(int row) {
        ObjectNode known = replaced.get(row);
        if (known == null) {
            known = read.get(row);
        }
        if (known == null) {
            known = parse(row);
            read.put(row, known);
        }
        return known;
    }

    /** The same without a trace in memory: for walks over all rows. */
    ObjectNode glance(int row) {
        ObjectNode known;
        synchronized (this) {
            known = replaced.get(row);
        }
        return known == null ? parse(row) : known;
    }

    /** A row or a value in one, with all that was cut. */
    synchronized JsonNode whole(JsonNode value) {
        try {
            return longTexts.whole(value);
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary file of the result can not be read", e);
        }
    }

    /** From now on the row is this. */
    synchronized void replace(int row, ObjectNode now) {
        replaced.put(row, now);
    }

    private ObjectNode parse(int row) {
        try {
            byte[] text;
            synchronized (this) {
                text = page(row).text(row, spill);
            }
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary file of the result can not be read", e);
        }
    }

    private Page page(int row) {
        int low = 0;
        int high = pages.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pages.get(middle).first <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return pages.get(low);
    }

    /** Somebody walks over the rows: until as many {@link #release}s a {@link #close} waits. */
    synchronized void hold() {
        holders++;
    }

    synchronized void release() throws IOException {
        holders--;
        if (closing && holders == 0) {
            spill.close();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closing = true;
        if (holders == 0) {
            spill.close();
        }
    }

    /** The rows of one answer. */
    private static final class Page {
        private final int first;
        private final int[] ends;
        private byte @Nullable [] bytes;
        private long place;

        Page(int first, int[] ends, byte[] bytes) {
            this.first = first;
            this.ends = ends;
            this.bytes = bytes;
        }

        byte[] text(int row, SpillFile spill) throws IOException {
            int from = row == first ? 0 : ends[row - first - 1];
            int to = ends[row - first];
            byte[] held = bytes;
            return held == null ? spill.read(place + from, to - from) : Arrays.copyOfRange(held, from, to);
        }

        int leaveMemory(SpillFile spill) throws IOException {
            byte[] held = bytes;
            if (held == null) {
                return 0;
            }
            place = spill.write(held);
            bytes = null;
            return held.length;
        }
    }
}
