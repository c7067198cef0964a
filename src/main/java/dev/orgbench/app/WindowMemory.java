package dev.orgbench.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orgbench.ui.kit.Memory;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window's memory as a JSON file in the data folder. Written away from the caller's thread; all is on disk once closed. */
final class WindowMemory implements Memory, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WindowMemory.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("window-memory").factory());
    private final Path file;
    private final Map<String, String> kept;

    private WindowMemory(Path file, Map<String, String> kept) {
        this.file = file;
        this.kept = kept;
    }

    /** Opens it; a damaged file is set aside as {@code window.json.damaged}, and the window begins with its defaults. */
    static WindowMemory open(Path folder) throws IOException {
        Path file = folder.resolve("window.json");
        if (!Files.exists(file)) {
            return new WindowMemory(file, new TreeMap<>());
        }
        try {
            @Nullable TreeMap<String, String> kept =
                    JSON.readValue(Files.readAllBytes(file), new TypeReference<TreeMap<String, String>>() {});
            return new WindowMemory(file, kept == null ? new TreeMap<>() : kept);
        } catch (JsonProcessingException | CharConversionException damaged) {
            Path aside = file.resolveSibling(file.getFileName() + ".damaged");
            log.warn("{} is damaged and was moved to {}", file, aside);
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return new WindowMemory(file, new TreeMap<>());
        }
    }

    @Override
    public synchronized Optional<String> get(String key) {
        return Optional.ofNullable(kept.get(key));
    }

    @Override
    public synchronized void put(String key, String value) {
        if (!value.equals(kept.put(key, value))) {
            writer.execute(this::write);
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
                json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(kept);
            }
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, json);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            log.warn("The window's place could not be kept", e);
        }
    }
}
