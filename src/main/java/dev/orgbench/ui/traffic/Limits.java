package dev.orgbench.ui.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.ui.kit.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an answer said about limits.
 *
 * @param toClient as the client got it, in the result's {@code _meta}
 * @param fromOrg the last {@code Sforce-Limit-Info} that the org sent for it
 */
record Limits(List<Line> toClient, Optional<String> fromOrg) {
    /** Nothing was said. */
    static final Limits NONE = new Limits(List.of(), Optional.empty());

    private static final String WORD = "ratelimit";

    /** A name and its value. */
    record Line(String name, String value) {}

    static Limits of(Message message, List<Exchange> exchanges) {
        List<Line> lines = new ArrayList<>();
        Message.Result result = message.result();
        if (result != null && !result.body().isEmpty()) {
            try {
                gather(JsonText.parse(result.body()).at("/result/_meta"), false, lines);
            } catch (JsonText.Malformed e) {
                // The body is shown as it is beside this; it has no limits to tell.
                lines.clear();
            }
        }
        return new Limits(
                lines,
                exchanges.reversed().stream()
                        .flatMap(exchange -> exchange.responseHeaders().stream())
                        .filter(header -> header.name().equalsIgnoreCase("Sforce-Limit-Info"))
                        .map(Exchange.Header::value)
                        .findFirst());
    }

    private static void gather(JsonNode node, boolean within, List<Line> lines) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            boolean about = within || member.getKey().toLowerCase(Locale.ROOT).replace("-", "").contains(WORD);
            if (member.getValue().isObject()) {
                gather(member.getValue(), about, lines);
            } else if (about) {
                lines.add(new Line(member.getKey().replaceFirst("^.*/", ""), member.getValue().asText()));
            }
        }
    }
}
