package dev.orgbench.connect.tunnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.orgbench.connect.HandedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TunnelsTest {
    private final StandIns.Hosts hosts = new StandIns.Hosts();
    private final HandedServer server = StandIns.server(Instant.now().plusSeconds(3600));
    private final Path folder;
    private final StandIns standIns;
    private final Tunnels tunnels;

    TunnelsTest(@TempDir Path folder) {
        this.folder = folder;
        standIns = new StandIns(folder);
        tunnels = new Tunnels(standIns.machine(), hosts, folder, Clock.systemUTC(), Duration.ofSeconds(10));
    }

    @AfterEach
    void close() {
        tunnels.close();
    }

    @Test
    void cloudflaredsAddressIsReadAmongOthers_andAllowedOnlyWhileItIsUp() throws Exception {
        standIns.put(
                "cloudflared",
                "echo $$ > " + folder + "/pid\necho \"$@\" > " + folder + "/args\nsleep 300 &\n" + StandIns.CLOUDFLARED
                        + StandIns.STAY);
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        tunnels.listen(() -> seen.add(tunnels.state().getClass().getSimpleName()));

        TunnelState.Up up = tunnels.start(StandIns.kind("cloudflared"), server);

        assertThat(up.publicBase()).isEqualTo(URI.create("https://oklahoma-solo-younger-truck.trycloudflare.com"));
        assertThat(tunnels.running()).contains(up);
        assertThat(hosts.open()).containsExactly("oklahoma-solo-younger-truck.trycloudflare.com");
        assertThat(Files.readString(folder.resolve("args")))
                .matches("tunnel --no-autoupdate --metrics 127\\.0\\.0\\.1:\\d+ --url http://127\\.0\\.0\\.1:7420\n");
        ProcessHandle process = ProcessHandle.of(
                        Long.parseLong(Files.readString(folder.resolve("pid")).strip()))
                .orElseThrow();
        List<ProcessHandle> children = process.descendants().toList();
        assertThat(children).isNotEmpty();

        tunnels.stop();

        assertThat(process.isAlive()).isFalse();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(hosts.open()).isEmpty();
        assertThat(seen).containsExactly("Starting", "Up", "Off");
        assertThat(folder.resolve("tunnel.pid")).doesNotExist();
    }

    /** Two orgs' windows can both be told to start one: what is open and not known could never be closed. */
    @Test
    void ofTwoStartedAtOnceOneIsLeft() throws Exception {
        standIns.put("cloudflared", "sleep 0.3\n" + StandIns.CLOUDFLARED + StandIns.STAY);
        Set<ProcessHandle> before = ProcessHandle.current().children().collect(Collectors.toSet());
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<TunnelState.Up>> started = List.of(
                    both.submit(() -> tunnels.start(StandIns.kind("cloudflared"), server)),
                    both.submit(() -> tunnels.start(StandIns.kind("cloudflared"), server)));
            for (Future<TunnelState.Up> each : started) {
                each.get();
            }
        }

        assertThat(hosts.open()).hasSize(1);
        assertThat(ProcessHandle.current().children().filter(child -> !before.contains(child) && child.isAlive()))
                .hasSize(1);
        tunnels.stop();
        assertThat(hosts.open()).isEmpty();
    }

    @Test
    void ngroksAddressIsReadFromItsLog() throws Exception {
        standIns.put("ngrok", """
                echo 't=2026-11-22T19:59:52+0000 lvl=info msg="starting web service" obj=web addr=127.0.0.1:4040 allow_hosts=[]'
                echo 't=2026-11-22T19:59:53+0000 lvl=info msg="client session established" obj=tunnels.session'
                echo 't=2026-11-22T19:59:53+0000 lvl=info msg="started tunnel" obj=tunnels name=command_line addr=http://127.0.0.1:7420 url=https://prompt-bat-9.ngrok-free.app'
                """ + StandIns.STAY);

        assertThat(tunnels.start(StandIns.kind("ngrok"), server).publicBase())
                .isEqualTo(URI.create("https://prompt-bat-9.ngrok-free.app"));
    }

    @Test
    void ngrokWithoutAnAuthtokenIsExplained_andNoSecretIsShown() throws Exception {
        standIns.put("ngrok", """
                echo 't=2026-02-07 lvl=eror msg="failed to reconnect session" err="authentication failed: Usage of ngrok requires a verified account and authtoken.\\n\\nYour authtoken: 1yaP1QLD0cVVKBknmtX9TAduxr6_6BSaEj1DVgGXFiVSHZbz9\\r\\n\\r\\nERR_NGROK_4018\\r\\n"'
                exit 1
                """);

        TunnelException failure = failure("ngrok");

        assertThat(failure).hasMessage("ngrok ended by itself (code 1) before it gave an address.");
        assertThat(failure.advice()).contains("ngrok config add-authtoken");
        assertThat(String.join("\n", failure.output()))
                .contains("ERR_NGROK_4018")
                .doesNotContain("1yaP1QLD0c");
        assertThat(tunnels.state()).isInstanceOf(TunnelState.Failed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://a.trycloudflare.com | not https",
                "https://a.evil.example | not an address of cloudflared",
                "https://trycloudflare.com.evil.example | not an address of cloudflared",
                "https://127.0.0.1 | public host",
                "https://localhost | public host",
                "https://10.0.0.7:8443 | public host",
            })
    void anAddressThatMustNotBeUsedIsRefused(String url, String why) throws Exception {
        standIns.put(
                "cloudflared",
                "echo 'Your quick Tunnel has been created! Visit it at:'\necho '|  " + url + "  |'\n" + StandIns.STAY);

        assertThat(failure("cloudflared")).hasMessageContaining(url).hasMessageContaining(why);
        assertThat(hosts.open()).isEmpty();
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    void aProgramThatSaysNothingIsEnded() throws Exception {
        standIns.put(
                "cloudflared",
                "echo 'ERR failed: dial tcp: lookup api.trycloudflare.com: no such host'\n" + StandIns.STAY);
        try (Tunnels impatient =
                new Tunnels(standIns.machine(), hosts, folder, Clock.systemUTC(), Duration.ofMillis(700))) {
            TunnelException failure = catchThrowableOfType(
                    TunnelException.class, () -> impatient.start(StandIns.kind("cloudflared"), server));

            assertThat(failure).hasMessageContaining("gave no address within");
            assertThat(failure.advice()).contains("cannot reach Cloudflare");
        }
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    void aProgramThatNeverStopsTalkingFillsNoMemory() throws Exception {
        standIns.put(
                "cloudflared", "head -c 3000000 /dev/zero | tr '\\0' x\necho\n" + StandIns.CLOUDFLARED + "yes noise\n");

        tunnels.start(StandIns.kind("cloudflared"), server);

        assertThat(tunnels.running()).isPresent();
    }

    @Test
    void whenItDies_theHostIsForbidden_andItsLastWordsAreKept() throws Exception {
        standIns.put(
                "cloudflared",
                StandIns.CLOUDFLARED + "read -r x < " + folder + "/gate\necho 'ERR connection lost " + StandIns.TOKEN
                        + "'\nexit 7\n");
        Path gate = folder.resolve("gate");
        new ProcessBuilder("mkfifo", gate.toString()).start().waitFor();
        tunnels.start(StandIns.kind("cloudflared"), server);
        CountDownLatch failed = new CountDownLatch(1);
        tunnels.listen(failed::countDown);

        Files.writeString(gate, "go\n");

        assertThat(failed.await(10, TimeUnit.SECONDS)).isTrue();
        TunnelException problem = ((TunnelState.Failed) tunnels.state()).problem();
        assertThat(problem).hasMessage("cloudflared ended by itself (code 7); the public URL is dead.");
        assertThat(problem.output())
                .last()
                .asString()
                .contains("connection lost")
                .doesNotContain(StandIns.TOKEN);
        assertThat(hosts.open()).isEmpty();
    }

    @Test
    void aServerWithoutAnExpiry_orWithOneThatHasPassed_isNotOpened() throws Exception {
        standIns.put("cloudflared", StandIns.CLOUDFLARED + StandIns.STAY);
        HandedServer forever = new HandedServer("m", "Forever", "Demo", server.url(), false, null);

        assertThatThrownBy(() -> tunnels.start(StandIns.kind("cloudflared"), forever))
                .hasMessageContaining("never expires");
        assertThatThrownBy(() -> tunnels.start(StandIns.kind("cloudflared"), StandIns.server(Instant.EPOCH)))
                .hasMessageContaining("has expired");
        assertThat(tunnels.state()).isInstanceOf(TunnelState.Off.class);
    }

    @Test
    void itEndsWithItsServer() throws Exception {
        standIns.put("cloudflared", StandIns.CLOUDFLARED + StandIns.STAY);
        TunnelState.Up up = tunnels.start(StandIns.kind("cloudflared"), server);

        tunnels.serverChanged("another", null);
        tunnels.serverChanged(up.serverId(), Instant.now().plusSeconds(60));
        assertThat(tunnels.running()).contains(up);

        tunnels.serverChanged(up.serverId(), null);
        assertThat(hosts.open()).isEmpty();
        assertThat(tunnels.state())
                .isInstanceOfSatisfying(TunnelState.Failed.class, failed -> assertThat(failed.problem())
                        .hasMessageContaining("revoked or deleted"));
    }

    @Test
    void cancellingAStartLeavesNothingBehind() throws Exception {
        standIns.put("cloudflared", "touch " + folder + "/began\n" + StandIns.STAY);
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        CountDownLatch starting = new CountDownLatch(1);
        tunnels.listen(starting::countDown);
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                tunnels.start(StandIns.kind("cloudflared"), server);
                outcome.complete(new AssertionError("started"));
            } catch (InterruptedException | TunnelException e) {
                outcome.complete(e);
            }
        });
        assertThat(starting.await(10, TimeUnit.SECONDS)).isTrue();

        thread.interrupt();

        assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(tunnels.state()).isInstanceOf(TunnelState.Off.class);
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    void programsAreFound_orNot_orDoNotAnswer() throws Exception {
        standIns.put("ngrok", "");
        Path slow = Files.writeString(folder.resolve("cloudflared"), "#!/bin/sh\nexec sleep 60\n");
        assertThat(slow.toFile().setExecutable(true)).isTrue();

        assertThat(tunnels.find(StandIns.kind("ngrok")))
                .isEqualTo(new Finding.Found(folder.resolve("ngrok"), "ngrok version 2026.11.0"));
        assertThat(tunnels.find(StandIns.kind("tailscale"))).isEqualTo(new Finding.Missing());
        assertThat(tunnels.find(StandIns.kind("cloudflared")))
                .isEqualTo(new Finding.Faulty(slow, "cloudflared does not tell its version within 2 s."));
        assertThatThrownBy(() -> tunnels.start(StandIns.kind("devtunnel"), server))
                .hasMessageContaining("not on this machine");
    }

    @Test
    void aCommandOfOnesOwnWorks_withTheFirstHttpsAddressItPrints() throws Exception {
        standIns.put("my-tunnel", "echo listening for \"$2\" on 'https://me.example.org/x?y=1'\n" + StandIns.STAY);

        TunnelState.Up up = tunnels.start(TunnelKinds.own("my-tunnel --to 127.0.0.1:{port}", ""), server);

        assertThat(up.publicBase()).isEqualTo(URI.create("https://me.example.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "ssh 'open", "x|(", "x|[a-"})
    void aCommandThatCannotBeUsedIsRefusedInWords(String text) {
        String[] parts = text.split("\\|", 2);

        assertThatThrownBy(() -> TunnelKinds.own(parts[0], parts.length > 1 ? parts[1] : ""))
                .isInstanceOf(TunnelException.class)
                .hasMessageMatching("[A-Z].*\\.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tailscale | 'Available on the internet:\n\nhttps://box.tail1234.ts.net/\n|-- proxy http://127.0.0.1:7420' | https://box.tail1234.ts.net/",
                "serveo | 'Forwarding HTTP traffic from https://abc.serveo.net' | https://abc.serveo.net",
                "pinggy | 'Your tunnel will expire in 60 minutes.\nhttp://r.a.free.pinggy.link\nhttps://r.a.free.pinggy.link' | https://r.a.free.pinggy.link",
                "devtunnel | 'Hosting port 7420 at https://x1.usw2.devtunnels.ms:7420/, https://x1-7420.usw2.devtunnels.ms/ and inspect it at https://x1-7420-inspect.usw2.devtunnels.ms/' | https://x1-7420.usw2.devtunnels.ms/",
                "localhost-run | 'abc123.lhr.life tunneled with tls termination, https://abc123.lhr.life' | https://abc123.lhr.life",
            })
    void presetsFindTheAddressInTheTrueLines(String id, String output, String url) {
        var matcher = StandIns.kind(id).announced().matcher(output);

        assertThat(matcher.find()).isTrue();
        assertThat(matcher.group("url")).isEqualTo(url);
        assertThat(StandIns.kind(id).owns(URI.create(url).getHost())).isTrue();
    }

    @Test
    void whatAKilledRunLeftBehindIsEndedByTheNext() throws Exception {
        Process left = new ProcessBuilder("sleep", "300").start();
        Files.writeString(
                folder.resolve("tunnel.pid"),
                left.pid() + "\n" + left.info().startInstant().orElseThrow() + "\n");
        Process stranger = new ProcessBuilder("sleep", "300").start();

        new Tunnels(standIns.machine(), hosts, folder, Clock.systemUTC()).close();
        assertThat(left.waitFor(5, TimeUnit.SECONDS)).isTrue();

        Files.writeString(folder.resolve("tunnel.pid"), stranger.pid() + "\n2020-01-01T00:00:00Z\n");
        new Tunnels(standIns.machine(), hosts, folder, Clock.systemUTC()).close();
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly().waitFor();
    }

    private TunnelException failure(String kind) throws IOException {
        return catchThrowableOfType(TunnelException.class, () -> tunnels.start(StandIns.kind(kind), server));
    }
}
