package dev.orgbench.connect.merge;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The change that would put an entry into a file: first to be read, then to be made. Nothing is written until {@link
 * #apply}.
 */
public final class ConfigMerge {
    private static final int LARGEST = 5 << 20;
    private static final int CONTEXT = 3;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final String before;
    private final String after;
    private final boolean exists;

    private ConfigMerge(Path file, String before, String after, boolean exists) {
        this.file = file;
        this.before = before;
        this.after = after;
        this.exists = exists;
    }

    /**
     * Reads {@code file}, which need not exist, and works out the change.
     *
     * @throws UnreadableConfigException if the file cannot be changed safely; it is left alone
     */
    public static ConfigMerge plan(Path file, ConfigEntry entry) throws UnreadableConfigException {
        // A link is followed, so that it stays a link and what it points to is changed.
        Path real = real(file);
        String before = read(real);
        String mark = before.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        try {
            String after = mark + entry.mergedInto(before.substring(mark.length()));
            return new ConfigMerge(real, before, after, Files.exists(real));
        } catch (UnreadableConfigException e) {
            throw new UnreadableConfigException(real + " was left alone. " + e.getMessage(), e);
        }
    }

    /** The file that would be changed. */
    public Path file() {
        return file;
    }

    /** Whether the file is there already; otherwise it would be made. */
    public boolean exists() {
        return exists;
    }

    /** Whether there is anything to change. */
    public boolean changesAnything() {
        return !before.equals(after);
    }

    /** The changed lines with three lines around each, as they stand and as they would stand. */
    public List<DiffLine> difference() {
        List<String> old = before.lines().toList();
        List<String> young = after.lines().toList();
        List<DiffLine> lines = new ArrayList<>();
        int shown = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, young).getDeltas()) {
            int from = delta.getSource().getPosition();
            int start = Math.max(shown, from - CONTEXT);
            if (start > shown) {
                context(lines, old, shown, Math.min(shown + (lines.isEmpty() ? 0 : CONTEXT), start));
                lines.add(new DiffLine(DiffLine.Kind.GAP, ""));
            }
            context(lines, old, start, from);
            delta.getSource().getLines().forEach(line -> lines.add(new DiffLine(DiffLine.Kind.REMOVED, line)));
            delta.getTarget().getLines().forEach(line -> lines.add(new DiffLine(DiffLine.Kind.ADDED, line)));
            shown = from + delta.getSource().size();
        }
        context(lines, old, shown, Math.min(shown + CONTEXT, old.size()));
        return List.copyOf(lines);
    }

    /** The work tree of git in which the file lies: what is written into it may be committed, token and all. */
    public Optional<Path> workTree() {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /**
     * Makes the change: copies the file to a backup beside it, then replaces it in one step.
     *
     * @return the backup; empty if there was no file before
     * @throws UnreadableConfigException if the file has changed since it was read
     * @throws IOException if it cannot be written; it is then as before
     */
    public Optional<Path> apply(Clock clock) throws UnreadableConfigException, IOException {
        if (!read(file).equals(before) || Files.exists(file) != exists) {
            throw new UnreadableConfigException(
                    file + " has changed since it was read. Look at the change again; nothing was written.");
        }
        return FileReplacement.write(file, after, clock);
    }

    private static void context(List<DiffLine> lines, List<String> text, int from, int to) {
        text.subList(from, to).forEach(line -> lines.add(new DiffLine(DiffLine.Kind.SAME, line)));
    }

    private static Path real(Path file) throws UnreadableConfigException {
        try {
            if (Files.exists(file)) {
                return file.toRealPath();
            }
            if (Files.isSymbolicLink(file)) {
                throw new UnreadableConfigException(file + " is a link to nothing. Mend the link first.");
            }
            return file.toAbsolutePath();
        } catch (IOException e) {
            throw new UnreadableConfigException(file + " cannot be reached: " + e.getMessage(), e);
        }
    }

    private static String read(Path file) throws UnreadableConfigException {
        try {
            if (!Files.exists(file)) {
                return "";
            }
            if (!Files.isRegularFile(file)) {
                throw new UnreadableConfigException(file + " is not a file.");
            }
            if (Files.size(file) > LARGEST) {
                throw new UnreadableConfigException(file + " is larger than " + (LARGEST >> 20)
                        + " MB, which no configuration is. It was left alone.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableConfigException(
                    file + " is not written in UTF-8. Save it as UTF-8 first; nothing was changed.", e);
        } catch (IOException e) {
            throw new UnreadableConfigException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
