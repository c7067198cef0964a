package dev.orgbench.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orgbench.trace.Recording;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The session of one org, shared by all its users: obtained when first needed, renewed by one of them at a time. */
final class Session {
    private final SignIn signIn;
    private final HttpUrl instance;
    private final Wire wire;
    private final Failures failures;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile @Nullable String token;

    Session(SignIn signIn, HttpUrl instance, Wire wire, Failures failures) {
        this.signIn = signIn;
        this.instance = instance;
        this.wire = wire;
        this.failures = failures;
        this.token = signIn instanceof SignIn.PastedSession pasted ? pasted.accessToken() : null;
    }

    String token(Recording recording) throws SalesforceException {
        String current = token;
        return current != null ? current : renewed(null, recording);
    }

    /**
     * A session other than {@code ended}: the one that someone else got meanwhile, or a new one.
     *
     * @throws SalesforceException.SignInNeeded if only a person can get one
     */
    String renewed(@Nullable String ended, Recording recording) throws SalesforceException {
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
            String fresh =
                    switch (signIn) {
                        case SignIn.PastedSession pasted ->
                            throw failures.signInNeeded("It was pasted, so it cannot be renewed.");
                        case SignIn.ClientCredentials client -> obtain(client, recording);
                    };
            token = fresh;
            return fresh;
        } finally {
            renewing.unlock();
        }
    }

    /** RFC 6749 section 4.4. */
    private String obtain(SignIn.ClientCredentials client, Recording recording) throws SalesforceException {
        FormBody form = new FormBody.Builder()
                .add("grant_type", "client_credentials")
                .add("client_id", client.clientId())
                .add("client_secret", client.clientSecret())
                .build();
        Request.Builder target = new Request.Builder()
                .url(instance.newBuilder().addPathSegments("services/oauth2/token").build())
                .header("Accept", "application/json");
        Wire.Answer answer = wire.send(
                target, "POST", new Wire.Outgoing(text(form), "application/x-www-form-urlencoded", true), recording);
        if (answer.status() >= 300) {
            SalesforceException.Refused refused = failures.refused(answer);
            // A 5xx or a limit says nothing about the credentials.
            throw answer.status() == 400 || answer.status() == 401 ? failures.signInRefused(refused) : refused;
        }
        try {
            String fresh = Json.read(answer.body()).path("access_token").asText("");
            if (fresh.isEmpty()) {
                throw failures.signInNeeded("Its sign-in gave no access token.");
            }
            return fresh;
        } catch (JsonProcessingException notJson) {
            throw failures.notJson(answer.body(), notJson);
        }
    }

    private static String text(FormBody form) {
        Buffer buffer = new Buffer();
        for (int i = 0; i < form.size(); i++) {
            buffer.writeUtf8(i == 0 ? "" : "&").writeUtf8(form.encodedName(i)).writeUtf8("=").writeUtf8(form.encodedValue(i));
        }
        return buffer.readUtf8();
    }
}
