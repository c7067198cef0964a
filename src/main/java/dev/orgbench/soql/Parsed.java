package dev.orgbench.soql;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a text.
 *
 * @param tokens all of them, whatever is wrong with the text; the last is {@link TokenKind#END}
 * @param query the tree, where the text is a query
 * @param problems empty where there is a tree
 */
public record Parsed(String soql, List<Token> tokens, Optional<Query> query, List<Problem> problems) {
    public Parsed {
        tokens = List.copyOf(tokens);
        problems = List.copyOf(problems);
    }
}
