package dev.orgbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftFilesTest {
    @TempDir
    private Path data;

    @Test
    void whatWasTypedIsThereInTheNextRun() throws IOException {
        String text = "SELECT Id\nFROM Account WHERE Name = 'Müller 🚀 日本'";
        try (DraftFiles drafts = DraftFiles.open(data)) {
            drafts.put("demo/soql/tab-1", text);
            drafts.put("demo/soql/tab-2", "");
            drafts.put("prod/tools/../../etc", "a name is never a path");
        }
        try (DraftFiles drafts = DraftFiles.open(data)) {
            assertThat(drafts.get("demo/soql/tab-1")).contains(text);
            assertThat(drafts.names("demo/soql/")).containsExactly("demo/soql/tab-1", "demo/soql/tab-2");
            assertThat(drafts.get("prod/tools/../../etc")).contains("a name is never a path");
            drafts.remove("demo/soql/tab-1");
        }
        try (DraftFiles drafts = DraftFiles.open(data)) {
            assertThat(drafts.names("")).containsExactly("demo/soql/tab-2", "prod/tools/../../etc");
        }
        assertThat(data.resolve("drafts")).isDirectoryContaining("glob:**.draft");
    }

    /** A killed process closes nothing. */
    @Test
    void whatWasTypedIsOnDiskWithoutClosing() throws Exception {
        Path folder = Files.createDirectories(data.resolve("drafts"));
        try (DraftFiles drafts = DraftFiles.open(data);
                WatchService watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            drafts.put("tab", "SELECT Id FROM Account");
            // The file takes its name only when it is whole, so more than one event may come.
            while (Files.notExists(folder.resolve("tab.draft"))) {
                WatchKey event = watch.poll(5, TimeUnit.SECONDS);
                assertThat(event).isNotNull();
                event.reset();
            }
            assertThat(folder.resolve("tab.draft")).hasContent("SELECT Id FROM Account");
        }
    }

    @Test
    void aFileThatIsNoTextDoesNotKeepTheOthersAway() throws IOException {
        Path folder = Files.createDirectories(data.resolve("drafts"));
        Files.write(folder.resolve("broken.draft"), new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0xC0});
        Files.writeString(folder.resolve("good.draft"), "SELECT");
        try (DraftFiles drafts = DraftFiles.open(data)) {
            assertThat(drafts.names("")).containsExactly("good");
        }
        assertThat(folder.resolve("broken.draft.damaged")).hasBinaryContent(new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0xC0});
    }

    @Test
    void aFileOfAStrangeNameDoesNotKeepTheWindowShut() throws IOException {
        Path folder = Files.createDirectories(data.resolve("drafts"));
        Files.writeString(folder.resolve("100%zz.draft"), "of another program");
        try (DraftFiles drafts = DraftFiles.open(data)) {
            assertThat(drafts.names("")).isEmpty();
        }
        assertThat(folder.resolve("100%zz.draft.damaged")).hasContent("of another program");
    }
}
