package dev.orgbench.demo.data;

import java.sql.Connection;
import java.sql.SQLException;

/** The org's own tables, beside those of its objects. */
public final class OrgTables {
    private static final String CLIENT_ID =
            "3MVG9demo0rgbench5Kx2vTq8LwZr1YpFh7NcJdSbGmUa4Ee6Xo.OrgbenchDemoConnectedApp";

    private OrgTables() {}

    /** Makes the tables in an empty file, and marks its version. */
    public static void create(Connection db) throws SQLException {
        Connections.execute(db, "PRAGMA user_version = " + OrgFile.VERSION);
        Settings.createTable(db);
        Sequences.createTable(db);
        Sessions.createTable(db);
        UsageMeter.createTable(db);
        RecycleBin.createTables(db);
        RecentItems.createTable(db);
    }

    /** Gives the org its name, its keys, and a session of its administrator. */
    public static void identify(Connection db, String organizationId, Stamp administrator) throws SQLException {
        Settings.put(db, Settings.ORGANIZATION_ID, organizationId);
        Settings.put(db, Settings.USER_ID, administrator.userId());
        Settings.put(db, Settings.CLIENT_ID, CLIENT_ID);
        Settings.put(db, Settings.CLIENT_SECRET, Sessions.randomText());
        Settings.put(db, Settings.SESSION, Sessions.insert(db, organizationId, administrator));
    }
}
