package dev.orgbench.ui;

import dev.orgbench.orgs.Secrets;
import dev.orgbench.orgs.SecretsException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Secrets in this process, which can be locked. */
public final class FakeSecrets implements Secrets {
    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private volatile @Nullable String locked;

    /** From now on it refuses with these words; null opens it again. */
    public void lock(@Nullable String words) {
        locked = words;
    }

    @Override
    public Optional<String> get(String name) {
        check();
        return Optional.ofNullable(kept.get(name));
    }

    @Override
    public void put(String name, String value) {
        check();
        kept.put(name, value);
    }

    @Override
    public void remove(String name) {
        kept.remove(name);
    }

    private void check() {
        String words = locked;
        if (words != null) {
            throw new SecretsException(words, null);
        }
    }
}
