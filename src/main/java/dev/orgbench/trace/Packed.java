package dev.orgbench.trace;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Several texts in a few bytes: the headers and bodies of one entry. */
final class Packed {
    /** Longer texts are cut, with a note, as what is recorded of the wire is. */
    private static final int LONGEST = 256 * 1024;

    private Packed() {}

    static byte[] of(List<String> texts) {
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, fast))) {
            out.writeInt(texts.size());
            for (String text : texts) {
                byte[] utf8 = cut(text).getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fast.end();
        }
        return bytes.toByteArray();
    }

    /** The texts again; empty ones where the bytes are damaged. */
    static List<String> texts(byte[] packed, int count) {
        List<String> texts = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
            for (int left = in.readInt(); left > 0; left--) {
                texts.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
            }
        } catch (IOException | IllegalArgumentException damaged) {
            texts.clear();
            texts.add("This could not be read from the file any more.");
        }
        while (texts.size() < count) {
            texts.add("");
        }
        return texts;
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST + 100) {
            return text;
        }
        return text.substring(0, LONGEST) + "\n… cut here; the whole body has " + text.length() + " characters";
    }
}
