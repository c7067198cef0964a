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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private final StandIns.Hosts hosts = new StandIns.Hosts();
    private final Tunnels tunnels;
    private final OkHttpClient http = new OkHttpClient.Builder().addInterceptor(this::atHome).build();
    private final List<HandedServer> servers = new CopyOnWriteArrayList<>();
    private volatile @Nullable RuntimeException failure;

    ConnectFixture(Path folder) throws Exception {
        this.folder = folder;
        Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(folder.resolve("bin"));
        orgbench = Orgbench.start(new Settings(folder.resolve("data"), 0, 0), Clock.systemUTC());
        standIns = new StandIns(folder.resolve("bin"));
        tunnels = new Tunnels(machine(), hosts, folder, Clock.systemUTC());
        servers.add(server("mcp-1", "RevOps agent", Instant.now().plusSeconds(6 * 3600 + 60)));
        servers.add(server("mcp-2", "Forever", null));
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

    StandIns.Hosts hosts() {
        return hosts;
    }

    Tunnels tunnels() {
        return tunnels;
    }

    Path home() {
        return folder.resolve("home");
    }

    String token() {
        return servers.isEmpty() ? "" : servers.getFirst().token();
    }

    void noServers() {
        servers.clear();
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
        return List.copyOf(servers);
    }

    @Override
    public void expireAt(String serverId, Instant when) {
        servers.replaceAll(old -> old.id().equals(serverId) ? server(old.id(), old.name(), when) : old);
    }

    @Override
    public void close() {
        tunnels.close();
        http.dispatcher().executorService().shutdown();
        orgbench.close();
    }

    private Machine machine() {
        return new Machine(
                Machine.Kind.LINUX, folder.resolve("home"), Map.of("PATH", folder.resolve("bin").toString()));
    }

    private HandedServer server(String id, String name, @Nullable Instant expiresAt) {
        return new HandedServer(id, name, "Demo org", orgbench.mcpUrl(), false, expiresAt);
    }

    private Response atHome(Interceptor.Chain chain) throws IOException {
        HttpUrl url = chain.request().url();
        if (!url.isHttps() && chain.request().header("Host") == null) {
            return chain.proceed(chain.request());
        }
        URI home = orgbench.mcpUrl();
        return chain.proceed(chain.request()
                .newBuilder()
                .removeHeader("Host")
                .url(url.newBuilder().scheme("http").host(home.getHost()).port(home.getPort()).build())
                .build());
    }
}
