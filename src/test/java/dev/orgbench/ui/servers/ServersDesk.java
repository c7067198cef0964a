package dev.orgbench.ui.servers;

import dev.orgbench.TestClock;
import dev.orgbench.demo.DemoOrg;
import dev.orgbench.gateway.McpServer;
import dev.orgbench.gateway.ServerRegister;
import dev.orgbench.gateway.StoredServers;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.OrgKind;
import dev.orgbench.orgs.Orgs;
import dev.orgbench.orgs.Secrets;
import dev.orgbench.orgs.SecretsException;
import dev.orgbench.salesforce.SignIn;
import dev.orgbench.store.Store;
import dev.orgbench.tools.Behaviours;
import dev.orgbench.tools.Definitions;
import dev.orgbench.tools.ToolCatalogue;
import dev.orgbench.tools.salesforce.SalesforceBehaviours;
import dev.orgbench.tools.sources.BundledDefinitions;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.ChosenFiles;
import dev.orgbench.ui.Visits;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.ServerChoice;
import dev.orgbench.ui.kit.Theme;
import dev.orgbench.ui.kit.Toasts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import okhttp3.OkHttpClient;

/** What the Servers screen stands on: a real register on disk, the real tools, a running demo org. */
final class ServersDesk implements AutoCloseable {
    final TestClock clock = new TestClock();
    final ObjectProperty<Set<String>> publicServers = new SimpleObjectProperty<>(Set.of());
    final Visits visits = new Visits();
    final Memory memory = Memory.forThisRun();
    final Shelf shelf;
    private final Path folder;
    private final LockableSecrets secrets = new LockableSecrets();
    private final Store store;
    private final DemoOrg demo;
    private final Trace trace = new Trace(clock);
    private final OkHttpClient http = new OkHttpClient();

    ServersDesk(Path folder, OrgKind kind) throws IOException {
        this.folder = folder;
        demo = DemoOrg.start(folder.resolve("demo.db"), 0, Clock.systemUTC());
        store = Store.open(folder.resolve("orgbench.db"), clock);
        Orgs orgs = new Orgs(store, http, clock);
        Org org = orgs.connect(
                "demo",
                "Demo org",
                kind,
                demo.uri(),
                new SignIn.ClientCredentials(demo.clientId(), demo.clientSecret()));
        Behaviours behaviours = SalesforceBehaviours.all();
        ToolCatalogue catalogue = new ToolCatalogue(
                new Definitions(behaviours, List.of(new BundledDefinitions("salesforce"))), behaviours, new byte[32]);
        shelf = new Shelf(
                org,
                new StoredServers(store, secrets, clock),
                catalogue,
                token -> URI.create("http://127.0.0.1:7420/mcp/" + token),
                clock);
    }

    ServersDesk(Path folder) throws IOException {
        this(folder, OrgKind.DEMO);
    }

    /** As a person locks the keychain where the tokens are. */
    void lock(boolean locked) {
        secrets.locked = locked;
    }

    ServerRegister register() {
        return shelf.register();
    }

    /** A workbench, a narrowed server that ends in 6 h 12 m, and a contractor's that has ended. */
    void fill() {
        McpServer workbench = register()
                .create("demo", "Workbench", McpServer.Config.EVERYTHING, null)
                .server();
        register()
                .create(
                        "demo",
                        "Contractor",
                        new McpServer.Config(List.of("read"), List.of("records")),
                        TestClock.NOON.plus(Duration.ofMinutes(10)));
        clock.pass(Duration.ofMinutes(20));
        register()
                .create(
                        "demo",
                        "RevOps agent",
                        new McpServer.Config(List.of("read", "write"), List.of("metadata"))
                                .draft()
                                .requireApiToken(true)
                                .config(),
                        clock.instant().plus(Duration.ofHours(6).plusMinutes(12)));
        register().noteCall(workbench.id());
        register().noteCall(workbench.id());
    }

    McpServer server(String name) {
        return shelf.servers().stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Stops the org; what is asked of it from now on fails. */
    void loseTheOrg() {
        demo.close();
    }

    /** The screen in a scene of its own, with toasts and sheets over it. */
    Scene scene(Background background, Executor feed, double width, double height) {
        Overlay overlay = new Overlay();
        Toasts toasts = new Toasts();
        toasts.setMouseTransparent(false);
        ServersScreen screen = new ServersScreen(desk(background, feed, overlay, toasts), shelf, publicServers);
        StackPane root = new StackPane(screen, toasts, overlay);
        root.getStyleClass().add("shell");
        Scene scene = new Scene(root, width, height);
        new Theme(scene, memory);
        return scene;
    }

    private Desk desk(Background background, Executor feed, Overlay overlay, Toasts toasts) {
        return new Desk(
                shelf.org(),
                new ServerChoice("demo", () -> register().list("demo"), server -> Optional.empty(), background, memory),
                trace,
                background,
                feed,
                memory,
                Drafts.forThisRun(),
                visits,
                overlay,
                toasts,
                new ChosenFiles(folder),
                address -> {});
    }

    @Override
    public void close() {
        store.close();
        demo.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private static final class LockableSecrets implements Secrets {
        private final Map<String, String> kept = new ConcurrentHashMap<>();
        private volatile boolean locked;

        @Override
        public Optional<String> get(String name) {
            if (locked) {
                throw new SecretsException("The keychain does not give it. Unlock it.", null);
            }
            return Optional.ofNullable(kept.get(name));
        }

        @Override
        public void put(String name, String value) {
            kept.put(name, value);
        }

        @Override
        public void remove(String name) {
            kept.remove(name);
        }
    }
}
