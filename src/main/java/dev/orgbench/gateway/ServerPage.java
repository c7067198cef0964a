package dev.orgbench.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One page of a list of servers: {@code {"next_cursor", "result": []}}. A cursor stands for the last server of its page,
 * and stays good when that one is deleted.
 */
final class ServerPage {
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final String PARTS = "\n";

    private ServerPage() {}

    static ObjectNode of(List<McpServer> all, Map<String, ServerUse> use, HttpRequest request, Instant now)
            throws Problem {
        int limit = limit(request.query("limit").orElse(Integer.toString(USUAL)));
        String cursor = request.query("cursor").orElse("");
        Place after = cursor.isEmpty() ? null : place(cursor);
        List<McpServer> rest = all.stream()
                .sorted(Comparator.comparing(ServerPage::place))
                .filter(server -> after == null || place(server).compareTo(after) > 0)
                .toList();
        List<McpServer> page = rest.stream().limit(limit).toList();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("next_cursor", rest.size() > limit ? text(place(page.getLast())) : null);
        ArrayNode result = json.putArray("result");
        page.forEach(server -> result.add(ServerJson.of(server, use.getOrDefault(server.id(), ServerUse.NONE), now)));
        return json;
    }

    /** Where a server stands in the list. */
    private record Place(Instant created, String id) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.comparing(Place::created).thenComparing(Place::id).compare(this, other);
        }
    }

    private static Place place(McpServer server) {
        return new Place(server.createdAt(), server.id());
    }

    private static String text(Place place) {
        byte[] plain = (place.created() + PARTS + place.id()).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    private static Place place(String cursor) throws Problem {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int split = plain.indexOf(PARTS);
            return new Place(Instant.parse(plain.substring(0, split)), plain.substring(split + 1));
        } catch (RuntimeException e) {
            throw new Problem(422, "Invalid cursor", "cursor must be the next_cursor of the page before.");
        }
    }

    private static int limit(String text) throws Problem {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Told below, as any other number that does not do.
        }
        throw new Problem(422, "Invalid limit", "limit must be a number from 1 to " + MOST + ".");
    }
}
