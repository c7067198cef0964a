package dev.orgbench.app;

import dev.orgbench.ui.kit.Drafts;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drafts as files of the data folder, one each. Written a moment after the last keystroke, away from the caller's thread. */
final class DraftFiles implements Drafts, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DraftFiles.class);
    private static final String ENDING = ".draft";

    private final SoonWritten writer = new SoonWritten("drafts", this::write);
    private final Path folder;
    private final NavigableMap<String, String> kept;
    private final List<Path> aside;
    private final Set<String> changed = new HashSet<>();
    private Consumer<String> told = trouble -> {};
    private boolean inTrouble;

    private DraftFiles(Path folder, NavigableMap<String, String> kept, List<Path> aside) {
        this.folder = folder;
        this.kept = kept;
        this.aside = aside;
    }

    /** Reads what an earlier run left. A draft that cannot be read is set aside as {@code name.draft.damaged}. */
    static DraftFiles open(Path data) throws IOException {
        Path folder = Files.createDirectories(data.resolve("drafts"));
        NavigableMap<String, String> kept = new TreeMap<>();
        List<Path> aside = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                try {
                    kept.put(name(file), Files.readString(file));
                } catch (IOException | IllegalArgumentException e) {
                    log.warn("The draft {} cannot be read: {}", file, e.toString());
                    aside.add(setAside(file));
                }
            }
        }
        return new DraftFiles(folder, kept, aside);
    }

    /** Where drafts that could not be read went; empty if all is well. */
    List<Path> movedAside() {
        return List.copyOf(aside);
    }

    @Override
    public synchronized Optional<String> get(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    @Override
    public synchronized void put(String name, String text) {
        if (!text.equals(kept.put(name, text))) {
            change(name);
        }
    }

    @Override
    public synchronized void remove(String name) {
        if (kept.remove(name) != null) {
            change(name);
        }
    }

    @Override
    public synchronized List<String> names(String prefix) {
        return List.copyOf(
                kept.subMap(prefix, true, prefix + Character.MAX_VALUE, false).keySet());
    }

    @Override
    public synchronized void onTrouble(Consumer<String> listener) {
        told = listener;
    }

    /** All is on disk when this returns, if the disk takes it. */
    @Override
    public void close() {
        writer.close();
    }

    private void change(String name) {
        changed.add(name);
        writer.changed();
    }

    private void write() {
        Set<String> names;
        synchronized (this) {
            names = Set.copyOf(changed);
            changed.clear();
        }
        IOException failure = null;
        for (String name : names) {
            try {
                write(name);
            } catch (IOException e) {
                log.warn("The draft {} could not be kept: {}", name, e.toString());
                failure = e;
                synchronized (this) {
                    changed.add(name);
                }
            }
        }
        tell(failure);
    }

    /** Once, until all goes well again: it would fail anew at every keystroke. */
    private void tell(@Nullable IOException failure) {
        Consumer<String> listener;
        synchronized (this) {
            boolean news = failure != null && !inTrouble;
            inTrouble = failure != null;
            listener = news ? told : trouble -> {};
        }
        if (failure != null) {
            listener.accept("What you type cannot be kept for later: " + folder + " cannot be written ("
                    + failure.getMessage() + "). Make room on the disk; it is tried again every few seconds.");
            writer.again();
        }
    }

    private void write(String name) throws IOException {
        Path file = folder.resolve(URLEncoder.encode(name, StandardCharsets.UTF_8) + ENDING);
        Optional<String> text = get(name);
        if (text.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text.get());
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Or else the next draft of that name would be written over it. */
    private static Path setAside(Path file) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        try {
            return Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("It could not be moved: {}", e.toString());
            return file;
        }
    }

    /** @throws IllegalArgumentException if it is no name that was written here */
    private static String name(Path file) {
        String encoded = String.valueOf(file.getFileName());
        return URLDecoder.decode(encoded.substring(0, encoded.length() - ENDING.length()), StandardCharsets.UTF_8);
    }
}
