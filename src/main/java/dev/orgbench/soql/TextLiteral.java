package dev.orgbench.soql;

/** Resolves the escapes of a text. (SOQL and SOSL Reference, "Quoted String Escape Sequences".) */
final class TextLiteral {
    private TextLiteral() {}

    static Value.Text read(TokenCursor cursor, Token token) throws SoqlSyntaxException {
        String quoted = token.text();
        StringBuilder text = new StringBuilder();
        StringBuilder pattern = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c != '\\') {
                text.append(c);
                pattern.append(c);
                continue;
            }
            char escaped = quoted.charAt(++i);
            char meant =
                    switch (escaped) {
                        case 'n', 'N' -> '\n';
                        case 'r', 'R' -> '\r';
                        case 't', 'T' -> '\t';
                        case 'b', 'B' -> '\b';
                        case 'f', 'F' -> '\f';
                        case '"', '\'', '\\', '_', '%' -> escaped;
                        default -> throw cursor.problem(
                                new Range(token.range().start() + i - 1, token.range().start() + i + 1),
                                Wording.escape("\\" + escaped));
                    };
            text.append(meant);
            if (meant == '\\' || meant == '_' || meant == '%') {
                pattern.append('\\');
            }
            pattern.append(meant);
        }
        return new Value.Text(token.range(), text.toString(), pattern.toString());
    }
}
