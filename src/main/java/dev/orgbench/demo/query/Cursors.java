package dev.orgbench.demo.query;

import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.data.RecordId;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The open cursors, by locator. When there are too many, the one unused for longest is dropped. */
final class Cursors {
    private static final int MOST = 50;
    private static final Pattern LOCATOR = Pattern.compile("(01g[0-9A-Za-z]{15})-(\\d{1,9})");
    private static final String KEY_PREFIX = "01g";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Cursor> byId = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * A result that is read page by page: its ids in order, so that each page costs the same and a row keeps its place
     * whatever is written meanwhile.
     */
    record Cursor(QueryRequest request, IdList ids) {}

    /** A place in a cursor. */
    record Place(String id, Cursor cursor, int offset) {}

    /** Keeps a cursor; gives its id. */
    synchronized String add(Cursor cursor) {
        String id = RecordId.of(KEY_PREFIX, random.nextLong(RecordId.NUMBERS));
        byId.put(id, cursor);
        if (byId.size() > MOST) {
            byId.remove(byId.keySet().iterator().next());
        }
        return id;
    }

    synchronized Place find(String locator) throws ApiError {
        Matcher matcher = LOCATOR.matcher(locator);
        if (!matcher.matches()) {
            throw Refusals.unknownLocator();
        }
        Cursor cursor = byId.get(matcher.group(1));
        int offset = Integer.parseInt(matcher.group(2));
        if (cursor == null || offset >= cursor.ids().size()) {
            throw Refusals.unknownLocator();
        }
        return new Place(matcher.group(1), cursor, offset);
    }
}
