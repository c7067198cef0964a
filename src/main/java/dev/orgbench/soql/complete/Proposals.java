package dev.orgbench.soql.complete;

import dev.orgbench.soql.Expected;
import dev.orgbench.soql.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what fits the word that is being typed, and ranks it. */
final class Proposals {
    private record Ranked(Proposal proposal, int match, int weight) {}

    private final String soql;
    private final String typed;
    private final Range replace;
    private final List<Ranked> ranked = new ArrayList<>();
    private final Set<String> inserts = new HashSet<>();

    Proposals(String soql, Expected expected) {
        this.soql = soql;
        this.typed = expected.prefix();
        this.replace = expected.word();
    }

    String typed() {
        return typed;
    }

    /** Adds one, if it fits; the lighter stand before the heavier where both fit as well. */
    void add(int weight, ProposalKind kind, String label, Insert insert, String detail, String help) {
        int match = Match.of(typed, label, labelIn(detail));
        if (match == Match.NONE || !inserts.add(insert.text())) {
            return;
        }
        Proposal proposal =
                new Proposal(label, insert.text(), replace, insert.caret(), insert.again(), kind, detail, help);
        ranked.add(new Ranked(proposal, match, weight));
    }

    private static String labelIn(String detail) {
        int separator = detail.indexOf(" · ");
        return separator < 0 ? "" : detail.substring(separator + " · ".length());
    }

    /** The text behind the word. */
    String behind() {
        return soql.substring(replace.end(), Math.min(soql.length(), replace.end() + 40));
    }

    List<Proposal> best() {
        ranked.sort(Comparator.comparingInt(Ranked::match).thenComparingInt(Ranked::weight));
        return ranked.stream().map(Ranked::proposal).toList();
    }

    /** What is written, where the caret goes in it, and whether to propose again at once. */
    record Insert(String text, int caret, boolean again) {
        static Insert of(String text) {
            return new Insert(text, text.length(), false);
        }

        static Insert andAgain(String text) {
            return new Insert(text, text.length(), true);
        }
    }
}
