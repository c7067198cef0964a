package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An Excel workbook of one sheet. What Excel cannot hold is written so that nothing is lost silently: numbers of more
 * than 15 digits as text, longer texts cut with a note, further rows on a further sheet.
 */
final class XlsxWriter implements ExportFormat.Writer {
    /** Excel specifications and limits, support.microsoft.com. */
    private static final int MOST_ROWS = 1_048_576;

    private static final int LONGEST_TEXT = 32_767;
    private static final int MOST_DIGITS = 15;
    private static final String CUT = " … (cut: Excel holds no more)";
    /** Salesforce writes {@code +0000} where ISO 8601 wants a colon. */
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);

    private final Workbook book;
    private final List<GridColumn> columns;
    private Worksheet sheet;
    private int sheets;
    private int row;

    XlsxWriter(OutputStream out, List<GridColumn> columns) throws IOException {
        this.book = new Workbook(out, "Orgbench", null);
        this.columns = columns;
        this.sheet = newSheet();
    }

    @Override
    public void write(JsonNode record) throws IOException {
        if (row == MOST_ROWS) {
            sheet.finish();
            sheet = newSheet();
        }
        for (int column = 0; column < columns.size(); column++) {
            cell(
                    column,
                    columns.get(column),
                    Values.at(record, columns.get(column).path()));
        }
        row++;
        if (row % 500 == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }

    private Worksheet newSheet() {
        sheets++;
        Worksheet made = book.newWorksheet(sheets == 1 ? "Records" : "Records " + sheets);
        for (int column = 0; column < columns.size(); column++) {
            made.value(0, column, columns.get(column).title());
            made.style(0, column).bold().set();
            made.width(column, Math.clamp(columns.get(column).title().length() + 4, 12, 40));
        }
        made.freezePane(0, 1);
        row = 1;
        return made;
    }

    private void cell(int column, GridColumn of, JsonNode value) {
        if (value.isNumber() && fits(value.decimalValue())) {
            sheet.value(row, column, value.decimalValue());
        } else if (value.isBoolean()) {
            sheet.value(row, column, value.booleanValue());
        } else if (!value.isNull() && !value.isMissingNode() && !day(column, of, value)) {
            sheet.value(row, column, shortened(Values.fileText(value)));
        }
    }

    private boolean day(int column, GridColumn of, JsonNode value) {
        try {
            if (of.kind() == GridColumn.Kind.DATE) {
                sheet.value(row, column, LocalDate.parse(value.asText()));
                sheet.style(row, column).format("yyyy-mm-dd").set();
                return true;
            }
            if (of.kind() == GridColumn.Kind.DATE_TIME) {
                LocalDateTime utc = OffsetDateTime.parse(value.asText(), MOMENT)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime();
                sheet.value(row, column, utc);
                sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
                return true;
            }
            return false;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean fits(BigDecimal number) {
        return number.stripTrailingZeros().precision() <= MOST_DIGITS;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - CUT.length()) + CUT;
    }
}
