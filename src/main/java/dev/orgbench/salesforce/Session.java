package dev.orgbench.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.trace.Recording;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The session of one org, shared by all its users: obtained when first needed, renewed by one of them at a time. */
final class Session {
    private final TokenEndpoint endpoint;
    private final Failures failures;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile KeptSignIn kept;
    private volatile @Nullable String token;

    /** Renewals that have ended; those that began before one ended get what it got. */
    private final AtomicInteger renewals = new AtomicInteger();

    /** Why the last renewal got nothing; guarded by {@link #renewing}. */
    private @Nullable SalesforceException failure;

    /** As far as it was read; guarded by {@link #renewing}. */
    private @Nullable SignIn signIn;

    Session(KeptSignIn kept, TokenEndpoint endpoint, Failures failures) {
        this.kept = kept;
        this.endpoint = endpoint;
        this.failures = failures;
    }

    String token(Recording recording) throws SalesforceException {
        String current = token;
        return current != null ? current : renewed(null, recording);
    }

    /** From now on this sign-in counts, and no earlier one. */
    void replace(KeptSignIn other) {
        renewing.lock();
        try {
            kept = other;
            signIn = null;
            token = null;
            failure = null;
        } finally {
            renewing.unlock();
        }
    }

    /**
     * A session other than {@code ended}: the one that someone else got meanwhile, or a new one. Who waits while someone
     * else asks in vain shares that failure: asking one after the other, the last would wait many times as long as a
     * request may take.
     *
     * @throws SalesforceException.SignInNeeded if only a person can get one
     */
    String renewed(@Nullable String ended, Recording recording) throws SalesforceException {
        int before = renewals.get();
        try {
            renewing.lockInterruptibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failures.cancelled("GET");
        }
        try {
            String current = token;
            if (current != null && !current.equals(ended)) {
                return current;
            }
            if (failure != null && renewals.get() != before) {
                throw failure;
            }
            SignIn known = known();
            String fresh = ended == null && !held(known).isEmpty() ? held(known) : renewedNow(known, recording);
            token = fresh;
            return fresh;
        } finally {
            renewing.unlock();
        }
    }

    private String renewedNow(SignIn known, Recording recording) throws SalesforceException {
        failure = null;
        try {
            return obtained(known, recording);
        } catch (SalesforceException.Cancelled cancelled) {
            // One caller's own end is nobody else's.
            throw cancelled;
        } catch (SalesforceException failed) {
            failure = failed;
            throw failed;
        } finally {
            renewals.incrementAndGet();
        }
    }

    /** Ends what a person allowed in the browser; other sign-ins are not ours to end. Harmless if there is none. */
    void revoke(Recording recording) throws SalesforceException {
        SignIn known;
        renewing.lock();
        try {
            known = known();
        } finally {
            renewing.unlock();
        }
        if (known instanceof SignIn.BrowserSignIn browser) {
            String token = browser.refreshToken().isEmpty() ? browser.accessToken() : browser.refreshToken();
            endpoint.revoke(token, recording);
        }
    }

    private SignIn known() {
        SignIn known = signIn;
        if (known == null) {
            known = kept.read();
            signIn = known;
        }
        return known;
    }

    /** The access token that a sign-in brings along; empty if it brings none. */
    private static String held(SignIn signIn) {
        return switch (signIn) {
            case SignIn.PastedSession pasted -> pasted.accessToken();
            case SignIn.BrowserSignIn browser -> browser.accessToken();
            case SignIn.ClientCredentials client -> "";
            case SignIn.Lost lost -> "";
        };
    }

    private String obtained(SignIn known, Recording recording) throws SalesforceException {
        return switch (known) {
            case SignIn.PastedSession pasted -> throw failures.signInNeeded("It was pasted, so it cannot be renewed.");
            case SignIn.Lost lost -> throw failures.signInNeeded(lost.why());
            case SignIn.ClientCredentials client -> access(ask(form(client), recording));
            case SignIn.BrowserSignIn browser -> refreshed(browser, recording);
        };
    }

    /** RFC 6749 section 4.4. */
    private static Map<String, String> form(SignIn.ClientCredentials client) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", client.clientId());
        form.put("client_secret", client.clientSecret());
        return form;
    }

    /** RFC 6749 section 6. An org that rotates refresh tokens gives a new one with each session. */
    private String refreshed(SignIn.BrowserSignIn browser, Recording recording) throws SalesforceException {
        if (browser.refreshToken().isEmpty()) {
            throw failures.signInNeeded("The app that it was allowed to may not renew it: it lacks the OAuth scope"
                    + " \"Perform requests at any time (refresh_token, offline_access)\".");
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("client_id", browser.clientId());
        form.put("refresh_token", browser.refreshToken());
        JsonNode answer = ask(form, recording);
        SignIn.BrowserSignIn fresh = new SignIn.BrowserSignIn(
                browser.clientId(), access(answer), answer.path("refresh_token").asText(browser.refreshToken()));
        signIn = fresh;
        kept.write(fresh);
        return fresh.accessToken();
    }

    private JsonNode ask(Map<String, String> form, Recording recording) throws SalesforceException {
        try {
            return endpoint.ask(form, recording);
        } catch (SalesforceException.Refused refused) {
            throw TokenEndpoint.isNo(refused) ? failures.signInRefused(refused) : refused;
        }
    }

    private static String access(JsonNode answer) {
        return answer.path("access_token").asText();
    }
}
