package dev.orgbench.ui.objects;

import java.util.List;
import java.util.Locale;

/** A drawing as SVG: text stays text, and the colours are those of the theme that it is seen in. */
final class SvgPicture {
    private SvgPicture() {}

    /** The colours, as CSS writes them. */
    record Colours(String ground, String box, String centre, String line, String focus, String text, String muted) {
        static final Colours LIGHT =
                new Colours("#ffffff", "#f6f8fa", "#ddf4ff", "#d8dee4", "#0969da", "#1f2328", "#59636e");
        static final Colours DARK =
                new Colours("#0d1117", "#161b22", "#132339", "#30363d", "#388bfd", "#e6edf3", "#9198a1");
    }

    static String of(Drawing drawing, Colours colours) {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\" font-family=\"Inter, sans-serif\">\n",
                drawing.width(),
                drawing.height(),
                drawing.width(),
                drawing.height()));
        String centre = drawing.boxes().getFirst().title();
        svg.append("<title>").append(escaped(centre)).append(" and its neighbours</title>\n");
        svg.append(
                String.format(Locale.ROOT, "<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>\n", colours.ground()));
        drawing.lines().forEach(line -> line(svg, line, colours));
        drawing.boxes().forEach(box -> box(svg, box, colours));
        return svg.append("</svg>\n").toString();
    }

    private static void line(StringBuilder svg, Drawing.Line line, Colours colours) {
        svg.append("<polyline fill=\"none\" stroke=\"").append(colours.muted()).append("\" points=\"");
        line.points().forEach(point -> svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", point.x(), point.y())));
        svg.append("\"/>\n");
        List<Drawing.Point> tip = PictureShapes.arrow(line);
        svg.append("<polygon fill=\"").append(colours.muted()).append("\" points=\"");
        tip.forEach(point -> svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", point.x(), point.y())));
        svg.append("\"/>\n");
    }

    private static void box(StringBuilder svg, Drawing.Box box, Colours colours) {
        boolean centre = box.role() == Drawing.Role.CENTRE;
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"6\" fill=\"%s\" stroke=\"%s\"/>\n",
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                centre ? colours.centre() : colours.box(),
                centre ? colours.focus() : colours.line()));
        double middle = box.x() + box.width() / 2;
        boolean two = !box.via().isEmpty();
        text(svg, box.title(), middle, box.y() + (two ? 19 : 27), 13, colours.text());
        if (two) {
            text(svg, box.via(), middle, box.y() + 35, 11, colours.muted());
        }
    }

    private static void text(StringBuilder svg, String text, double x, double y, int size, String colour) {
        svg.append(String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" text-anchor=\"middle\" fill=\"%s\">",
                        x,
                        y,
                        size,
                        colour))
                .append(escaped(text))
                .append("</text>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
