package dev.orgbench.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 connections that are closed if the head of a request is not complete in time. Jetty's own limit is on
 * silence alone: who sends a byte now and then would keep his connection for ever.
 */
final class TimedHeads extends HttpConnectionFactory {
    private final long millis;

    TimedHeads(HttpConfiguration configuration, long millis) {
        super(configuration);
        this.millis = millis;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint client) {
        return configure(new Timed(getHttpConfiguration(), connector, client, millis), connector, client);
    }

    private static final class Timed extends HttpConnection {
        private final long millis;
        private Scheduler.@Nullable Task deadline;

        Timed(HttpConfiguration configuration, Connector connector, EndPoint client, long millis) {
            super(configuration, connector, client);
            this.millis = millis;
        }

        /** Bytes have come; behind it they are parsed, and a request whose head was complete is answered. */
        @Override
        public void onFillable() {
            super.onFillable();
            if (!isWithinHead()) {
                if (deadline != null) {
                    deadline.cancel();
                    deadline = null;
                }
            } else if (deadline == null) {
                deadline = getConnector().getScheduler().schedule(this::end, millis, TimeUnit.MILLISECONDS);
            }
        }

        private boolean isWithinHead() {
            return getParser().inHeaderState() && !getParser().isStart();
        }

        /** A head that was complete at last may have led to a long answer. */
        private void end() {
            if (isWithinHead()) {
                getEndPoint().close();
            }
        }
    }
}
