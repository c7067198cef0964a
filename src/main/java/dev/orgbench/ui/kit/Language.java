package dev.orgbench.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is coloured how. Every named group of a language's pattern is a style: the style sheet has {@code .code-key} and so on. */
public enum Language {
    /** No colours. */
    PLAIN("(?!)"),
    JSON("(?<key>\"(?:[^\"\\\\\\n]|\\\\.)*+\"(?=\\s*+:))|(?<string>\"(?:[^\"\\\\\\n]|\\\\.)*+\"?)"
            + "|(?<number>-?\\b\\d[\\d.eE+-]*+)|(?<constant>\\b(?:true|false|null)\\b)"),
    SOQL("(?<string>'(?:[^'\\\\]|\\\\.)*+'?)"
            + "|(?<date>\\b(?:TODAY|YESTERDAY|TOMORROW|(?:LAST|THIS|NEXT)_\\w+(?::\\d+)?)\\b)"
            + "|(?<keyword>\\b(?:SELECT|FROM|WHERE|AND|OR|NOT|IN|LIKE|INCLUDES|EXCLUDES|ORDER|GROUP|BY|HAVING|LIMIT"
            + "|OFFSET|ASC|DESC|NULLS|FIRST|LAST|TYPEOF|WHEN|THEN|ELSE|END|USING|SCOPE|WITH|FOR|VIEW|REFERENCE"
            + "|UPDATE|ALL|ROWS|FIND|RETURNING|FIELDS)\\b)"
            + "|(?<key>\\b(?:COUNT|COUNT_DISTINCT|SUM|AVG|MIN|MAX|FORMAT|TOLABEL|CALENDAR_\\w+|FISCAL_\\w+)(?=\\s*+\\())"
            + "|(?<number>\\b\\d[\\d.:TZ+-]*+)|(?<constant>\\b(?:true|false|null)\\b)"),
    YAML("(?<comment>(?m:(?<=^|\\s)#.*+$))|(?<key>(?m:(?<=^|[\\s{,-])[\\w.$/-]++(?=:(?:\\s|$))))"
            + "|(?<string>\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'[^'\\n]*+')"
            + "|(?<constant>\\b(?:true|false|null)\\b)|(?<number>(?<=\\s)-?\\d[\\d.]*+(?=\\s))");

    private final Pattern pattern;

    Language(String pattern) {
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    /** The coloured stretches of {@code text}, in order, without overlap. */
    public List<Span> spans(CharSequence text) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (String group : pattern.namedGroups().keySet()) {
                if (matcher.group(group) != null) {
                    spans.add(new Span(matcher.start(), matcher.end(), "code-" + group));
                    break;
                }
            }
        }
        return spans;
    }

    /** From {@code start} up to but not including {@code end} in one style. */
    public record Span(int start, int end, String style) {}
}
