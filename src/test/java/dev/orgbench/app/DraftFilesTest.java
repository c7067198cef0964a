package dev.orgbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
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
        assertThat(folder.resolve("broken.draft.damaged"))
                .hasBinaryContent(new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0xC0});
    }

    @Test
    void aFileOfAStrangeNameDoesNotKeepTheWindowShut() throws IOException {
        Path folder = Files.createDirectories(data.resolve("drafts"));
        Files.writeString(folder.resolve("100%zz.draft"), "of another program");
        try (DraftFiles drafts = DraftFiles.open(data)) {
            assertThat(drafts.names("")).isEmpty();
            assertThat(drafts.movedAside()).containsExactly(folder.resolve("100%zz.draft.damaged"));
        }
        assertThat(folder.resolve("100%zz.draft.damaged")).hasContent("of another program");
    }

    /** A full disk, for one; a file in the folder's place fails for every user alike. */
    @Test
    void whatCannotBeKeptIsToldOnce_andKeptWhenThatIsPossibleAgain() throws Exception {
        Path folder = data.resolve("drafts");
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (DraftFiles drafts = DraftFiles.open(data)) {
            drafts.onTrouble(told::add);
            Files.delete(folder);
            Files.createFile(folder);
            drafts.put("first", "SELECT");
            assertThat(told.poll(5, TimeUnit.SECONDS))
                    .startsWith("What you type cannot be kept for later: " + folder)
                    .contains("Make room on the disk");
            drafts.put("second", "SELECT");
            Files.delete(folder);
            Files.createDirectory(folder);
        }
        assertThat(told).isEmpty();
        try (DraftFiles drafts = DraftFiles.open(data)) {
            assertThat(drafts.names("")).containsExactly("first", "second");
        }
    }
}
