package dev.orgbench.soql.sosl;

import dev.orgbench.soql.Problem;
import dev.orgbench.soql.Token;
import dev.orgbench.soql.TokenKind;
import java.util.List;

/**
 * What came of reading a text as SOSL.
 *
 * @param tokens all of them, whatever is wrong with the text; the last is {@link TokenKind#END}
 * @param search the tree, as much of it as stands there
 * @param problems of syntax, in the order of the text; a hint alone where the text is blank
 */
public record Searched(String sosl, List<Token> tokens, Search search, List<Problem> problems) {
    public Searched {
        tokens = List.copyOf(tokens);
        problems = List.copyOf(problems);
    }

    public boolean isBlank() {
        return tokens.size() == 1;
    }

    /** Whether the text is a search from its first to its last token. */
    public boolean isSearch() {
        return !isBlank() && problems.stream().noneMatch(Problem::isError);
    }
}
