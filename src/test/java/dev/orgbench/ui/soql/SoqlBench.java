package dev.orgbench.ui.soql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.soql.schema.Schema;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Theme;
import dev.orgbench.ui.kit.VirtualThreads;
import dev.orgbench.ui.kit.code.SoqlEditor;
import dev.orgbench.ui.kit.grid.Columns;
import dev.orgbench.ui.kit.grid.GridModel;
import dev.orgbench.ui.kit.grid.ResultGrid;
import dev.orgbench.ui.kit.grid.RowSource;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** How long a key takes until it is painted, and how the table bears 50,000 rows of 20 columns. Printed, not asserted. */
@Tag("bench")
class SoqlBench {
    private static final int KEYS = 200;
    private static final int ROWS = 50_000;
    private static final int COLUMNS = 20;

    @TempDir
    Path folder;

    @BeforeAll
    static void startToolkit() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
    }

    @Test
    void typing() throws Exception {
        for (int lines : new int[] {200, 10_000}) {
            Executor screen = Platform::runLater;
            SoqlEditor editor =
                    get(() -> SoqlEditor.filling(Schema.unknown(), new VirtualThreads(screen), "bench"));
            Stage stage = show(editor);
            get(() -> {
                editor.show(query(lines), 0);
                editor.focusText();
                return true;
            });
            CodeArea area = get(() -> (CodeArea) editor.lookup(".styled-text-area"));
            get(() -> {
                area.moveTo(lines / 2, 10);
                area.requestFollowCaret();
                return true;
            });
            List<Double> millis = new ArrayList<>();
            List<Double> work = new ArrayList<>();
            for (int key = 0; key < KEYS; key++) {
                long started = System.nanoTime();
                long cpu = get(SoqlBench::screenNanos);
                String typed = key % 10 == 9 ? " " : "x";
                get(() -> {
                    area.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, typed, "", KeyCode.UNDEFINED, false, false, false, false));
                    return true;
                });
                pulse(stage);
                if (key >= 50) {
                    millis.add((System.nanoTime() - started) / 1e6);
                    work.add((get(SoqlBench::screenNanos) - cpu) / 1e6);
                }
            }
            print("key to painted, " + lines + " lines", millis);
            print("  of it work of the screen's thread", work);
            get(() -> {
                stage.hide();
                return true;
            });
        }
    }

    @Test
    void table() throws Exception {
        try (DemoDesk demo = new DemoDesk(folder)) {
            Executor screen = Platform::runLater;
            Desk desk = get(() -> demo.desk(new VirtualThreads(screen), screen));
            GridModel model = get(() -> new GridModel(desk.background()));
            ResultGrid grid = get(() -> ResultGrid.of(model, desk, null, id -> {}));
            Stage stage = show(grid);
            System.gc();
            long before = used();
            long started = System.nanoTime();
            get(() -> {
                model.show(new MadeRows(), Columns::in);
                return true;
            });
            // All pages in one go, as "Load the rest" does.
            until(() -> !model.lines().isEmpty());
            get(() -> {
                model.fetchAll();
                return true;
            });
            until(() -> model.lines().size() == ROWS);
            print(String.format(Locale.ROOT, "%,d x %d loaded", ROWS, COLUMNS), List.of((System.nanoTime() - started) / 1e6));
            System.gc();
            System.out.printf(Locale.ROOT, "%-40s %d MB%n", "heap for them", (used() - before) >> 20);
            TableView<?> table = (TableView<?>) get(() -> grid.lookup("#result-table"));
            List<Double> millis = new ArrayList<>();
            List<Double> work = new ArrayList<>();
            for (int step = 0; step < 400; step++) {
                int row = step < 200 ? step * 20 : (int) ((step * 7919L) % ROWS);
                long begun = System.nanoTime();
                work.add(get(() -> {
                    long cpu = screenNanos();
                    table.scrollTo(row);
                    table.layout();
                    return (screenNanos() - cpu) / 1e6;
                }));
                millis.add((System.nanoTime() - begun) / 1e6);
            }
            print("scroll, laid out", millis);
            print("  of it work of the screen's thread", work);
            started = System.nanoTime();
            get(() -> {
                model.filterProperty().set("name 4999");
                return true;
            });
            until(() -> model.lines().size() < ROWS);
            print("filter over all", List.of((System.nanoTime() - started) / 1e6));
            get(() -> {
                stage.hide();
                model.close();
                return true;
            });
        }
    }

    private static Stage show(Node content) throws Exception {
        return get(() -> {
            Stage stage = new Stage();
            Scene scene = new Scene(new StackPane(content), 1000, 700);
            new Theme(scene, Memory.forThisRun());
            stage.setScene(scene);
            stage.show();
            return stage;
        });
    }

    /** Waits until the next frame has been laid out and drawn. */
    private static void pulse(Stage stage) throws Exception {
        CountDownLatch drawn = new CountDownLatch(1);
        Runnable listener = drawn::countDown;
        get(() -> {
            stage.getScene().addPostLayoutPulseListener(listener);
            Platform.requestNextPulse();
            return true;
        });
        drawn.await();
        get(() -> {
            stage.getScene().removePostLayoutPulseListener(listener);
            return true;
        });
    }

    private static String query(int lines) {
        StringBuilder text = new StringBuilder("SELECT Id");
        for (int line = 0; line < lines - 2; line++) {
            text.append(",\n  Account.Owner.Field_number_").append(line).append("__c");
        }
        return text.append("\nFROM Opportunity WHERE Name = 'x'").toString();
    }

    private static void print(String what, List<Double> millis) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-40s p50 %.1f ms, p95 %.1f ms, worst %.1f ms%n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get((int) (sorted.size() * 0.95)),
                sorted.getLast());
    }

    /** Of the calling thread; what others do on the machine does not count. */
    private static long screenNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static <T> T get(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> get(condition));
    }

    /** Rows as a query of 20 fields has them. */
    private static final class MadeRows implements RowSource {
        private static final JsonMapper JSON = new JsonMapper();

        @Override
        public Page first() {
            return page(0);
        }

        @Override
        public Page next(String cursor) {
            return page(Integer.parseInt(cursor));
        }

        private static Page page(int from) {
            List<JsonNode> records = new ArrayList<>();
            for (int row = from; row < from + 2_000; row++) {
                ObjectNode record = JSON.createObjectNode();
                record.putObject("attributes").put("type", "Account").put("url", "/services/data/v62.0/sobjects/Account/x" + row);
                record.put("Id", String.format(Locale.ROOT, "001%012dAAA", row));
                for (int column = 1; column < COLUMNS; column++) {
                    record.put("Field_" + column + "__c", column % 3 == 0 ? "Name " + row : "A value of column " + column);
                }
                records.add(record);
            }
            return new Page(records, ROWS, from + 2_000 < ROWS ? Integer.toString(from + 2_000) : null);
        }
    }
}
