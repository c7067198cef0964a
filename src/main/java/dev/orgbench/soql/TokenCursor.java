package dev.orgbench.soql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks over tokens; the parsers of the clauses share one. Reading strictly, the first fault ends it. Reading tolerantly,
 * faults are kept, one a token, and each parser goes on with a gap.
 */
public final class TokenCursor {
    /** Deeper than any query that a person writes, and far from the end of the stack. */
    private static final int DEEPEST = 100;

    private final String soql;
    private final List<Token> tokens;
    private final boolean strict;
    private final @Nullable CaretRecord caret;
    private final List<Fault> faults = new ArrayList<>();
    private int next;
    private int depth;
    private int lastFaulty = -1;
    private int lastGap = -1;

    private TokenCursor(String soql, List<Token> tokens, boolean strict, @Nullable CaretRecord caret) {
        this.soql = soql;
        this.tokens = tokens;
        this.strict = strict;
        this.caret = caret;
    }

    static TokenCursor strict(String soql, List<Token> tokens) {
        return new TokenCursor(soql, tokens, true, null);
    }

    static TokenCursor tolerant(String soql, List<Token> tokens) {
        return new TokenCursor(soql, tokens, false, null);
    }

    /** @param tokens with one of kind CARET, about which {@code caret} is told */
    static TokenCursor tolerant(String soql, List<Token> tokens, CaretRecord caret) {
        return new TokenCursor(soql, tokens, false, caret);
    }

    /** The whole text. */
    public String soql() {
        return soql;
    }

    List<Fault> faults() {
        return faults;
    }

    /** The next token. */
    public Token peek() {
        return peek(0);
    }

    /** The token {@code ahead} places on; END for all places past the end. */
    public Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    /** The token taken last; the one to come at the very beginning. */
    Token last() {
        return tokens.get(Math.clamp(next - 1L, 0, tokens.size() - 1));
    }

    /** Takes the next token; END as often as one likes. */
    public Token take() {
        Token token = peek();
        if (next < tokens.size()) {
            next++;
        }
        return token;
    }

    /** Gives back the token taken last. */
    void back() {
        next--;
    }

    public boolean atEnd() {
        return peek().kind() == TokenKind.END;
    }

    public boolean atWord(String word) {
        return peek().isWord(word);
    }

    public boolean atWords(String first, String second) {
        return peek().isWord(first) && peek(1).isWord(second);
    }

    public boolean atSymbol(String symbol) {
        return peek().isSymbol(symbol);
    }

    public boolean takeIfWord(String word) {
        boolean there = atWord(word);
        if (there) {
            take();
        }
        return there;
    }

    public boolean takeIfSymbol(String symbol) {
        boolean there = atSymbol(symbol);
        if (there) {
            take();
        }
        return there;
    }

    /** Takes the word, or reports that it is missing. */
    public void expectWord(String word) {
        offer(word);
        if (!takeIfWord(word)) {
            unexpected(word);
        }
    }

    /** The same for a symbol. */
    public void expectSymbol(String symbol) {
        if (!takeIfSymbol(symbol)) {
            unexpected(symbol);
        }
    }

    /** Any word, be it a keyword elsewhere or not; an empty name where there is none. */
    public Name expectName(String wanted) {
        TokenKind kind = peek().kind();
        if (kind == TokenKind.WORD || kind == TokenKind.CARET) {
            Token token = take();
            return new Name(token.range(), token.text());
        }
        unexpected(wanted);
        return missingName();
    }

    Name missingName() {
        return new Name(here(), "");
    }

    /** The empty range before the next token, where something is missing. */
    public Range here() {
        lastGap = next;
        int start = peek().range().start();
        return new Range(start, start);
    }

    /** From {@code start} to the end of the token taken last, or to what is missing behind it. */
    public Range since(Range start) {
        return next == 0 || lastGap == next ? start.to(here()) : start.to(last().range());
    }

    /** Must be called where a rule calls itself, with {@link #leave} at its end. */
    void enter() {
        if (++depth > DEEPEST && !atEnd()) {
            report(Fault.of(peek().range(), Wording.TOO_DEEP, "This is nested too deeply to be read."));
            next = tokens.size() - 1;
            lastFaulty = next;
        }
    }

    void leave() {
        depth--;
    }

    /**
     * Reports that the next token must not stand where it stands.
     *
     * @param wanted what should: {@code a field}, {@code FROM}
     */
    public void unexpected(String wanted) {
        if (lastFaulty != next) {
            lastFaulty = next;
            report(Unexpected.at(this, wanted));
        }
    }

    /** Reports that the next token must not stand where it stands, in words of one's own. */
    public void unexpected(Problem plain) {
        reportHere(new Fault(peek().range(), Wording.unexpected(peek()), plain));
    }

    /** Reports a fault of the next token, unless one was reported already. */
    public void reportHere(Fault fault) {
        if (lastFaulty != next) {
            lastFaulty = next;
            report(fault);
        }
    }

    /** Reports a fault; reading strictly, this does not return. */
    public void report(Fault fault) {
        if (strict) {
            throw new Stop(fault);
        }
        faults.add(fault);
    }

    /** Whether the next token is what is being typed. */
    public boolean atCaret() {
        return peek().kind() == TokenKind.CARET;
    }

    /** These words may stand here. */
    public void offer(String... words) {
        if (caret != null && atCaret()) {
            caret.offer(words);
        }
    }

    /** This may stand here. */
    public void offer(Slot slot) {
        if (caret != null && atCaret()) {
            caret.offer(slot);
        }
    }

    /** Goes on to the next comma, clause or closing parenthesis of this level. */
    void skipToNextPart() {
        skip(true);
    }

    /** Goes on to the next clause or closing parenthesis of this level. */
    void skipToClose() {
        skip(false);
    }

    private void skip(boolean toComma) {
        int open = 0;
        while (!atEnd()) {
            boolean stops = (toComma && atSymbol(",")) || atSymbol(")") || Clause.looselyAt(this) != null;
            if (open == 0 && stops) {
                return;
            }
            open += atSymbol("(") ? 1 : atSymbol(")") ? -1 : 0;
            take();
        }
    }
}
