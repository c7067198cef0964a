package dev.orgbench.app;

import dev.orgbench.demo.DemoOrg;
import dev.orgbench.gateway.Gateway;
import dev.orgbench.gateway.McpServer;
import dev.orgbench.gateway.Offer;
import dev.orgbench.gateway.ServerRegister;
import dev.orgbench.gateway.StoredServers;
import dev.orgbench.orgs.BrowserSignIns;
import dev.orgbench.orgs.KeptSecrets;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.OrgKind;
import dev.orgbench.orgs.Orgs;
import dev.orgbench.orgs.SecretFile;
import dev.orgbench.orgs.SecretPlace;
import dev.orgbench.orgs.Secrets;
import dev.orgbench.orgs.SecretsException;
import dev.orgbench.salesforce.SignIn;
import dev.orgbench.store.Store;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.orgs.DemoControls;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Orgbench without its window: the demo org, the gateway, and all between them. Built here, closed in reverse. */
public final class Orgbench implements AutoCloseable {
    /** Orgbench's version, as told to clients. */
    public static final String VERSION = "0.1.0";

    private static final String DEMO_ORG_ID = "demo";

    private final Closing closing;
    private final Path data;
    private final Clock clock;
    private final StartNotices notices = new StartNotices();
    private final Trace trace;
    private final KeptSecrets keptSecrets;
    private final BrowserSignIns signIns;
    private final Orgs orgs;
    private final ServerRegister register;
    private final DemoOrg demo;
    private final Optional<DemoOrg.TlsDoor> demoTls;
    private final Org org;
    private final Offer offer;
    private final Gateway gateway;
    private final FirstServers firstServers;
    private final McpServer server;
    private final String managementToken;
    private final HandOver handOver;

    /**
     * Starts everything.
     *
     * @throws AlreadyRunningException if another process holds the data folder
     * @throws StartException if something that is needed cannot be had
     */
    public static Orgbench start(Settings settings, Clock clock) throws StartException, AlreadyRunningException {
        return start(settings, clock, () -> {});
    }

    /**
     * Starts everything, as {@link #start(Settings, Clock)}.
     *
     * @param held called as soon as the data folder is this process's, long before the rest is up
     */
    static Orgbench start(Settings settings, Clock clock, Runnable held)
            throws StartException, AlreadyRunningException {
        Closing closing = new Closing();
        try {
            DataFolder.make(settings.data());
            closing.add(DataLock.take(settings.data()));
            held.run();
            return new Orgbench(settings, clock, closing);
        } catch (AlreadyRunningException e) {
            closing.close();
            throw e;
        } catch (FileSystemException e) {
            closing.close();
            throw failed(settings, DataFolder.words(e), e);
        } catch (IOException | RuntimeException e) {
            closing.close();
            throw failed(settings, String.valueOf(e.getMessage()), e);
        } catch (LinkageError e) {
            closing.close();
            // SQLite's own code is unpacked at each start.
            throw failed(
                    settings,
                    "SQLite could not be unpacked into " + System.getProperty("java.io.tmpdir")
                            + ". Make room there, or name another folder with -Djava.io.tmpdir",
                    e);
        }
    }

    private static StartException failed(Settings settings, String why, Throwable cause) {
        return new StartException("Orgbench cannot start with the data folder " + settings.data() + ": " + why, cause);
    }

    private Orgbench(Settings settings, Clock clock, Closing closing) throws IOException {
        this.closing = closing;
        this.clock = clock;
        data = settings.data();
        Future<DemoOrg> demoStarting;
        Store store;
        SecretFile secrets;
        byte[] signingKey;
        // The demo org takes longest and needs nothing of the rest. Leaving this block waits for it.
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            demoStarting = beside.submit(() -> closing.add(
                    DemoOrg.start(data.resolve("demo.db"), settings.demoPort(), clock, settings.demoSize())));
            store = closing.add(Store.open(data.resolve("orgbench.db"), clock));
            secrets = SecretFile.open(data);
            keptSecrets =
                    closing.add(settings.keychain() ? KeptSecrets.inKeychain(secrets) : KeptSecrets.inFile(secrets));
            signingKey = OwnKeys.signingKey(secrets);
            offer = ToolFiles.offer(data, signingKey);
            FaultWatch.ofTools(offer).forEach(notices::add);
        }
        store.movedAside()
                .ifPresent(aside -> notices.add("Orgbench's own file was damaged. It was moved to " + aside
                        + " and made anew: URLs handed out before no longer work."));
        demo = result(demoStarting);
        demo.movedAside()
                .ifPresent(aside -> notices.add("The demo org's file could not be used. It was moved to " + aside
                        + " and the org begins again at its first day."));
        if (demo.size().compareTo(settings.demoSize()) < 0) {
            notices.add("The demo org stays as it was made: " + demo.size() + ". For a " + settings.demoSize()
                    + " one name another data folder with --data.");
        }
        notices.otherPort("The demo org", settings.demoPort(), demo.uri().getPort(), "");
        demoTls = demoTls(demo, settings.demoTlsPort());
        ScenarioFile.play(demo, settings.demoScenario());

