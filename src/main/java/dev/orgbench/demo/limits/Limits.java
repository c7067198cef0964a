package dev.orgbench.demo.limits;

import dev.orgbench.demo.data.OrgFile;
import dev.orgbench.demo.data.UsageMeter;
import dev.orgbench.demo.wire.ApiError;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the requests of clients that are signed in, and refuses those over the org's limits. A request that is refused
 * is not counted, nor is a failed sign-in.
 */
public final class Limits {
    private final UsageMeter meter;
    private final OrgFile file;
    private final Clock clock;
    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private volatile State state = new State(Allowance.DEVELOPER_EDITION, 0);

    public Limits(UsageMeter meter, OrgFile file, Clock clock) {
        this.meter = meter;
        this.file = file;
        this.clock = clock;
    }

    /** What holds from now on. */
    public void allow(Allowance allowance) {
        int counted = meter.used(UsageMeter.REQUESTS);
        state = new State(allowance, Math.max(0, allowance.usedRequests() - counted));
    }

    public Allowance allowance() {
        return state.allowance;
    }

    /** Requests in the last 24 hours. */
    public int used() {
        return meter.used(UsageMeter.REQUESTS) + state.assumed;
    }

    /** Requests of one connected app in the last 24 hours. */
    public int used(String app) {
        return meter.used(UsageMeter.REQUESTS, app);
    }

    /**
     * Lets a request in and counts it. Until the result is closed it runs.
     *
     * @param app the connected app that signed in, if any did
     * @throws ApiError 403 REQUEST_LIMIT_EXCEEDED. That {@code /limits} is refused too is not confirmed
     */
    public Running admit(Optional<String> app) throws ApiError, SQLException {
        Allowance allowance = state.allowance;
        Instant now = clock.instant();
        Instant longSince = now.minus(allowance.longAfter());
        if (running.stream().filter(other -> !other.since.isAfter(longSince)).count() >= allowance.longRequests()) {
            throw exceeded("ConcurrentRequests (Concurrent API Requests)");
        }
        if (used() >= allowance.dailyRequests()) {
            throw exceeded("TotalRequests");
        }
        if (hasQuota() && app.isPresent() && used(app.get()) >= allowance.requestsPerApp()) {
            throw exceeded("TotalRequests");
        }
        count(app.orElse(""));
        Running request = new Running(now);
        running.add(request);
        return request;
    }

    /** Counts a request that one let in carries, as a batch does. */
    public void countPart() throws ApiError, SQLException {
        count("");
    }

    private void count(String app) throws ApiError, SQLException {
        if (meter.count(UsageMeter.REQUESTS, app)) {
            meter.save(file);
        }
    }

    /** The value of {@code Sforce-Limit-Info}: {@code api-usage=25/5000; per-app-api-usage=17/250(appName=sample-app)}. */
    public String info(Optional<String> app) {
        Allowance allowance = state.allowance;
        String total = "api-usage=" + used() + "/" + allowance.dailyRequests();
        return hasQuota() && app.isPresent()
                ? total + "; per-app-api-usage=" + used(app.get()) + "/" + allowance.requestsPerApp() + "(appName="
                        + app.get() + ")"
                : total;
    }

    /** Whether connected apps have a limit of their own. */
    public boolean hasQuota() {
        return state.allowance.requestsPerApp() > 0;
    }

    private static ApiError exceeded(String what) {
        return new ApiError(403, "REQUEST_LIMIT_EXCEEDED", what + " Limit exceeded.");
    }

    /** @param assumed requests that nobody made, but that count as used */
    private record State(Allowance allowance, int assumed) {}

    /** A request under way. */
    public final class Running implements AutoCloseable {
        private final Instant since;

        private Running(Instant since) {
            this.since = since;
        }

        @Override
        public void close() {
            running.remove(this);
        }
    }
}
