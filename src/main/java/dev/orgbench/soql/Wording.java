package dev.orgbench.soql;

/** What Salesforce says of a malformed query. The words have no public source; they are from memory, so all are here. */
final class Wording {
    static final String BIND_VARIABLE = "Bind variables only allowed in Apex code";
    static final String TOO_DEEP = "The query is nested too deeply";
    static final String UNCLOSED_TEXT = "Invalid string literal: the closing quote is missing";
    static final String ALL_ROWS = "ALL ROWS is only allowed in Apex code";

    private Wording() {}

    static String unexpected(Token token) {
        String text =
                switch (token.kind()) {
                    case END -> "<EOF>";
                    case COMMENT -> token.text().substring(0, 1);
                    default -> token.text();
                };
        return unexpected(text);
    }

    static String unexpected(String text) {
        return "unexpected token: '" + text + "'";
    }

    /** (Recorded: restforce 632.) */
    static String escape(String literal, String sequence) {
        return "Invalid string literal " + literal + ". Illegal character sequence '" + sequence
                + "' in string literal.";
    }

    static String invalidValue(String kind, String text) {
        return "Invalid " + kind + ": " + text;
    }

    static String tooManyLevels(int most) {
        return "Only " + most + " levels of child-to-parent relationships are allowed in a field path";
    }
}
