package dev.orgbench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("orgbench.db");
    }

    @Test
    void keepsWhatWasWrittenAfterReopening() {
        try (Store store = Store.open(file, NOON)) {
            insertOrg(store, "demo");
        }
        try (Store store = Store.open(file, NOON)) {
            assertThat(orgs(store)).isEqualTo(1);
            assertThat(store.movedAside()).isEmpty();
        }
    }

    @Test
    void undoesWorkThatThrows() {
        try (Store store = Store.open(file, NOON)) {
            assertThatThrownBy(() -> store.run(connection -> {
                        connection
                                .createStatement()
                                .execute(
                                        "INSERT INTO org (id, label, instance_url, kind, created_at) VALUES ('a', 'A', 'http://a', 'demo', 'now')");
                        throw new SQLException("disk full");
                    }))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("disk full");
            assertThat(orgs(store)).isZero();
        }
    }

    @Test
    void movesADamagedFileAsideWithItsDate() throws Exception {
        Files.writeString(file, "this is no database ".repeat(500));
        try (Store store = Store.open(file, NOON)) {
            assertThat(store.movedAside()).contains(folder.resolve("orgbench.db.damaged-20261122-120000"));
            assertThat(folder.resolve("orgbench.db.damaged-20261122-120000")).exists();
            assertThat(orgs(store)).isZero();
        }
    }

    @Test
    void leavesAFileOfANewerOrgbenchAlone() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.createStatement().execute("PRAGMA user_version=99");
        }
        assertThatThrownBy(() -> Store.open(file, NOON))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("newer Orgbench");
        assertThat(file).exists();
    }

    @Test
    void aFileThatAnotherProgramHoldsIsNotMovedAside() throws Exception {
        try (Store store = Store.open(file, NOON)) {
            insertOrg(store, "demo");
        }
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA locking_mode=EXCLUSIVE");
            statement.execute("PRAGMA user_version=1");
            assertThatThrownBy(() -> Store.open(file, NOON))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("cannot be opened");
        }
        try (var files = Files.list(folder)) {
            assertThat(files).noneMatch(each -> each.toString().contains("damaged"));
        }
    }

    @Test
    void aFullDiskIsToldInWords() {
        try (Store store = Store.open(file, NOON)) {
            assertThatThrownBy(() -> store.run(connection -> {
                        connection.createStatement().execute("PRAGMA max_page_count=1");
                        connection.createStatement().execute("CREATE TABLE big AS SELECT randomblob(1000000) AS b");
                        return connection;
                    }))
                    .hasMessage("Orgbench's own file could not be used: the disk is full. Make room on it, then try"
                            + " again");
        }
    }

    private static void insertOrg(Store store, String id) {
        store.run(connection -> {
            try (var insert = connection.prepareStatement(
                    "INSERT INTO org (id, label, instance_url, kind, created_at) VALUES (?, 'A', 'http://a', 'demo', 'now')")) {
                insert.setString(1, id);
                return insert.executeUpdate();
            }
        });
    }

    private static int orgs(Store store) {
        return store.run(connection -> connection
                .createStatement()
                .executeQuery("SELECT count(*) FROM org")
                .getInt(1));
    }
}
