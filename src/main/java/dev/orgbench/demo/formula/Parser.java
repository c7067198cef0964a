package dev.orgbench.demo.formula;

import dev.orgbench.demo.formula.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads a formula by recursive descent. From loose to tight: {@code ||}, {@code &&}, equality, order, {@code + - &}, {@code
 * * /}, {@code ^}, signs. (Salesforce Help, "Formula Operators and Functions by Context".)
 */
final class Parser {
    private static final int MOST_CHARACTERS = 3900;
    private static final int DEEPEST = 60;
    /** A chain of them is a tree as deep as it is long, which is walked by recursion. */
    private static final int MOST_OPERATORS = 500;

    private static final Set<String> CONSTANTS = Set.of("TRUE", "FALSE", "NULL");
    private static final Map<String, String> SPELLINGS = Map.of("==", "=", "!=", "<>");

    /** Operators that bind alike, the loosest first. */
    private static final List<Set<String>> LEVELS = List.of(
            Set.of("||"),
            Set.of("&&"),
            Set.of("=", "==", "<>", "!="),
            Set.of("<", ">", "<=", ">="),
            Set.of("+", "-", "&"),
            Set.of("*", "/"),
            Set.of("^"));

    private final List<Token> tokens;
    private int at;
    private int depth;
    private int operators;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** @throws FormulaException if it is no formula, or longer than Salesforce takes */
    static Node parse(String formula) throws FormulaException {
        if (formula.length() > MOST_CHARACTERS) {
            throw FormulaException.wrong(Wording.tooLong(formula.length(), MOST_CHARACTERS));
        }
        Parser parser = new Parser(Lexer.tokens(formula));
        if (parser.peek().kind() == Kind.END) {
            throw FormulaException.wrong(Wording.EMPTY);
        }
        Node node = parser.expression();
        Token rest = parser.peek();
        if (rest.kind() != Kind.END) {
            boolean extra = rest.isSign(")") || rest.isSign(",");
            throw FormulaException.wrong(extra ? Wording.extra(rest.text()) : Wording.found(rest.text()));
        }
        return node;
    }

    private Node expression() throws FormulaException {
        if (++depth > DEEPEST) {
            throw FormulaException.wrong(Wording.TOO_DEEP);
        }
        Node node = level(0);
        depth--;
        return node;
    }

    private Node level(int level) throws FormulaException {
        if (level == LEVELS.size()) {
            return signed();
        }
        Node left = level(level + 1);
        while (peek().kind() == Kind.SIGN && LEVELS.get(level).contains(peek().text())) {
            Token operator = next();
            if (++operators > MOST_OPERATORS) {
                throw FormulaException.wrong(Wording.TOO_DEEP);
            }
            String spelling = SPELLINGS.getOrDefault(operator.text(), operator.text());
            left = new Node.Binary(spelling, left, level(level + 1), operator.position());
        }
        return left;
    }

    private Node signed() throws FormulaException {
        boolean negative = false;
        while (peek().isSign("+") || peek().isSign("-")) {
            negative ^= peek().isSign("-");
            next();
        }
        int position = peek().position();
        if (peek().isSign("!")) {
            next();
            if (++depth > DEEPEST) {
                throw FormulaException.wrong(Wording.TOO_DEEP);
            }
            Node operand = signed();
            depth--;
            return new Node.Unary("!", operand, position);
        }
        Node node = primary();
        return negative ? new Node.Unary("-", node, position) : node;
    }

    private Node primary() throws FormulaException {
        Token token = next();
        return switch (token.kind()) {
            case NUMERAL -> new Node.Numeral(token.text(), token.position());
            case TEXT -> new Node.Text(token.text(), token.position());
            case NAME -> peek().isSign("(") ? call(token) : name(token);
            case END -> throw FormulaException.wrong(Wording.NOTHING_THERE);
            case SIGN -> {
                if (!token.isSign("(")) {
                    throw FormulaException.wrong(token.isSign(",") ? Wording.extra(",") : Wording.found(token.text()));
                }
                Node inner = expression();
                close();
                yield inner;
            }
        };
    }

    private Node call(Token name) throws FormulaException {
        next();
        List<Node> arguments = new ArrayList<>();
        if (!peek().isSign(")")) {
            arguments.add(expression());
            while (peek().isSign(",")) {
                next();
                if (peek().isSign(")")) {
                    throw FormulaException.wrong(Wording.extra(","));
                }
                arguments.add(expression());
            }
        }
        close();
        return new Node.Call(name.text().toUpperCase(Locale.ROOT), List.copyOf(arguments), name.position());
    }

    private static Node name(Token token) throws FormulaException {
        String word = token.text().toUpperCase(Locale.ROOT);
        if (CONSTANTS.contains(word)) {
            return new Node.Constant(word, token.position());
        }
        List<String> names = List.of(token.text().split("\\.", -1));
        if (names.contains("")) {
            throw FormulaException.wrong(Wording.found("."));
        }
        return new Node.Path(names, token.position());
    }

    private void close() throws FormulaException {
        if (!peek().isSign(")")) {
            boolean stray = peek().kind() != Kind.END && peek().kind() != Kind.SIGN;
            throw FormulaException.wrong(stray ? Wording.found(peek().text()) : Wording.MISSING_PARENTHESIS);
        }
        next();
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        return tokens.get(at == tokens.size() - 1 ? at : at++);
    }
}
