package dev.orgbench.ui.kit.code;

import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.fxmisc.richtext.CodeArea;

/**
 * The numbers before the lines, all as wide as the last. A line is made anew with every key that is typed in it, so its
 * number is a mere shape and no control.
 */
final class LineNumbers implements IntFunction<Node> {
    private static final int FEWEST_DIGITS = 2;

    private final int digits;

    private LineNumbers(int digits) {
        this.digits = digits;
    }

    /** Puts numbers before the lines of that area, also of those to come. */
    static void before(CodeArea area) {
        area.setParagraphGraphicFactory(new LineNumbers(digits(area)));
        area.getParagraphs().sizeProperty().addListener((property, before, now) -> {
            if (area.getParagraphGraphicFactory() instanceof LineNumbers shown && shown.digits != digits(area)) {
                area.setParagraphGraphicFactory(new LineNumbers(digits(area)));
            }
        });
    }

    private static int digits(CodeArea area) {
        return Math.max(
                FEWEST_DIGITS, Integer.toString(area.getParagraphs().size()).length());
    }

    @Override
    public Node apply(int line) {
        String number = Integer.toString(line + 1);
        Text shown = new Text(" ".repeat(Math.max(0, digits - number.length())) + number);
        shown.getStyleClass().add("text");
        HBox room = new HBox(shown);
        room.setAlignment(Pos.TOP_RIGHT);
        room.getStyleClass().add("lineno");
        return room;
    }
}
