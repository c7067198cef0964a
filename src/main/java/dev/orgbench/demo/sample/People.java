package dev.orgbench.demo.sample;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Invented people, no two of the same name as long as there are names enough. */
final class People {
    private static final Pattern NOT_IN_MAIL = Pattern.compile("[^A-Za-z.-]");
    /** Unused names get rare long before all are taken. */
    private static final double MOST_TAKEN = 0.7;

    private final List<String> firstNames = Words.list("first-names.txt");
    private final List<String> lastNames = Words.list("last-names.txt");
    private final Set<String> taken = new HashSet<>();
    private final Chance chance;

    People(Chance chance) {
        this.chance = chance;
    }

    record Person(String first, String last) {
        String name() {
            return first + " " + last;
        }

        String email(String domain) {
            String name = Normalizer.normalize(first + "." + last, Normalizer.Form.NFD);
            return NOT_IN_MAIL.matcher(name).replaceAll("").toLowerCase(Locale.ROOT) + "@" + domain;
        }
    }

    Person next() {
        while (true) {
            String first = chance.of(firstNames);
            String last = chance.of(lastNames);
            if (taken.size() >= firstNames.size() * lastNames.size() * MOST_TAKEN) {
                return new Person(first, last + "-" + chance.of(lastNames));
            }
            if (taken.add(first + " " + last)) {
                return new Person(first, last);
            }
        }
    }
}
