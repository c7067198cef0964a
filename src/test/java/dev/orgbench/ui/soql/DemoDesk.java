package dev.orgbench.ui.soql;

import dev.orgbench.demo.DemoOrg;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.OrgKind;
import dev.orgbench.salesforce.OrgConnection;
import dev.orgbench.salesforce.Salesforce;
import dev.orgbench.salesforce.SignIn;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.ChosenFiles;
import dev.orgbench.ui.Visits;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.ServerChoice;
import dev.orgbench.ui.kit.Toasts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import okhttp3.OkHttpClient;

/** A demo org on a free port, and what a screen on it needs. */
final class DemoDesk implements AutoCloseable {
    private final DemoOrg demo;
    private final OkHttpClient http = new OkHttpClient();
    private final Path folder;
    private final Trace trace = new Trace(Clock.systemUTC());
    private final Memory memory = Memory.forThisRun();
    private final Org org;
    private final Drafts drafts = Drafts.forThisRun();
    private final Visits visits = new Visits();
    private final ChosenFiles files;

    DemoDesk(Path folder) throws IOException {
        this(folder, OrgKind.DEMO);
    }

    DemoDesk(Path folder, OrgKind kind) throws IOException {
        this.folder = folder;
        files = new ChosenFiles(folder);
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
                visits,
                new Overlay(),
                new Toasts(),
                files,
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
        return visits.places();
    }

    /** What the person will choose when asked for a file. */
    void choose(Path file) {
        files.choose(file);
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
}
