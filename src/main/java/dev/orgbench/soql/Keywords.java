package dev.orgbench.soql;

import java.util.List;
import java.util.stream.Stream;

/** Words that are never a field or an alias. (SOQL and SOSL Reference, "Alias Notation", reserved keywords.) */
public final class Keywords {
    private static final Words RESERVED = new Words(
            "AND",
            "ASC",
            "DESC",
            "EXCLUDES",
            "FIRST",
            "FROM",
            "GROUP",
            "HAVING",
            "IN",
            "INCLUDES",
            "LAST",
            "LIKE",
            "LIMIT",
            "NOT",
            "NULL",
            "NULLS",
            "OR",
            "SELECT",
            "USING",
            "WHERE",
            "WITH");

    /** Not in the list of the documentation, yet they begin a clause where an alias could stand. */
    private static final Words CLAUSES = new Words("ORDER", "OFFSET", "FOR", "UPDATE", "ALL");

    /** What may stand behind USING SCOPE. (SOQL and SOSL Reference, "USING SCOPE"; describe's supportedScopes.) */
    public static final List<String> SCOPES = List.of(
            "delegated",
            "everything",
            "mine",
            "mine_and_my_groups",
            "my_territory",
            "my_team_territory",
            "scopingRule",
            "team");

    private Keywords() {}

    /** Whether no field may be called so, in any case. */
    public static boolean isReserved(String word) {
        return RESERVED.contain(word);
    }

    static boolean isReserved(Token token) {
        return token.kind() == TokenKind.WORD && isReserved(token.text());
    }

    static boolean mayBeAlias(Token token) {
        return token.kind() == TokenKind.WORD && !isReserved(token) && !CLAUSES.contain(token.text());
    }

    /** A few words, found in any case without a copy: every word of a query is asked for. */
    private static final class Words {
        private static final int LONGEST = 10;

        private final String[][] byLength = new String[LONGEST][];

        Words(String... words) {
            for (int i = 0; i < LONGEST; i++) {
                int length = i;
                byLength[i] =
                        Stream.of(words).filter(word -> word.length() == length).toArray(String[]::new);
            }
        }

        boolean contain(String word) {
            if (word.length() < LONGEST) {
                for (String each : byLength[word.length()]) {
                    if (each.equalsIgnoreCase(word)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
