package dev.orgbench.app;

import dev.orgbench.mcp.client.HttpMcpClient;
import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.Orgs;
import dev.orgbench.salesforce.ApiUsage;
import dev.orgbench.salesforce.OrgRequest;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.ui.Workbench;
import dev.orgbench.ui.WorkbenchWindow;
import dev.orgbench.ui.shell.ServerUrl;
import dev.orgbench.ui.shell.UsageFeed;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Orgbench with its window. The window toolkit and the rest start side by side. */
public final class WindowApp {
    private static final Logger log = LoggerFactory.getLogger(WindowApp.class);

    private WindowApp() {}

    /**
     * Opens the window and returns when it was closed. Where another Orgbench holds the data folder, its window comes to
     * the front instead.
     *
     * @return the process's exit code
     */
    public static int open(Settings settings) throws InterruptedException, IOException, StartException {
        CountDownLatch toolkit = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> Platform.startup(toolkit::countDown));
        Platform.setImplicitExit(false);
        try (Orgbench orgbench = Orgbench.start(settings, Clock.systemDefaultZone())) {
            // The hook ends a SIGTERM as cleanly as a closed window; closing twice does no harm.
            Runtime.getRuntime().addShutdownHook(new Thread(orgbench::close));
            toolkit.await();
            showUntilClosed(orgbench);
            return 0;
        } catch (AlreadyRunningException e) {
            if (FrontSignal.ask(settings.data())) {
                return 0;
            }
            toolkit.await();
            tell(e.text());
            throw new StartException(e.text(), e);
        } catch (StartException e) {
            toolkit.await();
            tell(e.text());
            throw e;
        } finally {
            Platform.exit();
        }
    }

    private static void showUntilClosed(Orgbench orgbench) throws InterruptedException, IOException {
        CountDownLatch closed = new CountDownLatch(1);
        CompletableFuture<Stage> shown = new CompletableFuture<>();
        Runnable toFront = () -> shown.thenAcceptAsync(WindowApp::toFront, Platform::runLater);
        try (WindowMemory memory = WindowMemory.open(orgbench.data());
                McpClient client =
                        HttpMcpClient.connect(orgbench.mcpUrl(), "Orgbench", Orgbench.VERSION, Map.of());
                FrontSignal _ = FrontSignal.listen(orgbench.data(), toFront)) {
            Workbench workbench = workbench(orgbench, client, memory);
            Platform.runLater(() -> {
                Stage stage = new Stage();
                stage.setOnHidden(event -> closed.countDown());
                new WorkbenchWindow(workbench).show(stage);
                shown.complete(stage);
                Platform.runLater(WindowApp::logStartTime);
            });
            signIn(orgbench.org());
            closed.await();
        }
    }

    /** So that the window tells at once whether the org answers, and what is left of its day. One request. */
    private static void signIn(Org org) {
        try {
            org.connection().as(exchange -> {}).send(OrgRequest.get("/services/data/v" + Orgs.API_VERSION + "/limits"));
        } catch (SalesforceException e) {
            log.warn("{} does not answer yet: {}", org.label(), e.text());
        }
    }

    private static void toFront(Stage stage) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    private static Workbench workbench(Orgbench orgbench, McpClient client, WindowMemory memory) {
        Org org = orgbench.org();
        return new Workbench(
                org.label(),
                true,
                new ServerUrl(orgbench.mcpUrl()),
                client,
                () -> orgbench.catalogue()
                        .resolve(org.connection(), orgbench.server().config().scope()),
                new OrgUsage(org),
                orgbench.trace(),
                orgbench.notices(),
                memory);
    }

    private record OrgUsage(Org org) implements UsageFeed {
        @Override
        public Optional<ApiUsage> latest() {
            return org.connection().apiUsage();
        }

        @Override
        public void subscribe(Consumer<ApiUsage> listener) {
            org.connection().onApiUsage(listener);
        }
    }

    private static void tell(String message) throws InterruptedException {
        CountDownLatch read = new CountDownLatch(1);
        Platform.runLater(() -> {
            Alert alert = new Alert(Alert.AlertType.ERROR, message, ButtonType.CLOSE);
            alert.setTitle("Orgbench");
            alert.setHeaderText("Orgbench cannot start");
            alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
            alert.setOnHidden(event -> read.countDown());
            alert.show();
        });
        read.await();
    }

    private static void logStartTime() {
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        log.info("The window is open, {} ms after Java started", System.currentTimeMillis() - started);
    }
}
