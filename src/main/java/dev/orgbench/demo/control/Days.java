package dev.orgbench.demo.control;

import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.Checkpoints;
import dev.orgbench.demo.data.OrgFile;
import dev.orgbench.demo.data.Work;
import dev.orgbench.demo.metadata.Catalogue;
import dev.orgbench.demo.sample.SampleOrg;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Takes the org to other days of its life. Clients stay signed in; their requests meanwhile wait. */
public final class Days {
    private final Org org;
    private final Work<?> tables;
    private final Checkpoints checkpoints;

    /** @param tables makes those that a day may lack */
    public Days(Org org, Work<?> tables) {
        this.org = org;
        this.tables = tables;
        this.checkpoints = new Checkpoints(org.file());
    }

    /** Takes the org back to how it was made. If that fails it stays as it was. */
    public void reset() throws ApiError, IOException, SQLException {
        Path next = checkpoints.next();
        try (OrgFile made = OrgFile.open(next, org.clock())) {
            made.reshape(
                    db -> {
                        new SampleOrg(new Catalogue(), org.clock()).fill(db);
                        return true;
                    },
                    _ -> true);
        }
        checkpoints.replace(next, this::touch, this::publish);
    }

    void keep(String name) throws ApiError, IOException, SQLException {
        checkpoints.keep(name);
    }

    void restore(String name) throws ApiError, IOException, SQLException {
        checkpoints.restore(name, this::touch, this::publish);
    }

    List<String> kept() throws IOException {
        return checkpoints.names();
    }

    /** So that a client which asks what changed since its last look is told. */
    private boolean touch(Connection db) throws ApiError, SQLException {
        tables.run(db);
        org.catalogue().touch(db, org.clock().instant());
        return true;
    }

    private boolean publish(Connection db) throws SQLException {
        org.catalogue().load(db);
        return true;
    }
}
