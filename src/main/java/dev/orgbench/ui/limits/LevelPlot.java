package dev.orgbench.ui.limits;

import dev.orgbench.trace.ApiUse;
import dev.orgbench.trace.Level;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/** The org's use of its last 24 hours, as it told it over time, against its limit. */
final class LevelPlot extends Plot {
    /** Far from its limit the line would lie on the ground: then the limit is left out of the picture. */
    private static final double SHOWN_FROM = 0.25;

    private final List<Level> levels;
    private final ApiUse last;
    private final Polyline line = new Polyline();
    private final Circle dot = new Circle(3.5);
    private final Line limit = new Line();
    private final Line forecast = new Line();

    LevelPlot(UsePicture picture, ZoneId zone) {
        super(picture.range(), picture.from(), picture.byTool().bars().getLast().to(), top(picture.levels()), zone);
        levels = picture.levels();
        last = levels.getLast().use();
        line.getStyleClass().add("plot-line");
        dot.getStyleClass().add("plot-dot");
        limit.getStyleClass().add("plot-limit");
        limit.setVisible(showsLimit(levels));
        forecast.getStyleClass().add("plot-forecast");
        forecast.setVisible(limit.isVisible() && picture.runsOut().isPresent());
        getChildren().addAll(limit, forecast, line, dot);
    }

    /** Whether the limit is in the picture. */
    static boolean showsLimit(List<Level> levels) {
        return highest(levels) >= SHOWN_FROM * levels.getLast().use().limit();
    }

    private static long top(List<Level> levels) {
        return showsLimit(levels)
                ? Math.max(highest(levels), levels.getLast().use().limit())
                : highest(levels);
    }

    private static long highest(List<Level> levels) {
        return levels.stream().mapToLong(level -> level.use().used()).max().orElse(0);
    }

    @Override
    int places() {
        return levels.size();
    }

    @Override
    Instant at(int place) {
        return levels.get(place).at();
    }

    @Override
    double placeWidth() {
        return 1;
    }

    @Override
    void place() {
        line.getPoints().clear();
        for (Level level : levels) {
            line.getPoints().addAll(x(level.at()), y(level.use().used()));
        }
        double x = x(levels.getLast().at());
        dot.setCenterX(x);
        dot.setCenterY(y(last.used()));
        across(limit, x(begin()), y(last.limit()), x(end()), y(last.limit()));
        across(forecast, x, y(last.used()), x, y(last.limit()));
    }

    private static void across(Line line, double x1, double y1, double x2, double y2) {
        line.setStartX(x1);
        line.setStartY(y1);
        line.setEndX(x2);
        line.setEndY(y2);
    }
}
