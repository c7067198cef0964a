package dev.orgbench.soql;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clauses of a query behind SELECT, in the order that SOQL asks for. */
enum Clause {
    FROM("FROM"),
    /** In SOSL alone. */
    LIST_VIEW("USING", "LISTVIEW"),
    USING("USING", "SCOPE"),
    WHERE("WHERE"),
    WITH("WITH"),
    GROUP_BY("GROUP", "BY"),
    HAVING("HAVING"),
    ORDER_BY("ORDER", "BY"),
    LIMIT("LIMIT"),
    OFFSET("OFFSET"),
    ALL_ROWS("ALL", "ROWS"),
    FOR_VIEW("FOR", "VIEW"),
    FOR_REFERENCE("FOR", "REFERENCE"),
    FOR_UPDATE("FOR", "UPDATE"),
    UPDATE_TRACKING("UPDATE", "TRACKING"),
    UPDATE_VIEWSTAT("UPDATE", "VIEWSTAT");

    /** What SOQL asks for; ALL ROWS is read to be refused. */
    static final Set<Clause> OF_QUERIES = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(LIST_VIEW)));
    /** What may stand behind the fields of an object that SOSL returns. */
    static final Set<Clause> OF_SEARCHES =
            Collections.unmodifiableSet(EnumSet.of(LIST_VIEW, WHERE, ORDER_BY, LIMIT, OFFSET));

    private static final Clause[] ALL = values();

    private final String first;
    private final @Nullable String second;

    Clause(String first) {
        this.first = first;
        this.second = null;
    }

    Clause(String first, String second) {
        this.first = first;
        this.second = second;
    }

    String words() {
        return second == null ? first : first + " " + second;
    }

    String firstWord() {
        return first;
    }

    boolean isEnding() {
        return compareTo(FOR_VIEW) >= 0;
    }

    /** An ending of the same first word whose second word is next, as behind the comma of UPDATE TRACKING, VIEWSTAT. */
    @Nullable
    Clause furtherAt(TokenCursor cursor) {
        for (Clause clause : ALL) {
            if (clause.isEnding() && clause.first.equals(first) && cursor.atWord(String.valueOf(clause.second))) {
                return clause;
            }
        }
        return null;
    }

    /** The clause that begins at the cursor, or null. */
    static @Nullable Clause at(TokenCursor cursor) {
        if (cursor.peek().kind() != TokenKind.WORD) {
            return null;
        }
        for (Clause clause : ALL) {
            boolean there = (clause.second == null || clause == USING)
                    ? cursor.atWord(clause.first)
                    : cursor.atWords(clause.first, clause.second);
            if (there) {
                return clause;
            }
        }
        return null;
    }

    /** The same, and GROUP or ORDER without BY. */
    static @Nullable Clause looselyAt(TokenCursor cursor) {
        if (cursor.atWord("GROUP")) {
            return GROUP_BY;
        }
        return cursor.atWord("ORDER") ? ORDER_BY : at(cursor);
    }

    /** Takes the words of this clause; the first, however it is spelt, and the second if it is there. */
    void take(TokenCursor cursor) {
        cursor.take();
        if (second != null && !cursor.takeIfWord(second)) {
            cursor.expectWord(second);
            if (cursor.atCaret()) {
                cursor.take();
            }
        }
    }

    /** Takes a first word with the caret behind it, and offers what would complete it; takes nothing else. */
    static void takeHalf(TokenCursor cursor) {
        Token first = cursor.peek();
        String[] seconds = Stream.of(ALL)
                .filter(clause -> clause.second != null && first.isWord(clause.first))
                .map(clause -> String.valueOf(clause.second))
                .toArray(String[]::new);
        if (seconds.length > 0) {
            cursor.take();
            cursor.offer(seconds);
            cursor.take();
        }
    }
}
