package dev.orgbench.demo.sample;

import dev.orgbench.demo.bundled.Tsv;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Invented companies, no two of the same name. */
final class CompanyNames {
    /** Simple names get rare long before all are taken. */
    private static final double MOST_TAKEN = 0.7;

    private final List<String> words = Words.list("company-words.txt");
    private final List<Tsv.Row> kinds = Words.table("company-kinds.tsv");
    private final Set<String> taken = new HashSet<>();
    private final Chance chance;

    CompanyNames(Chance chance) {
        this.chance = chance;
    }

    record Company(String name, String industry) {}

    /** {@code Northwind Foods}, and once those run out {@code Northwind Harbor Foods}. */
    Company next() {
        while (true) {
            Tsv.Row kind = chance.of(kinds);
            String word = chance.of(words);
            boolean simple = taken.size() < words.size() * kinds.size() * MOST_TAKEN;
            String name = simple ? word : word + " " + chance.of(words);
            Company company = new Company(name + " " + kind.text("kind"), kind.text("industry"));
            if (taken.add(company.name())) {
                return company;
            }
        }
    }
}
