package dev.orgbench.ui.kit.code;

import dev.orgbench.soql.Problem;
import dev.orgbench.soql.Range;
import dev.orgbench.ui.kit.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

    private final CodeArea area;
    private final Problems problems;
    private Optional<Brackets.Pair> pair = Optional.empty();
    private List<Range> marked = List.of();

    Paint(CodeArea area, Problems problems) {
        this.area = area;
        this.problems = problems;
    }

    /** Lines in which something between the two offsets changed. */
    void text(int from, int to) {
        int first = line(from);
        int last = line(to);
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

    /** Other problems than before: their lines, and those of the old ones. */
    void problems() {
        TreeSet<Integer> lines = new TreeSet<>();
        marked.forEach(range -> addLines(lines, range));
        marked = problems.all().stream().limit(MOST_MARKS).map(Problem::range).toList();
        marked.forEach(range -> addLines(lines, range));
        lines.forEach(this::paint);
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
        int last = line(range.end());
        for (int line = line(range.start()); line <= last; line++) {
            lines.add(line);
        }
    }

    private int line(int offset) {
        return area.offsetToPosition(Math.clamp(offset, 0, area.getLength()), TwoDimensional.Bias.Forward)
                .getMajor();
    }

    private void paint(int line) {
        if (area.getParagraphLength(line) > 0) {
            area.setStyleSpans(line, 0, painted(line));
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
            spans = with(spans, text, start, visible(problem.range()), "problem-" + problem.severity().name().toLowerCase(Locale.ROOT));
        }
        if (pair.isPresent()) {
            spans = with(spans, text, start, new Range(pair.get().open(), pair.get().open() + 1), "bracket-pair");
            spans = with(spans, text, start, new Range(pair.get().close(), pair.get().close() + 1), "bracket-pair");
        }
        return spans;
    }

    /** Where something is missing, the character before is underlined. */
    private Range visible(Range range) {
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
