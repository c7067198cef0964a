package dev.orgbench.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * As many requests as a server answers, over connections that stay open: each sends the next request when the last was
 * answered. At most two threads watch all of them, as wrk does: a thread for each would take the processors from the
 * server, and the time of its answers would be the time that they wait for one.
 */
final class Load {
    private static final int THREADS = 2;

    private final URI url;
    private final byte[] request;
    private final int connections;

    private Load(URI url, String head, byte[] body, int connections) {
        this.url = url;
        this.connections = connections;
        byte[] first = (head + "\r\n").getBytes(StandardCharsets.US_ASCII);
        request = Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, request, first.length, body.length);
    }

    /** Of JSON that is posted, as a client of MCP posts it. */
    static Load posting(URI url, String body, int connections) {
        byte[] json = body.getBytes(StandardCharsets.UTF_8);
        String head =
                line("POST", url) + "Content-Type: application/json\r\nAccept: application/json, text/event-stream"
                        + "\r\nContent-Length: " + json.length + "\r\n";
        return new Load(url, head, json, connections);
    }

    /** Of GET requests with a bearer token. */
    static Load getting(URI url, String token, int connections) {
        return new Load(url, line("GET", url) + "Authorization: Bearer " + token + "\r\n", new byte[0], connections);
    }

    private static String line(String method, URI url) {
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return method + " " + url.getRawPath() + query + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n";
    }

    /**
     * What came of it.
     *
     * @param perSecond answers
     * @param median micros that an answer took
     * @param p99 micros that 99 of 100 answers took at most
     */
    record Result(double perSecond, long median, long p99) {}

    Result run(double seconds) throws Exception {
        long from = System.nanoTime();
        long end = from + (long) (seconds * 1e9);
        int threads = Math.min(THREADS, connections);
        List<Future<List<Long>>> running = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                int share = connections / threads + (i < connections % threads ? 1 : 0);
                running.add(executor.submit(() -> share(share, end)));
            }
        }
        double took = (System.nanoTime() - from) / 1e9;
        List<Long> micros = new ArrayList<>();
        for (Future<List<Long>> each : running) {
            micros.addAll(each.get());
        }
        micros.sort(null);
        return new Result(
                micros.size() / took, micros.get(micros.size() / 2), micros.get((int) (micros.size() * 0.99)));
    }

    private List<Long> share(int connections, long end) throws IOException {
        List<Long> micros = new ArrayList<>();
        List<Connection> open = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                open.add(new Connection(selector, micros));
            }
            for (Connection each : open) {
                each.ask();
            }
            while (System.nanoTime() < end) {
                selector.select(key -> ((Connection) key.attachment()).read(), 100);
            }
            for (Connection each : open) {
                IOException failure = each.failure;
                if (failure != null) {
                    throw failure;
                }
            }
        } finally {
            for (Connection each : open) {
                each.channel.close();
            }
        }
        return micros;
    }

    /** One connection: a request, then its answer, then the next. */
    private final class Connection {
        private final SocketChannel channel;
        private final List<Long> micros;
        private final AnswerEnd answer = new AnswerEnd();
        private long asked;
        private final SelectionKey key;
        private @Nullable IOException failure;

        Connection(Selector selector, List<Long> micros) throws IOException {
            this.micros = micros;
            channel = SocketChannel.open(new InetSocketAddress(url.getHost(), url.getPort()));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            key = channel.register(selector, SelectionKey.OP_READ, this);
        }

        void ask() throws IOException {
            asked = System.nanoTime();
            ByteBuffer bytes = ByteBuffer.wrap(request);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        void read() {
            try {
                if (answer.readFrom(channel)) {
                    micros.add((System.nanoTime() - asked) / 1_000);
                    ask();
                }
            } catch (IOException e) {
                failure = e;
                key.cancel();
            }
        }
    }
}
