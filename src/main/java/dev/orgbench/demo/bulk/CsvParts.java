package dev.orgbench.demo.bulk;

import dev.orgbench.demo.data.OrgFile;
import dev.orgbench.demo.data.Rows;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A job's CSV in the file, in pieces of about a megabyte, so that it never stands in memory as a whole. Each piece is
 * read and written by itself: neither a slow client nor a long job holds up others.
 */
final class CsvParts {
    private static final int PIECE = 1 << 20;

    private final OrgFile file;

    CsvParts(OrgFile file) {
        this.file = file;
    }

    /** A piece, and how many rows lie before it. */
    record Part(int number, long firstRow, ByteString csv) {}

    /** Keeps what {@code csv} gives, in place of what was kept of the job. */
    void keep(String job, InputStream csv) throws ApiError, SQLException, IOException {
        drop(job);
        int number = 0;
        byte[] piece = csv.readNBytes(PIECE);
        while (piece.length > 0) {
            Part part = new Part(number++, 0, ByteString.of(piece));
            file.write(db -> {
                add(db, job, part);
                return true;
            });
            piece = csv.readNBytes(PIECE);
        }
    }

    void drop(String job) throws ApiError, SQLException {
        file.write(db -> {
            Rows.delete(db, "bulk_part", "job", job);
            return true;
        });
    }

    static void add(Connection db, String job, Part part) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("job", job);
        row.put("part", part.number());
        row.put("first_row", part.firstRow());
        row.put("csv", part.csv().toByteArray());
        Rows.insert(db, "bulk_part", row);
    }

    Optional<Part> part(String job, int number) throws ApiError, SQLException {
        return find("SELECT part, first_row, csv FROM bulk_part WHERE job = ? AND part = ?", job, number);
    }

    /** The last piece that begins at that row or before it. */
    Optional<Part> partOfRow(String job, long row) throws ApiError, SQLException {
        return find(
                "SELECT part, first_row, csv FROM bulk_part WHERE job = ? AND first_row <= ? ORDER BY part DESC LIMIT 1",
                job,
                row);
    }

    /** All of it, in order. Reading fails where it is not UTF-8. */
    Reader read(String job) {
        return new InputStreamReader(
                new Parts(job),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private Optional<Part> find(String sql, String job, long number) throws ApiError, SQLException {
        return file.read(db -> {
            try (PreparedStatement statement = db.prepareStatement(sql)) {
                statement.setString(1, job);
                statement.setLong(2, number);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Part(row.getInt(1), row.getLong(2), ByteString.of(row.getBytes(3))))
                            : Optional.empty();
                }
            }
        });
    }

    /** The pieces one after the other. */
    private final class Parts extends InputStream {
        private final String job;
        private @Nullable ByteString piece = ByteString.EMPTY;
        private int next;
        private int place;

        Parts(String job) {
            this.job = job;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            while (piece != null && place == piece.size()) {
                piece = fetch();
                place = 0;
            }
            if (piece == null) {
                return -1;
            }
            int count = Math.min(length, piece.size() - place);
            piece.copyInto(place, bytes, offset, count);
            place += count;
            return count;
        }

        private @Nullable ByteString fetch() throws IOException {
            try {
                return part(job, next++).map(Part::csv).orElse(null);
            } catch (ApiError | SQLException e) {
                throw new IOException("The CSV of job " + job + " can not be read", e);
            }
        }
    }
}
