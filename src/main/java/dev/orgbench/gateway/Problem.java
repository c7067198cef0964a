package dev.orgbench.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.http.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A refusal, as problem details (RFC 9457): {@code type}, {@code title}, {@code status}, {@code detail}, and where one
 * member of the request's body is at fault {@code errors} with a {@code pointer} to it, as that standard's own example
 * (3) has them.
 */
final class Problem extends Exception {
    /** A URN, for it is to be compared and leads nowhere. */
    private static final String TYPE = "urn:orgbench:problem:";

    private final int status;
    private final String title;
    private final @Nullable String challenge;
    private final @Nullable String pointer;

    /** @param detail what is wrong and what to send instead */
    Problem(int status, String title, String detail) {
        this(status, title, detail, null, null);
    }

    private Problem(int status, String title, String detail, @Nullable String challenge, @Nullable String pointer) {
        super(detail);
        this.status = status;
        this.title = title;
        this.challenge = challenge;
        this.pointer = pointer;
    }

    /**
     * A body that is JSON and not what was asked for.
     *
     * @param title as {@code Invalid server}
     * @param pointer to what is wrong in it (RFC 6901)
     */
    static Problem invalid(String title, String pointer, String detail) {
        return new Problem(422, title, detail, null, pointer);
    }

    /** No bearer token, or the wrong one. */
    static Problem unauthorized(String detail, boolean tokenWasSent) {
        return new Problem(401, "Not authorized", detail, Bearer.challenge(tokenWasSent), null);
    }

    /** @param methods those that are, which the answer names in {@code Allow} */
    static Problem notAllowed(HttpResponse response, String methods) {
        response.header("Allow", methods);
        return new Problem(405, "Method not allowed", "Here are understood: " + methods + ".");
    }

    void send(HttpResponse response) throws IOException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", TYPE + title.toLowerCase(Locale.ROOT).replace(' ', '-'));
        body.put("title", title).put("status", status).put("detail", getMessage());
        if (pointer != null) {
            body.putArray("errors").addObject().put("pointer", "#" + pointer).put("detail", getMessage());
        }
        if (challenge != null) {
            response.header("WWW-Authenticate", challenge);
        }
        response.status(status).send("application/problem+json", body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
