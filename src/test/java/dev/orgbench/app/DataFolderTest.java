package dev.orgbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
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
        Map<String, String> environment =
                variable.isEmpty() ? Map.of() : Map.of(variable.split("=")[0], variable.split("=")[1]);
        assertThat(DataFolder.standard(os, Path.of("/home/ann"), environment)).isEqualTo(Path.of(folder));
    }
}
