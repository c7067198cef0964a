package dev.orgbench.demo.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
            List<String> header = List.of(lines.getFirst().split("\t", -1));
            return lines.stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> new Row(header, line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + resource + " can not be read", e);
        }
    }

    /** One row, its cells found by column name. */
    static final class Row {
        private final List<String> header;
        private final String[] cells;

        Row(List<String> header, String[] cells) {
            this.header = header;
            this.cells = cells;
        }

        String text(String column) {
            int index = header.indexOf(column);
            return index >= 0 && index < cells.length ? cells[index] : "";
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
