package dev.orgbench.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgbench.http.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A refusal by the management API, as problem details (RFC 9457). */
final class Problem extends Exception {
    private final int status;
    private final String title;

    /** @param detail what is wrong and what to send instead */
    Problem(int status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    void send(HttpResponse response) throws IOException {
        byte[] body = JsonNodeFactory.instance
                .objectNode()
                .put("title", title)
                .put("status", status)
                .put("detail", getMessage())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        if (status == 401) {
            response.header("WWW-Authenticate", "Bearer");
        }
        response.status(status).send("application/problem+json", body);
    }
}
