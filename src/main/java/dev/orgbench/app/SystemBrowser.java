package dev.orgbench.app;

import dev.orgbench.ui.kit.Browser;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The browser that the system opens pages with. By its own command, as AWT's way clashes with JavaFX on some systems. */
final class SystemBrowser implements Browser {
    @Override
    public void open(URI page) throws IOException {
        String scheme = String.valueOf(page.getScheme());
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IOException("Only web pages are opened, not " + scheme);
        }
        // An argument of its own, never through a shell: the address may hold anything.
        new ProcessBuilder(command(System.getProperty("os.name", ""), page.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    static List<String> command(String os, String address) {
        String name = os.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return List.of("open", address);
        }
        if (name.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        }
        return List.of("xdg-open", address);
    }
}
