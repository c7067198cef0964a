package dev.orgbench.connect.tunnel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Starts a tunnel's program and waits for its address; says why if none comes, or none that may be used. */
final class TunnelStart {
    private static final int SHOWN_LINES = 8;
    private static final Pattern PUBLIC_NAME =
            Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

    private final TunnelKind kind;
    private final int port;
    private final Duration patience;
    private final int free = freePort();

    TunnelStart(TunnelKind kind, int port, Duration patience) {
        this.kind = kind;
        this.port = port;
        this.patience = patience;
    }

    /** Starts the program. */
    TunnelProcess launch(Path program, List<String> secrets) throws TunnelException {
        List<String> command =
                new ArrayList<>(kind.command().stream().map(this::fill).toList());
        command.set(0, program.toString());
        try {
            return TunnelProcess.start(command, secrets);
        } catch (IOException e) {
            throw new TunnelException(
                    kind.name() + " cannot be started: " + e.getMessage(),
                    "Check that it is installed and may be run.");
        }
    }

    /** Blocks until it has told its address: {@code https://} and a host. */
    URI address(TunnelProcess process) throws TunnelException, InterruptedException {
        CompletableFuture<String> url = process.url(kind.announced());
        TunnelKind.Agent agent = kind.agent();
        if (agent != null) {
            new AgentQuestion(URI.create(fill(agent.url())), agent.hostname()).ask(url);
        }
        CompletableFuture<?> ended = process.onExit();
        try {
            CompletableFuture.anyOf(url, ended).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!url.isDone()) {
                // The program is gone; its last words may still be on their way.
                process.awaitExit(Duration.ofMillis(500));
            }
            if (!url.isDone()) {
                throw ended(process);
            }
            return checked(url.get(), process);
        } catch (TimeoutException e) {
            throw silent(process);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            // Ends the question to the agent, too.
            url.cancel(false);
        }
    }

    private URI checked(String said, TunnelProcess process) throws TunnelException {
        URI url;
        try {
            url = new URI(said);
        } catch (URISyntaxException e) {
            throw refused(said, "is not an address", process);
        }
        String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        if (!"https".equalsIgnoreCase(url.getScheme())) {
            throw refused(
                    said, "is not https, so the token would travel in the open and ChatGPT would refuse it", process);
        }
        if (!PUBLIC_NAME.matcher(host).matches()) {
            throw refused(said, "does not name a public host", process);
        }
        if (!kind.owns(host)) {
            throw refused(
                    said,
                    "is not an address of " + kind.name() + " (" + String.join(", ", kind.hosts()) + ")",
                    process);
        }
        return URI.create("https://" + host + (url.getPort() < 0 || url.getPort() == 443 ? "" : ":" + url.getPort()));
    }

    private TunnelException refused(String said, String why, TunnelProcess process) {
        String shown = new OutputMask(List.of()).line(said);
        return problem(
                kind.name() + " gave " + shown + ", which " + why + ".",
                "It was ended, and no host was allowed. Check its configuration, or use another tunnel.",
                process);
    }

    private TunnelException ended(TunnelProcess process) {
        return problem(
                kind.name() + " ended by itself (code " + process.exitCode() + ") before it gave an address.",
                "Its last words are below. Mend what they say, or use another tunnel.",
                process);
    }

    private TunnelException silent(TunnelProcess process) {
        return problem(
                kind.name() + " gave no address within " + patience.toSeconds() + " s, so it was ended.",
                "Check this machine's network, then try again, or use another tunnel.",
                process);
    }

    private TunnelException problem(String message, String advice, TunnelProcess process) {
        List<String> lines = process.lastLines();
        return new TunnelException(
                message,
                kind.explain(process.text()).orElse(advice),
                lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
    }

    private String fill(String word) {
        return word.replace("{{port}}", Integer.toString(port)).replace("{{free}}", Integer.toString(free));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("This machine has no free port", e);
        }
    }
}
