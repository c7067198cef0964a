package dev.orgbench.connect.tunnel;

import dev.orgbench.connect.HandedServer;
import dev.orgbench.connect.Machine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Programs that print what the real ones print, in a folder that is the whole search path. */
public final class StandIns {
    public static final String TOKEN = "9f3c0123456789abcdef0123456789abcdef012345678ae1";

    /** What cloudflared writes to stderr. */
    public static final String CLOUDFLARED = """
            echo "2026-11-22T08:32:54Z INF Thank you for trying Cloudflare Tunnel. (https://www.cloudflare.com/website-terms/) follow: https://developers.cloudflare.com/cloudflare-one/connections/connect-apps" >&2
            echo "2026-11-22T08:32:54Z INF Requesting new quick Tunnel on trycloudflare.com..." >&2
            echo "2026-11-22T08:32:58Z INF +--------------------------------------------------------------------------------------------+" >&2
            echo "2026-11-22T08:32:58Z INF |  Your quick Tunnel has been created! Visit it at (it may take some time to be reachable):  |" >&2
            echo "2026-11-22T08:32:58Z INF |  https://oklahoma-solo-younger-truck.trycloudflare.com                                     |" >&2
            echo "2026-11-22T08:32:58Z INF +--------------------------------------------------------------------------------------------+" >&2
            """;

    /** Waits to be ended. */
    public static final String STAY = "exec sleep 300\n";

    private final Path folder;

    public StandIns(Path folder) {
        this.folder = folder;
    }

    /** Puts a shell script on the search path. */
    public Path put(String name, String script) throws IOException {
        Path file = Files.writeString(
                folder.resolve(name),
                "#!/bin/sh\nif [ \"$1\" = --version ] || [ \"$1\" = version ]; then echo \"" + name
                        + " version 2026.11.0\"; exit 0; fi\n" + script);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
        return file;
    }

    public Machine machine() {
        return new Machine(Machine.Kind.LINUX, folder, Map.of("PATH", folder.toString()));
    }

    public static HandedServer server(Instant expiresAt) {
        return new HandedServer(
                "mcp-1",
                "RevOps agent",
                "Demo org",
                URI.create("http://127.0.0.1:7420/mcp/" + TOKEN),
                false,
                expiresAt);
    }

    public static TunnelKind kind(String id) {
        return TunnelKinds.bundled().stream()
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** An allow-list that tells what it holds. */
    public static final class Hosts implements PublicHosts {
        private final List<String> open = new CopyOnWriteArrayList<>();

        @Override
        public Lease allow(String host, String serverId) {
            open.add(host);
            return () -> open.remove(host);
        }

        public List<String> open() {
            return List.copyOf(open);
        }
    }
}
