package dev.orgbench.ui.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.ui.traffic.BodyPane.Part;
import java.util.List;
import java.util.function.UnaryOperator;

/** The two sides of a message or an exchange, made fit for being looked at. */
final class Parts {
    /** Equal each time, so that the same part is known again. */
    private static final UnaryOperator<JsonNode> ASKED = Parts::asked;

    private static final UnaryOperator<JsonNode> ANSWERED = Parts::answered;
    private static final UnaryOperator<JsonNode> WHOLE = UnaryOperator.identity();

    private Parts() {}

    static Part request(Message message) {
        return new Part("", message.request(), message.headers(), ASKED, "The request has no body.");
    }

    static Part answer(Message message) {
        Message.Result result = message.result();
        return new Part(
                "",
                result == null ? "" : result.body(),
                result == null ? List.of() : result.headers(),
                ANSWERED,
                result == null ? "It is under way." : "The answer has no body (" + result.httpStatus() + ").");
    }

    static Part request(Exchange exchange) {
        return new Part(
                exchange.method() + " " + exchange.url(),
                exchange.requestBody(),
                exchange.requestHeaders(),
                WHOLE,
                "A " + exchange.method() + " without a body: Raw shows its address.");
    }

    static Part answer(Exchange exchange) {
        String failure = exchange.failure();
        return new Part(
                "",
                exchange.responseBody(),
                exchange.responseHeaders(),
                WHOLE,
                failure != null ? failure : "The answer has no body (" + exchange.status() + ").");
    }

    /** The arguments of a call, or the parameters of another message: what stands around them is the same each time. */
    private static JsonNode asked(JsonNode request) {
        JsonNode params = request.path("params");
        return params.has("arguments") ? params.get("arguments") : params.isContainerNode() ? params : request;
    }

    private static JsonNode answered(JsonNode answer) {
        JsonNode result = answer.path("result");
        return result.has("structuredContent")
                ? result.get("structuredContent")
                : result.isContainerNode() ? result : answer;
    }
}
