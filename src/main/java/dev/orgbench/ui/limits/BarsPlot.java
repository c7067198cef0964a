package dev.orgbench.ui.limits;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/** Requests in each stretch of time, stacked by who made them. */
final class BarsPlot extends Plot {
    private static final double GAP = 2;

    private final Stacks stacks;
    private final List<List<Region>> pieces = new ArrayList<>();

    BarsPlot(Range range, Stacks stacks, ZoneId zone) {
        super(range, stacks.bars().getFirst().from(), stacks.bars().getLast().to(), stacks.highest(), zone);
        this.stacks = stacks;
        for (Stacks.Bar bar : stacks.bars()) {
            List<Region> column = new ArrayList<>();
            for (int series = 0; series < bar.requests().size(); series++) {
                Region piece = new Region();
                piece.getStyleClass().add(style(stacks, series));
                piece.setMouseTransparent(true);
                piece.setVisible(bar.requests().get(series) > 0);
                column.add(piece);
            }
            pieces.add(column);
            getChildren().addAll(column);
        }
    }

    /** The class of a series' colour; what is summed up has one of its own. */
    static String style(Stacks stacks, int series) {
        return "series-" + (stacks.series().get(series).equals(Stacks.REST) ? 6 : series % 6 + 1);
    }

    @Override
    int places() {
        return stacks.bars().size();
    }

    @Override
    Instant at(int place) {
        Stacks.Bar bar = stacks.bars().get(place);
        return bar.from().plus(Duration.between(bar.from(), bar.to()).dividedBy(2));
    }

    @Override
    double placeWidth() {
        return breadth() / places();
    }

    @Override
    void place() {
        double width = Math.max(1, placeWidth() - GAP);
        for (int i = 0; i < pieces.size(); i++) {
            List<Long> requests = stacks.bars().get(i).requests();
            double x = x(stacks.bars().get(i).from()) + GAP / 2;
            long below = 0;
            for (int series = 0; series < requests.size(); series++) {
                long above = below + requests.get(series);
                pieces.get(i).get(series).resizeRelocate(x, y(above), width, y(below) - y(above));
                below = above;
            }
        }
    }
}
