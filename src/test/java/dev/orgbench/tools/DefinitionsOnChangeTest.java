package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.tools.salesforce.SalesforceBehaviours;
import dev.orgbench.tools.sources.BundledDefinitions;
import dev.orgbench.tools.sources.FolderDefinitions;
import dev.orgbench.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsOnChangeTest {
    @TempDir
    private Path data;

    private Path folder;
    private Trace.Subscription listening;
    private final Semaphore told = new Semaphore(0);

    @BeforeEach
    void listen() {
        folder = data.resolve("definitions");
        Behaviours behaviours = SalesforceBehaviours.all();
        Definitions definitions = new Definitions(
                behaviours, List.of(new BundledDefinitions("salesforce"), new FolderDefinitions(folder)));
        listening = new ToolCatalogue(definitions, behaviours, new byte[] {1}).onChange(told::release);
    }

    @AfterEach
    void stop() {
        listening.close();
    }

    @Test
    void aFolderThatIsMadeLaterAndFilesThatComeChangeAndGoAreTold() throws Exception {
        Files.createDirectory(folder);
        Path file = Files.writeString(folder.resolve("query.yaml"), "resource: a");
        assertThat(isTold()).as("a new file").isTrue();

        // As editors do that write a new file and rename it.
        Path fresh = Files.writeString(folder.resolve(".query.yaml.swp"), "resource: b");
        Files.setLastModifiedTime(fresh, Files.getLastModifiedTime(file));
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(isTold())
                .as("another file of the same name, length and time")
                .isTrue();

        Files.delete(file);
        Files.delete(folder);
        assertThat(isTold()).as("the folder is gone").isTrue();
    }

    @Test
    void whatIsWrittenInSeveralStepsIsToldOnce() throws Exception {
        Files.createDirectory(folder);
        for (int i = 0; i < 20; i++) {
            Files.writeString(folder.resolve("file" + i % 3 + ".yaml"), "resource: box" + i);
            Thread.sleep(15);
        }

        assertThat(isTold()).isTrue();
        assertThat(told.tryAcquire(900, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void whoHasLeftIsNotTold() throws IOException, InterruptedException {
        listening.close();

        Files.createDirectory(folder);
        Files.writeString(folder.resolve("query.yaml"), "resource: a");

        assertThat(told.tryAcquire(900, TimeUnit.MILLISECONDS)).isFalse();
    }

    private boolean isTold() throws InterruptedException {
        return told.tryAcquire(5, TimeUnit.SECONDS);
    }
}
