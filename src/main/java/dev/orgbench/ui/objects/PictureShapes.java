package dev.orgbench.ui.objects;

import java.util.List;

/** Shapes that the screen and the exported picture have in common. */
final class PictureShapes {
    private static final double LENGTH = 8;
    private static final double HALF = 4;

    private PictureShapes() {}

    /** The three corners of the arrow's head at the end of {@code line}. */
    static List<Drawing.Point> arrow(Drawing.Line line) {
        Drawing.Point tip = line.points().getLast();
        Drawing.Point before = line.points().get(line.points().size() - 2);
        double length = Math.max(1e-6, Math.hypot(tip.x() - before.x(), tip.y() - before.y()));
        double x = (tip.x() - before.x()) / length;
        double y = (tip.y() - before.y()) / length;
        double baseX = tip.x() - x * LENGTH;
        double baseY = tip.y() - y * LENGTH;
        return List.of(
                tip,
                new Drawing.Point(baseX - y * HALF, baseY + x * HALF),
                new Drawing.Point(baseX + y * HALF, baseY - x * HALF));
    }
}
