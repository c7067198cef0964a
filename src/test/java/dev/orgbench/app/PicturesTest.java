package dev.orgbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.ui.FxThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Makes the pictures of every screen that {@code samples/screens} keeps, each in every state that it has, in both themes
 * and two sizes. Needs an X display: {@code xvfb-run mvn verify -Ppictures}.
 */
@Tag("pictures")
class PicturesTest {
    private static final Path FOLDER = Path.of("samples", "screens");

    /** Its name stands in the picture of the settings. */
    @TempDir(factory = Named.class)
    Path data;

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        FxThread.start();
    }

    static final class Named implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
            return Files.createTempDirectory("orgbench-");
        }
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"1280, 800, light", "1024, 640, dark"})
    void everyScreenInEveryStateThatItHas(int width, int height, String theme) throws Exception {
        assertThat(ScreenShots.take(data, FOLDER, width, height, theme, 100)).hasSizeGreaterThan(90);
    }
}
