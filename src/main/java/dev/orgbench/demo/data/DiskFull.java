package dev.orgbench.demo.data;

import dev.orgbench.demo.wire.ApiError;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** No space is left on the disk: the one failure of SQLite that a client is told of. */
final class DiskFull {
    private DiskFull() {}

    /**
     * Gives the failure back.
     *
     * @throws ApiError STORAGE_LIMIT_EXCEEDED instead, if the disk is full
     */
    static SQLException told(SQLException e) throws ApiError {
        // Extended codes carry the plain one in their lowest byte.
        if (e instanceof SQLiteException sqlite
                && (sqlite.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_FULL.code) {
            throw new ApiError(
                    403,
                    "STORAGE_LIMIT_EXCEEDED",
                    "storage limit exceeded: no space is left on the disk that holds the demo org's file");
        }
        return e;
    }
}
