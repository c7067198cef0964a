package dev.orgbench.ui.soql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.FxThread;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Theme;
import dev.orgbench.ui.kit.VirtualThreads;
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
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** How the table of results bears 50,000 rows of 20 columns. Printed, not asserted. */
@Tag("bench")
class TableBench {
    private static final int ROWS = 50_000;
    private static final int COLUMNS = 20;

    @TempDir
    Path folder;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxThread.start();
    }

    @Test
    void table() throws Exception {
        try (DemoDesk demo = new DemoDesk(folder)) {
            Executor screen = Platform::runLater;
            Desk desk = FxThread.get(() -> demo.desk(new VirtualThreads(screen), screen));
            GridModel model = FxThread.get(() -> new GridModel(desk.background()));
            ResultGrid grid = FxThread.get(() -> ResultGrid.of(model, desk, null, id -> {}));
            Stage stage = show(grid);
            System.gc();
            long before = used();
            long started = System.nanoTime();
            FxThread.get(() -> {
                model.show(new MadeRows(), Columns::in);
                return true;
            });
            // All pages in one go, as "Load the rest" does.
            until(() -> !model.lines().isEmpty());
            FxThread.get(() -> {
                model.fetchAll();
                return true;
            });
            until(() -> model.lines().size() == ROWS);
            print(
                    String.format(Locale.ROOT, "%,d x %d loaded", ROWS, COLUMNS),
                    List.of((System.nanoTime() - started) / 1e6));
            System.gc();
            System.out.printf(Locale.ROOT, "%-40s %d MB%n", "heap for them", (used() - before) >> 20);
            TableView<?> table = (TableView<?>) FxThread.get(() -> grid.lookup("#result-table"));
            List<Double> millis = new ArrayList<>();
            List<Double> work = new ArrayList<>();
            for (int step = 0; step < 400; step++) {
                int row = step < 200 ? step * 20 : (int) ((step * 7919L) % ROWS);
                long begun = System.nanoTime();
                work.add(FxThread.get(() -> {
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
            FxThread.get(() -> {
                model.filterProperty().set("name 4999");
                return true;
            });
            until(() -> model.lines().size() < ROWS);
            print("filter over all", List.of((System.nanoTime() - started) / 1e6));
            FxThread.get(() -> {
                stage.hide();
                model.close();
                return true;
            });
        }
    }

    private static Stage show(Node content) throws Exception {
        return FxThread.get(() -> {
            Stage stage = new Stage();
            Scene scene = new Scene(new StackPane(content), 1000, 700);
            new Theme(scene, Memory.forThisRun());
            stage.setScene(scene);
            stage.show();
            return stage;
        });
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

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> FxThread.get(condition));
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
                record.putObject("attributes")
                        .put("type", "Account")
                        .put("url", "/services/data/v62.0/sobjects/Account/x" + row);
                record.put("Id", String.format(Locale.ROOT, "001%012dAAA", row));
                for (int column = 1; column < COLUMNS; column++) {
                    record.put(
                            "Field_" + column + "__c", column % 3 == 0 ? "Name " + row : "A value of column " + column);
                }
                records.add(record);
            }
            return new Page(records, ROWS, from + 2_000 < ROWS ? Integer.toString(from + 2_000) : null);
        }
    }
}
