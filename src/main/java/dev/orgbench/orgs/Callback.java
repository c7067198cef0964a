package dev.orgbench.orgs;

import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import dev.orgbench.http.LoopbackServer;
import dev.orgbench.salesforce.SignInFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * Listens on this machine for the one answer that a sign-in page sends, and tells the person to come back. Any program
 * and any page in the browser can send something here, so what does not answer the question is told so and changes nothing.
 */
final class Callback implements AutoCloseable {
    private static final String PATH = "/callback";
    private static final List<String> PARAMETERS = List.of("code", "state", "error", "error_description");
    /** In characters, of the whole address; what Salesforce sends has a few hundred. */
    private static final int LONGEST_ADDRESS = 8 * 1024;
    /** In characters, of an error's description, which ends on the screen. */
    private static final int LONGEST_DESCRIPTION = 1024;

    private static final Page DONE = new Page(
            200,
            "Orgbench has the answer",
            "Go back to its window to see how the sign-in went. You can close this page.");
    private static final Page STRAY = new Page(
            400,
            "This is not the answer that Orgbench waits for",
            "It belongs to no sign-in, or to an older one, so it was not used. Go on in the page that Orgbench opened last.");

    private final CompletableFuture<Map<String, String>> answer = new CompletableFuture<>();
    private final LoopbackServer server;
    private volatile Predicate<Map<String, String>> expected = parameters -> false;

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
                throw new SignInFailedException(
                        "Another program holds port " + port + ", and Salesforce sends its answer to " + address(port)
                                + " alone. End that program, or another sign-in that is under way, and begin again.");
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

    /** Says what the answer looks like; until then all is turned away. */
    void expect(Predicate<Map<String, String>> expectedAnswer) {
        expected = expectedAnswer;
    }

    /** Waits for the answer's parameters. */
    Map<String, String> await(Duration limit) throws InterruptedException, SignInFailedException {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SignInFailedException(
                    "Nobody answered in the browser within " + limit.toMinutes()
                            + " minutes, so Orgbench stopped waiting. Begin again when you are ready.",
                    e);
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
        Map<String, String> parameters = parameters(request);
        boolean answers = expected.test(parameters);
        show(answers ? DONE : STRAY, response);
        if (answers) {
            // Only now: whoever waits closes the server, and the person would be left with half a page.
            answer.complete(parameters);
        }
    }

    private static Map<String, String> parameters(HttpRequest request) {
        if (request.target().length() > LONGEST_ADDRESS) {
            return Map.of();
        }
        Map<String, String> parameters = new HashMap<>();
        PARAMETERS.forEach(name -> request.query(name).ifPresent(value -> parameters.put(name, value)));
        parameters.computeIfPresent(
                "error_description",
                (name, words) -> words.substring(0, Math.min(words.length(), LONGEST_DESCRIPTION)));
        return parameters;
    }

    /** What the browser shows. */
    private record Page(int status, String title, String words) {}

    private static void show(Page page, HttpResponse response) throws IOException {
        String html = template().replace("{title}", page.title()).replace("{words}", page.words());
        response.status(page.status())
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .header("Referrer-Policy", "no-referrer")
                .header("Connection", "close")
                .send("text/html;charset=UTF-8", html.getBytes(StandardCharsets.UTF_8));
    }

    private static String template() throws IOException {
        try (InputStream in = Callback.class.getResourceAsStream("back-to-orgbench.html")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
