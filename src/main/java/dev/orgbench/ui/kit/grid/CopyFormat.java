package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.orgbench.ui.kit.JsonText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** In which form rows go to the clipboard. */
enum CopyFormat {
    /** With heads; tabs and line ends inside a value become spaces, as a spreadsheet would break there. */
    TSV("Tab-separated"),
    /** With heads. (RFC 4180.) */
    CSV("CSV"),
    /** The records as Salesforce sent them, without {@code attributes}. */
    JSON("JSON"),
    /** {@code ('a', 'b')}: each value of one column once, to stand behind IN. */
    IN_LIST("SOQL IN list");

    private final String label;

    CopyFormat(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The text for {@code records}; an IN list takes the first column. */
    String text(List<? extends JsonNode> records, List<GridColumn> columns) {
        return switch (this) {
            case TSV -> tsv(records, columns);
            case CSV -> csv(records, columns);
            case JSON ->
                JsonText.pretty(
                        Values.withoutAttributes(RowStore.JSON.createArrayNode().addAll(List.copyOf(records))));
            case IN_LIST -> inList(records, columns.getFirst());
        };
    }

    private static String tsv(List<? extends JsonNode> records, List<GridColumn> columns) {
        StringBuilder text = new StringBuilder();
        line(text, columns.stream().map(GridColumn::title).toList());
        for (JsonNode record : records) {
            line(text, cells(record, columns));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        StringJoiner line = new StringJoiner("\t");
        cells.forEach(cell -> line.add(cell.replaceAll("[\\t\\n\\r]+", " ")));
        text.append(line).append('\n');
    }

    private static String csv(List<? extends JsonNode> records, List<GridColumn> columns) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(columns.stream().map(GridColumn::title).toList());
            records.forEach(record -> csv.writeRecord(cells(record, columns)));
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can always be written", e);
        }
        return text.toString();
    }

    static List<String> cells(JsonNode record, List<GridColumn> columns) {
        return columns.stream()
                .map(column -> Values.fileText(Values.at(record, column.path())))
                .toList();
    }

    private static String inList(List<? extends JsonNode> records, GridColumn column) {
        Set<String> values = new LinkedHashSet<>();
        for (JsonNode record : records) {
            JsonNode value = Values.at(record, column.path());
            if (value.isValueNode() && !value.isNull()) {
                values.add(literal(value, column.kind()));
            }
        }
        return values.isEmpty() ? "('')" : "(" + String.join(", ", values) + ")";
    }

    private static String literal(JsonNode value, GridColumn.Kind kind) {
        boolean bare = value.isNumber()
                || value.isBoolean()
                || kind == GridColumn.Kind.DATE
                || kind == GridColumn.Kind.DATE_TIME;
        String text = Values.text(value);
        // SOQL takes a time zone with a colon only.
        return bare
                ? text.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2")
                : "'"
                        + text.replace("\\", "\\\\")
                                .replace("'", "\\'")
                                .replace("\n", "\\n")
                                .replace("\r", "\\r") + "'";
    }
}
