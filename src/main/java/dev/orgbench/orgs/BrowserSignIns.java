package dev.orgbench.orgs;

import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SignInFailedException;
import dev.orgbench.salesforce.WebServerFlow;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import okhttp3.OkHttpClient;

/** Signing in by the person's own browser: the page that is opened, and the wait for its answer. */
public final class BrowserSignIns {
    /** Where answers come to; apps are told this port, so it stays. */
    public static final int PORT = 7422;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final WebServerFlow flow;
    private final int port;
    private final Duration patience;

    public BrowserSignIns(OkHttpClient http, Clock clock) {
        this(http, clock, PORT, PATIENCE);
    }

    /** @param port 0 for any */
    BrowserSignIns(OkHttpClient http, Clock clock, int port, Duration patience) {
        this.flow = new WebServerFlow(http, clock);
        this.port = port;
        this.patience = patience;
    }

    /** The callback URL that a person gives the app in Salesforce. */
    public static URI callback() {
        return Callback.address(PORT);
    }

    /**
     * Begins to listen for an answer.
     *
     * @param clientId the consumer key of the person's app
     * @throws SignInFailedException if the port is taken
     */
    public Pending begin(LoginHost host, String clientId) throws SignInFailedException {
        Callback callback = Callback.listen(port, !host.isOnThisMachine());
        WebServerFlow.Attempt attempt = flow.begin(host.uri(), clientId, callback.address());
        callback.expect(attempt::isAnsweredBy);
        return new Pending(callback, attempt);
    }

    /** One that waits for the person. Close it in any case: its port is needed for the next one. */
    public final class Pending implements AutoCloseable {
        private final Callback callback;
        private final WebServerFlow.Attempt attempt;

        private Pending(Callback callback, WebServerFlow.Attempt attempt) {
            this.callback = callback;
            this.attempt = attempt;
        }

        /** The page to open. */
        public URI address() {
            return attempt.address();
        }

        /** Where the answer is awaited. */
        public URI listening() {
            return callback.address();
        }

        /**
         * Waits until the person allows or denies; a few minutes at most. Interrupt to cancel.
         *
         * @return the code that {@link #exchange} takes
         * @throws SignInFailedException if it is a no, or nobody answers
         */
        public String awaitCode() throws InterruptedException, SignInFailedException {
            Map<String, String> answer = callback.await(patience);
            return attempt.code(answer);
        }

        /** Exchanges the code for a session. */
        public WebServerFlow.Granted exchange(String code) throws SignInFailedException, SalesforceException {
            return attempt.exchange(code);
        }

        @Override
        public void close() {
            callback.close();
        }
    }
}
