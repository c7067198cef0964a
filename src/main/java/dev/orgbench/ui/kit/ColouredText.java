package dev.orgbench.ui.kit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.model.StyledSegment;

/**
 * A text as a code area takes it: coloured, and in pieces small enough for a frame each. Making it is what costs time,
 * and may be done on any thread.
 *
 * @param pieces to be put one behind the other; at least one
 */
record ColouredText(List<StyledDocument<Collection<String>, String, Collection<String>>> pieces) {
    /** The first piece fills the pane; with more, a frame would be late. */
    private static final int LINES = 60;

    private static final int CHARACTERS = 4_000;
    private static final List<String> PLAIN = List.of();

    static ColouredText of(String text, Language language) {
        String lines =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        return new ColouredText(new Cutter(lines, language.spans(lines)).pieces());
    }

    private static final class Cutter {
        private final String text;
        private final Iterator<Language.Span> spans;
        private final List<StyledDocument<Collection<String>, String, Collection<String>>> pieces = new ArrayList<>();
        private Language.Span span;
        private ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>> piece = builder();
        private int linesInPiece;
        private int pieceStart;

        Cutter(String text, List<Language.Span> spans) {
            this.text = text;
            this.spans = spans.iterator();
            this.span = next();
        }

        List<StyledDocument<Collection<String>, String, Collection<String>>> pieces() {
            int from = 0;
            while (true) {
                int end = text.indexOf('\n', from);
                int stop = end < 0 ? text.length() : end;
                piece.addParagraph(line(from, stop));
                linesInPiece++;
                if (end < 0) {
                    pieces.add(piece.build());
                    return pieces;
                }
                from = end + 1;
                if (linesInPiece >= LINES || from - pieceStart >= CHARACTERS) {
                    pieces.add(piece.build());
                    piece = builder();
                    // What is put behind a document goes on in its last line: an empty one begins the next.
                    piece.addParagraph("", PLAIN);
                    linesInPiece = 0;
                    pieceStart = from;
                }
            }
        }

        private List<StyledSegment<String, Collection<String>>> line(int from, int stop) {
            List<StyledSegment<String, Collection<String>>> segments = new ArrayList<>();
            int at = from;
            while (at < stop) {
                while (span.end() <= at) {
                    span = next();
                }
                if (span.start() <= at) {
                    int end = Math.min(stop, span.end());
                    segments.add(new StyledSegment<>(text.substring(at, end), List.of(span.style())));
                    at = end;
                } else {
                    int end = Math.min(stop, span.start());
                    segments.add(new StyledSegment<>(text.substring(at, end), PLAIN));
                    at = end;
                }
            }
            if (segments.isEmpty()) {
                segments.add(new StyledSegment<>("", PLAIN));
            }
            return segments;
        }

        private Language.Span next() {
            return spans.hasNext() ? spans.next() : new Language.Span(text.length() + 1, text.length() + 2, "");
        }

        private static ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>> builder() {
            return new ReadOnlyStyledDocumentBuilder<>(SegmentOps.styledTextOps(), PLAIN);
        }
    }
}
