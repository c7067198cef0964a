package dev.orgbench.soql;

import java.util.List;

/**
 * What came of reading a text.
 *
 * @param tokens all of them, whatever is wrong with the text; the last is {@link TokenKind#END}
 * @param query the tree, as much of it as stands there. What is missing is an empty name, a {@code Gap}, an empty list
 * @param problems of syntax, in the order of the text; a hint alone where the text is blank
 */
public record Parsed(String soql, List<Token> tokens, Query query, List<Problem> problems) {
    public Parsed {
        tokens = List.copyOf(tokens);
        problems = List.copyOf(problems);
    }

    public boolean isBlank() {
        return tokens.size() == 1;
    }

    /** Whether the text is a query from its first to its last token. */
    public boolean isQuery() {
        return !isBlank() && problems.stream().noneMatch(Problem::isError);
    }
}
