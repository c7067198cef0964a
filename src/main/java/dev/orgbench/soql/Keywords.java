package dev.orgbench.soql;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words that are never a field or an alias. (SOQL and SOSL Reference, "Alias Notation", reserved keywords.) */
public final class Keywords {
    private static final Set<String> RESERVED = Set.of(
            "AND", "ASC", "DESC", "EXCLUDES", "FIRST", "FROM", "GROUP", "HAVING", "IN", "INCLUDES", "LAST", "LIKE",
            "LIMIT", "NOT", "NULL", "NULLS", "OR", "SELECT", "USING", "WHERE", "WITH");

    /** Not in the list of the documentation, yet they begin a clause where an alias could stand. */
    private static final Set<String> CLAUSES = Set.of("ORDER", "OFFSET", "FOR", "UPDATE", "ALL");

    /** What may stand behind USING SCOPE. (SOQL and SOSL Reference, "USING SCOPE"; describe's supportedScopes.) */
    public static final List<String> SCOPES = List.of(
            "delegated", "everything", "mine", "mine_and_my_groups", "my_territory", "my_team_territory", "scopingRule",
            "team");

    private Keywords() {}

    /** Whether no field may be called so, in any case. */
    public static boolean isReserved(String word) {
        return RESERVED.contains(word.toUpperCase(Locale.ROOT));
    }

    static boolean isReserved(Token token) {
        return token.kind() == TokenKind.WORD && isReserved(token.text());
    }

    static boolean mayBeAlias(Token token) {
        return token.kind() == TokenKind.WORD
                && !isReserved(token)
                && !CLAUSES.contains(token.text().toUpperCase(Locale.ROOT));
    }
}
