package dev.orgbench.ui.soql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.DemoOrg;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.OrgKind;
import dev.orgbench.salesforce.OrgConnection;
import dev.orgbench.salesforce.Salesforce;
import dev.orgbench.salesforce.SignIn;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.FileDialogs;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Navigator;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.ServerChoice;
import dev.orgbench.ui.kit.Toasts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** A demo org on a free port, and what a screen on it needs. */
final class DemoDesk implements AutoCloseable {
    private final DemoOrg demo;
    private final OkHttpClient http = new OkHttpClient();
    private final Path folder;
    private final Trace trace = new Trace(Clock.systemUTC());
    private final Memory memory = Memory.forThisRun();
    private final Org org;
    private final Drafts drafts = Drafts.forThisRun();
    private final List<String> visited = new ArrayList<>();
    private @Nullable Path chosenFile;

    DemoDesk(Path folder) throws IOException {
        this(folder, OrgKind.DEMO);
    }

    DemoDesk(Path folder, OrgKind kind) throws IOException {
        this.folder = folder;
        demo = DemoOrg.start(folder.resolve("demo.db"), 0, Clock.system(ZoneId.systemDefault()));
        org = new Org(
                "demo",
                "Demo org",
                kind,
                new OrgConnection(
                        "Demo org",
                        demo.uri(),
                        "62.0",
                        new SignIn.PastedSession(demo.accessToken()),
                        http,
                        Clock.systemUTC()));
    }

    Desk desk(Background background, Executor feed) {
        return new Desk(
                org,
                new ServerChoice("demo", List::of, server -> Optional.empty(), background, memory),
                trace,
                background,
                feed,
                memory,
                drafts,
                new Visits(visited),
                new Overlay(),
                new Toasts(),
                new ChosenFiles(),
                page -> {});
    }

    Salesforce client() {
        return org.connection().as(trace.recording("demo", "test"));
    }

    Trace trace() {
        return trace;
    }

    Path folder() {
        return folder;
    }

    Path savedFolder() {
        return folder.resolve("queries");
    }

    Memory memory() {
        return memory;
    }

    Drafts drafts() {
        return drafts;
    }

    /** Where the navigator was sent. */
    List<String> visited() {
        return visited;
    }

    /** What the person will choose when asked for a file. */
    void choose(Path file) {
        chosenFile = file;
    }

    void stopOrg() {
        demo.close();
    }

    @Override
    public void close() {
        demo.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private final class ChosenFiles implements FileDialogs {
        @Override
        public void save(String title, String name, Consumer<Path> chosen) {
            Path file = chosenFile;
            if (file != null) {
                chosen.accept(file);
            }
        }

        @Override
        public void open(String title, Consumer<Path> chosen, String... endings) {
            save(title, "", chosen);
        }
    }

    private record Visits(List<String> places) implements Navigator {
        @Override
        public void openTool(String tool, @Nullable ObjectNode arguments) {
            places.add(tool + " " + arguments);
        }

        @Override
        public void openQuery(String soql) {
            places.add(soql);
        }

        @Override
        public void openObject(String objectName) {
            places.add(objectName);
        }

        @Override
        public void openMessage(long messageId) {}

        @Override
        public void openServers() {}

        @Override
        public void openConnect(String serverId) {}
    }
}
