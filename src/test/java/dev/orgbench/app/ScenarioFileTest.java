package dev.orgbench.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orgbench.demo.DemoOrg;
import dev.orgbench.demo.trouble.DemoFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioFileTest {
    @Test
    void aScenarioIsPlayedOrItsMistakeTold(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("broken.yaml");
        try (DemoOrg demo = DemoOrg.start(folder.resolve("demo.db"), 0, Clock.systemUTC())) {
            ScenarioFile.play(demo, null);
            assertThatThrownBy(() -> ScenarioFile.play(demo, file))
                    .isInstanceOf(IOException.class)
                    .hasMessage("There is no scenario " + file);

            Files.writeString(file, "rules:\n  - answer: sometimes");
            assertThatThrownBy(() -> ScenarioFile.play(demo, file))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("The scenario " + file + " can not be played. Line 2: write `answer: `");

            Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
            assertThatThrownBy(() -> ScenarioFile.play(demo, file)).hasMessageEndingWith("is no text in UTF-8");
            assertThat(demo.has(DemoFault.SLOW)).isFalse();

            Files.writeString(file, "rules:\n  - {name: SLOW, answer: slow}");
            ScenarioFile.play(demo, file);
            assertThat(demo.has(DemoFault.SLOW)).isTrue();
        }
    }
}
