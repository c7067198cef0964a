package dev.orgbench.ui.tools;

import dev.orgbench.mcp.client.Progress;
import java.math.BigDecimal;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How far a call is, where its server tells. */
final class ProgressLine extends VBox {
    private static final double WIDTH = 260;

    private final ProgressBar bar = new ProgressBar();
    private final Label words = new Label();

    ProgressLine() {
        super(6);
        setAlignment(Pos.CENTER);
        bar.setPrefWidth(WIDTH);
        bar.setAccessibleText("How far the call is");
        words.getStyleClass().add("state-text");
        words.setId("call-progress");
        words.setWrapText(true);
        getChildren().addAll(bar, words);
        show(null);
    }

    /** Shows the last report; null for none. */
    void show(@Nullable Progress progress) {
        setVisible(progress != null);
        setManaged(progress != null);
        if (progress != null) {
            BigDecimal total = progress.total();
            double whole = total == null ? 0 : total.doubleValue();
            bar.setVisible(whole > 0);
            bar.setManaged(whole > 0);
            bar.setProgress(whole > 0 ? progress.done().doubleValue() / whole : 0);
            words.setText(words(progress));
        }
    }

    private static String words(Progress progress) {
        BigDecimal total = progress.total();
        String figures = plain(progress.done()) + (total == null ? "" : " of " + plain(total));
        return progress.message() == null ? figures : figures + " · " + progress.message();
    }

    private static String plain(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString();
    }
}
