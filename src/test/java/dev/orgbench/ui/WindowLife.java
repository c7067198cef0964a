package dev.orgbench.ui;

import dev.orgbench.orgs.Org;
import dev.orgbench.ui.kit.Memory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/** A window that opens all its screens, over and over, and tells what memory that takes. The toolkit must be up. */
public final class WindowLife {
    private static final int SETTLE_MILLIS = 400;
    private static final int QUIET_MILLIS = 3_000;

    private final Workbench workbench;
    private final Stage stage;
    private final WorkbenchWindow window;

    /** Shows a window on {@code workbench}, as large as the headless screen allows. */
    public WindowLife(Workbench workbench, Memory memory) throws ExecutionException, InterruptedException {
        this.workbench = workbench;
        memory.put("window.width", "1000");
        memory.put("window.height", "800");
        Stage[] made = new Stage[1];
        WorkbenchWindow[] shown = new WorkbenchWindow[1];
        FxThread.run(() -> {
            made[0] = new Stage();
            shown[0] = new WorkbenchWindow(memory);
            shown[0].show(made[0]);
            shown[0].open(workbench);
        });
        stage = made[0];
        window = shown[0];
        settle();
    }

    /** Opens every screen once and waits until each has settled. */
    public void openAll() throws ExecutionException, InterruptedException {
        int screens = count();
        for (int i = 0; i < screens; i++) {
            press(i);
            settle();
        }
    }

    /** Lets the org's screens go, makes them anew, and opens every one. */
    public void reopenAll() throws ExecutionException, InterruptedException {
        Org org = workbench.first();
        Node[] before = new Node[1];
        FxThread.run(() -> {
            before[0] = stage.getScene().lookup(".shell");
            window.reopen(org);
        });
        boolean[] same = {true};
        while (same[0]) {
            Thread.sleep(5);
            FxThread.run(() -> same[0] = stage.getScene().lookup(".shell") == before[0]);
        }
        int screens = count();
        for (int i = 0; i < screens; i++) {
            press(i);
        }
    }

    /** Bytes of the heap after collections, once what the screens began in the background has ended. */
    public static long heap() throws ExecutionException, InterruptedException {
        Thread.sleep(QUIET_MILLIS);
        for (int i = 0; i < 3; i++) {
            System.gc();
            settle();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** What the process takes of the machine's memory, in MB; 0 where that cannot be told. */
    public static long residentMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.notExists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private int count() throws ExecutionException, InterruptedException {
        int[] screens = new int[1];
        FxThread.run(() -> screens[0] = buttons(stage.getScene()).length);
        return screens[0];
    }

    private void press(int index) throws ExecutionException, InterruptedException {
        FxThread.run(() -> buttons(stage.getScene())[index].fire());
    }

    private static ToggleButton[] buttons(Scene scene) {
        return scene.getRoot().lookupAll(".nav-button").stream()
                .map(Node::getId)
                .map(id -> (ToggleButton) scene.lookup("#" + id.toLowerCase(Locale.ROOT)))
                .toArray(ToggleButton[]::new);
    }

    private static void settle() throws ExecutionException, InterruptedException {
        Thread.sleep(SETTLE_MILLIS);
        FxThread.run(() -> {});
    }
}
