package dev.orgbench.demo.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A query as a client asked for it.
 *
 * @param soql the query's text
 * @param base what every URL in the answer begins with: {@code /services/data/v67.0}, or {@code
 *     /services/data/v67.0/tooling}
 * @param all whether rows in the recycle bin answer too ({@code queryAll})
 * @param batchSize rows a page; brought into 200 to 2000, as Salesforce does with {@code Sforce-Query-Options}
 * @param userId whose records {@code USING SCOPE mine} means; null where nobody is signed in
 */
public record QueryRequest(
        String soql,
        String base,
        boolean all,
        int batchSize,
        @Nullable String userId) {
    /** Rows a page where the client names no number. */
    public static final int DEFAULT_BATCH_SIZE = 2000;

    private static final int SMALLEST_BATCH = 200;
    private static final Pattern VERSION = Pattern.compile("/v(\\d{1,3})\\.0(/.*)?$");

    public QueryRequest {
        batchSize = Math.clamp(batchSize, SMALLEST_BATCH, DEFAULT_BATCH_SIZE);
    }

    public QueryRequest(String soql, String base, boolean all, int batchSize) {
        this(soql, base, all, batchSize, null);
    }

    /** The first page of the rows that are not in the bin, as a user of the org sees them. */
    public QueryRequest(String soql, String base, String userId) {
        this(soql, base, false, DEFAULT_BATCH_SIZE, userId);
    }

    public QueryRequest(String soql, String base) {
        this(soql, base, false, DEFAULT_BATCH_SIZE);
    }

    /** The same, asked for by another version's URL. */
    QueryRequest withBase(String other) {
        return new QueryRequest(soql, other, all, batchSize, userId);
    }

    /** The API's version in {@link #base()}; the highest number where there is none. */
    int version() {
        Matcher matcher = VERSION.matcher(base);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : Integer.MAX_VALUE;
    }
}
