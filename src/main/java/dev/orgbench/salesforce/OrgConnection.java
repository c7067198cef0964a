package dev.orgbench.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.orgbench.trace.ApiUse;
import dev.orgbench.trace.Recording;
import dev.orgbench.trace.Trace;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * One org: its session, its describes, its API use. Shared by everyone who works on it; requests go through the light
 * handles of {@link #as}. Nothing is sent twice, with one exception: a request that the org refused because the session
 * had ended is sent again with a renewed one. Safe for use by several threads.
 */
public final class OrgConnection {
    private final URI instanceUrl;
    private final String apiVersion;
    private final HttpUrl instance;
    private final Clock clock;
    private final Failures failures;
    private final Wire wire;
    private final Session session;
    private final Soap soap;
    private final DescribeCache describes;
    private final VouchedDescribes vouchedDescribes = new VouchedDescribes();
    private final ToolingIds toolingIds = new ToolingIds();
    private final List<Consumer<ApiUsage>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Reach>> reachListeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> metadataListeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable ApiUsage apiUsage;
    private volatile Reach reach = Reach.UNKNOWN;

    /**
     * @param orgName what the person calls the org; errors name it
     * @param instanceUrl {@code https://acme.my.salesforce.com}; only its scheme, host and port are used
     * @param apiVersion {@code 62.0}
     * @param http a request ends with an error after its call timeout; after two minutes if it has none
     */
    public OrgConnection(
            String orgName, URI instanceUrl, String apiVersion, SignIn signIn, OkHttpClient http, Clock clock) {
        this(orgName, instanceUrl, apiVersion, KeptSignIn.inMemory(signIn), http, clock);
    }

    /** As the other; the sign-in is read when it is first needed, and written when it was renewed. */
    public OrgConnection(
            String orgName, URI instanceUrl, String apiVersion, KeptSignIn signIn, OkHttpClient http, Clock clock) {
        this.instanceUrl = instanceUrl;
        this.apiVersion = apiVersion;
        this.clock = clock;
        this.instance = root(instanceUrl);
        this.failures = new Failures(orgName, instanceUrl, Wire.Timeouts.of(http));
        this.wire = new Wire(http, clock, failures);
        this.session = new Session(signIn, new TokenEndpoint(instance, wire, failures), failures);
        this.soap = new Soap(instance, wire, session, failures);
        this.describes = new DescribeCache(clock);
    }

    static HttpUrl root(URI instanceUrl) {
        HttpUrl url = HttpUrl.get(instanceUrl);
        if (url == null) {
            throw new IllegalArgumentException(
                    "An org's address begins with https:// (or http:// for one on this machine), not " + instanceUrl);
        }
        return url.newBuilder().encodedPath("/").query(null).fragment(null).build();
    }

    /** What the person calls the org. */
    public String orgName() {
        return failures.orgName();
    }

    /** Errors name the org so from now on. */
    public void rename(String name) {
        failures.rename(name);
    }

    /** What the last request told of the org. */
    public Reach reach() {
        return reach;
    }

    /** Tells {@code listener} when {@link #reach} changes, on the thread of the request: it must be quick. */
    public Trace.Subscription onReach(Consumer<Reach> listener) {
        reachListeners.add(listener);
        return () -> reachListeners.remove(listener);
    }

    /** Signs in anew; what was allowed or pasted before does not count any more. */
    public void signIn(KeptSignIn signIn) {
        replace(signIn);
        reached(Reach.UNKNOWN);
    }

    /** From now on as {@code signIn} keeps it. The org took this sign-in a moment ago. */
    public void signedIn(KeptSignIn signIn) {
        replace(signIn);
        reached(Reach.CONNECTED);
    }

    /** Another user may see other objects and fields. */
    private void replace(KeptSignIn signIn) {
        session.replace(signIn);
        describes.clear();
        vouchedDescribes.clear();
        toolingIds.clear();
    }

    /**
     * Asks the org what it is and who is signed in. Not recorded.
     *
     * @throws SalesforceException if the org cannot be reached, or does not take the session
     */
    public OrgIdentity identity() throws SalesforceException {
        return OrgIdentity.read(as(exchange -> {}));
    }

    /** Ends at Salesforce what a person allowed in the browser. Sessions that came in another way are left alone. */
    public void revoke() throws SalesforceException {
        session.revoke(exchange -> {});
    }

    public URI instanceUrl() {
        return instanceUrl;
    }

    /** {@code 62.0}. */
    public String apiVersion() {
        return apiVersion;
    }

    /** A handle whose requests are recorded in {@code recording}. */
    public Salesforce as(Recording recording) {
        return new Salesforce(this, recording);
    }

    /** What the newest answer told; empty until there was one. */
    public Optional<ApiUsage> apiUsage() {
        return Optional.ofNullable(apiUsage);
    }

    /** Tells {@code listener} of the API use after each answer, on the thread of the request: it must be quick. */
    public Trace.Subscription onApiUsage(Consumer<ApiUsage> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Tells {@code listener} when a request through here may have changed the org's objects or fields, on the thread of
     * the request: it must be quick.
     */
    public Trace.Subscription onMetadataChange(Runnable listener) {
        metadataListeners.add(listener);
        return () -> metadataListeners.remove(listener);
    }

    VouchedDescribes vouchedDescribes() {
        return vouchedDescribes;
    }

    ToolingIds toolingIds() {
        return toolingIds;
    }

    /** The answer's JSON; a missing node if it had no body. */
    JsonNode send(OrgRequest request, Recording recording) throws SalesforceException {
        return reaching(() -> answer(request, recording));
    }

    /** Sends a call that changes objects or fields; its answer's body. */
    Element changeMetadata(SoapRequest request, Recording recording) throws SalesforceException {
        try {
            return reaching(() -> soap.send(request, recording));
        } finally {
            // Also after a refusal: part of it may have been carried out.
            metadataChanged();
        }
    }

    private interface Sending<T> {
        T send() throws SalesforceException;
    }

    private <T> T reaching(Sending<T> request) throws SalesforceException {
        try {
            T answer = request.send();
            reached(Reach.CONNECTED);
            return answer;
        } catch (SalesforceException failure) {
            switch (failure) {
                case SalesforceException.Refused refused -> reached(Reach.CONNECTED);
                case SalesforceException.SignInNeeded needed -> reached(Reach.SIGN_IN_NEEDED);
                case SalesforceException.Unreachable unreachable -> reached(Reach.UNREACHABLE);
                case SalesforceException.Cancelled cancelled -> {}
            }
            throw failure;
        }
    }

    private void reached(Reach now) {
        if (reach != now) {
            reach = now;
            reachListeners.forEach(listener -> listener.accept(now));
        }
    }

    private JsonNode answer(OrgRequest request, Recording recording) throws SalesforceException {
        DescribeCache.@Nullable Kept kept = request.conditional() ? describes.find(key(request)) : null;
        long generation = describes.generation();
        Wire.Answer answer = sendSignedIn(request, kept, recording);
        if (!request.isRead() && request.path().contains("/tooling/")) {
            // Also after a refusal: part of it may have been carried out.
            metadataChanged();
        }
        if (answer.status() == 304 && kept != null) {
            return kept.body();
        }
        if (answer.status() >= 300) {
            throw failures.refused(answer);
        }
        if (answer.body().isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            JsonNode body = Json.read(answer.body());
            if (request.conditional()) {
                describes.keep(key(request), body, answer.headers(), generation);
            }
            return body;
        } catch (JsonProcessingException notJson) {
            throw failures.notJson(answer.body(), notJson);
        }
    }

    private void metadataChanged() {
        describes.clear();
        vouchedDescribes.clear();
        toolingIds.clear();
        metadataListeners.forEach(Runnable::run);
    }

    private static String key(OrgRequest request) {
        return request.path() + request.query();
    }

    private Wire.Answer sendSignedIn(OrgRequest request, DescribeCache.@Nullable Kept kept, Recording recording)
            throws SalesforceException {
        String token = session.token(recording);
        Wire.Answer answer = sendOnce(request, kept, token, recording);
        if (answer.status() != 401) {
            return answer;
        }
        Wire.Answer second = sendOnce(request, kept, session.renewed(token, recording), recording);
        if (second.status() == 401) {
            throw failures.signInNeeded("Salesforce refused the renewed one as well: "
                    + failures.refused(second).text() + ".");
        }
        return second;
    }

    private Wire.Answer sendOnce(
            OrgRequest request, DescribeCache.@Nullable Kept kept, String token, Recording recording)
            throws SalesforceException {
        HttpUrl.Builder url = instance.newBuilder().encodedPath(request.path());
        request.query().forEach(url::addQueryParameter);
        Request.Builder target = new Request.Builder()
                .url(url.build())
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
        request.headers().forEach(target::header);
        if (kept != null) {
            kept.validators().forEach(target::header);
        }
        JsonNode body = request.body();
        Wire.Outgoing outgoing =
                body == null ? Wire.Outgoing.NONE : new Wire.Outgoing(Json.write(body), "application/json", false);
        Wire.Answer answer = wire.send(target, request.method(), outgoing, recording);
        note(answer.headers());
        return answer;
    }

    private void note(Headers headers) {
        ApiUse.told(headers.get(ApiUse.HEADER)).ifPresent(told -> {
            ApiUsage usage = new ApiUsage(told.used(), told.limit(), Instant.now(clock));
            apiUsage = usage;
            listeners.forEach(listener -> listener.accept(usage));
        });
    }
}
