package dev.orgbench.tools.completion;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Picks what goes with the typed text: the thing itself, then what begins with it, then what has a word that does. */
public final class Ranking {
    private static final int SAME = 0;
    private static final int BEGINS = 1;
    private static final int WORD_BEGINS = 2;
    private static final int WITHIN = 3;
    private static final int NOT_AT_ALL = 4;

    private Ranking() {}

    /**
     * The choices that go with {@code typed}, by value or label and in any case; equally good ones stay in their order.
     * All go with nothing.
     */
    public static Completion of(List<Choice> choices, String typed) {
        String wanted = typed.stripLeading();
        record Ranked(Choice choice, int rank) {}
        List<String> found = choices.stream()
                .map(choice -> new Ranked(choice, rank(choice, wanted)))
                .filter(each -> each.rank() < NOT_AT_ALL)
                .sorted(Comparator.comparingInt(Ranked::rank))
                .map(each -> each.choice().value())
                .distinct()
                .toList();
        return new Completion(found.stream().limit(Completion.MOST).toList(), found.size());
    }

    private static int rank(Choice choice, String wanted) {
        return Stream.of(choice.value(), choice.value().replace('_', ' '), choice.label())
                .mapToInt(name -> rank(name, wanted))
                .min()
                .orElse(NOT_AT_ALL);
    }

    private static int rank(String name, String wanted) {
        if (wanted.isEmpty()) {
            return WITHIN;
        }
        if (name.regionMatches(true, 0, wanted, 0, wanted.length())) {
            return name.length() == wanted.length() ? SAME : BEGINS;
        }
        int best = NOT_AT_ALL;
        for (int at = 1; at <= name.length() - wanted.length() && best > WORD_BEGINS; at++) {
            if (name.regionMatches(true, at, wanted, 0, wanted.length())) {
                best = beginsWord(name, at) ? WORD_BEGINS : WITHIN;
            }
        }
        return best;
    }

    /** Also where case tells it, as the L of OpportunityLineItem. */
    private static boolean beginsWord(String name, int at) {
        char before = name.charAt(at - 1);
        return !Character.isLetterOrDigit(before)
                || (Character.isUpperCase(name.charAt(at)) && Character.isLowerCase(before));
    }
}
