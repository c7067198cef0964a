package dev.orgbench.ui.objects;

import java.util.List;

/**
 * A neighbourhood laid out. All lengths in pixels at a zoom of 1, from the upper left corner.
 *
 * @param boxes the one in the middle first
 */
record Drawing(double width, double height, List<Box> boxes, List<Line> lines) {
    /** Where a box stands among the others. */
    enum Role {
        CENTRE,
        PARENT,
        CHILD
    }

    /**
     * An object.
     *
     * @param title its API name
     * @param via by which fields it hangs together with the one in the middle
     */
    record Box(Role role, String title, String via, double x, double y, double width, double height) {
        /** What it is, for those who do not see where it stands. */
        String words(String centre) {
            return switch (role) {
                case CENTRE -> title + ", the object in the middle" + (via.isEmpty() ? "" : ", " + via);
                case PARENT -> title + ", which " + centre + " points to by " + via;
                case CHILD -> title + ", which points to " + centre + " by " + via;
            };
        }
    }

    /** A line with corners, from the object that points to the one that it points to: there the arrow is. */
    record Line(List<Point> points) {}

    record Point(double x, double y) {}
}
