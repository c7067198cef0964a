package dev.orgbench.ui.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.trace.ApiUse;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.ui.kit.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an entry did to the limits.
 *
 * @param toClient as the client got them, in the result's {@code _meta}
 * @param use the org's API use before and after; empty if the org told nothing
 */
record Limits(List<Told> toClient, Optional<Use> use) {
    /** Nothing was said. */
    static final Limits NONE = new Limits(List.of(), Optional.empty());

    private static final String WORD = "ratelimit";

    /** A name and its value. */
    record Told(String name, String value) {}

    /**
     * The org's API use.
     *
     * @param before before the first request
     * @param after after the last
     * @param requests how many requests of this entry were counted; others may have counted in between
     */
    record Use(long before, long after, long limit, int requests) {
        /** {@code 138 → 140 of 15,000 API requests}. */
        String words() {
            return String.format(Locale.ROOT, "%,d → %,d of %,d", before, after, limit);
        }
    }

    static Limits of(Message message, List<Exchange> exchanges) {
        List<Told> lines = new ArrayList<>();
        Message.Result result = message.result();
        if (result != null && !result.body().isEmpty()) {
            try {
                gather(JsonText.parse(result.body()).at("/result/_meta"), false, lines);
            } catch (JsonText.Malformed e) {
                // The body is shown as it is beside this; it has no limits to tell.
                lines.clear();
            }
        }
        return new Limits(List.copyOf(lines), use(exchanges));
    }

    static Limits of(List<Exchange> exchanges) {
        return new Limits(List.of(), use(exchanges));
    }

    private static Optional<Use> use(List<Exchange> exchanges) {
        List<ApiUse> told = exchanges.stream()
                .map(Exchange::apiUse)
                .flatMap(Optional::stream)
                .toList();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        long least = told.stream().mapToLong(ApiUse::used).min().orElseThrow();
        long most = told.stream().mapToLong(ApiUse::used).max().orElseThrow();
        // What an answer tells has its own request in it.
        return Optional.of(new Use(Math.max(0, least - 1), most, told.getLast().limit(), told.size()));
    }

    private static void gather(JsonNode node, boolean within, List<Told> lines) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            boolean about = within
                    || member.getKey().toLowerCase(Locale.ROOT).replace("-", "").contains(WORD);
            if (member.getValue().isObject()) {
                gather(member.getValue(), about, lines);
            } else if (about) {
                lines.add(new Told(
                        member.getKey().replaceFirst("^.*/", ""),
                        member.getValue().asText()));
            }
        }
    }
}
