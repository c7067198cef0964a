package dev.orgbench.demo.soap.metadata;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The files of a package, by path from where its {@code package.xml} is.
 *
 * @param root what stands before those paths in the zip archive: empty, or {@code unpackaged/}
 */
record Archive(String root, Map<String, byte[]> files) {
    static final String MANIFEST = "package.xml";

    private static final int MOST_FILES = 10_000;
    private static final int MOST_BYTES = 50 * 1024 * 1024;

    /** What a client sent is no package. */
    static final class UnreadableException extends Exception {
        UnreadableException(String why) {
            super(why);
        }
    }

    /** @param base64 the zip archive; line breaks do not matter */
    static Archive read(String base64) throws UnreadableException {
        Map<String, byte[]> all = unzipped(decoded(base64));
        String manifest = all.keySet().stream()
                .filter(path -> path.equals(MANIFEST) || path.endsWith("/" + MANIFEST))
                .min((a, b) -> Integer.compare(a.length(), b.length()))
                .orElseThrow(() -> new UnreadableException(Wording.NO_PACKAGE));
        String root = manifest.substring(0, manifest.length() - MANIFEST.length());
        Map<String, byte[]> files = new LinkedHashMap<>();
        all.forEach((path, content) -> {
            if (path.startsWith(root)) {
                files.put(path.substring(root.length()), content);
            }
        });
        return new Archive(root, files);
    }

    /** As a zip archive in base64. */
    static String write(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static byte[] decoded(String base64) throws UnreadableException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(Wording.NO_ZIP);
        }
    }

    private static Map<String, byte[]> unzipped(byte[] archive) throws UnreadableException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        int left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(left + 1);
                left -= content.length;
                if (left < 0 || files.size() == MOST_FILES) {
                    throw new UnreadableException(Wording.ZIP_TOO_LARGE);
                }
                if (!entry.isDirectory()) {
                    files.put(entry.getName().replace('\\', '/'), content);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableException(Wording.NO_ZIP);
        }
        if (files.isEmpty()) {
            throw new UnreadableException(Wording.NO_ZIP);
        }
        return files;
    }
}
