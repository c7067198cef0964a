package dev.orgbench.demo.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.wire.ApiError;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;

/** Conditional requests for descriptions, which change only with the schema. */
final class Freshness {
    private Freshness() {}

    /** The body, or 304 where the client has it already. */
    static Answer answer(Call call, Instant modified, Supplier<? extends JsonNode> body) throws ApiError {
        // Everything that a description depends on: the schema, the version in its URLs, and which object it is.
        String tag = '"'
                + Integer.toHexString((modified + call.base() + call.path())
                        .toLowerCase(Locale.ROOT)
                        .hashCode())
                + '"';
        Preconditions state = new Preconditions(tag, modified);
        state.check(call);
        return state.label(state.isFresh(call) ? Answer.empty(304) : Answer.ok(body.get()));
    }
}
