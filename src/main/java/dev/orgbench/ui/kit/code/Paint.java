package dev.orgbench.ui.kit.code;

import dev.orgbench.soql.Problem;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.Severity;
import dev.orgbench.ui.kit.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.model.TwoDimensional;

/**
 * Colours an editor line by line: words by the language, problems underlined, the pair of parentheses at the caret. A
 * keystroke costs the line it is in, however long the text is.
 */
final class Paint {
    private static final int MOST_MARKS = 200;
    private static final int LONGEST_LINE = 5_000;
    /** Each change of styles has its price, however small: many lines are cheaper in one. */
    private static final int LINES_ONE_BY_ONE = 8;

    private final CodeArea area;
    private final Problems problems;
    private Optional<Brackets.Pair> pair = Optional.empty();

    Paint(CodeArea area, Problems problems) {
        this.area = area;
        this.problems = problems;
    }

    /** Lines in which something between the two offsets changed. */
    void text(int from, int to) {
        int first = line(from);
        int last = line(to);
        if (first == last) {
            paint(first);
        } else {
            lines(first, last);
        }
    }

    private void lines(int first, int last) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        for (int line = first; line <= last; line++) {
            StyleSpans<Collection<String>> painted = painted(line);
            painted.forEach(spans::add);
            if (line < last) {
                spans.add(List.of(), 1);
            }
        }
        area.setStyleSpans(area.getAbsolutePosition(first, 0), spans.create());
    }

    /** Problems came or went: the lines of those alone, as most stay from one check to the next. */
    void problems(List<Problem> before) {
        Set<Mark> old = marks(before);
        Set<Mark> now = marks(problems.all());
        TreeSet<Integer> lines = new TreeSet<>();
        old.stream().filter(mark -> !now.contains(mark)).forEach(mark -> addLines(lines, mark.range()));
        now.stream().filter(mark -> !old.contains(mark)).forEach(mark -> addLines(lines, mark.range()));
        if (lines.size() > LINES_ONE_BY_ONE) {
            lines(lines.first(), lines.last());
        } else {
            lines.forEach(this::paint);
        }
    }

    private record Mark(Range range, Severity severity) {}

    private static Set<Mark> marks(List<Problem> problems) {
        return problems.stream()
                .limit(MOST_MARKS)
                .map(problem -> new Mark(problem.range(), problem.severity()))
                .collect(Collectors.toSet());
    }

    /** Marks this pair and no other. */
    void pair(Optional<Brackets.Pair> now) {
        if (now.equals(pair)) {
            return;
        }
        TreeSet<Integer> lines = new TreeSet<>();
        for (Optional<Brackets.Pair> each : List.of(pair, now)) {
            each.ifPresent(found -> {
                lines.add(line(found.open()));
                lines.add(line(found.close()));
            });
        }
        pair = now;
        lines.forEach(this::paint);
    }

    private void addLines(Set<Integer> lines, Range range) {
        Range underlined = visible(range);
        int last = line(underlined.end());
        for (int line = line(underlined.start()); line <= last; line++) {
            lines.add(line);
        }
    }

    private int line(int offset) {
        return area.offsetToPosition(Math.clamp(offset, 0, area.getLength()), TwoDimensional.Bias.Forward)
                .getMajor();
    }

    private void paint(int line) {
        if (area.getParagraphLength(line) == 0) {
            return;
        }
        StyleSpans<Collection<String>> wanted = painted(line);
        // To set styles makes the line anew, also the same ones; most letters take over the right style when typed.
        if (!wanted.equals(area.getStyleSpans(line))) {
            area.setStyleSpans(line, 0, wanted);
        }
    }

    private StyleSpans<Collection<String>> painted(int line) {
        String text = area.getParagraph(line).getText();
        StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
        int end = 0;
        if (text.length() <= LONGEST_LINE) {
            for (Language.Span span : Language.SOQL.spans(text)) {
                builder.add(List.of(), span.start() - end);
                builder.add(List.of(span.style()), span.end() - span.start());
                end = span.end();
            }
        }
        builder.add(List.of(), text.length() - end);
        StyleSpans<Collection<String>> spans = builder.create();
        int start = area.getAbsolutePosition(line, 0);
        for (Problem problem : problems.all().stream().limit(MOST_MARKS).toList()) {
            spans = with(
                    spans,
                    text,
                    start,
                    visible(problem.range()),
                    "problem-" + problem.severity().name().toLowerCase(Locale.ROOT));
        }
        if (pair.isPresent()) {
            spans = with(
                    spans, text, start, new Range(pair.get().open(), pair.get().open() + 1), "bracket-pair");
            spans = with(
                    spans, text, start, new Range(pair.get().close(), pair.get().close() + 1), "bracket-pair");
        }
        return spans;
    }

    /** Where something is missing, the character before is underlined. */
    private static Range visible(Range range) {
        if (range.length() > 0) {
            return range;
        }
        return range.start() > 0 ? new Range(range.start() - 1, range.start()) : new Range(0, 1);
    }

    private static StyleSpans<Collection<String>> with(
            StyleSpans<Collection<String>> spans, String text, int start, Range range, String style) {
        int from = Math.max(0, range.start() - start);
        int to = Math.min(text.length(), range.end() - start);
        if (from >= to) {
            return spans;
        }
        StyleSpansBuilder<Collection<String>> mark = new StyleSpansBuilder<>();
        mark.add(List.of(), from);
        mark.add(List.of(style), to - from);
        mark.add(List.of(), text.length() - to);
        return spans.overlay(mark.create(), (below, above) -> {
            if (above.isEmpty()) {
                return below;
            }
            List<String> both = new ArrayList<>(below);
            both.addAll(above);
            return both;
        });
    }
}
