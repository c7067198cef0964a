package dev.orgbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.RunningOrgbench;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.generators.BenchmarkProcessor;

/**
 * Runs benchmarks of JMH, each in a Java of its own. JMH's harness around a benchmark is generated here and now, so that the
 * build needs no step for it.
 */
final class Jmh {
    /** A mean tells what else the machine did; the median does not. */
    private static final String MEDIAN = ":p0.50";

    private static final int SCORE = 4;

    private Jmh() {}

    /** The median of each benchmark that samples time, by its name. */
    static Map<String, Double> run(Class<?> benchmarks, Path folder) throws IOException, InterruptedException {
        generate(benchmarks, folder);
        List<String> command = RunningOrgbench.command(Main.class);
        int classPath = command.indexOf("-cp") + 1;
        command.set(classPath, folder + File.pathSeparator + command.get(classPath));
        Path results = folder.resolve("results.csv");
        command.addAll(List.of(benchmarks.getName(), "-rf", "csv", "-rff", results.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        assertThat(process.waitFor())
                .as(folder.resolve("output.txt").toString())
                .isZero();
        return scores(Files.readAllLines(results));
    }

    private static void generate(Class<?> benchmarks, Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options =
                List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:full");
        JavaCompiler.CompilationTask task =
                compiler.getTask(null, null, null, options, List.of(benchmarks.getName()), null);
        task.setProcessors(List.of(new BenchmarkProcessor()));
        assertThat(task.call()).isTrue();
    }

    private static Map<String, Double> scores(List<String> lines) {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            if (!line.contains(MEDIAN)) {
                continue;
            }
            String[] cells = line.replace("\"", "").split(",", -1);
            String benchmark = cells[0].substring(0, cells[0].indexOf(MEDIAN));
            scores.put(benchmark.substring(benchmark.lastIndexOf('.') + 1), Double.valueOf(cells[SCORE]));
        }
        return scores;
    }
}
