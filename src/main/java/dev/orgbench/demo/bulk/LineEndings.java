package dev.orgbench.demo.bulk;

import dev.orgbench.demo.bulk.CsvForm.LineEnding;
import dev.orgbench.demo.wire.ApiError;
import java.sql.SQLException;
import okio.ByteString;

/** Whether the lines of a job's data end as the job says; Salesforce refuses those that do not. */
final class LineEndings {
    private LineEndings() {}

    /** Looks at the end of the header. */
    static void check(Job job, CsvParts parts) throws ApiError, SQLException, JobFailure {
        ByteString csv = parts.part(job.id(), 0).map(CsvParts.Part::csv).orElse(ByteString.EMPTY);
        boolean quoted = false;
        for (int i = 0; i < csv.size(); i++) {
            quoted ^= csv.getByte(i) == '"';
            if (csv.getByte(i) == '\n' && !quoted) {
                boolean crlf = i > 0 && csv.getByte(i - 1) == '\r';
                LineEnding setting = job.form().lineEnding();
                if (crlf != (setting == LineEnding.CRLF)) {
                    throw new JobFailure(Wording.wrongLineEnding(setting.name()));
                }
                return;
            }
        }
    }
}
