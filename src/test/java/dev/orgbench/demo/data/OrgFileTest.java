package dev.orgbench.demo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrgFileTest {
    @Test
    void aFullDiskIsToldInSalesforcesWordsAndNothingIsHalfWritten(@TempDir Path folder)
            throws IOException, ApiError, SQLException {
        try (OrgFile file = OrgFile.open(folder.resolve("org.db"), Clock.systemUTC(), _ -> {})) {
            run(file, "CREATE TABLE note (text)");
            // The smallest size that SQLite allows is the one that the file has: it cannot grow.
            run(file, "PRAGMA max_page_count = 1");

            assertThatThrownBy(() -> run(
                            file, "INSERT INTO note VALUES ('first')", "INSERT INTO note VALUES (zeroblob(1000000))"))
                    .isInstanceOfSatisfying(ApiError.class, error -> {
                        assertThat(error.errorCode()).isEqualTo("STORAGE_LIMIT_EXCEEDED");
                        assertThat(error.text()).contains("no space is left on the disk");
                    });

            assertThat(count(file)).isZero();
            run(file, "PRAGMA max_page_count = 1000000");
            run(file, "INSERT INTO note VALUES ('again')");
            assertThat(count(file)).isEqualTo(1);
        }
    }

    @Test
    void aDiskThatFillsUpWithinAPartIsToldToo(@TempDir Path folder) throws IOException, ApiError, SQLException {
        try (OrgFile file = OrgFile.open(folder.resolve("org.db"), Clock.systemUTC(), _ -> {})) {
            run(file, "CREATE TABLE note (text)");
            run(file, "PRAGMA max_page_count = 1");
            Work<Boolean> tooMuch = db -> {
                Connections.execute(db, "INSERT INTO note VALUES (zeroblob(1000000))");
                return true;
            };

            assertThatThrownBy(() -> file.write(db -> {
                        Connections.execute(db, "INSERT INTO note VALUES ('first')");
                        for (int i = 0; i < 2; i++) {
                            // As a request of several parts does, which goes on after one that failed.
                            assertThatThrownBy(() -> file.write(tooMuch)).isInstanceOf(Exception.class);
                        }
                        return file.write(tooMuch);
                    }))
                    .isInstanceOfSatisfying(ApiError.class, error -> assertThat(error.errorCode())
                            .isEqualTo("STORAGE_LIMIT_EXCEEDED"));
            assertThat(count(file)).isZero();
            run(file, "PRAGMA max_page_count = 1000000");
            run(file, "INSERT INTO note VALUES ('again')");
            assertThat(count(file)).isEqualTo(1);
        }
    }

    private static void run(OrgFile file, String... statements) throws ApiError, SQLException {
        file.write(db -> {
            for (String sql : statements) {
                Connections.execute(db, sql);
            }
            return true;
        });
    }

    private static int count(OrgFile file) throws ApiError, SQLException {
        return file.read(db -> {
            try (Statement statement = db.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT count(*) FROM note")) {
                return rows.getInt(1);
            }
        });
    }
}
