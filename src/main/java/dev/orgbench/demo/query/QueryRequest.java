package dev.orgbench.demo.query;

/**
 * A query as a client asked for it.
 *
 * @param soql the query's text
 * @param base what every URL in the answer begins with: {@code /services/data/v67.0}, or {@code
 *     /services/data/v67.0/tooling}
 * @param all whether rows in the recycle bin answer too ({@code queryAll})
 * @param batchSize rows a page; brought into 200 to 2000, as Salesforce does with {@code Sforce-Query-Options}
 */
public record QueryRequest(String soql, String base, boolean all, int batchSize) {
    /** Rows a page where the client names no number. */
    public static final int DEFAULT_BATCH_SIZE = 2000;

    private static final int SMALLEST_BATCH = 200;

    public QueryRequest {
        batchSize = Math.clamp(batchSize, SMALLEST_BATCH, DEFAULT_BATCH_SIZE);
    }

    public QueryRequest(String soql, String base) {
        this(soql, base, false, DEFAULT_BATCH_SIZE);
    }
}
