package dev.orgbench.ui.kit;

import dev.orgbench.trace.Exchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** An exchange in one short line. */
public final class ExchangeName {
    /** What every URL of the REST API begins with, and so says nothing. */
    private static final Pattern COMMON = Pattern.compile("^https?://[^/]+(?:/services/data/v[\\d.]+)?");

    private ExchangeName() {}

    /** {@code GET /sobjects/Task/describe}: the method and what is left of the URL, decoded. */
    public static String of(Exchange exchange) {
        String path = COMMON.matcher(exchange.url()).replaceFirst("");
        return exchange.method() + " " + (path.isEmpty() ? "/" : readable(path));
    }

    /** A query is written for people, its encoding is not. */
    private static String readable(String path) {
        int query = path.indexOf('?');
        if (query < 0) {
            return path;
        }
        try {
            return path.substring(0, query)
                    + URLDecoder.decode(path.substring(query), StandardCharsets.UTF_8)
                            .replace('\n', ' ');
        } catch (IllegalArgumentException e) {
            // A stray percent sign: shown as it was sent.
            return path;
        }
    }
}
