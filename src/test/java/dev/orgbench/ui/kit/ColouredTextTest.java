package dev.orgbench.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.StyledDocument;
import org.junit.jupiter.api.Test;

class ColouredTextTest {
    @Test
    void thePiecesTogetherAreTheText() {
        String text = IntStream.range(0, 1_000)
                .mapToObj(i -> "  \"field_" + i + "\": " + i + ",")
                .collect(Collectors.joining("\n", "{\n", "\n}"));

        ColouredText coloured = ColouredText.of(text, Language.JSON);

        assertThat(coloured.pieces()).hasSizeGreaterThan(10);
        assertThat(whole(coloured).getText()).isEqualTo(text);
    }

    @Test
    void everyWordKeepsItsColour_alsoBehindTheFirstPiece() {
        String text = "[1]\n".repeat(500) + "{\"name\": true}";

        StyledDocument<Collection<String>, String, Collection<String>> whole =
                whole(ColouredText.of(text, Language.JSON));

        var last = whole.getParagraph(whole.getParagraphs().size() - 1);
        assertThat(last.getStyleOfChar(2)).containsExactly("code-key");
        assertThat(last.getStyleOfChar(9)).containsExactly("code-constant");
        assertThat(last.getStyleOfChar(0)).isEmpty();
    }

    @Test
    void emptyLinesAndForeignLineEndsAreKept() {
        assertThat(whole(ColouredText.of("", Language.JSON)).getText()).isEmpty();
        assertThat(whole(ColouredText.of("a\r\n\r\nb\r", Language.PLAIN)).getText())
                .isEqualTo("a\n\nb\n");
    }

    private static StyledDocument<Collection<String>, String, Collection<String>> whole(ColouredText coloured) {
        List<StyledDocument<Collection<String>, String, Collection<String>>> pieces = coloured.pieces();
        ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> whole =
                ReadOnlyStyledDocument.from(pieces.getFirst());
        for (var piece : pieces.subList(1, pieces.size())) {
            whole = whole.concat(piece);
        }
        return whole;
    }
}
