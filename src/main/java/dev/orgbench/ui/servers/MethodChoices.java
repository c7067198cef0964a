package dev.orgbench.ui.servers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which methods a server allows: three groups, and within each the single ones. */
final class MethodChoices {
    private final List<Group> groups;

    /**
     * @param words as a server's configuration has them; none for all
     * @param customVerbs the custom methods that exist
     */
    MethodChoices(List<String> words, Collection<String> customVerbs) {
        List<String> custom = new ArrayList<>(customVerbs);
        // Names of custom methods that are gone stay to be seen, and to be taken out.
        List<String> usual = List.of("read", "get", "list", "write", "create", "update", "delete", "custom");
        words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !usual.contains(word) && !custom.contains(word))
                .forEach(custom::add);
        Group others = new Group("Custom", "custom", choices(words, "custom", custom), false);
        others.whole().onProperty().set(words.isEmpty() || words.contains("custom"));
        groups = List.of(
                new Group("Read", "read", choices(words, "read", List.of("get", "list")), true),
                new Group("Write", "write", choices(words, "write", List.of("create", "update", "delete")), true),
                others);
    }

    /**
     * A group.
     *
     * @param whole on if all of it is allowed, also what comes to it later
     */
    record Group(String title, Choice whole, List<Choice> single) {
        /** @param closed no other method ever belongs to it: then all single ones are the whole */
        Group(String title, String word, List<Choice> single, boolean closed) {
            this(title, new Choice(word, closed && single.stream().allMatch(Choice::isOn)), single);
            single.forEach(choice -> choice.onProperty().addListener((property, before, now) -> {
                boolean all = single.stream().allMatch(Choice::isOn);
                if (closed || !all) {
                    whole.onProperty().set(all);
                }
            }));
        }

        /** Some are on, not all. */
        boolean isPartly() {
            return !whole.isOn() && single.stream().anyMatch(Choice::isOn);
        }

        /** Turns all of it on or off. */
        void turn(boolean on) {
            single.forEach(choice -> choice.onProperty().set(on));
            whole.onProperty().set(on);
        }

        private Stream<String> words() {
            return whole.isOn()
                    ? Stream.of(whole.word())
                    : single.stream().filter(Choice::isOn).map(Choice::word);
        }
    }

    List<Group> groups() {
        return groups;
    }

    /** Every choice there is. */
    Stream<Choice> all() {
        return groups.stream().flatMap(group -> Stream.concat(Stream.of(group.whole()), group.single().stream()));
    }

    boolean isNone() {
        return all().noneMatch(Choice::isOn);
    }

    /** For a configuration: an empty list stands for everything. */
    List<String> words() {
        return groups.stream().allMatch(group -> group.whole().isOn())
                ? List.of()
                : groups.stream().flatMap(Group::words).toList();
    }

    private static List<Choice> choices(List<String> words, String group, List<String> single) {
        boolean all = words.isEmpty() || words.contains(group);
        return single.stream()
                .map(word -> new Choice(word, all || words.contains(word)))
                .toList();
    }
}
