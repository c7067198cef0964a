package dev.orgbench.demo.bulk;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.orgbench.demo.api.Errors;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.bulk.RowResults.RowResult;
import dev.orgbench.demo.data.Records;
import dev.orgbench.demo.data.Stamp;
import dev.orgbench.demo.data.Times;
import dev.orgbench.demo.data.UsageMeter;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Writes a job's rows, 200 to a transaction together with their results: a job that was cut off goes on exactly where it
 * was. A row that fails does not hold up the others.
 */
final class IngestWork {
    private static final int CHUNK = 200;

    /** Each 10,000 rows count as one batch of the day's. (Bulk API 2.0 guide, "Limits".) */
    private static final int BATCH = 10_000;

    private final Org org;
    private final CsvParts parts;
    private final BooleanSupplier stopped;

    /** @param stopped asked between chunks; a job that is left then goes on at the next start */
    IngestWork(Org org, CsvParts parts, BooleanSupplier stopped) {
        this.org = org;
        this.parts = parts;
        this.stopped = stopped;
    }

    void run(Job job) throws ApiError, SQLException, JobFailure {
        try (CsvReader<CsvRecord> csv = job.form().read(new ClosedQuotes(parts.read(job.id())));
                CloseableIterator<CsvRecord> rows = csv.iterator()) {
            // What is here without being marked so is an upload that was cut off.
            if (!job.hasData() || !rows.hasNext()) {
                throw new JobFailure(Wording.NO_RECORDS);
            }
            LineEndings.check(job, parts);
            Columns columns = Columns.read(
                    rows.next().getFields(), job, object(job), org.catalogue().schema());
            if (!rows.hasNext()) {
                throw new JobFailure(Wording.NO_RECORDS);
            }
            for (long row = 0; row < job.processed(); row++) {
                rows.next();
            }
            chunks(job, columns, rows);
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new JobFailure(Wording.unreadable("The data can not be read"));
        }
    }

    private void chunks(Job job, Columns columns, CloseableIterator<CsvRecord> rows)
            throws ApiError, SQLException, JobFailure {
        Job now = job;
        while (!stopped.getAsBoolean()) {
            List<CsvRecord> chunk = new ArrayList<>();
            RuntimeException broken = null;
            try {
                while (chunk.size() < CHUNK && rows.hasNext()) {
                    chunk.add(rows.next());
                }
            } catch (CsvParseException | UncheckedIOException e) {
                broken = e;
            }
            if (now.processed() % BATCH == 0 && !chunk.isEmpty()) {
                org.meter().count(UsageMeter.BULK_BATCHES);
            }
            Optional<Job> next = chunk(now, columns, chunk);
            if (next.isEmpty()) {
                return;
            }
            now = next.get();
            if (broken != null) {
                throw broken;
            }
            if (chunk.size() < CHUNK) {
                org.file().write(db -> {
                    Jobs.end(db, job.id(), JobState.JOB_COMPLETE, null, now());
                    return true;
                });
                return;
            }
        }
    }

    /** Works on some rows. Gives the job as it is then, nothing if it was aborted or deleted meanwhile. */
    private Optional<Job> chunk(Job job, Columns columns, List<CsvRecord> rows)
            throws ApiError, SQLException, JobFailure {
        SObject object = object(job);
        try {
            return org.file().write(db -> {
                Schema schema = org.catalogue().schema();
                RowWork work = new RowWork(
                        new Records(
                                db, schema, Stamp.of(job.userId(), org.clock().instant())),
                        object,
                        job,
                        columns);
                return worked(db, job, rows, row -> {
                    Records.Saved done = org.file().write(_ -> work.apply(row));
                    return new RowResult(0, done.id(), done.created(), null);
                });
            });
        } catch (ApiError | SQLException | IllegalStateException e) {
            // The transaction as a whole: then none of its rows is written, and each says why.
            ApiError why = e instanceof ApiError told ? told : Errors.unexpected("job " + job.id(), e);
            return org.file()
                    .write(db -> worked(db, job, rows, _ -> {
                        throw why;
                    }));
        }
    }

    /** What is done to a row. */
    @FunctionalInterface
    private interface Doing {
        RowResult to(CsvRecord row) throws ApiError, SQLException;
    }

    private Optional<Job> worked(Connection db, Job job, List<CsvRecord> rows, Doing doing) throws SQLException {
        Optional<Job> current = Jobs.find(db, job.id()).filter(found -> found.state() == JobState.IN_PROGRESS);
        if (current.isEmpty()) {
            return current;
        }
        long began = System.nanoTime();
        List<RowResult> results = new ArrayList<>();
        for (CsvRecord row : rows) {
            results.add(result(job, job.processed() + results.size(), row, doing));
        }
        RowResults.add(db, job.id(), results);
        long failed = job.failed() + results.stream().filter(RowResult::failed).count();
        long millis =
                job.milliseconds() + Duration.ofNanos(System.nanoTime() - began).toMillis();
        Jobs.progress(db, job, job.processed() + results.size(), failed, millis, now());
        return Jobs.find(db, job.id());
    }

    private static RowResult result(Job job, long place, CsvRecord row, Doing doing) throws SQLException {
        try {
            RowResult done = doing.to(row);
            return new RowResult(place, done.id(), done.created(), null);
        } catch (ApiError e) {
            return new RowResult(place, null, false, Refusals.inRow(e));
        } catch (IllegalStateException e) {
            // SQLite has given up the whole transaction.
            throw e;
        } catch (RuntimeException e) {
            return new RowResult(place, null, false, Refusals.inRow(Errors.unexpected("job " + job.id(), e)));
        }
    }

    private SObject object(Job job) throws JobFailure {
        return org.catalogue().schema().object(job.object()).orElseThrow(() -> new JobFailure(Wording.OBJECT_GONE));
    }

    private String now() {
        return Times.dateTime(org.clock().instant());
    }

    private static JobFailure unreadable(RuntimeException e) {
        Throwable reason = e;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        if (reason instanceof CharacterCodingException) {
            return new JobFailure(Wording.NOT_UTF_8);
        }
        if (reason instanceof ClosedQuotes.OpenQuoteException) {
            return new JobFailure(Wording.OPEN_QUOTE);
        }
        String text = String.valueOf(reason.getMessage());
        return new JobFailure(text.contains("quote") ? Wording.UNESCAPED_QUOTE : Wording.unreadable(text));
    }
}
