package dev.orgbench.ui.kit.code;

import dev.orgbench.bench.OwnProcess;
import dev.orgbench.soql.schema.Schema;
import dev.orgbench.ui.FxThread;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Theme;
import dev.orgbench.ui.kit.VirtualThreads;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long a key typed into the SOQL editor takes until it is painted. Printed, not asserted. */
@Tag("bench")
class TypingBench {
    private static final int WARM = 200;
    private static final int KEYS = 600;

    /** So many are typed in a line before the next one, as in a query of a field to a line. */
    private static final int LINE = 40;

    @Test
    void typed() throws Exception {
        // One frame at once after the other: else most of what is measured is the wait for the display's next one.
        OwnProcess.print(TypingBench.class, List.of("-Djavafx.animation.fullspeed=true"));
    }

    public static void main(String[] args) throws Exception {
        FxThread.start();
        typed(200);
        typed(10_000);
        Platform.exit();
    }

    private static void typed(int lines) throws Exception {
        SoqlEditor editor = FxThread.get(
                () -> SoqlEditor.filling(Schema.unknown(), new VirtualThreads(Platform::runLater), "bench"));
        Stage stage = FxThread.get(() -> show(editor, query(lines)));
        CodeArea area = FxThread.get(() -> (CodeArea) editor.lookup(".styled-text-area"));
        List<Key> keys = new ArrayList<>();
        for (int key = 0; key < WARM + KEYS; key++) {
            if (key % LINE == 0) {
                int line = lines / 2 + key / LINE;
                FxThread.get(() -> {
                    area.moveTo(line, 4);
                    area.requestFollowCaret();
                    return line;
                });
            }
            String character = key % 10 == 9 ? " " : "x";
            CompletableFuture<Key> painted = new CompletableFuture<>();
            Platform.runLater(() -> type(character, area, painted));
            Key one = painted.get();
            if (key >= WARM) {
                keys.add(one);
            }
        }
        print(
                "key to painted, " + lines + " lines",
                keys.stream().map(Key::painted).toList());
        print(
                "  of it work of the screen's thread",
                keys.stream().map(Key::work).toList());
        FxThread.get(() -> {
            stage.hide();
            return stage;
        });
    }

    /**
     * What one key took, in ns.
     *
     * @param painted until its frame was on the screen
     * @param work of the screen's thread, until its frame was laid out
     */
    private record Key(long painted, long work) {}

    private static void type(String character, CodeArea area, CompletableFuture<Key> painted) {
        Scene scene = area.getScene();
        Node dot = scene.lookup("#dot");
        long started = System.nanoTime();
        long cpu = screenNanos();
        area.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
        scene.addPostLayoutPulseListener(new Runnable() {
            private int frame;
            private long work;

            @Override
            public void run() {
                switch (frame++) {
                    case 0 -> work = screenNanos() - cpu;
                    // A frame that has something to paint waits until the one before it is painted.
                    case 1 -> dot.setOpacity(1.5 - dot.getOpacity());
                    default -> {
                        scene.removePostLayoutPulseListener(this);
                        painted.complete(new Key(System.nanoTime() - started, work));
                        return;
                    }
                }
                Platform.requestNextPulse();
            }
        });
        Platform.requestNextPulse();
    }

    private static Stage show(SoqlEditor editor, String text) {
        Stage stage = new Stage();
        Rectangle dot = new Rectangle(1, 1);
        dot.setId("dot");
        Scene scene = new Scene(new StackPane(editor, dot), 1000, 700);
        new Theme(scene, Memory.forThisRun());
        stage.setScene(scene);
        stage.show();
        editor.show(text, 0);
        editor.focusText();
        return stage;
    }

    private static String query(int lines) {
        StringBuilder text = new StringBuilder("SELECT Id");
        for (int line = 0; line < lines - 2; line++) {
            text.append(",\n  Account.Owner.Field_number_").append(line).append("__c");
        }
        return text.append("\nFROM Opportunity WHERE Name = 'x'").toString();
    }

    private static void print(String what, List<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-40s p50 %.1f ms, p95 %.1f ms, worst %.1f ms%n",
                what,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get((int) (sorted.size() * 0.95)) / 1e6,
                sorted.getLast() / 1e6);
    }

    /** Of the calling thread; what others do on the machine does not count. */
    private static long screenNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
