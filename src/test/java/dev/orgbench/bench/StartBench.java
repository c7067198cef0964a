package dev.orgbench.bench;

import dev.orgbench.RunningOrgbench;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a person waits for the window: from {@code mvn -q}, and from {@code java}. Printed, not asserted. The window
 * is JavaFX's headless one, so that it runs anywhere; a real display adds its own time.
 */
@Tag("bench")
class StartBench {
    private static final int RUNS = 5;
    private static final Pattern OPEN = Pattern.compile(
            "The window shows, (\\d+) ms after Java started(?s:.*)The window is open, (\\d+) ms after Java started");
    private static final List<String> HEADLESS = List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

    /** What the build runs Orgbench with; see decisions/003. */
    private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

    private static final String COLLECTOR = "-XX:+UseSerialGC";

    @TempDir
    Path folder;

    @Test
    void fromJavaToTheWindow() throws Exception {
        List<Opened> first = new ArrayList<>();
        List<Opened> later = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Path data = Files.createDirectory(folder.resolve("java-" + run));
            first.add(open(java(data), data));
            later.add(open(java(data), data));
        }
        print("first start (makes the demo org)", first);
        print("later starts", later);
    }

    /** The cache holds classes that are loaded and linked already; it takes jars alone. */
    @Test
    void fromJavaToTheWindowWithAnAotCache() throws Exception {
        Path cache = folder.resolve("orgbench.aot");
        Path training = Files.createDirectory(folder.resolve("training"));
        open(jar(training, List.of("-XX:AOTCacheOutput=" + cache)), training);
        if (Files.notExists(cache)) {
            throw new IOException("No cache: " + Files.readString(training.resolve("output.txt")));
        }
        List<Opened> plain = new ArrayList<>();
        List<Opened> cached = new ArrayList<>();
        Path data = Files.createDirectory(folder.resolve("aot"));
        for (int run = 0; run < RUNS; run++) {
            plain.add(open(jar(data, List.of(FIRST_COMPILER)), data));
            cached.add(open(jar(data, List.of(FIRST_COMPILER, "-XX:AOTCache=" + cache)), data));
        }
        print("from a jar", plain);
        print("from a jar with an AOT cache of " + Files.size(cache) / 1_000_000 + " MB", cached);
    }

    @Test
    void fromMavenToTheWindow() throws Exception {
        List<Long> whole = new ArrayList<>();
        Path data = Files.createDirectory(folder.resolve("maven"));
        for (int run = 0; run < RUNS; run++) {
            whole.add(open(maven(data), data).whole());
        }
        Median.print("mvn -q to the window with its tools, warm", "ms", whole);
    }

    /**
     * @param whole until it was filled, from the command, in ms
     * @param shown until the window showed, from the start of Java, in ms
     * @param filled until it had its contents, from the start of Java, in ms
     */
    private record Opened(long whole, long shown, long filled) {}

    private static void print(String which, List<Opened> starts) {
        Median.print(
                "java to the window, " + which,
                "ms",
                starts.stream().map(Opened::shown).toList());
        Median.print(
                "java to its tools, " + which,
                "ms",
                starts.stream().map(Opened::filled).toList());
    }

    private static List<String> java(Path data) {
        List<String> command =
                RunningOrgbench.command(FIRST_COMPILER, COLLECTOR, HEADLESS.getFirst(), HEADLESS.getLast());
        command.addAll(List.of("--port", "0", "--demo-port", "0", "--data", data.toString()));
        return command;
    }

    private List<String> jar(Path data, List<String> options) throws IOException {
        List<String> command = java(data);
        int place = command.indexOf(FIRST_COMPILER);
        command.remove(place);
        command.addAll(place, options);
        int classPath = command.indexOf("-cp") + 1;
        command.set(classPath, jars(command.get(classPath)));
        return command;
    }

    /** The class path with a jar in place of the folder of classes, and no other folder. */
    private String jars(String classPath) {
        Path jar = folder.resolve("orgbench.jar");
        List<String> jars = new ArrayList<>(List.of(jar.toString()));
        for (String entry : classPath.split(Pattern.quote(File.pathSeparator), -1)) {
            if (entry.endsWith(".jar")) {
                jars.add(entry);
            } else if (Files.notExists(jar) && Files.exists(Path.of(entry, "dev/orgbench/cli/Main.class"))) {
                ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(System.out, System.err, "cf", jar.toString(), "-C", entry, ".");
            }
        }
        return String.join(File.pathSeparator, jars);
    }

    private static List<String> maven(Path data) {
        return List.of("mvn", "-q", "-o", "-Drun.args=--port 0 --demo-port 0 --data " + data);
    }

    private Opened open(List<String> command, Path data) throws IOException, InterruptedException {
        Path log = data.resolve("orgbench.log");
        Files.deleteIfExists(log);
        long before = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(data.resolve("output.txt").toFile());
        builder.environment().put("JDK_JAVA_OPTIONS", String.join(" ", HEADLESS));
        Process process = builder.start();
        try {
            while (process.isAlive()
                    && Duration.ofNanos(System.nanoTime() - before).toSeconds() < 60) {
                Matcher line = OPEN.matcher(Files.exists(log) ? Files.readString(log) : "");
                if (line.find()) {
                    long whole = Duration.ofNanos(System.nanoTime() - before).toMillis();
                    return new Opened(whole, Long.parseLong(line.group(1)), Long.parseLong(line.group(2)));
                }
                Thread.sleep(5);
            }
            throw new IOException("No window: " + Files.readString(data.resolve("output.txt")));
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.waitFor();
        }
    }
}
