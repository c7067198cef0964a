package dev.orgbench.ui.soql;

import dev.orgbench.soql.Problem;
import dev.orgbench.soql.Range;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a query the org found fault. Salesforce writes the place into the text of the error: {@code ERROR at
 * Row:1:Column:12}; for an unknown field the column is that of the word.
 */
final class Refusal {
    private static final Pattern PLACE =
            Pattern.compile("ERROR at Row:(\\d{1,6}):Column:(\\d{1,6})\\s*(.*)", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[\\w.]+");

    private Refusal() {}

    /**
     * The fault in the text of the editor.
     *
     * @param soql what was sent
     * @param offset where it begins in the editor
     * @return empty where the error names no place
     */
    static Optional<Problem> in(String message, String soql, int offset) {
        Matcher told = PLACE.matcher(message);
        if (!told.find()) {
            return Optional.empty();
        }
        int start = offset(soql, Integer.parseInt(told.group(1)), Integer.parseInt(told.group(2)));
        Matcher word = WORD.matcher(soql).region(start, soql.length());
        int end = word.lookingAt() ? word.end() : Math.min(soql.length(), start + 1);
        String detail = told.group(3).strip();
        return Optional.of(Problem.error(new Range(offset + start, offset + end), detail.isEmpty() ? message : detail));
    }

    private static int offset(String soql, int row, int column) {
        int lineStart = 0;
        for (int line = 1; line < row; line++) {
            int end = soql.indexOf('\n', lineStart);
            if (end < 0) {
                break;
            }
            lineStart = end + 1;
        }
        return Math.min(soql.length(), lineStart + Math.max(0, column - 1));
    }
}
