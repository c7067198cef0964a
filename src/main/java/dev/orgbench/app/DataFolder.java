package dev.orgbench.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a platform keeps an application's data. */
public final class DataFolder {
    private DataFolder() {}

    /** The folder for this user on this machine. */
    public static Path standard() {
        return standard(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    static Path standard(String os, Path home, Map<String, String> environment) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return home.resolve("Library/Application Support/Orgbench");
        }
        if (system.contains("windows")) {
            String roaming = environment.get("APPDATA");
            return (roaming == null ? home.resolve("AppData/Roaming") : Path.of(roaming)).resolve("Orgbench");
        }
        String xdg = environment.get("XDG_DATA_HOME");
        // The XDG specification: a relative path there is to be ignored.
        boolean usable = xdg != null && Path.of(xdg).isAbsolute();
        return (usable ? Path.of(String.valueOf(xdg)) : home.resolve(".local/share")).resolve("orgbench");
    }
}
