package dev.orgbench.ui.kit;

import javafx.scene.Node;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;

/** Room for code in a form: as high as its text, up to a height that leaves the other fields in sight; then it scrolls. */
public final class CodeField {
    private static final double LINE = 20;
    private static final double PADDING = 18;
    private static final int MOST_LINES = 10;

    private CodeField() {}

    /** Puts {@code area} into such a room of at least {@code lines} lines. */
    public static Node of(CodeArea area, int lines) {
        area.setAutoHeight(true);
        area.setWrapText(true);
        area.setMinHeight(lines * LINE + PADDING);
        VirtualizedScrollPane<CodeArea> scroll = new VirtualizedScrollPane<>(area);
        scroll.setMinHeight(lines * LINE + PADDING);
        scroll.setMaxHeight(MOST_LINES * LINE + PADDING);
        return scroll;
    }
}
