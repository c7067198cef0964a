package dev.orgbench.ui;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A picture in 256 colours: those that it has most of, and for each other the nearest. A third of the size. */
final class FewColours {
    private static final int MOST = 256;
    /** The grounds of a window: they are alike, and large. */
    private static final int EXACT = 48;
    /** Squared distance below which nobody tells two colours apart. */
    private static final int ALIKE = 100;

    private FewColours() {}

    /** @param pixels as ARGB, row by row; opaque */
    static BufferedImage of(int[] pixels, int width, int height) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel, 1, Integer::sum);
        }
        List<Integer> byCount = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        List<Integer> kept = new ArrayList<>();
        for (int colour : byCount) {
            // A small lamp has few pixels, and its colour matters more than one more grey of a letter's edge.
            boolean unlike = kept.stream().noneMatch(there -> away(there, colour) < ALIKE);
            if (kept.size() < (unlike ? MOST : EXACT)) {
                kept.add(colour);
            }
        }
        if (kept.size() < 8) {
            throw new IllegalStateException("The picture is blank: it has " + kept.size() + " colours");
        }
        int[] colours = kept.stream().mapToInt(Integer::intValue).toArray();
        IndexColorModel model = new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> places = new HashMap<>();
        byte[] row = new byte[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = places.computeIfAbsent(pixels[y * width + x], colour -> nearest(colours, colour))
                        .byteValue();
            }
            picture.getRaster().setDataElements(0, y, width, 1, row);
        }
        return picture;
    }

    private static int nearest(int[] colours, int wanted) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length && least > 0; i++) {
            int away = away(colours[i], wanted);
            if (away < least) {
                least = away;
                best = i;
            }
        }
        return best;
    }

    private static int away(int one, int other) {
        return away(one, other, 16) + away(one, other, 8) + away(one, other, 0);
    }

    private static int away(int one, int other, int shift) {
        int by = (one >> shift & 0xff) - (other >> shift & 0xff);
        return by * by;
    }
}
