package dev.orgbench.ui.connect;

import dev.orgbench.app.Orgbench;
import dev.orgbench.app.Settings;
import dev.orgbench.connect.HandedServer;
import dev.orgbench.connect.Machine;
import dev.orgbench.connect.doctor.Doctor;
import dev.orgbench.connect.doctor.PublicCheck;
import dev.orgbench.connect.guide.Guides;
import dev.orgbench.connect.tunnel.StandIns;
import dev.orgbench.connect.tunnel.Tunnels;
import dev.orgbench.gateway.McpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What the screen stands on, real but for two things: tunnels' programs are stand-ins, and what would go out to a public
 * host comes back to the gateway at once.
 */
final class ConnectFixture implements AutoCloseable, HandedServers {
    private final Path folder;
    private final Orgbench orgbench;
    private final StandIns standIns;
    private final Tunnels tunnels;
    private final OkHttpClient http =
            new OkHttpClient.Builder().addInterceptor(this::atHome).build();
    private final HandedServers registered;
    private final String first;
    private final String forever;
    private volatile @Nullable RuntimeException failure;

    ConnectFixture(Path folder) throws Exception {
        this.folder = folder;
        Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(folder.resolve("bin"));
        orgbench = Orgbench.start(new Settings(folder.resolve("data"), 0, 0), Clock.systemUTC());
        standIns = new StandIns(folder.resolve("bin"));
        tunnels = new Tunnels(
                machine(),
                (host, serverId) -> orgbench.gateway().publicHosts().allow(host, serverId)::close,
                folder,
                Clock.systemUTC());
        registered =
                new RegisteredServers(orgbench.servers(), orgbench.org(), orgbench.gateway()::url, Clock.systemUTC());
        first = orgbench.server().id();
        orgbench.servers()
                .change(
                        first,
                        "RevOps agent",
                        McpServer.Config.EVERYTHING,
                        Instant.now().plusSeconds(6 * 3600 + 60));
        forever = orgbench.servers()
                .create(orgbench.orgId(), "Forever", McpServer.Config.EVERYTHING, null)
                .server()
                .id();
    }

    ConnectParts parts() {
        return new ConnectParts(
                this,
                Guides.bundled(),
                machine(),
                tunnels,
                new Doctor(http, machine(), "1", null, Clock.systemUTC()),
                new PublicCheck(http, "1"),
                Clock.systemUTC());
    }

    StandIns standIns() {
        return standIns;
    }

    /** The names from outside by which the gateway may be called now. */
    Set<String> hosts() {
        return orgbench.gateway().publicHosts().names();
    }

    /** The id of the server that never expires. */
    String forever() {
        return forever;
    }

    Tunnels tunnels() {
        return tunnels;
    }

    Path home() {
        return folder.resolve("home");
    }

    /** Takes the expiry from the server that has none at first. */
    void neverExpires() {
        orgbench.servers().change(forever, "Forever", McpServer.Config.EVERYTHING, null);
    }

    /** The first server's. */
    String token() {
        return orgbench.servers().token(first).orElseThrow();
    }

    void noServers() {
        orgbench.servers().delete(first);
        orgbench.servers().delete(forever);
    }

    void failWith(@Nullable RuntimeException with) {
        failure = with;
    }

    @Override
    public List<HandedServer> list() {
        RuntimeException failing = failure;
        if (failing != null) {
            throw failing;
        }
        return registered.list();
    }

    @Override
    public void expireAt(String serverId, Instant when) {
        registered.expireAt(serverId, when);
    }

    @Override
    public void close() {
        tunnels.close();
        http.dispatcher().executorService().shutdown();
        orgbench.close();
    }

    private Machine machine() {
        return new Machine(
                Machine.Kind.LINUX,
                folder.resolve("home"),
                Map.of("PATH", folder.resolve("bin").toString()));
    }

    private Response atHome(Interceptor.Chain chain) throws IOException {
        HttpUrl url = chain.request().url();
        if (!url.isHttps()) {
            return chain.proceed(chain.request());
        }
        // As a tunnel brings it: to this machine, under the public name.
        URI home = orgbench.mcpUrl();
        return chain.proceed(chain.request()
                .newBuilder()
                .header("Host", url.host())
                .url(url.newBuilder()
                        .scheme("http")
                        .host(home.getHost())
                        .port(home.getPort())
                        .build())
                .build());
    }
}
