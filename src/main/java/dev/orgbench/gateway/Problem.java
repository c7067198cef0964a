package dev.orgbench.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgbench.http.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A refusal, as problem details (RFC 9457). */
final class Problem extends Exception {
    private final int status;
    private final String title;
    private final @Nullable String challenge;

    /** @param detail what is wrong and what to send instead */
    Problem(int status, String title, String detail) {
        this(status, title, detail, null);
    }

    private Problem(int status, String title, String detail, @Nullable String challenge) {
        super(detail);
        this.status = status;
        this.title = title;
        this.challenge = challenge;
    }

    /** No bearer token, or the wrong one. */
    static Problem unauthorized(String detail, boolean tokenWasSent) {
        return new Problem(401, "Not authorized", detail, Bearer.challenge(tokenWasSent));
    }

    void send(HttpResponse response) throws IOException {
        byte[] body = JsonNodeFactory.instance
                .objectNode()
                .put("title", title)
                .put("status", status)
                .put("detail", getMessage())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        if (challenge != null) {
            response.header("WWW-Authenticate", challenge);
        }
        response.status(status).send("application/problem+json", body);
    }
}
