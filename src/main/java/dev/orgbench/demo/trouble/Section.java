package dev.orgbench.demo.trouble;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One object of a scenario, read key by key; a key that nobody asked for is a mistake of its writer. */
final class Section {
    private final String what;
    private final int line;
    private final Map<String, Located> values;
    private final Set<String> known = new HashSet<>();

    /** @param what it is, as in {@code a rule} */
    Section(String what, Located value) throws FaultyScenarioException {
        if (!(value instanceof Located.Keyed keyed)) {
            throw new FaultyScenarioException(
                    value.line(), what + " belongs here: keys, each with a colon and a value");
        }
        this.what = what;
        this.line = keyed.line();
        this.values = keyed.values();
    }

    int line() {
        return line;
    }

    int line(String key) {
        Located value = values.get(key);
        return value == null ? line : value.line();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Optional<Located> value(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key));
    }

    Optional<String> text(String key) throws FaultyScenarioException {
        Optional<Located> value = value(key);
        return value.isPresent() ? Optional.of(scalar(key, value.get())) : Optional.empty();
    }

    /** A list of texts, or one alone; empty where the key is missing. */
    List<String> texts(String key) throws FaultyScenarioException {
        Optional<Located> value = value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof Located.Many many)) {
            return List.of(scalar(key, value.get()));
        }
        String[] texts = new String[many.values().size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = scalar(key, many.values().get(i));
        }
        return List.of(texts);
    }

    int number(String key, int least, int most, int usual) throws FaultyScenarioException {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below, as for a number out of range.
        }
        throw wrong(key, "a whole number from " + least + (most == Integer.MAX_VALUE ? " up" : " to " + most));
    }

    FaultyScenarioException wrong(String key, String right) {
        String found = values.get(key) instanceof Located.Scalar scalar ? ", not `" + scalar.text() + "`" : "";
        return new FaultyScenarioException(line(key), "write `" + key + ": ` and " + right + found);
    }

    /** To be called when all keys were asked for. */
    void end() throws FaultyScenarioException {
        for (Map.Entry<String, Located> entry : values.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw new FaultyScenarioException(
                        entry.getValue().line(),
                        "`" + entry.getKey() + "` means nothing in " + what + ". Write one of: "
                                + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    private String scalar(String key, Located value) throws FaultyScenarioException {
        if (value instanceof Located.Scalar scalar && !scalar.text().isBlank()) {
            return scalar.text();
        }
        throw wrong(key, "one value");
    }
}
