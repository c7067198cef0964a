package dev.orgbench.demo.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.http.BodyTooLargeException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Failures as the data API tells them: {@code [{"message", "errorCode", "fields"}]}. */
public final class Errors {
    private static final Logger log = LoggerFactory.getLogger(Errors.class);

    private Errors() {}

    /** Something that gives an answer or fails. */
    @FunctionalInterface
    public interface Attempt {
        Answer answer() throws ApiError, SQLException, IOException;
    }

    /**
     * The attempt's answer, or its failure as one.
     *
     * @param what is attempted, for the log: {@code GET /services/data}
     * @throws IOException if the client has gone or sends too slowly; nobody is there to be answered
     */
    public static Answer answer(String what, Attempt attempt) throws IOException {
        try {
            return attempt.answer();
        } catch (ApiError e) {
            return answer(e);
        } catch (BodyTooLargeException e) {
            return answer(new ApiError(413, "REQUEST_TOO_LARGE", String.valueOf(e.getMessage())));
        } catch (SQLException | RuntimeException e) {
            return answer(unexpected(what, e));
        }
    }

    /** Logs what nobody foresaw; the client is told no more than where to find it. */
    public static ApiError unexpected(String what, Exception e) {
        String id = UUID.randomUUID().toString();
        // What is interrupted is cut off by the org's own closing, which is no failure of it.
        log.atLevel(Thread.currentThread().isInterrupted() ? Level.DEBUG : Level.ERROR)
                .setCause(e)
                .log("The demo org failed at {} (ErrorId {})", what, id);
        return new ApiError(
                500,
                "UNKNOWN_EXCEPTION",
                "An unexpected error occurred. Please include this ErrorId if you contact support: " + id);
    }

    /** The error as a body. */
    public static Answer answer(ApiError error) {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        for (ApiError one : error.all()) {
            ObjectNode entry = body.addObject();
            one.details().forEach(entry::set);
            entry.put("message", one.text()).put("errorCode", one.errorCode());
            if (!one.fields().isEmpty()) {
                ArrayNode fields = entry.putArray("fields");
                one.fields().forEach(fields::add);
            }
        }
        return new Answer(error.status(), new Answer.JsonBody(body), error.headers());
    }
}
