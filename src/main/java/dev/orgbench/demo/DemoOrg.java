package dev.orgbench.demo;

import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.bulk.BulkJobs;
import dev.orgbench.demo.control.ControlEndpoint;
import dev.orgbench.demo.control.Days;
import dev.orgbench.demo.data.OrgFile;
import dev.orgbench.demo.data.OrgIdentity;
import dev.orgbench.demo.data.RefreshTokens;
import dev.orgbench.demo.data.Sessions;
import dev.orgbench.demo.data.UsageMeter;
import dev.orgbench.demo.formula.FormulaFunctions;
import dev.orgbench.demo.limits.Limits;
import dev.orgbench.demo.metadata.Catalogue;
import dev.orgbench.demo.query.QueryEngine;
import dev.orgbench.demo.sample.DemoSize;
import dev.orgbench.demo.sample.SampleOrg;
import dev.orgbench.demo.server.OrgHandler;
import dev.orgbench.demo.signin.SignIn;
import dev.orgbench.demo.tls.LocalAuthority;
import dev.orgbench.demo.trouble.DemoFault;
import dev.orgbench.demo.trouble.FaultyScenarioException;
import dev.orgbench.demo.trouble.RequestLog;
import dev.orgbench.demo.trouble.ScenarioReader;
import dev.orgbench.demo.trouble.Troubles;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Salesforce org on this machine: HTTP on 127.0.0.1, plain and on demand encrypted, its records in one SQLite file.
 * Software written for Salesforce signs in here by any of its OAuth flows, or with {@link #accessToken()}.
 */
public final class DemoOrg implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DemoOrg.class);

    private final OrgFile file;
    private final Org org;
    private final Troubles troubles;
    private final Days days;
    private final BulkJobs jobs;
    private final OrgHandler handler;
    private final Path folder;
    private final LoopbackServer server;
    private @Nullable LoopbackServer tlsServer;

    private DemoOrg(OrgFile file, Org org, BulkJobs jobs, Path folder, int port) throws IOException {
        this.file = file;
        this.org = org;
        this.jobs = jobs;
        this.folder = folder;
        this.troubles = new Troubles(org.limits(), org.catalogue()::secureFields);
        file.afterWrites(db -> {
            org.catalogue().refreshAccess(db);
            return true;
        });
        this.days = new Days(org);
        RequestLog log = new RequestLog();
        ControlEndpoint control =
                new ControlEndpoint(days, troubles, log, org.identity().session());
        this.handler = new OrgHandler(org, jobs, troubles, log, control, folder);
        this.server = LoopbackServer.start("demo-org", port, handler);
    }

    /**
     * Opens the org, which is made on first start, and serves it.
     *
     * @param file where its records are or shall be
     * @param port the port wanted, 0 for any; where it is taken the next free one is used, see {@link #uri()}
     * @param clock what day it is; its zone is the org's
     * @throws IOException if the file can not be used or no port is free; the message says what to do
     */
    public static DemoOrg start(Path file, int port, Clock clock) throws IOException {
        return start(file, port, clock, DemoSize.SMALL);
    }

    /**
     * The same with more records. An org that is there already stays as it is.
     *
     * @param size what a new org holds; {@link #reset()} keeps to what it was made with
     * @throws IOException as above
     */
    public static DemoOrg start(Path file, int port, Clock clock, DemoSize size) throws IOException {
        OrgFile opened = OrgFile.open(file, clock, db -> FormulaFunctions.install(db, clock));
        try {
            Org org = load(opened, clock, size);
            BulkJobs jobs = BulkJobs.start(org);
            try {
                return new DemoOrg(opened, org, jobs, file.toAbsolutePath().resolveSibling(""), port);
            } catch (IOException | RuntimeException e) {
                jobs.close();
                throw e;
            }
        } catch (SQLException | ApiError e) {
            opened.close();
            throw new IOException("The demo org's file " + file + " can not be read: " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Where it listens: {@code http://127.0.0.1:7421}, without a slash at the end. */
    public URI uri() {
        return server.uri();
    }

    /**
     * Serves the org by https too, for clients that speak nothing else. They must trust the certificate that this tells,
     * which is made on first use.
     *
     * @param port the port wanted, 0 for any; where it is taken the next free one is used
     * @throws IOException if no port is free, or the certificate can not be kept beside the org's file
     */
    public synchronized TlsDoor openTls(int port) throws IOException {
        LocalAuthority authority = LocalAuthority.in(folder);
        if (tlsServer == null) {
            tlsServer = LoopbackServer.startTls("demo-org-tls", port, authority.serverContext(), handler);
        }
        return new TlsDoor(tlsServer.uri(), authority.certificateFile());
    }

    /**
     * Where the org is reached by https.
     *
     * @param uri {@code https://127.0.0.1:7422}; {@code localhost} does as well
     * @param authority the certificate to trust, in PEM: for {@code NODE_EXTRA_CA_CERTS} or {@code REQUESTS_CA_BUNDLE}
     */
    public record TlsDoor(URI uri, Path authority) {}

    /** In 18 characters. */
    public String organizationId() {
        return org.identity().organizationId();
    }

    /** For the client credentials flow at {@code /services/oauth2/token}. */
    public String clientId() {
        return org.identity().clientId();
    }

    /** For the client credentials flow at {@code /services/oauth2/token}. */
    public String clientSecret() {
        return org.identity().clientSecret();
    }

    /** An access token of the administrator that does not expire, for use by hand. */
    public String accessToken() {
        return org.identity().session();
    }

    /**
     * How much it held on its first day.
     *
     * @throws IOException if the file can not be read
     */
    public DemoSize size() throws IOException {
        try {
            return org.file().read(SampleOrg::size);
        } catch (SQLException | ApiError e) {
            throw new IOException("The demo org's file can not be read: " + e.getMessage(), e);
        }
    }

    /** Where the file that stood here before went, if it was damaged or of another version; the org was made anew. */
    public Optional<Path> movedAside() {
        return file.movedAside();
    }

    /** Whose password {@link #password()} is: the administrator's user name. */
    public String userName() {
        return org.identity().userName();
    }

    /** What the login page takes. */
    public String password() {
        return SignIn.PASSWORD;
    }

    /**
     * Plays a scenario from its beginning, as {@code POST /demo/scenario} does.
     *
     * @param text YAML or JSON
     * @throws FaultyScenarioException at its first mistake; then all stays as it was
     */
    public void play(String text) throws FaultyScenarioException {
        troubles.play(ScenarioReader.scenario(text));
    }

    /** Begins or ends one kind of trouble. */
    public void set(DemoFault fault, boolean on) {
        troubles.set(fault, on);
    }

    /** Whether that kind of trouble is on. */
    public boolean has(DemoFault fault) {
        return troubles.has(fault);
    }

    /**
     * Ends every session, as after hours without use; clients that can renew theirs do so. {@link #accessToken()} stays.
     *
     * @throws IOException if the file can not be written
     */
    public void expireSessions() throws IOException {
        try {
            org.sessions().endAllBut(org.identity().session());
        } catch (SQLException | ApiError e) {
            throw new IOException("The sessions of the demo org could not be ended: " + e.getMessage(), e);
        }
    }

    /**
     * Takes the org back to its first day: records, objects and fields as they were made. Clients stay signed in.
     * Requests meanwhile wait.
     *
     * @throws IOException if the file can not be written; then the org stays as it was
     */
    public void reset() throws IOException {
        try {
            days.reset();
        } catch (SQLException | ApiError e) {
            throw new IOException("The demo org could not be reset, and stays as it was: " + e.getMessage(), e);
        }
    }

    /** Stops listening and closes the file. */
    @Override
    public synchronized void close() {
        server.close();
        jobs.close();
        if (tlsServer != null) {
            tlsServer.close();
        }
        try {
            org.meter().save(file);
        } catch (SQLException | ApiError e) {
            log.warn("The demo org's count of requests was not saved", e);
        }
        file.close();
    }

    private static Org load(OrgFile file, Clock clock, DemoSize size) throws ApiError, SQLException {
        Catalogue catalogue = new Catalogue();
        if (file.isFresh()) {
            log.info("The demo org is made, {}; a large one takes up to two minutes", size);
            file.reshape(
                    db -> {
                        new SampleOrg(catalogue, clock, size).fill(db);
                        return true;
                    },
                    db -> true);
            file.emptyJournal();
        }
        file.read(db -> {
            catalogue.load(db);
            return true;
        });
        OrgIdentity identity = OrgIdentity.load(file);
        UsageMeter meter = UsageMeter.load(file, clock);
        return new Org(
                file,
                catalogue,
                new QueryEngine(catalogue::queryable, clock, clock.getZone()),
                new QueryEngine(catalogue::toolingQueryable, clock, clock.getZone()),
                Sessions.load(file, identity, clock),
                RefreshTokens.load(file),
                meter,
                new Limits(meter, file, clock),
                identity,
                clock);
    }
}
