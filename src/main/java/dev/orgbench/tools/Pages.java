package dev.orgbench.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.OrgRequest;
import dev.orgbench.tools.MethodDefinition.PageSize;
import dev.orgbench.tools.MethodDefinition.Paging;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One page of a list: where it begins, how the org is asked for it, and where it is cut. */
final class Pages {
    private final Paging paging;
    private final Cursors cursors;
    private final String subject;
    private final int limit;
    private final int byteBudget;
    private final Cursors.Place place;
    private final URI api;

    private Pages(
            Paging paging, Cursors cursors, String subject, int limit, int byteBudget, Cursors.Place place, URI api) {
        this.paging = paging;
        this.cursors = cursors;
        this.subject = subject;
        this.limit = limit;
        this.byteBudget = byteBudget;
        this.place = place;
        this.api = api;
    }

    /** @throws Refusal if the arguments hold a cursor that is not theirs */
    static Pages open(Paging paging, Cursors cursors, Call call) throws Refusal {
        Map<String, JsonNode> others = new TreeMap<>();
        call.arguments().properties().forEach(argument -> others.put(argument.getKey(), argument.getValue()));
        others.remove(ToolGenerator.LIMIT);
        others.remove(ToolGenerator.NEXT_CURSOR);
        String subject = String.join(
                "\n",
                call.terms().server(),
                call.api().address().toString(),
                call.tool().name(),
                others.toString());
        int limit = call.arguments().path(ToolGenerator.LIMIT).asInt(ToolGenerator.USUAL_ITEMS);
        String cursor = call.text(ToolGenerator.NEXT_CURSOR);
        Cursors.Place place = cursor.isEmpty()
                ? new Cursors.Place("", 0, size(paging.pageSize(), limit))
                : cursors.read(cursor, subject);
        return new Pages(
                paging,
                cursors,
                subject,
                limit,
                call.terms().byteBudget(),
                place,
                call.api().address());
    }

    private static int size(@Nullable PageSize size, int limit) {
        return size == null ? 0 : Math.clamp(limit, size.min(), size.max());
    }

    /**
     * The request for this page, made from the one for the first.
     *
     * @throws Refusal if the page before led elsewhere
     */
    OrgRequest request(OrgRequest first) throws Refusal {
        OrgRequest request = place.page().isEmpty() ? first : following(first);
        PageSize size = paging.pageSize();
        if (size == null) {
            return request;
        }
        String value = size.value().replace("{size}", Integer.toString(place.size()));
        return size.isHeader() ? request.withHeader(size.name(), value) : request.withQuery(size.name(), value);
    }

    private OrgRequest following(OrgRequest first) throws Refusal {
        String parameter = paging.parameter();
        return paging.style() == Paging.Style.CURSOR && parameter != null
                ? first.withQuery(parameter, place.page())
                : NextLink.request(place.page(), api);
    }

    /**
     * Cuts {@code content}, which holds the whole of the org's page, to what fits.
     *
     * @throws Refusal if not even one item fits, with the cursor of what comes behind it
     */
    ObjectNode cut(ObjectNode content) throws Refusal {
        JsonNode all = content.path(paging.items());
        ArrayNode items = content.arrayNode();
        int at = Math.min(place.skip(), all.size());
        String next = paging.next() == null ? "" : content.path(paging.next()).asText("");
        int room = byteBudget - frame(content, next);
        boolean truncated = false;
        while (at < all.size() && items.size() < limit) {
            room -= Terms.bytes(all.path(at)) + 1;
            if (room < 0 && items.isEmpty()) {
                throw tooLarge(Terms.bytes(all.path(at)), place(at + 1, all.size(), next));
            }
            if (room < 0) {
                truncated = true;
                break;
            }
            items.add(all.path(at));
            at++;
        }
        return finished(content, all.size(), items, place(at, all.size(), next), truncated);
    }

    /** Where item {@code at} of this page is, or the first of the next; null where there is none. */
    private Cursors.@Nullable Place place(int at, int whole, String next) {
        return at < whole
                ? new Cursors.Place(place.page(), at, place.size())
                : next.isEmpty() ? null : new Cursors.Place(next, 0, place.size());
    }

    private Refusal tooLarge(int bytes, Cursors.@Nullable Place rest) {
        return Refusal.tooLarge("The next item of the list alone has " + bytes
                + " bytes; an answer of this server has at"
                + " most " + byteBudget + ". Ask for less of it: name fewer fields, without the long texts."
                + (rest == null
                        ? ""
                        : " To go on behind it, repeat the call with `next_cursor` " + cursors.write(rest, subject)));
    }

    /** How long the answer is without its items, with the longest cursor that it may get. */
    private int frame(ObjectNode content, String next) {
        ObjectNode frame = content.objectNode();
        frame.setAll(content);
        frame.putArray(paging.items());
        String page = next.length() > place.page().length() ? next : place.page();
        frame.put(ToolGenerator.TRUNCATED, true);
        frame.put(
                ToolGenerator.NEXT_CURSOR,
                cursors.write(new Cursors.Place(page, Integer.MAX_VALUE, place.size()), subject));
        return Terms.bytes(frame);
    }

    private ObjectNode finished(
            ObjectNode content, int whole, ArrayNode items, Cursors.@Nullable Place rest, boolean truncated) {
        if (paging.next() != null) {
            content.remove(paging.next());
        }
        if (paging.total() != null && paging.style() == Paging.Style.SLICE) {
            content.put(paging.total(), whole);
        }
        if (paging.done() != null) {
            content.put(paging.done(), rest == null);
        }
        content.set(paging.items(), items);
        if (truncated) {
            content.put(ToolGenerator.TRUNCATED, true);
        }
        if (rest != null) {
            content.put(ToolGenerator.NEXT_CURSOR, cursors.write(rest, subject));
        }
        return content;
    }
}
