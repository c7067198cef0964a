package dev.orgbench.demo.bulk;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.Reader;
import java.io.Writer;

/** How a job's CSV is written, by the request and in the answers. */
record CsvForm(Delimiter delimiter, LineEnding lineEnding) {
    /** Between columns. */
    enum Delimiter {
        COMMA(','),
        TAB('\t'),
        PIPE('|'),
        SEMICOLON(';'),
        CARET('^'),
        BACKQUOTE('`');

        private final char sign;

        Delimiter(char sign) {
            this.sign = sign;
        }
    }

    /** Between lines. */
    enum LineEnding {
        LF(LineDelimiter.LF),
        CRLF(LineDelimiter.CRLF);

        private final LineDelimiter delimiter;

        LineEnding(LineDelimiter delimiter) {
            this.delimiter = delimiter;
        }
    }

    /** Reads records. A byte order mark is read as text: Salesforce does not know it either, and finds no such field. */
    CsvReader<CsvRecord> read(Reader csv) {
        return CsvReader.builder()
                .fieldSeparator(delimiter.sign)
                .allowExtraCharsAfterClosingQuote(false)
                .allowExtraFields(false)
                .allowMissingFields(false)
                .ofCsvRecord(csv);
    }

    /** Writes records, every value in quotes as Salesforce does. Closing it closes {@code out}. */
    CsvWriter write(Writer out) {
        return CsvWriter.builder()
                .fieldSeparator(delimiter.sign)
                .lineDelimiter(lineEnding.delimiter)
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .build(out);
    }
}
