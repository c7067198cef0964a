package dev.orgbench.connect;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine of the person who hands over: where programs and configuration files lie on it.
 *
 * @param kind which kind it is
 * @param home the person's home folder
 * @param environment the variables of the environment
 */
public record Machine(Kind kind, Path home, Map<String, String> environment) {
    /** The kinds of machine on which files lie in different places. */
    public enum Kind {
        LINUX,
        MAC,
        WINDOWS
    }

    /** This one. */
    public static Machine here() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Kind kind = name.startsWith("windows") ? Kind.WINDOWS : name.startsWith("mac") ? Kind.MAC : Kind.LINUX;
        return new Machine(kind, Path.of(System.getProperty("user.home")), System.getenv());
    }

    /** The program of that name on the search path, or at that path if it is one. Nothing is started. */
    public Optional<Path> program(String name) {
        boolean isPath = name.contains("/") || name.contains(File.separator);
        Stream<Path> places = isPath
                ? Stream.concat(Stream.of(""), suffixes().stream()).flatMap(suffix -> folder(name + suffix))
                : Stream.concat(folders().stream(), usualFolders().stream())
                        .flatMap(folder -> suffixes().stream().flatMap(suffix -> in(folder, name + suffix)));
        return places.filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** The path that {@code ~/.codex/config.toml} or {@code %APPDATA%\Claude\...} means here. */
    public Path path(String written) {
        String path = written;
        if (path.startsWith("%APPDATA%")) {
            Path folder = home.resolve("AppData").resolve("Roaming");
            path = environment.getOrDefault("APPDATA", folder.toString()) + path.substring("%APPDATA%".length());
        }
        if (kind != Kind.WINDOWS) {
            path = path.replace('\\', '/');
        }
        if (path.equals("~")) {
            return home;
        }
        return path.startsWith("~/") ? home.resolve(path.substring(2)) : home.resolve(path);
    }

    /** A path as people write it: the home folder is {@code ~}. */
    public String shown(Path path) {
        return path.startsWith(home) && kind != Kind.WINDOWS ? "~/" + home.relativize(path) : path.toString();
    }

    private List<Path> folders() {
        String path = environment.entrySet().stream()
                .filter(variable -> variable.getKey().equalsIgnoreCase("PATH"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(Machine::folder)
                .toList();
    }

    /** Programs that are started from a desktop's menu often get a shorter search path than a shell's. */
    private List<Path> usualFolders() {
        return kind == Kind.WINDOWS
                ? List.of()
                : Stream.of("/usr/local/bin", "/opt/homebrew/bin", "/snap/bin")
                        .filter(folder -> environment.containsKey("HOME"))
                        .map(Path::of)
                        .toList();
    }

    private List<String> suffixes() {
        return kind == Kind.WINDOWS ? List.of(".exe", ".cmd", ".bat") : List.of("");
    }

    private static Stream<Path> folder(String text) {
        try {
            return Stream.of(Path.of(text.strip()));
        } catch (InvalidPathException e) {
            // A search path may hold anything; what is no folder holds no programs.
            return Stream.empty();
        }
    }

    private static Stream<Path> in(Path folder, String name) {
        return folder(name).map(folder::resolve);
    }

    /** Without the environment, which may hold secrets. */
    @Override
    public String toString() {
        return "Machine[" + kind + "]";
    }
}
