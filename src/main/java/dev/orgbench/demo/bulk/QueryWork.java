package dev.orgbench.demo.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.Times;
import dev.orgbench.demo.query.QueryPage;
import dev.orgbench.demo.query.QueryRequest;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import okio.ByteString;

/** Runs a query job: its result, as CSV, is kept page by page. */
final class QueryWork {
    private final Org org;
    private final CsvParts parts;
    private final BooleanSupplier stopped;

    /** @param stopped asked between pages; a job that is left then begins anew at the next start */
    QueryWork(Org org, CsvParts parts, BooleanSupplier stopped) {
        this.org = org;
        this.parts = parts;
        this.stopped = stopped;
    }

    static QueryRequest request(Job job) {
        return new QueryRequest(
                String.valueOf(job.query()),
                job.base(),
                job.operation() == Operation.QUERY_ALL,
                QueryRequest.DEFAULT_BATCH_SIZE,
                job.userId());
    }

    void run(Job job) throws ApiError, SQLException {
        parts.drop(job.id());
        long began = System.nanoTime();
        QueryRequest request = request(job);
        QueryColumns columns = QueryColumns.of(org.queries().columns(request));
        QueryPage page = org.file().read(db -> org.queries().query(db, request));
        ByteString header = csv(job, List.of(columns.header()));
        org.file().write(db -> {
            CsvParts.add(db, job.id(), new CsvParts.Part(0, 0, header));
            return true;
        });
        long rows = 0;
        int number = 1;
        while (!stopped.getAsBoolean()) {
            CsvParts.Part part = new CsvParts.Part(number++, rows, csv(job, values(columns, page)));
            rows += page.records().size();
            if (!keep(job, part, rows, Duration.ofNanos(System.nanoTime() - began), page.done())) {
                return;
            }
            String next = page.nextRecordsUrl();
            if (next == null) {
                return;
            }
            String locator = next.substring(next.lastIndexOf('/') + 1);
            page = org.file().read(db -> org.queries().more(db, locator, job.base()));
        }
    }

    /** Keeps a page; false if the job was aborted or deleted meanwhile. */
    private boolean keep(Job job, CsvParts.Part part, long rows, Duration taken, boolean last)
            throws ApiError, SQLException {
        String now = Times.dateTime(org.clock().instant());
        return org.file().write(db -> {
            Optional<Job> current = Jobs.find(db, job.id()).filter(found -> found.state() == JobState.IN_PROGRESS);
            if (current.isEmpty()) {
                return false;
            }
            if (part.csv().size() > 0) {
                CsvParts.add(db, job.id(), part);
            }
            Jobs.progress(db, job, rows, 0, taken.toMillis(), now);
            if (last) {
                Jobs.hasData(db, job.id(), true);
                Jobs.end(db, job.id(), JobState.JOB_COMPLETE, null, now);
            }
            return true;
        });
    }

    private static List<List<String>> values(QueryColumns columns, QueryPage page) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode record : page.records()) {
            rows.add(columns.values(record));
        }
        return rows;
    }

    private static ByteString csv(Job job, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = job.form().write(text)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteString.encodeUtf8(text.toString());
    }
}
