package dev.orgbench.app;

import dev.orgbench.ui.FxThread;
import dev.orgbench.ui.WindowLife;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Platform;

/**
 * Opens all screens of all of Orgbench in a process of their own and prints what that takes: {@code AllScreens FOLDER
 * ROUNDS}. In each round the screens are let go and made anew.
 */
public final class AllScreens {
    private static final int STEP = 50;

    private AllScreens() {}

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[1]);
        FxThread.start();
        try (OpenWorkbench open = new OpenWorkbench(Path.of(args[0]))) {
            WindowLife life = new WindowLife(open.workbench(), open.memory());
            life.openAll();
            System.out.printf(
                    Locale.ROOT, "memory of the process, all screens open %d MB%n", WindowLife.residentMegabytes());
            for (int round = 1; round <= rounds; round++) {
                life.reopenAll();
                if (round % STEP == 0 || round == 10) {
                    System.out.printf(Locale.ROOT, "heap after %d rounds %.1f MB%n", round, WindowLife.heap() / 1e6);
                }
            }
        } finally {
            Platform.exit();
        }
    }
}
