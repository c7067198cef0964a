package dev.orgbench.ui;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is first asked for. Screen's thread only. */
final class Made<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    Made(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        T known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }
}
