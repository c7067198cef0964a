package dev.orgbench.demo.formula;

import dev.orgbench.demo.data.RecordId;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Functions of text. */
final class Texts {
    private static final int LONGEST_PADDED = 4000;

    private Texts() {}

    static void addTo(FormulaFunctions functions) {
        functions.add("upper", 1, in -> in.text(0).toUpperCase(Locale.ROOT));
        functions.add("lower", 1, in -> in.text(0).toLowerCase(Locale.ROOT));
        functions.add("begins", 2, in -> in.text(0).startsWith(in.text(1)));
        functions.add("right", 2, in -> {
            String text = in.text(0);
            return text.substring(text.length() - Math.clamp(in.whole(1), 0, text.length()));
        });
        functions.add("find", 3, Texts::find);
        functions.add("lpad", 3, in -> {
            String text = in.text(0);
            int length = length(in);
            return text.length() >= length ? text.substring(0, length) : padding(in, length - text.length()) + text;
        });
        functions.add("rpad", 3, in -> {
            String text = in.text(0);
            int length = length(in);
            return text.length() >= length ? text.substring(0, length) : text + padding(in, length - text.length());
        });
        functions.add("long_id", 1, in -> RecordId.parse(in.text(0)).orElse(in.text(0)));
        functions.add("image", 4, Texts::image);
        functions.add("matches", 2, in -> matches(in.text(0), in.text(1)));
    }

    /** From 1; 0 where it is not there. */
    private static double find(FormulaFunctions.Arguments in) throws SQLException {
        int start = in.whole(2);
        String searched = in.text(0);
        return start < 1 || searched.isEmpty() ? 0 : in.text(1).indexOf(searched, start - 1) + 1;
    }

    private static int length(FormulaFunctions.Arguments in) throws SQLException {
        return Math.clamp(in.whole(1), 0, LONGEST_PADDED);
    }

    private static String padding(FormulaFunctions.Arguments in, int length) throws SQLException {
        String pad = in.text(2);
        return pad.isEmpty() ? "" : pad.repeat(length / pad.length() + 1).substring(0, length);
    }

    private static String image(FormulaFunctions.Arguments in) throws SQLException {
        int height = in.whole(2);
        int width = in.whole(3);
        String style = height < 0 || width < 0 ? "" : " style=\"height:" + height + "px; width:" + width + "px;\"";
        return "<img src=\"" + in.text(0) + "\" alt=\"" + in.text(1) + "\"" + style + " border=\"0\"/>";
    }

    private static @Nullable Boolean matches(String text, String pattern) {
        try {
            return BoundedMatch.matches(text, pattern);
        } catch (PatternSyntaxException | BoundedMatch.TooLongException e) {
            return null;
        }
    }
}
