package dev.orgbench.ui.limits;

import dev.orgbench.salesforce.OrgLimit;
import dev.orgbench.ui.kit.Gauge;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.layout.TilePane;

/** Limits side by side, as many in a row as there is room for. */
final class GaugeGrid extends TilePane {
    private static final double GAP = 12;
    private static final double NARROWEST = 200;

    GaugeGrid() {
        super(GAP, GAP);
        getStyleClass().add("gauges");
        setPrefColumns(1);
        widthProperty().addListener((property, before, now) -> fit());
        hgapProperty().addListener((property, before, now) -> fit());
    }

    /** The style sheet sets the gap: it grows with the text, and the narrowest gauge with it. */
    private void fit() {
        double gap = getHgap();
        double narrowest = NARROWEST * gap / GAP;
        int columns = (int) Math.max(1, Math.floor((getWidth() + gap) / (narrowest + gap)));
        double width = Math.floor((getWidth() - gap * (columns - 1)) / columns);
        setPrefTileWidth(width);
        // Long names take a second line; all are as high as the highest.
        getChildren().stream()
                .mapToDouble(gauge -> gauge.prefHeight(width))
                .max()
                .ifPresent(this::setPrefTileHeight);
    }

    void show(List<OrgLimit> limits) {
        while (getChildren().size() > limits.size()) {
            getChildren().removeLast();
        }
        while (getChildren().size() < limits.size()) {
            getChildren().add(new Gauge());
        }
        for (int i = 0; i < limits.size(); i++) {
            show((Gauge) getChildren().get(i), limits.get(i));
        }
        applyCss();
        fit();
    }

    private static void show(Gauge gauge, OrgLimit limit) {
        if (limit.isLimited()) {
            gauge.show(limit.label(), limit.share(), amounts(limit) + parts(limit));
        } else {
            gauge.showNone(limit.label(), limit.max() == 0 ? "not in this org" : "no limit");
        }
    }

    private static String amounts(OrgLimit limit) {
        return String.format(Locale.ROOT, "%,d of %,d used", limit.used(), limit.max());
    }

    private static String parts(OrgLimit limit) {
        return limit.children().stream()
                .map(part -> String.format(Locale.ROOT, " · %s %,d of %,d", part.label(), part.used(), part.max()))
                .collect(Collectors.joining());
    }
}
