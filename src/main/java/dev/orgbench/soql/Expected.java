package dev.orgbench.soql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What may stand at the caret.
 *
 * @param query the tree of the text around it
 * @param word what is being typed: a word, a text with its quotes, or an empty range at the caret
 * @param prefix the part of that word before the caret, without a quote
 * @param quoted whether the caret is within a text
 * @param keywords in the order of a query; in capitals, as {@code GROUP BY}, but scopes in small letters
 * @param slots all else, the likeliest first
 */
public record Expected(Query query, Range word, String prefix, boolean quoted, Set<String> keywords, List<Slot> slots) {
    public Expected {
        keywords = Collections.unmodifiableSet(new LinkedHashSet<>(keywords));
        slots = List.copyOf(slots);
    }

    static Expected at(String soql, int caret) {
        int place = Math.clamp(caret, 0, soql.length());
        List<Token> tokens = new ArrayList<>();
        Token word = null;
        for (Token token : Lexer.tokens(soql)) {
            if (token.kind() == TokenKind.COMMENT) {
                continue;
            }
            if (word == null && isAt(token, place)) {
                word = token;
                tokens.add(new Token(TokenKind.CARET, token.range(), token.text()));
            } else {
                if (word == null && token.range().start() >= place) {
                    word = new Token(TokenKind.CARET, new Range(place, place), "");
                    tokens.add(word);
                }
                tokens.add(token);
            }
        }
        Token typed = word == null ? tokens.getLast() : word;
        CaretRecord record = new CaretRecord();
        Query query = new QueryParser(TokenCursor.tolerant(soql, tokens, record)).whole();
        boolean quoted = typed.kind() == TokenKind.TEXT || typed.kind() == TokenKind.UNCLOSED_TEXT;
        int start = typed.range().start() + (quoted ? 1 : 0);
        String prefix = soql.substring(Math.min(start, place), place);
        return new Expected(query, typed.range(), prefix, quoted, record.keywords(), record.slots());
    }

    /** Whether {@code token} is what is being typed at {@code place}. */
    private static boolean isAt(Token token, int place) {
        if (token.range().start() >= place) {
            return false;
        }
        return switch (token.kind()) {
            case WORD, NUMBER, DATE, DATE_TIME, TIME -> place <= token.range().end();
            case TEXT -> place < token.range().end();
            case UNCLOSED_TEXT -> place <= token.range().end();
            default -> false;
        };
    }
}
