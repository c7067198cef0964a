package dev.orgbench.ui.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.Comparison;
import dev.orgbench.ui.kit.JsonText;
import java.util.stream.Stream;

/** What is compared of two entries: one part of the older beside the same part of the newer. */
final class CompareModel {
    private final Trace trace;
    private final Row older;
    private final Row newer;

    CompareModel(Trace trace, Row one, Row other) {
        this.trace = trace;
        this.older = one.id() < other.id() ? one : other;
        this.newer = one.id() < other.id() ? other : one;
    }

    /** A side of a conversation. */
    enum Part {
        REQUEST,
        ANSWER
    }

    Row older() {
        return older;
    }

    Row newer() {
        return newer;
    }

    /** Compares; for the background. Members keep their order, one a line. */
    Comparison compare(Part part) {
        return Comparison.of(text(older, part), text(newer, part));
    }

    private String text(Row row, Part part) {
        return DetailModel.read(trace, row.id())
                .map(detail -> JsonText.prettyIfJson(body(detail, part)))
                .orElse("This entry is kept no longer.");
    }

    private static String body(Detail detail, Part part) {
        if (detail.message().isPresent()) {
            Message message = detail.message().get();
            Message.Result result = message.result();
            return part == Part.REQUEST
                    ? without(message.request(), "params")
                    : result == null ? "" : without(result.body(), "result", "error");
        }
        Exchange exchange = detail.exchanges().getFirst();
        return part == Part.REQUEST
                ? exchange.method() + " " + exchange.url() + "\n" + JsonText.prettyIfJson(exchange.requestBody())
                : exchange.responseBody();
    }

    /** What the JSON-RPC envelope holds: its id differs each time and says nothing. */
    private static String without(String envelope, String... members) {
        try {
            JsonNode json = JsonText.parse(envelope);
            return Stream.of(members)
                    .filter(json::has)
                    .map(member -> JsonText.pretty(json.get(member)))
                    .findFirst()
                    .orElse(envelope);
        } catch (JsonText.Malformed e) {
            // A body that was cut is compared as it is.
            return envelope;
        }
    }
}
