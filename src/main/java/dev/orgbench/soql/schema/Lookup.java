package dev.orgbench.soql.schema;

import java.util.Optional;
import java.util.function.Function;

/** The answer of a {@link Schema}, which may not have heard from the org yet. */
public sealed interface Lookup<T> {
    record Found<T>(T value) implements Lookup<T> {}

    /** The org has no such thing. */
    record Absent<T>() implements Lookup<T> {}

    /** Not known yet, or not to be had now: nothing may be said against the name. */
    record Pending<T>() implements Lookup<T> {}

    static <T> Lookup<T> of(Optional<T> value) {
        return value.<Lookup<T>>map(Found::new).orElseGet(Absent::new);
    }

    default Optional<T> known() {
        return this instanceof Found<T> found ? Optional.of(found.value()) : Optional.empty();
    }

    default boolean isPending() {
        return this instanceof Pending;
    }

    /** What the value leads to; absent and pending stay as they are. */
    default <R> Lookup<R> then(Function<T, Lookup<R>> next) {
        return switch (this) {
            case Found<T> found -> next.apply(found.value());
            case Absent<T> absent -> new Absent<>();
            case Pending<T> pending -> new Pending<>();
        };
    }
}
