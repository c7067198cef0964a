package dev.orgbench.demo.formula;

import java.util.ArrayList;
import java.util.List;

/** Cuts a formula into words. */
final class Lexer {
    private static final List<String> SIGNS = List.of(
            "&&", "||", "==", "<>", "!=", "<=", ">=", "=", "<", ">", "!", "+", "-", "*", "/", "^", "&", "(", ")", ",");

    private final String formula;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String formula) {
        this.formula = formula;
    }

    /** The words, with an END behind them. */
    static List<Token> tokens(String formula) throws FormulaException {
        Lexer lexer = new Lexer(formula);
        while (lexer.at < formula.length()) {
            lexer.next();
        }
        lexer.tokens.add(new Token(Token.Kind.END, "", formula.length()));
        return lexer.tokens;
    }

    private void next() throws FormulaException {
        char c = formula.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (formula.startsWith("/*", at)) {
            int end = formula.indexOf("*/", at + 2);
            if (end < 0) {
                throw FormulaException.wrong(Wording.MISSING_COMMENT_END);
            }
            at = end + 2;
        } else if (c == '"' || c == '\'') {
            text(c);
        } else if (isDigit(c) || (c == '.' && at + 1 < formula.length() && isDigit(formula.charAt(at + 1)))) {
            numeral();
        } else if (isNameStart(c)) {
            word(Token.Kind.NAME, Lexer::isNamePart);
        } else {
            sign();
        }
    }

    private void text(char quote) throws FormulaException {
        int start = at;
        StringBuilder text = new StringBuilder();
        for (at++; at < formula.length(); at++) {
            char c = formula.charAt(at);
            if (c == quote) {
                at++;
                tokens.add(new Token(Token.Kind.TEXT, text.toString(), start));
                return;
            }
            if (c == '\\' && at + 1 < formula.length()) {
                char escaped = formula.charAt(++at);
                text.append(
                        switch (escaped) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 't' -> '\t';
                            default -> escaped;
                        });
            } else {
                text.append(c);
            }
        }
        throw FormulaException.wrong(Wording.MISSING_QUOTE);
    }

    private void numeral() throws FormulaException {
        int start = at;
        word(Token.Kind.NUMERAL, c -> isDigit(c) || c == '.');
        Token numeral = tokens.getLast();
        if (numeral.text().indexOf('.') != numeral.text().lastIndexOf('.')) {
            throw FormulaException.wrong(Wording.found(formula.substring(start, at)));
        }
    }

    private void word(Token.Kind kind, CharTest belongs) {
        int start = at;
        while (at < formula.length() && belongs.test(formula.charAt(at))) {
            at++;
        }
        tokens.add(new Token(kind, formula.substring(start, at), start));
    }

    private void sign() throws FormulaException {
        for (String sign : SIGNS) {
            if (formula.startsWith(sign, at)) {
                tokens.add(new Token(Token.Kind.SIGN, sign, at));
                at += sign.length();
                return;
            }
        }
        throw FormulaException.wrong(Wording.found(Character.toString(formula.codePointAt(at))));
    }

    private interface CharTest {
        boolean test(char c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
    }

    /** {@code Owner:User.Name}: a colon tells which of several objects a parent is. */
    private static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c) || c == '.' || c == ':';
    }
}
