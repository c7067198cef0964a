package dev.orgbench.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes apart what a failed tool said to the model. Ours say in the first line what failed, then why, led by
 * Salesforce's code where there is one, and last, after {@code Try:}, what to do. Texts of other servers are read as far
 * as they are alike.
 */
final class ToolErrorText {
    /** An error code as Salesforce writes them, with what follows. */
    private static final Pattern CODED = Pattern.compile("\\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\\b[:\\s]*(.*)");

    /** How Salesforce points into a query: the query, a caret below it, then row and column counted from 1. */
    private static final Pattern CARET = Pattern.compile("\\s*\\^\\s*");

    private static final Pattern PLACE = Pattern.compile("ERROR at Row:(\\d+):Column:(\\d+)");
    private static final String NOTHING_CHANGED = "Nothing was changed in the org.";
    private static final String TRY = "Try: ";

    private final List<String> lines;
    /** Whether the first line only says that something failed. */
    private final boolean headline;

    private final List<String> advice = new ArrayList<>();
    private @Nullable String code;
    private String message = "";
    private @Nullable String excerpt;
    private @Nullable String place;

    private ToolErrorText(String text) {
        lines = text.strip().lines().filter(line -> !line.isBlank()).toList();
        headline = lines.size() > 1 && !CODED.matcher(lines.getFirst()).find();
    }

    static Problem read(String text) {
        return new ToolErrorText(text).problem();
    }

    private Problem problem() {
        for (int i = headline ? 1 : 0; i < lines.size(); i++) {
            take(lines.get(i), i + 1 < lines.size() ? lines.get(i + 1) : "");
        }
        if (headline && message.isEmpty()) {
            message = lines.getFirst();
        } else if (headline && lines.getFirst().endsWith(NOTHING_CHANGED)) {
            advice.addFirst(NOTHING_CHANGED);
        }
        if (place != null) {
            message = place + ": " + message;
        }
        return new Problem(code, message, excerpt, advice.isEmpty() ? null : String.join("\n", advice));
    }

    private void take(String line, String next) {
        Matcher coded = CODED.matcher(line);
        Matcher at = PLACE.matcher(line);
        if (line.startsWith(TRY)) {
            advice.add(plain(line.substring(TRY.length())));
        } else if (code == null && message.isEmpty() && coded.find()) {
            code = coded.group(1);
            String lead = line.substring(0, coded.start()).replaceAll("[\\s:(\\[]+$", "");
            String rest = coded.group(2).replaceFirst("^[)\\]:\\s]+", "");
            message = plain(lead.isEmpty() ? rest : rest.isEmpty() ? lead : lead + ": " + rest);
        } else if (CARET.matcher(next).matches()) {
            excerpt = line + "\n" + next.stripTrailing();
        } else if (at.find()) {
            place = "Row " + at.group(1) + ", column " + at.group(2);
        } else if (!CARET.matcher(line).matches()) {
            if (message.isEmpty()) {
                lead(plain(line.strip()));
            } else {
                advice.add(plain(line.strip()));
            }
        }
    }

    /** What is wrong, and apart from it the valid choices, of which there may be many. */
    private void lead(String words) {
        int end = headline ? words.indexOf(". ") : -1;
        message = end < 0 ? words : words.substring(0, end + 1);
        if (end >= 0) {
            advice.add(words.substring(end + 2));
        }
    }

    /** The ticks around names are for the model. */
    private static String plain(String words) {
        return words.replace("`", "");
    }
}
