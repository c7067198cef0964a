package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;
import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.ExchangeName;
import dev.orgbench.ui.kit.TimeBar;
import dev.orgbench.ui.kit.Took;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** An exchange in a line: what was asked, when within the call, how it ended. */
final class ExchangeCell extends ListCell<Exchange> {
    private static final double BARS = 90;

    private final Supplier<@Nullable Times> times;
    private final Label name = new Label();
    private final TimeBar bar = new TimeBar();
    private final Badge status = new Badge();
    private final Label took = new Label();
    private final HBox line;

    /** @param times of the whole call; null while it is under way */
    ExchangeCell(Supplier<@Nullable Times> times) {
        this.times = times;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        name.getStyleClass().add("code-text");
        name.setMinWidth(40);
        bar.setMinWidth(BARS);
        bar.setPrefWidth(BARS);
        took.getStyleClass().add("exchange-took");
        took.setMinWidth(Region.USE_PREF_SIZE);
        line = new HBox(10, name, gap, bar, status, took);
        line.getStyleClass().add("tool-line");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Exchange exchange, boolean empty) {
        super.updateItem(exchange, empty);
        if (empty || exchange == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(ExchangeName.of(exchange));
        boolean unchanged = exchange.status() == 304;
        status.show(
                exchange.status() == 0 ? "no answer" : Integer.toString(exchange.status()),
                !exchange.isOk() ? Badge.Tone.BAD : unchanged ? Badge.Tone.NEUTRAL : Badge.Tone.GOOD);
        took.setText(Took.words(exchange.took()));
        Times whole = times.get();
        bar.setVisible(whole != null);
        if (whole != null) {
            bar.show(whole.place(exchange), whole.share(exchange.took()), exchange.isOk() ? "bar-leg" : "bar-failed");
        }
        setGraphic(line);
        setAccessibleText(name.getText() + ", " + status.getText() + ", " + took.getText());
    }
}
