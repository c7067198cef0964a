package dev.orgbench.orgs;

import java.util.Optional;

/** Where tokens and client secrets are kept between runs. Names are ours, as {@code server/7f3c/token}. */
public interface Secrets {
    Optional<String> get(String name);

    /** Keeps {@code value}, replacing an earlier one; it is on disk when this returns. */
    void put(String name, String value);

    void remove(String name);
}
