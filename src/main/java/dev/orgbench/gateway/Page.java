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
import java.util.function.Function;

/**
 * One page of a list, oldest first: {@code {"next_cursor", "result": []}}. A cursor stands for the last entry of its page,
 * and stays good when that one is deleted.
 */
final class Page {
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final String PARTS = "\n";

    private Page() {}

    /**
     * The page that {@code request} asks for by {@code limit} and {@code cursor}.
     *
     * @param place where an entry stands in the list
     */
    static <T> ObjectNode of(List<T> all, Function<T, Place> place, Function<T, ObjectNode> shown, HttpRequest request)
            throws Problem {
        int limit = limit(request.query("limit").orElse(Integer.toString(USUAL)));
        String cursor = request.query("cursor").orElse("");
        Place after = cursor.isEmpty() ? null : place(cursor);
        List<T> rest = all.stream()
                .sorted(Comparator.comparing(place))
                .filter(each -> after == null || place.apply(each).compareTo(after) > 0)
                .toList();
        List<T> page = rest.stream().limit(limit).toList();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("next_cursor", rest.size() > limit ? text(place.apply(page.getLast())) : null);
        ArrayNode result = json.putArray("result");
        page.stream().map(shown).forEach(result::add);
        return json;
    }

    /** Where an entry stands in its list. */
    record Place(Instant created, String id) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.comparing(Place::created).thenComparing(Place::id).compare(this, other);
        }
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
