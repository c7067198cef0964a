package dev.orgbench.app;

import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.Orgs;
import dev.orgbench.salesforce.OrgRequest;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.ui.Workbench;
import dev.orgbench.ui.WorkbenchWindow;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.Memory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Orgbench with its window. The window comes up while the rest starts, and is filled when that is done. */
public final class WindowApp {
    private static final Logger log = LoggerFactory.getLogger(WindowApp.class);

    private final CompletableFuture<Frame> frame = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Settings settings;
    private final Toolkit toolkit;

    private WindowApp(Settings settings, Toolkit toolkit) {
        this.settings = settings;
        this.toolkit = toolkit;
    }

    /** The window as it stands before it has contents. */
    private record Frame(Stage stage, WorkbenchWindow window) {}

    /**
     * Opens the window and returns when it was closed. Where another Orgbench holds the data folder, its window comes to
     * the front instead.
     *
     * @return the process's exit code
     */
    public static int open(Settings settings, Toolkit toolkit)
            throws InterruptedException, IOException, StartException {
        WindowApp app = new WindowApp(settings, toolkit);
        try {
            app.run();
            return 0;
        } finally {
            toolkit.end();
        }
    }

    private void run() throws InterruptedException, IOException, StartException {
        toolkit.start();
        toolkit.onFailure(closed::countDown);
        WindowMemory memory = WindowMemory.open(settings.data());
        Runnable show = () -> toolkit.onScreen(() -> show(memory));
        try (memory;
                Orgbench orgbench = Orgbench.start(settings, Clock.system(ZoneId.systemDefault()), show)) {
            // The hook ends a SIGTERM as cleanly as a closed window; closing twice does no harm.
            Runtime.getRuntime().addShutdownHook(new Thread(orgbench::close));
            fillUntilClosed(orgbench, memory);
            Throwable failure = toolkit.failure();
            if (failure != null) {
                log.info("The window toolkit does not start", failure);
                throw new StartException(
                        "Orgbench cannot open a window here: there is no display that it may use. To run without one:"
                                + " orgbench serve.",
                        null);
            }
        } catch (AlreadyRunningException e) {
            if (!FrontSignal.ask(settings.data())) {
                throw told(new StartException(e.text(), e));
            }
        } catch (StartException e) {
            throw told(e);
        }
    }

    private void show(WindowMemory memory) {
        Stage stage = new Stage();
        stage.setOnHidden(event -> closed.countDown());
        WorkbenchWindow window = new WorkbenchWindow(memory);
        window.show(stage);
        frame.complete(new Frame(stage, window));
        Platform.runLater(() -> logTime("The window shows"));
    }

    private void fillUntilClosed(Orgbench orgbench, WindowMemory memory) throws InterruptedException, IOException {
        Runnable toFront = () -> {
            var _ = frame.thenAccept(shown -> toolkit.onScreen(() -> toFront(shown.stage())));
        };
        Path data = settings.data();
        try (DraftFiles drafts = DraftFiles.open(data);
                FrontSignal _ = FrontSignal.listen(data, toFront)) {
            Workbench workbench = workbench(orgbench, memory, drafts, notices(orgbench, memory, drafts));
            var _ = frame.thenAccept(shown -> toolkit.onScreen(() -> {
                shown.window().open(workbench);
                Platform.runLater(() -> logTime("The window is open"));
            }));
            signIn(workbench);
            closed.await();
        }
    }

    private static void toFront(Stage stage) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    static Workbench workbench(Orgbench orgbench, Memory memory, Drafts drafts, List<String> notices) {
        return new Workbench(
                orgbench.orgs(),
                WorkbenchWindow.lastOrg(memory).flatMap(orgbench.orgs()::find).orElse(orgbench.org()),
                orgbench.signIns(),
                orgbench::secretPlace,
                orgbench.secrets(),
                orgbench.demoControls(),
                orgbench.servers(),
                orgbench.gateway(),
                new OwnClients(orgbench.servers(), orgbench.gateway(), orgbench.managementToken()),
                orgbench.handOver().tunnels(),
                orgbench.handOver()::parts,
                orgbench.offer(),
                orgbench.trace(),
                drafts,
                new SystemBrowser(),
                orgbench.data(),
                orgbench.clock(),
                Orgbench.VERSION,
                notices);
    }

    private static List<String> notices(Orgbench orgbench, WindowMemory memory, DraftFiles drafts) {
        List<String> notices = new ArrayList<>(orgbench.notices());
        memory.movedAside()
                .ifPresent(aside -> notices.add("The window's settings could not be read. They were moved to " + aside
                        + "; the window begins with the usual ones."));
        drafts.movedAside()
                .forEach(aside ->
                        notices.add("Something typed earlier could not be read. It is kept as " + aside + "."));
        return notices;
    }

    /** So that the window tells at once whether the org answers, and what is left of its day. One request. */
    private static void signIn(Workbench workbench) {
        Org org = workbench.first();
        try {
            org.connection()
                    .as(workbench.trace().recording(org.id(), "Sign-in"))
                    .send(OrgRequest.get("/services/data/v" + Orgs.API_VERSION + "/limits"));
        } catch (SalesforceException e) {
            log.warn("{} does not answer yet: {}", org.label(), e.text());
        }
    }

    private StartException told(StartException e) throws InterruptedException {
        if (toolkit.failure() != null) {
            return e;
        }
        CountDownLatch read = new CountDownLatch(1);
        toolkit.onScreen(() -> {
            Alert alert = new Alert(Alert.AlertType.ERROR, e.text(), ButtonType.CLOSE);
            alert.setTitle("Orgbench");
            alert.setHeaderText("Orgbench cannot start");
            alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
            alert.setOnHidden(event -> read.countDown());
            alert.show();
        });
        read.await();
        return e;
    }

    private static void logTime(String what) {
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        log.info("{}, {} ms after Java started", what, System.currentTimeMillis() - started);
    }
}
