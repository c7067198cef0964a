package dev.orgbench.app;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orgbench.ui.kit.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window's memory as a JSON file in the data folder. Written away from the caller's thread; all is on disk once closed. */
final class WindowMemory implements Memory, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WindowMemory.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final SoonWritten writer = new SoonWritten("window-memory", this::write);
    private final Path file;
    private final Map<String, String> kept;
    private final @Nullable Path aside;
    private boolean unwritten;

    private WindowMemory(Path file, Map<String, String> kept, @Nullable Path aside) {
        this.file = file;
        this.kept = kept;
        this.aside = aside;
    }

    /** Opens it. A damaged file is set aside as {@code window.json.damaged}: no window stays shut for its place's sake. */
    static WindowMemory open(Path folder) {
        Path file = folder.resolve("window.json");
        try {
            return new WindowMemory(file, read(file), null);
        } catch (IOException damaged) {
            Path aside = file.resolveSibling(file.getFileName() + ".damaged");
            log.warn("{} cannot be read and is moved to {}: {}", file, aside, damaged.getMessage());
            try {
                Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                log.warn("It could not be moved", e);
            }
            return new WindowMemory(file, new TreeMap<>(), aside);
        }
    }

    /** Where a file that could not be read went; empty if all is well. */
    Optional<Path> movedAside() {
        return Optional.ofNullable(aside);
    }

    private static Map<String, String> read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return new TreeMap<>();
        }
        @Nullable
        TreeMap<String, String> kept = JSON.readValue(file.toFile(), new TypeReference<TreeMap<String, String>>() {});
        return kept == null ? new TreeMap<>() : kept;
    }

    @Override
    public synchronized Optional<String> get(String key) {
        return Optional.ofNullable(kept.get(key));
    }

    @Override
    public synchronized void put(String key, String value) {
        if (!value.equals(kept.put(key, value))) {
            unwritten = true;
            writer.changed();
        }
    }

    @Override
    public void close() {
        writer.close();
    }

    private void write() {
        try {
            byte[] json;
            synchronized (this) {
                if (!unwritten) {
                    return;
                }
                unwritten = false;
                json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(kept);
            }
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, json);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            log.warn("The window's place could not be kept", e);
            synchronized (this) {
                unwritten = true;
            }
        }
    }
}
