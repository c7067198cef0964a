package dev.orgbench.orgs;

import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import dev.orgbench.http.LoopbackServer;
import dev.orgbench.salesforce.SignInFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Listens on this machine for the one answer that a sign-in page sends, and tells the person to come back. */
final class Callback implements AutoCloseable {
    private static final String PATH = "/callback";
    private static final List<String> PARAMETERS = List.of("code", "state", "error", "error_description");

    private final CompletableFuture<Map<String, String>> answer = new CompletableFuture<>();
    private final LoopbackServer server;

    private Callback(int port) throws IOException {
        server = LoopbackServer.start("sign-in", port, this::handle);
    }

    /**
     * Begins to listen.
     *
     * @param port the one that the person's app names; 0 for any
     * @param fixed whether another one would be of no use, because Salesforce answers only to the one that it was told
     */
    static Callback listen(int port, boolean fixed) throws SignInFailedException {
        try {
            Callback callback = new Callback(port);
            if (fixed && port != 0 && callback.server.port() != port) {
                callback.close();
                throw new SignInFailedException("Another program holds port " + port + ", and Salesforce sends its answer to "
                        + address(port) + " alone. End that program, or another sign-in that is under way, and begin again.");
            }
            return callback;
        } catch (IOException e) {
            throw new SignInFailedException(
                    "Orgbench cannot listen for the browser's answer: " + e.getMessage() + ". Begin again.", e);
        }
    }

    /**
     * {@code http://localhost:7422/callback}: by name, because the only address on one's own machine that Salesforce's
     * guides register is one at localhost (Salesforce DX Developer Guide, "Create an External Client App in Your Org").
     */
    static URI address(int port) {
        return URI.create("http://localhost:" + port + PATH);
    }

    URI address() {
        return address(server.port());
    }

    /** Waits for the answer's parameters. */
    Map<String, String> await(Duration limit) throws InterruptedException, SignInFailedException {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SignInFailedException("Nobody answered in the browser within " + limit.toMinutes()
                    + " minutes, so Orgbench stopped waiting. Begin again when you are ready.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing completes it exceptionally", e);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpRequest request, HttpResponse response) throws IOException {
        if (!request.path().equals(PATH) || !request.method().equals("GET")) {
            response.status(404).sendText("Nothing is here.");
            return;
        }
        Map<String, String> parameters = new HashMap<>();
        PARAMETERS.forEach(name -> request.query(name).ifPresent(value -> parameters.put(name, value)));
        byte[] page = page();
        response.header("Cache-Control", "no-store")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .header("Referrer-Policy", "no-referrer")
                .header("Connection", "close")
                .send("text/html;charset=UTF-8", page);
        // Only now: whoever waits closes the server, and the person would be left with half a page.
        answer.complete(parameters);
    }

    private static byte[] page() throws IOException {
        try (InputStream in = Callback.class.getResourceAsStream("back-to-orgbench.html")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
