package dev.orgbench.ui.connect;

import dev.orgbench.connect.tunnel.StandIns;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.ChosenFiles;
import dev.orgbench.ui.FakeDesk;
import dev.orgbench.ui.FakeServer;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Theme;
import dev.orgbench.ui.kit.VirtualThreads;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The screen in a window of its own. As a program, to look at it: width, height, theme. */
final class ConnectStage {
    private final ConnectModel model;
    private final Desk desk;
    private final List<URI> opened = new CopyOnWriteArrayList<>();
    private final ChosenFiles files;

    ConnectStage(Stage stage, ConnectFixture fixture, Memory memory, double width, double height) {
        files = new ChosenFiles(fixture.home());
        Trace trace = new Trace(Clock.systemUTC());
        Desk fake = FakeDesk.on(
                new FakeServer(trace), trace, new VirtualThreads(Platform::runLater), Platform::runLater, memory);
        desk = new Desk(
                fake.org(),
                fake.servers(),
                trace,
                fake.background(),
                fake.feed(),
                memory,
                fake.drafts(),
                fake.navigator(),
                fake.overlay(),
                fake.toasts(),
                files,
                opened::add);
        model = new ConnectModel(fixture.parts(), desk.background(), desk.feed(), memory);
        ConnectScreen screen = new ConnectScreen(model, desk);
        Scene scene = new Scene(new StackPane(screen, desk.overlay(), desk.toasts()), width, height);
        new Theme(scene, memory);
        desk.toasts().setMouseTransparent(true);
        stage.setScene(scene);
        stage.show();
        model.load();
    }

    ConnectModel model() {
        return model;
    }

    Desk desk() {
        return desk;
    }

    List<URI> opened() {
        return opened;
    }

    /** What the person chooses when asked for a file. */
    void answer(Path file) {
        files.choose(file);
    }

    /** To look at. */
    public static final class Look extends Application {
        @Override
        public void start(Stage stage) throws Exception {
            List<String> arguments = getParameters().getRaw();
            ConnectFixture fixture = new ConnectFixture(Files.createTempDirectory("connect"));
            fixture.standIns().put("cloudflared", StandIns.CLOUDFLARED + StandIns.STAY);
            Files.createDirectories(fixture.home().resolve(".cursor"));
            Memory memory = Memory.forThisRun();
            memory.put("theme", arguments.get(2));
            memory.put("connect.client", arguments.get(3));
            new ConnectStage(
                    stage, fixture, memory, Double.parseDouble(arguments.get(0)), Double.parseDouble(arguments.get(1)));
            stage.setOnCloseRequest(closed -> fixture.close());
        }
    }

    public static void main(String[] arguments) {
        Application.launch(Look.class, arguments);
    }
}
