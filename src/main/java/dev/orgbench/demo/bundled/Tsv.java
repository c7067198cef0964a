package dev.orgbench.demo.bundled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tab-separated tables: a line of column names, then a line per row, nothing quoted. */
public final class Tsv {
    private Tsv() {}

    /** The rows of a bundled file; see {@link Bundled}. */
    public static List<Row> read(String name) {
        List<String> lines = Bundled.lines(name);
        String[] header = cells(lines.getFirst());
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < header.length; i++) {
            places.put(header[i], i);
        }
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            rows.add(new Row(places, cells(line)));
        }
        return rows;
    }

    private static String[] cells(String line) {
        return line.split("\t", -1);
    }

    /** One row, its cells found by column name. */
    public static final class Row {
        private final Map<String, Integer> places;
        private final String[] cells;

        private Row(Map<String, Integer> places, String[] cells) {
            this.places = places;
            this.cells = cells;
        }

        /** The cell; empty where the table has no such column. */
        public String text(String column) {
            Integer place = places.get(column);
            return place != null && place < cells.length ? cells[place] : "";
        }

        /** The cell, or null where it is empty. */
        public @Nullable String textOrNull(String column) {
            String text = text(column);
            return text.isEmpty() ? null : text;
        }

        /** Whether the cell is {@code Y}. */
        public boolean yes(String column) {
            return text(column).equals("Y");
        }

        /** The cell as a number; 0 where it is empty. */
        public int number(String column) {
            String text = text(column);
            return text.isEmpty() ? 0 : Integer.parseInt(text);
        }

        /** The parts of the cell; none where it is empty. */
        public List<String> list(String column, String separator) {
            String text = text(column);
            return text.isEmpty() ? List.of() : List.of(text.split(separator));
        }
    }
}
