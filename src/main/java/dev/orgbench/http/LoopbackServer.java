package dev.orgbench.http;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP/1.1 server, plain or encrypted, on 127.0.0.1 with a virtual thread per request. It never listens on another
 * address: reaching it from elsewhere takes a tunnel.
 */
public final class LoopbackServer implements AutoCloseable {
    /** Twice what Salesforce takes: the demo org refuses shorter ones in Salesforce's words. */
    private static final int HEADER_LIMIT = 32 * 1024;

    private static final int PORTS_TRIED = 50;
    private static final int HIGHEST_PORT = 65_535;
    private static final int PLATFORM_THREADS = 8;
    private static final long IDLE_MILLIS = 60_000;
    private static final long STOP_MILLIS = 1_000;

    /** For who was cut: to write down how it ended. */
    private static final long CUT_MILLIS = 2_000;

    /** How long a connection may stay silent once the server is closing; clients keep theirs open for the next call. */
    private static final long SHUTDOWN_IDLE_MILLIS = 50;

    private static final Logger log = LoggerFactory.getLogger(LoopbackServer.class);

    private final Server jetty;
    private final ExecutorService threads;
    private final String scheme;
    private final int port;

    private LoopbackServer(Server jetty, ExecutorService threads, String scheme, int port) {
        this.jetty = jetty;
        this.threads = threads;
        this.scheme = scheme;
        this.port = port;
    }

    /**
     * Starts a server.
     *
     * @param port the port wanted, or 0 for any free one; where it is taken, the next free one above it is used, which
     *     {@link #port()} tells
     * @throws IOException if no port could be bound
     */
    public static LoopbackServer start(String name, int port, HttpHandler handler) throws IOException {
        return start(name, port, IDLE_MILLIS, null, handler);
    }

    /**
     * Starts a server that speaks nothing but https; else as {@link #start(String, int, HttpHandler)}.
     *
     * @param tls has the server's certificate
     */
    public static LoopbackServer startTls(String name, int port, SSLContext tls, HttpHandler handler)
            throws IOException {
        return start(name, port, IDLE_MILLIS, tls, handler);
    }

    /** @param idleMillis how long a connection may stay silent, and the head of a request take */
    static LoopbackServer start(String name, int port, long idleMillis, HttpHandler handler) throws IOException {
        return start(name, port, idleMillis, null, handler);
    }

    private static LoopbackServer start(
            String name, int port, long idleMillis, @Nullable SSLContext tls, HttpHandler handler) throws IOException {
        int last = Math.min(port + PORTS_TRIED - 1, HIGHEST_PORT);
        for (int candidate = port; candidate <= last; candidate++) {
            Server jetty = new Server(new QueuedThreadPool(PLATFORM_THREADS), null, new OwnBuffers());
            ServerConnector connector = connector(jetty, candidate, idleMillis, tls);
            try {
                connector.open();
            } catch (IOException e) {
                if (port != 0 && isPortTaken(e)) {
                    continue;
                }
                throw new IOException("The " + name + " server could not start: " + e.getMessage(), e);
            }
            return started(name, jetty, connector, handler);
        }
        throw new IOException("The ports " + port + " to " + last + " are all taken");
    }

    /** The port that it listens on, or listened on before it was closed. */
    public int port() {
        return port;
    }

    /** {@code http://127.0.0.1:port}, or with {@code https}; without a slash at the end. */
    public URI uri() {
        return URI.create(scheme + "://127.0.0.1:" + port());
    }

