package dev.orgbench.demo.bulk;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.orgbench.demo.bulk.RowResults.RowResult;
import dev.orgbench.demo.data.OrgFile;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The results of an ingest job: the client's rows again, with what became of them in front. Rows and results are read
 * side by side, a few at a time. (Bulk API 2.0 guide, "Get Job Successful Record Results" and its neighbours.)
 */
enum ResultFile {
    SUCCESSFUL("successfulresults"),
    FAILED("failedresults"),
    UNPROCESSED("unprocessedrecords");

    private final String path;

    ResultFile(String path) {
        this.path = path;
    }

    static ResultFile of(String path) throws ApiError {
        for (ResultFile file : values()) {
            if (file.path.equalsIgnoreCase(path)) {
                return file;
            }
        }
        throw ApiError.notFound();
    }

    void write(Job job, OrgFile file, CsvParts parts, OutputStream out) throws IOException {
        try (CsvReader<CsvRecord> csv = job.form().read(parts.read(job.id()));
                CloseableIterator<CsvRecord> rows = csv.iterator();
                CsvWriter writer = job.form().write(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            RowResults.Cursor results = new RowResults.Cursor(file, job.id());
            long place = -1;
            while (hasNext(rows)) {
                CsvRecord row = rows.next();
                if (place++ < 0) {
                    writer.writeRecord(with(columns(), row));
                    continue;
                }
                Optional<RowResult> result = results.of(place - 1);
                if (belongs(result)) {
                    writer.writeRecord(with(result.map(this::values).orElse(List.of()), row));
                }
            }
        } catch (ApiError | SQLException e) {
            throw new IOException("The results of job " + job.id() + " can not be read", e);
        }
    }

    /** Behind a place that can not be read there are no rows. */
    private static boolean hasNext(CloseableIterator<CsvRecord> rows) {
        try {
            return rows.hasNext();
        } catch (CsvParseException | UncheckedIOException e) {
            return false;
        }
    }

    private boolean belongs(Optional<RowResult> result) {
        return switch (this) {
            case SUCCESSFUL -> result.isPresent() && !result.get().failed();
            case FAILED -> result.isPresent() && result.get().failed();
            case UNPROCESSED -> result.isEmpty();
        };
    }

    private List<String> columns() {
        return switch (this) {
            case SUCCESSFUL -> List.of("sf__Id", "sf__Created");
            case FAILED -> List.of("sf__Id", "sf__Error");
            case UNPROCESSED -> List.of();
        };
    }

    private List<String> values(RowResult result) {
        String id = result.id() == null ? "" : result.id();
        String error = result.error();
        return List.of(id, error == null ? String.valueOf(result.created()) : error);
    }

    private static List<String> with(List<String> first, CsvRecord row) {
        List<String> all = new ArrayList<>(first);
        all.addAll(row.getFields());
        return all;
    }
}
