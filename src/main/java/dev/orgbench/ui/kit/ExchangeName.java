package dev.orgbench.ui.kit;

import dev.orgbench.trace.Exchange;
import java.util.regex.Pattern;

/** An exchange in one short line. */
public final class ExchangeName {
    /** What every URL of the REST API begins with, and so says nothing. */
    private static final Pattern COMMON = Pattern.compile("^https?://[^/]+(?:/services/data/v[\\d.]+)?");

    private ExchangeName() {}

    /** {@code GET /sobjects/Task/describe}: the method and what is left of the URL. */
    public static String of(Exchange exchange) {
        String path = COMMON.matcher(exchange.url()).replaceFirst("");
        return exchange.method() + " " + (path.isEmpty() ? "/" : path);
    }
}
