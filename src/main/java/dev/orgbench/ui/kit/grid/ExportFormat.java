package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** In which form rows go into a file. All of them are written as they come, none is kept. */
public enum ExportFormat {
    CSV("CSV", "csv"),
    /** With the mark by which Excel knows that the text is UTF-8. */
    CSV_WITH_BOM("CSV for Excel (UTF-8 with BOM)", "csv"),
    /** A list of records as Salesforce sent them, without {@code attributes}. */
    JSON("JSON", "json"),
    XLSX("Excel workbook", "xlsx");

    private final String label;
    private final String ending;

    ExportFormat(String label, String ending) {
        this.label = label;
        this.ending = ending;
    }

    /** As it stands in a menu. */
    public String label() {
        return label;
    }

    /** Of the file's name, without a dot. */
    public String ending() {
        return ending;
    }

    /** Writes rows one by one; closed when all are written, which completes the file. */
    interface Writer extends AutoCloseable {
        void write(JsonNode record) throws IOException;

        @Override
        void close() throws IOException;
    }

    Writer open(OutputStream out, List<GridColumn> columns) throws IOException {
        return switch (this) {
            case CSV -> new Csv(out, columns);
            case CSV_WITH_BOM -> {
                out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
                yield new Csv(out, columns);
            }
            case JSON -> new Json(out);
            case XLSX -> new XlsxWriter(out, columns);
        };
    }

    private static final class Csv implements Writer {
        private final CsvWriter csv;
        private final List<GridColumn> columns;

        Csv(OutputStream out, List<GridColumn> columns) {
            this.csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
            this.columns = columns;
            csv.writeRecord(columns.stream().map(GridColumn::title).toList());
        }

        @Override
        public void write(JsonNode record) {
            csv.writeRecord(CopyFormat.cells(record, columns));
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    private static final class Json implements Writer {
        private final JsonGenerator json;
        private final ObjectWriter writer = RowStore.JSON.writer();

        Json(OutputStream out) throws IOException {
            json = RowStore.JSON.getFactory().createGenerator(out);
            json.useDefaultPrettyPrinter();
            json.writeStartArray();
        }

        @Override
        public void write(JsonNode record) throws IOException {
            writer.writeValue(json, Values.withoutAttributes(record));
        }

        @Override
        public void close() throws IOException {
            json.writeEndArray();
            json.close();
        }
    }
}