        OkHttpClient http = new OkHttpClient();
        closing.add(() -> {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        });
        orgs = new Orgs(store, keptSecrets, http, clock);
        signIns = new BrowserSignIns(http, clock);
        org = orgs.connect(
                DEMO_ORG_ID,
                "Demo org",
                OrgKind.DEMO,
                demo.uri(),
                new SignIn.ClientCredentials(demo.clientId(), demo.clientSecret()));

        trace = closing.add(Trace.open(data.resolve("trace.db"), clock));
        register = new StoredServers(store, keptSecrets, clock);
        firstServers = new FirstServers(register, clock);
        orgs.onChange(firstServers::follow);
        orgs.list().forEach(connected -> firstServers.give(connected.org()));
        server = firstServers.running(org);
        managementToken = OwnKeys.managementToken(secrets);
        gateway = closing.add(new Gateway(
                settings.port(), managementToken, signingKey, register, orgs, offer, trace, VERSION, clock));
        notices.otherPort(
                "The MCP server",
                settings.port(),
                gateway.port(),
                " Clients that were given a URL do not reach it there: end that program and start Orgbench again, or give"
                        + " them the new URL.");
        handOver = closing.add(new HandOver(gateway, register, http, data, managementToken, clock));
    }

    /** The data folder. */
    public Path data() {
        return data;
    }

    /** The time, and the person's zone. */
    public Clock clock() {
        return clock;
    }

    /** What a person should know of this start: ports taken, files moved aside. Empty if all is as usual. */
    public List<String> notices() {
        return notices.all();
    }

    /**
     * Tells {@code listener} the faults of definitions and prompts that {@link #notices()} has not told, a line each: those
     * of now at once, later ones as files change, on a thread of its own.
     */
    public void onFault(Consumer<String> listener) {
        closing.add(new FaultWatch(offer, org.connection(), data, notices(), listener));
    }

    /** The demo org's base URL. */
    public URI demoUrl() {
        return demo.uri();
    }

    /** The demo org's base URL for https, if it serves that. */
    public Optional<URI> demoTlsUrl() {
        return demoTls.map(DemoOrg.TlsDoor::uri);
    }

    /** The certificate, in PEM, that clients of {@link #demoTlsUrl()} must trust. */
    public Optional<Path> demoTlsAuthority() {
        return demoTls.map(DemoOrg.TlsDoor::authority);
    }

    /** A session of the demo org, for other Salesforce clients. */
    public String demoAccessToken() {
        return demo.accessToken();
    }

    /** The open org's id, as in {@code /integrated-account/demo/mcp}. */
    public String orgId() {
        return org.id();
    }

    /** All orgs that are connected. */
    public Orgs orgs() {
        return orgs;
    }

    /** How a person signs in to an org in his browser. */
    public BrowserSignIns signIns() {
        return signIns;
    }

    /** Where sign-ins are kept. May take a few seconds the first time. */
    public SecretPlace secretPlace() {
        return keptSecrets.place();
    }

    /** Keeps secrets there; may take a few seconds the first time. */
    public Secrets secrets() {
        return keptSecrets;
    }

    /** What a person may do to the demo org besides using it. */
    public DemoControls demoControls() {
        return new DemoSwitches(DEMO_ORG_ID, demo);
    }

    /** The MCP servers that exist. */
    public ServerRegister servers() {
        return register;
    }

    /** Where the MCP servers answer. */
    public Gateway gateway() {
        return gateway;
    }

    /** How servers are handed to clients, on this machine and from outside. */
    HandOver handOver() {
        return handOver;
    }

    /** The org that is open. */
    public Org org() {
        return org;
    }

    /** Everything that happened in this run. */
    public Trace trace() {
        return trace;
    }

    /** What servers can offer: tools, prompts, resources. */
    public Offer offer() {
        return offer;
    }

    /** The server that the first start made. */
    public McpServer server() {
        return server;
    }

    /**
     * Its URL: whoever has it may use the server. Reads the keychain, which may take a few seconds.
     *
     * @throws SecretsException if that does not give it; the message says what to do
     */
    public URI mcpUrl() {
        return gateway.url(firstServers.opened(org).token());
    }

    /** As {@link #mcpUrl()}; empty where the keychain does not give it, and {@code whyNot} is told what to do. */
    public Optional<URI> mcpUrl(Consumer<String> whyNot) {
        try {
            return Optional.of(mcpUrl());
        } catch (SecretsException e) {
            whyNot.accept("The URL of “" + server.name() + "” cannot be told: " + e.getMessage()
                    + " It answers all the same, and the management API makes other servers.");
            return Optional.empty();
        }
    }

    /** Where programs make servers. */
    public URI managementUrl() {
        return gateway.uri();
    }

    /** What programs must present to make servers. */
    public String managementToken() {
        return managementToken;
    }

    /** Stops listening, then closes the files. */
    @Override
    public void close() {
        closing.close();
    }

    private Optional<DemoOrg.TlsDoor> demoTls(DemoOrg org, @Nullable Integer port) throws IOException {
        if (port == null) {
            return Optional.empty();
        }
        DemoOrg.TlsDoor door = org.openTls(port);
        notices.otherPort("The demo org's https", port, door.uri().getPort(), "");
        return Optional.of(door);
    }

    private static <T> T result(Future<T> done) throws IOException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while starting");
        }
    }
}
