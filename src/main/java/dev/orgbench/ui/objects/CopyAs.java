package dev.orgbench.ui.objects;

import com.fasterxml.jackson.databind.node.ArrayNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.orgbench.ui.kit.JsonText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** The forms in which fields are copied. */
enum CopyAs {
    NAMES("API names"),
    CSV("CSV"),
    MARKDOWN("Markdown table"),
    JSON("Describe JSON");

    private static final List<String> HEAD =
            List.of("API name", "Label", "Type", "Length", "Access", "Details", "Help text");

    private final String words;

    CopyAs(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    String text(List<FieldRow> fields) {
        return switch (this) {
            case NAMES -> names(fields);
            case CSV -> csv(fields);
            case MARKDOWN -> markdown(fields);
            case JSON -> json(fields);
        };
    }

    private static String names(List<FieldRow> fields) {
        return fields.stream().map(FieldRow::name).collect(Collectors.joining("\n"));
    }

    private static String csv(List<FieldRow> fields) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(HEAD);
            fields.forEach(row -> writer.writeRecord(cells(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String markdown(List<FieldRow> fields) {
        StringBuilder text = new StringBuilder("| ")
                .append(String.join(" | ", HEAD))
                .append(" |\n|")
                .append(" --- |".repeat(HEAD.size()))
                .append('\n');
        fields.forEach(row -> text.append("| ")
                .append(cells(row).stream()
                        .map(cell -> cell.replace("|", "\\|").replaceAll("\\s+", " "))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n"));
        return text.toString();
    }

    private static String json(List<FieldRow> fields) {
        ArrayNode all = JsonText.NODES.arrayNode();
        fields.forEach(row -> all.add(row.field().json()));
        return JsonText.pretty(all);
    }

    private static List<String> cells(FieldRow row) {
        return List.of(
                row.name(), row.label(), row.field().type(), row.length(), row.access(), row.details(), row.helpText());
    }
}
