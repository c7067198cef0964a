package dev.orgbench.demo.formula;

/**
 * A word of a formula.
 *
 * @param text of a text its value, of all others what stands there
 */
record Token(Kind kind, String text, int position) {
    enum Kind {
        NUMERAL,
        TEXT,
        NAME,
        SIGN,
        END
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }
}
