package dev.orgbench.demo.query;

import dev.orgbench.demo.data.RecordId;
import dev.orgbench.demo.wire.ApiError;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The open cursors, by locator. Each lives for two days (REST API Developer Guide, "Query More Results"); when there are
 * too many, the one unused for longest is dropped.
 */
final class Cursors {
    private static final int MOST = 50;
    private static final Duration LIFE = Duration.ofDays(2);
    private static final Pattern LOCATOR = Pattern.compile("(01g[0-9A-Za-z]{15})-(\\d{1,9})");
    private static final String KEY_PREFIX = "01g";

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Cursor> byId = new LinkedHashMap<>(16, 0.75f, true);

    Cursors(Clock clock) {
        this.clock = clock;
    }

    /**
     * A result that is read page by page: its ids in order, so that each page costs the same and a row keeps its place
     * whatever is written meanwhile.
     *
     * @param path the child relationships that lead from the query to these rows; empty for its own
     */
    private record Cursor(QueryRequest request, List<String> path, IdList ids, Instant made) {}

    /**
     * A page of a cursor.
     *
     * @param id of the cursor
     * @param offset of the page's first row
     * @param size rows of the whole answer
     * @param ids of the page's rows
     */
    record Place(String id, QueryRequest request, List<String> path, int offset, int size, List<String> ids) {}

    /** Keeps the rows behind the first page; gives the cursor's id. */
    synchronized String add(QueryRequest request, List<String> path, IdList ids) {
        String id = RecordId.of(KEY_PREFIX, random.nextLong(RecordId.NUMBERS));
        byId.put(id, new Cursor(request, path, ids, clock.instant()));
        while (byId.size() > MOST) {
            drop(byId.keySet().iterator().next());
        }
        return id;
    }

    synchronized Place find(String locator) throws ApiError {
        byId.entrySet().stream()
                .filter(entry -> isOver(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::drop);
        Matcher matcher = LOCATOR.matcher(locator);
        if (!matcher.matches()) {
            throw Refusals.unknownLocator();
        }
        String id = matcher.group(1);
        Cursor cursor = byId.get(id);
        int offset = Integer.parseInt(matcher.group(2));
        if (cursor == null || offset >= cursor.ids().size()) {
            throw Refusals.unknownLocator();
        }
        List<String> ids = cursor.ids().page(offset, cursor.request().batchSize());
        return new Place(
                id, cursor.request(), cursor.path(), offset, cursor.ids().size(), ids);
    }

    private boolean isOver(Cursor cursor) {
        return clock.instant().isAfter(cursor.made().plus(LIFE));
    }

    private void drop(String id) {
        Cursor cursor = byId.remove(id);
        if (cursor != null) {
            cursor.ids().close();
        }
    }
}
