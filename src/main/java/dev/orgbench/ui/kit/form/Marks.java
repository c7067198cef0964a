package dev.orgbench.ui.kit.form;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/** What is done anew when other things are wrong than before. Lives as long as the node that it is about. */
final class Marks {
    private final List<WeakReference<Runnable>> marks = new ArrayList<>();

    /** Runs {@code mark} now and at every change. */
    void add(Node about, Runnable mark) {
        about.getProperties().put(Marks.class.getName() + marks.size(), mark);
        marks.add(new WeakReference<>(mark));
        mark.run();
    }

    void runAll() {
        marks.removeIf(mark -> mark.get() == null);
        for (WeakReference<Runnable> each : List.copyOf(marks)) {
            Runnable mark = each.get();
            if (mark != null) {
                mark.run();
            }
        }
    }
}
