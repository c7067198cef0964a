package dev.orgbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowMemoryTest {
    @TempDir
    Path folder;

    @Test
    void whatWasPutIsThereInTheNextRun() throws IOException {
        try (WindowMemory memory = WindowMemory.open(folder)) {
            memory.put("split", "0.3");
        }
        try (WindowMemory memory = WindowMemory.open(folder)) {
            assertThat(memory.get("split")).contains("0.3");
        }
    }

    /** A crash of the machine leaves files of zeros, among others. */
    @ParameterizedTest
    @ValueSource(strings = {"", "{\"split\":", "[]", "{\"split\":{}}", "null", "\0\0\0\0\0\0\0\0", "\u00ff\u00fe\0"})
    void aDamagedFileDoesNotKeepTheWindowShut(String content) throws IOException {
        Files.write(folder.resolve("window.json"), content.getBytes(StandardCharsets.ISO_8859_1));
        try (WindowMemory memory = WindowMemory.open(folder)) {
            assertThat(memory.get("split")).isEmpty();
            memory.put("split", "0.4");
        }
        try (WindowMemory memory = WindowMemory.open(folder)) {
            assertThat(memory.get("split")).contains("0.4");
        }
    }

    @Test
    void aDamagedFileIsKeptAsideAndNamed() throws IOException {
        Files.writeString(folder.resolve("window.json"), "{\"split\":");
        try (WindowMemory memory = WindowMemory.open(folder)) {
            assertThat(memory.movedAside()).contains(folder.resolve("window.json.damaged"));
        }
        assertThat(folder.resolve("window.json.damaged")).hasContent("{\"split\":");
        try (WindowMemory memory = WindowMemory.open(folder)) {
            assertThat(memory.movedAside()).isEmpty();
        }
    }
}
