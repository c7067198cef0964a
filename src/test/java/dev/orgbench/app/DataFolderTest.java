package dev.orgbench.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFolderTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, '', /home/ann/.local/share/orgbench",
        "Linux, XDG_DATA_HOME=/data, /data/orgbench",
        "Linux, XDG_DATA_HOME=relative, /home/ann/.local/share/orgbench",
        "Mac OS X, '', /home/ann/Library/Application Support/Orgbench",
        "Windows 11, '', /home/ann/AppData/Roaming/Orgbench",
        "Windows 11, APPDATA=/roaming, /roaming/Orgbench"
    })
    void isWhereThePlatformKeepsData(String os, String variable, String folder) {
        int at = variable.indexOf('=');
        Map<String, String> environment =
                variable.isEmpty() ? Map.of() : Map.of(variable.substring(0, at), variable.substring(at + 1));
        assertThat(DataFolder.standard(os, Path.of("/home/ann"), environment)).isEqualTo(Path.of(folder));
    }

    @Test
    void isMadeForItsOwnerAlone(@TempDir Path parent) throws IOException {
        Path folder = parent.resolve("a/b");
        DataFolder.make(folder);
        DataFolder.make(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void saysWhenAFileStandsInItsPlace(@TempDir Path parent) throws IOException {
        Path file = Files.writeString(parent.resolve("data"), "x");
        assertThatThrownBy(() -> DataFolder.make(file)).hasMessage(file + " is a file, not a folder");
    }

    @Test
    void theStartSaysWhatCannotBeWritten(@TempDir Path data) throws IOException {
        Files.createDirectory(data.resolve("orgbench.lock"));
        assertThatThrownBy(() -> Orgbench.start(new Settings(data, 0, 0), Clock.systemUTC()))
                .isInstanceOf(StartException.class)
                .hasMessageContaining(
                        "orgbench.lock cannot be made (Is a directory). Choose another folder with --data");
    }

    @Test
    void saysWhenItMayNotBeWritten() {
        assertThat(DataFolder.words(new AccessDeniedException("/sys/orgbench.lock")))
                .isEqualTo("/sys/orgbench.lock may not be written by you. Choose another folder with --data");
    }
}
