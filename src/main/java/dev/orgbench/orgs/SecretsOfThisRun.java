package dev.orgbench.orgs;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Kept until the program ends. */
final class SecretsOfThisRun implements Secrets {
    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    @Override
    public Optional<String> get(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public void put(String name, String value) {
        secrets.put(name, value);
    }

    @Override
    public void remove(String name) {
        secrets.remove(name);
    }
}
