package dev.orgbench.demo.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the tab-separated tables in the resources: a line of column names, then a line per row, nothing quoted. */
final class Tsv {
    private Tsv() {}

    static List<Row> read(String resource) {
        try (InputStream in = Tsv.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + resource + " is missing from the program");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<String> lines = reader.lines().toList();
            String[] header = lines.getFirst().split("\t", -1);
            Map<String, Integer> places = new HashMap<>();
            for (int i = 0; i < header.length; i++) {
                places.put(header[i], i);
            }
            List<Row> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                if (!line.isBlank()) {
                    rows.add(new Row(places, line.split("\t", -1)));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + resource + " can not be read", e);
        }
    }

    /** One row, its cells found by column name. */
    static final class Row {
        private final Map<String, Integer> places;
        private final String[] cells;

        Row(Map<String, Integer> places, String[] cells) {
            this.places = places;
            this.cells = cells;
        }

        String text(String column) {
            Integer place = places.get(column);
            return place != null && place < cells.length ? cells[place] : "";
        }

        @Nullable String textOrNull(String column) {
            String text = text(column);
            return text.isEmpty() ? null : text;
        }

        boolean yes(String column) {
            return text(column).equals("Y");
        }

        int number(String column) {
            String text = text(column);
            return text.isEmpty() ? 0 : Integer.parseInt(text);
        }

        List<String> list(String column, String separator) {
            String text = text(column);
            return text.isEmpty() ? List.of() : List.of(text.split(separator));
        }
    }
}
