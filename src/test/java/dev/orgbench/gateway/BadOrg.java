package dev.orgbench.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An org at a plain socket that answers no request as it should, and sees whether its callers are still there. */
final class BadOrg implements AutoCloseable {
    private static final byte[] HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{\"records\":["
                    .getBytes(US_ASCII);
    private static final byte[] AWAY =
            "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 7\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                    .getBytes(US_ASCII);
    private static final long DRIP_MILLIS = 20;

    private final ServerSocket door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final Set<Socket> callers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final Way way;

    /** What it does with each connection. */
    enum Way {
        /** It is not there. */
        DOWN,
        /** It takes the request and says nothing. */
        SILENT,
        /** It begins to answer, and goes on a sign at a time. */
        DRIPPING,
        /** It breaks the answer off. */
        CUT,
        /** It is closed for maintenance. */
        UNAVAILABLE
    }

    BadOrg(Way way) throws IOException {
        this.way = way;
        if (way == Way.DOWN) {
            door.close();
        } else {
            Thread.ofVirtual().start(this::accept);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** How many connections it has had. */
    int accepted() {
        return accepted.get();
    }

    /** How many of them are still held by whoever opened them. */
    int held() {
        return callers.size();
    }

    /** Hangs up on everybody, for good. */
    @Override
    public void close() throws IOException {
        door.close();
        for (Socket caller : callers) {
            caller.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = door.accept();
                callers.add(caller);
                accepted.incrementAndGet();
                Thread.ofVirtual().start(() -> answer(caller));
            }
        } catch (IOException closed) {
            // As it should be at the end.
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            InputStream in = caller.getInputStream();
            OutputStream out = caller.getOutputStream();
            in.read(new byte[8192]);
            switch (way) {
                case CUT -> out.write(HEAD);
                case UNAVAILABLE -> out.write(AWAY);
                case DRIPPING -> {
                    out.write(HEAD);
                    while (true) {
                        out.write(' ');
                        Thread.sleep(DRIP_MILLIS);
                    }
                }
                default -> in.readAllBytes();
            }
        } catch (IOException | InterruptedException gone) {
            // That is all that there is to know.
        } finally {
            callers.remove(caller);
        }
    }
}
