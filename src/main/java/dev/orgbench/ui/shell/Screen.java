package dev.orgbench.ui.shell;

import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A screen as the frame knows it. What it shows is made when it is first opened: the window need not wait for it. */
public final class Screen {
    private final String name;
    private final Feather icon;
    private final Supplier<View> maker;
    private @Nullable View view;

    public Screen(String name, Feather icon, Supplier<View> maker) {
        this.name = name;
        this.icon = icon;
        this.maker = maker;
    }

    /**
     * What a screen shows.
     *
     * @param focusFilter puts the caret into its filter
     * @param keys does what a key stands for on this screen, and tells whether it stands for anything. Asked before the
     *     focused control, as editors take keys for themselves
     */
    public record View(Node content, Runnable focusFilter, Predicate<KeyEvent> keys) {
        /** A screen without keys of its own. */
        public View(Node content, Runnable focusFilter) {
            this(content, focusFilter, key -> false);
        }
    }

    public String name() {
        return name;
    }

    public Feather icon() {
        return icon;
    }

    /** What it shows; made now if it was not opened before. */
    public View view() {
        if (view == null) {
            view = maker.get();
        }
        return view;
    }
}
