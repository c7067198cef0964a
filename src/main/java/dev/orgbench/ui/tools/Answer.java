package dev.orgbench.ui.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.mcp.client.McpAnswer;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.Records;
import dev.orgbench.ui.kit.Took;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What came back from a call by hand, ready to be shown. Made away from the screen's thread, as answers may be long.
 *
 * @param records the answer as a table, if it has one
 * @param problem what went wrong; null if nothing did
 * @param exchanges the requests to the org that it took; null if the server did not say which message it was
 */
record Answer(
        McpAnswer wire,
        Optional<Records> records,
        @Nullable Problem problem,
        @Nullable List<Exchange> exchanges,
        Timing timing,
        String text,
        String requestJson,
        String responseJson) {

    /** The response header that names the message in the trace. */
    private static final String MESSAGE = "orgbench-message";

    private static final String REMAINING = "ratelimit-remaining";

    static Answer of(McpAnswer wire, Trace trace) {
        Optional<Long> id = header(wire, MESSAGE).flatMap(Answer::number);
        List<Exchange> exchanges = id.map(trace::exchanges).orElse(null);
        Duration server = id.flatMap(trace::message)
                .map(Message::result)
                .map(Message.Result::took)
                .orElse(null);
        return new Answer(
                wire,
                wire.isError() ? Optional.empty() : Records.in(wire.structured()),
                problem(wire),
                exchanges,
                Timing.of(wire.took(), server, exchanges == null ? List.of() : exchanges),
                JsonText.prettyIfJson(wire.text()),
                JsonText.pretty(wire.request()),
                JsonText.pretty(wire.response()));
    }

    /** The content as a tree: what is structured, else the whole result. */
    JsonNode tree() {
        return wire.structured().isObject() ? wire.structured() : wire.response();
    }

    Badge.Tone tone() {
        return problem == null ? Badge.Tone.GOOD : Badge.Tone.BAD;
    }

    /** One word on how it went, with the status that decided it. */
    String status() {
        if (wire.response().has("error")) {
            return wire.response().path("error").path("code").asText() + " · refused";
        }
        if (problem == null) {
            return wire.httpStatus() + " · ok";
        }
        return failedExchange().map(failed -> failed.status() + " · error").orElse("error");
    }

    /** What came back, how long it took and what it cost, as phrases. */
    List<String> facts() {
        StringJoiner time = new StringJoiner(", ");
        time.add(Took.words(timing.whole()));
        if (exchanges != null && !exchanges.isEmpty()) {
            time.add(Took.words(timing.ours()) + " of it here");
        }
        StringJoiner cost = new StringJoiner(", ");
        if (exchanges != null) {
            cost.add(
                    switch (exchanges.size()) {
                        case 0 -> "nothing sent to Salesforce";
                        case 1 -> "1 request";
                        default -> exchanges.size() + " requests";
                    });
        }
        header(wire, REMAINING)
                .flatMap(Answer::number)
                .ifPresent(left -> cost.add(String.format(Locale.ROOT, "%,d left", left)));
        return cost.length() == 0 ? List.of(time.toString()) : List.of(time.toString(), cost.toString());
    }

    private Optional<Exchange> failedExchange() {
        return exchanges == null
                ? Optional.empty()
                : exchanges.stream()
                        .filter(exchange -> !exchange.isOk() && exchange.status() > 0)
                        .reduce((first, second) -> second);
    }

    private static @Nullable Problem problem(McpAnswer wire) {
        if (wire.response().has("error")) {
            return Problem.ofRpcError(wire.response().get("error"));
        }
        return wire.isError() ? Problem.ofToolText(wire.text()) : null;
    }

    private static Optional<String> header(McpAnswer wire, String name) {
        return wire.headers().getOrDefault(name, List.of()).stream().findFirst();
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            // Another server's header of the same name: then it just says nothing to us.
            return Optional.empty();
        }
    }
}