    /**
     * Stops listening, gives requests under way a second to end, then cuts them and waits for those who carry them out:
     * what they use may be closed next.
     */
    @Override
    public void close() {
        try {
            jetty.stop();
        } catch (Exception e) {
            log.debug("Stopping was not clean", e);
        } finally {
            threads.shutdownNow();
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            if (!threads.awaitTermination(CUT_MILLIS, TimeUnit.MILLISECONDS)) {
                log.warn("Requests that were cut have not ended within {} ms", CUT_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ServerConnector connector(Server jetty, int port, long idleMillis, @Nullable SSLContext tls) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(HEADER_LIMIT);
        // Salesforce's own clients send `//services/data` and raw `%2F` in external ids.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        HttpConnectionFactory http = new TimedHeads(configuration, idleMillis);
        ServerConnector connector =
                tls == null ? new Watching(jetty, http) : new Watching(jetty, encryption(tls, configuration), http);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(idleMillis);
        connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
        connector.setReuseAddress(true);
        return connector;
    }

    private static SslConnectionFactory encryption(SSLContext tls, HttpConfiguration configuration) {
        // So that a request knows that it came encrypted. The names that the certificate holds are the client's to
        // check.
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setSslContext(tls);
        return new SslConnectionFactory(factory, HttpVersion.HTTP_1_1.asString());
    }

    private static LoopbackServer started(String name, Server jetty, ServerConnector connector, HttpHandler handler)
            throws IOException {
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-", 0).factory());
        if (jetty.getThreadPool() instanceof QueuedThreadPool pool) {
            pool.setName(name);
            pool.setDaemon(true);
            pool.setVirtualThreadsExecutor(threads);
        }
        jetty.addConnector(connector);
        jetty.setStopTimeout(STOP_MILLIS);
        jetty.setHandler(new Bridge(name, handler));
        jetty.setErrorHandler(new UnreadableRequests());
        LoopbackServer server = new LoopbackServer(
                jetty,
                threads,
                connector.getConnectionFactory(SslConnectionFactory.class) == null ? "http" : "https",
                connector.getLocalPort());
        try {
            jetty.start();
            return server;
        } catch (Exception e) {
            server.close();
            throw new IOException("The " + name + " server could not start: " + e.getMessage(), e);
        }
    }

    private static boolean isPortTaken(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof BindException) {
                return true;
            }
        }
        return false;
    }

    /** Its connections can be asked whether the client is still there. */
    private static final class Watching extends ServerConnector {
        Watching(Server jetty, ConnectionFactory... protocols) {
            super(jetty, null, null, null, 1, 1, protocols);
        }

        @Override
        protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
            SocketChannelEndPoint client = new WatchedEndPoint(channel, selector, key, getScheduler());
            client.setIdleTimeout(getIdleTimeout());
            return client;
        }
    }

    /** From Jetty's asynchronous handler to a blocking one. */
    private static final class Bridge extends Handler.Abstract {
        private final String name;
        private final HttpHandler handler;

        Bridge(String name, HttpHandler handler) {
            this.name = name;
            this.handler = handler;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            HttpRequest asked = new HttpRequest(request);
            HttpResponse answer = new HttpResponse(response);
            try {
                handler.handle(asked, answer);
                if (!answer.isSent()) {
                    answer.status(HttpStatus.INTERNAL_SERVER_ERROR_500).send();
                }
                asked.discardRest();
                callback.succeeded();
            } catch (Throwable e) {
                // An Error too: whatever Jetty would answer in our place shows more than a client should see.
                failed(asked, answer, e, callback);
            }
            return true;
        }

        private void failed(HttpRequest asked, HttpResponse answer, Throwable e, Callback callback) {
            int status =
                    switch (e) {
                        case BodyTooLargeException _ -> HttpStatus.PAYLOAD_TOO_LARGE_413;
                        case SlowBodyException _ -> HttpStatus.REQUEST_TIMEOUT_408;
                        case MalformedBodyException _, EofException _ -> HttpStatus.BAD_REQUEST_400;
                        case IOException unreadable
                        when unreadable.getCause() instanceof HttpException http -> http.getCode();
                        default -> HttpStatus.INTERNAL_SERVER_ERROR_500;
                    };
            boolean ours = status == HttpStatus.INTERNAL_SERVER_ERROR_500;
            if (e instanceof EofException) {
                log.debug("{}: the client has gone, or has ended its body early", name, e);
            } else if (ours) {
                log.warn("{}: a request failed", name, e);
            }
            try {
                if (!answer.isSent()) {
                    answer.status(status).sendText(ours ? "Internal error" : String.valueOf(e.getMessage()));
                    asked.discardRest();
                    callback.succeeded();
                    return;
                }
            } catch (IOException gone) {
                e.addSuppressed(gone);
            }
            callback.failed(e);
        }
    }
}
