package dev.orgbench.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * As many requests as a server answers, over connections that stay open: each sends the next request when the last was
 * answered. On sockets, so that the client costs the machine as little as it can.
 */
final class Load {
    private final URI url;
    private final byte[] request;
    private final int connections;

    /** @param body of each request, which is posted as JSON */
    Load(URI url, String body, int connections) {
        this.url = url;
        this.connections = connections;
        byte[] json = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + url.getPath() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                        + "\r\nContent-Type: application/json\r\nAccept: application/json, text/event-stream"
                        + "\r\nContent-Length: " + json.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        request = Arrays.copyOf(head, head.length + json.length);
        System.arraycopy(json, 0, request, head.length, json.length);
    }

    /**
     * What came of it.
     *
     * @param perSecond answers
     * @param p99 micros that 99 of 100 answers took at most
     */
    record Result(double perSecond, long p99) {}

    Result run(double seconds) throws Exception {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        List<Future<List<Long>>> running = new ArrayList<>();
        long from = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                running.add(threads.submit(() -> onOneConnection(end)));
            }
        }
        double took = (System.nanoTime() - from) / 1e9;
        List<Long> micros = new ArrayList<>();
        for (Future<List<Long>> each : running) {
            micros.addAll(each.get());
        }
        micros.sort(null);
        return new Result(micros.size() / took, micros.get((int) (micros.size() * 0.99)));
    }

    private List<Long> onOneConnection(long end) throws IOException {
        List<Long> micros = new ArrayList<>();
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 32_768);
            while (System.nanoTime() < end) {
                long from = System.nanoTime();
                out.write(request);
                readAnswer(in);
                micros.add((System.nanoTime() - from) / 1_000);
            }
        }
        return micros;
    }

    private static void readAnswer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.contains(" 200")) {
            throw new IOException("answered: " + status);
        }
        long length = -1;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String small = header.toLowerCase(Locale.ROOT);
            if (small.startsWith("content-length:")) {
                length = Long.parseLong(
                        small.substring("content-length:".length()).strip());
            }
            chunked |= small.startsWith("transfer-encoding:") && small.contains("chunked");
        }
        if (!chunked) {
            in.skipNBytes(length);
            return;
        }
        for (long size = chunk(in); size > 0; size = chunk(in)) {
            in.skipNBytes(size + 2);
        }
        line(in);
    }

    private static long chunk(InputStream in) throws IOException {
        return Long.parseLong(line(in).strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
