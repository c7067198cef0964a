package dev.orgbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.RunningOrgbench;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/** What can only be measured in a Java of its own: how it is started, and what nothing ran in before, matter. */
public final class OwnProcess {
    private OwnProcess() {}

    /**
     * Runs a class to its end on JavaFX's headless platform and prints its lines that end in a unit.
     *
     * @param jvm arguments for Java, as {@code -XX:+UseSerialGC}
     */
    public static void print(Class<?> main, List<String> jvm, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = RunningOrgbench.command(main, jvm.toArray(String[]::new));
        command.add(1, "-Dglass.platform=Headless");
        command.add(2, "-Dprism.order=sw");
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader output = process.inputReader()) {
            output.lines().filter(line -> line.matches(".* (ms|us|MB|kB)")).forEach(System.out::println);
        }
        assertThat(process.waitFor()).as(main.getSimpleName()).isZero();
    }
}
