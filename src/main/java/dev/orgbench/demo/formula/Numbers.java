package dev.orgbench.demo.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.SQLException;

/** Arithmetic as with decimals: the dust of floating point, beyond the 15th digit, is swept away first. */
final class Numbers {
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);
    private static final int MOST_PLACES = 18;
    private static final int LONGEST = 100;

    private Numbers() {}

    static void addTo(FormulaFunctions functions) {
        functions.add("exact", 1, in -> exact(in.number(0)).doubleValue());
        functions.add("round", 2, in -> scaled(in, RoundingMode.HALF_UP));
        functions.add("truncate", 2, in -> scaled(in, RoundingMode.DOWN));
        // Salesforce's go by the size of a negative number: up is away from zero. (Help, "CEILING", "FLOOR".)
        functions.add("ceiling", 1, in -> whole(in.number(0), RoundingMode.UP));
        functions.add("floor", 1, in -> whole(in.number(0), RoundingMode.DOWN));
        functions.add("text", 1, in -> plain(exact(in.number(0))));
        functions.add("value", 1, in -> value(in.text(0)));
    }

    private static BigDecimal exact(double number) {
        return BigDecimal.valueOf(number).round(DIGITS);
    }

    private static double scaled(FormulaFunctions.Arguments in, RoundingMode mode) throws SQLException {
        int places = Math.clamp(in.whole(1), -MOST_PLACES, MOST_PLACES);
        return exact(in.number(0)).setScale(places, mode).doubleValue();
    }

    private static double whole(double number, RoundingMode mode) {
        return exact(number).setScale(0, mode).doubleValue();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static double value(String text) {
        String number = text.strip();
        if (number.length() > LONGEST) {
            throw new NumberFormatException();
        }
        return new BigDecimal(number).doubleValue();
    }
}
