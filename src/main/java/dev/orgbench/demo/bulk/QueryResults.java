package dev.orgbench.demo.bulk;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.wire.ApiError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;

/**
 * The result of a query job, a part at a time: {@code maxRecords} rows from {@code locator} on, with {@code Sforce-Locator}
 * and {@code Sforce-NumberOfRecords}. (Bulk API 2.0 guide, "Get Results for a Query Job".)
 */
final class QueryResults {
    /** Rows, where the client names no number. */
    private static final long USUAL = 250_000;

    private final CsvParts parts;

    QueryResults(CsvParts parts) {
        this.parts = parts;
    }

    Answer answer(Call call, Job job) throws ApiError {
        if (job.state() != JobState.JOB_COMPLETE) {
            throw Refusals.invalidState(Wording.notAllowed("Reading the results of", job.state()));
        }
        long from = call.query("locator").filter(text -> !text.isEmpty()).isPresent()
                ? row(call.query("locator").get(), job)
                : 0;
        long most = maxRecords(call.query("maxRecords"));
        long count = Math.min(most, job.processed() - from);
        long next = from + count;
        return Answer.stream(200, "text/csv;charset=UTF-8", out -> write(job, from, count, out))
                .with("Sforce-Locator", next < job.processed() ? locator(next) : "null")
                .with("Sforce-NumberOfRecords", String.valueOf(count));
    }

    private void write(Job job, long from, long count, OutputStream out) throws IOException {
        try {
            CsvParts.Part header = parts.part(job.id(), 0).orElseThrow(() -> gone(job));
            header.csv().write(out);
            long row = from;
            while (row < from + count) {
                CsvParts.Part part = parts.partOfRow(job.id(), row).orElseThrow(() -> gone(job));
                long end = parts.part(job.id(), part.number() + 1)
                        .map(CsvParts.Part::firstRow)
                        .orElse(job.processed());
                if (row == part.firstRow() && end <= from + count) {
                    part.csv().write(out);
                } else {
                    piece(job, part, row, Math.min(end, from + count), out);
                }
                row = end;
            }
        } catch (ApiError | SQLException e) {
            throw new IOException("The result of job " + job.id() + " can not be read", e);
        }
    }

    /** Some of the rows of a part, up to the row {@code end}. */
    private static void piece(Job job, CsvParts.Part part, long from, long end, OutputStream out) throws IOException {
        // Not closed: more follows.
        CsvWriter writer = job.form().write(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        long row = part.firstRow();
        try (CsvReader<CsvRecord> csv = job.form()
                .read(new InputStreamReader(
                        new ByteArrayInputStream(part.csv().toByteArray()), StandardCharsets.UTF_8))) {
            for (CsvRecord record : csv) {
                if (row >= from && row < end) {
                    writer.writeRecord(record.getFields());
                }
                row++;
            }
        }
        writer.flush();
    }

    private static IOException gone(Job job) {
        return new IOException("Job " + job.id() + " was deleted while its result was read");
    }

    private static long maxRecords(Optional<String> given) throws ApiError {
        if (given.isEmpty()) {
            return USUAL;
        }
        if (!given.get().matches("0*[1-9]\\d{0,8}")) {
            throw Refusals.invalidJob(Wording.BAD_MAX_RECORDS);
        }
        return Long.parseLong(given.get());
    }

    private static String locator(long row) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.valueOf(row).getBytes(StandardCharsets.US_ASCII));
    }

    private static long row(String locator, Job job) throws ApiError {
        try {
            long row = Long.parseLong(new String(Base64.getUrlDecoder().decode(locator), StandardCharsets.US_ASCII));
            if (row > 0 && row < job.processed()) {
                return row;
            }
        } catch (IllegalArgumentException e) {
            // Told below, as a number out of range is.
        }
        throw new ApiError(400, "INVALIDLOCATOR", Wording.BAD_LOCATOR);
    }
}
