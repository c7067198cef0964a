package dev.orgbench.demo.control;

import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.Checkpoints;
import dev.orgbench.demo.data.OrgFile;
import dev.orgbench.demo.formula.FormulaFunctions;
import dev.orgbench.demo.metadata.Catalogue;
import dev.orgbench.demo.sample.DemoSize;
import dev.orgbench.demo.sample.SampleOrg;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Takes the org to other days of its life. Clients stay signed in; their requests meanwhile wait. */
public final class Days {
    private final Org org;
    private final Checkpoints checkpoints;

    public Days(Org org) {
        this.org = org;
        this.checkpoints = new Checkpoints(org.file(), new CatalogueShape(org.catalogue(), org.clock()));
    }

    /** Takes the org back to how it was made, and as large. If that fails it stays as it was. */
    public void reset() throws ApiError, IOException, SQLException {
        Path next = checkpoints.next();
        DemoSize size = org.file().read(SampleOrg::size);
        try (OrgFile made = OrgFile.open(next, org.clock(), db -> FormulaFunctions.install(db, org.clock()))) {
            made.reshape(
                    db -> {
                        new SampleOrg(new Catalogue(), org.clock(), size).fill(db);
                        return true;
                    },
                    _ -> true);
        }
        checkpoints.replace(next);
    }

    void keep(String name) throws ApiError, IOException, SQLException {
        checkpoints.keep(name);
    }

    void restore(String name) throws ApiError, IOException, SQLException {
        checkpoints.restore(name);
    }

    List<String> kept() throws IOException {
        return checkpoints.names();
    }

    /** The catalogue's view of the tables. */
    private record CatalogueShape(Catalogue catalogue, Clock clock) implements Checkpoints.Shape {
        @Override
        public boolean isObject(String table) {
            return catalogue.tooling().object(table).isPresent()
                    || catalogue.schema().object(table).isPresent();
        }

        /** So that a client which asks what changed since its last look is told. */
        @Override
        public void touch(Connection db) throws SQLException {
            catalogue.touch(db, clock.instant());
        }

        @Override
        public void publish(Connection db) throws SQLException {
            catalogue.load(db);
        }
    }
}
