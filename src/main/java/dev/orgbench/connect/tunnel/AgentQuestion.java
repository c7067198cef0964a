package dev.orgbench.connect.tunnel;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks a tunnel's own HTTP face for its address again and again, until it has one or nobody waits any more. */
final class AgentQuestion {
    private static final int PAUSE_MILLIS = 400;
    private static final int TIMEOUT_MILLIS = 1_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final URI url;
    private final String hostname;

    AgentQuestion(URI url, String hostname) {
        this.url = url;
        this.hostname = hostname;
    }

    /** Completes {@code answer} with {@code https://} and the host, unless somebody else does first. */
    void ask(CompletableFuture<String> answer) {
        Thread.ofVirtual().name("tunnel-agent").start(() -> {
            while (!answer.isDone()) {
                String host = host();
                if (!host.isEmpty()) {
                    answer.complete("https://" + host);
                    return;
                }
                try {
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    private String host() {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try (InputStream in = connection.getInputStream()) {
                return JSON.readTree(in.readNBytes(10_000)).at(hostname).asText("");
            }
        } catch (IOException e) {
            // Not listening yet, or not ready: the output may still tell.
            return "";
        }
    }
}
