package dev.orgbench.ui;

import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.Memory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** How long large answers hold up the window. Printed, not asserted. */
@Tag("bench")
class WindowBench {
    private static final int ROUNDS = 6;

    @TempDir
    Path folder;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxThread.start();
    }

    @Test
    void largeAnswers() throws Exception {
        Trace trace = new Trace(Clock.systemUTC());
        BigAnswers server = new BigAnswers(trace);
        Memory memory = Memory.forThisRun();
        memory.put("window.width", "1000");
        memory.put("window.height", "760");
        Picture picture = new Picture(folder, "");
        Stage stage =
                picture.show(into -> new FakeWindow(server, List::of, new FakeServer(trace), trace, memory).show(into));
        for (int round = 1; round <= ROUNDS; round++) {
            tool(picture, stage, BigAnswers.QUERY, "q", round);
            tool(picture, stage, BigAnswers.DESCRIBE, "id", round);
            traffic(picture, stage, round);
        }
        picture.on(stage::hide);
    }

    private static void tool(Picture picture, Stage stage, String tool, String argument, int round) throws Exception {
        picture.press("#nav-tools");
        picture.on(() -> choose(stage, tool));
        picture.segment("Raw JSON");
        picture.on(() -> ((org.fxmisc.richtext.CodeArea) stage.getScene().lookup("#raw-arguments .styled-text-area"))
                .replaceText("{\"" + argument + "\":\"x\"}"));
        measure(tool + ", first view", round, () -> {
            picture.press("#run");
            picture.until("#answer-status");
        });
        for (String view : List.of("Tree", "Text", "Raw", "Table")) {
            measure(tool + ", " + view, round, () -> picture.segment(view));
        }
        picture.segment("Form");
    }

    private static void traffic(Picture picture, Stage stage, int round) throws Exception {
        measure("traffic, opened", round, () -> {
            picture.press("#nav-traffic");
            WaitForAsyncUtils.waitFor(
                    10,
                    TimeUnit.SECONDS,
                    () -> FxThread.get(() -> messages(stage).getItems().size() > 1));
        });
        measure(
                "traffic, large answer chosen",
                round,
                () -> picture.on(() -> messages(stage).getSelectionModel().select(1)));
        measure(
                "traffic, other large answer chosen",
                round,
                () -> picture.on(() -> messages(stage).getSelectionModel().select(0)));
        measure("traffic, request", round, () -> picture.segment("Request"));
        measure(
                "traffic, filter typed",
                round,
                () -> picture.on(
                        () -> ((javafx.scene.control.TextField) stage.getScene().lookup("#traffic-filter"))
                                .setText("query")));
        picture.on(() -> ((javafx.scene.control.TextField) stage.getScene().lookup("#traffic-filter")).setText(""));
    }

    private static void measure(String what, int round, Step step) throws Exception {
        try (LongestStretch watch = new LongestStretch()) {
            step.run();
            if (round == 1 || round == ROUNDS) {
                System.out.printf(
                        Locale.ROOT, "%-60s %s  %6.1f ms%n", what, round == 1 ? "first" : "warm ", watch.millis());
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void choose(Stage stage, String tool) {
        ListView<Object> list = (ListView<Object>) stage.getScene().lookup(".tool-list .list-view");
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).toString().contains("name=" + tool)) {
                list.getSelectionModel().select(i);
            }
        }
    }

    private static TableView<?> messages(Stage stage) {
        return (TableView<?>) stage.getScene().lookup("#messages");
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }
}
