package dev.orgbench.tools;

import dev.orgbench.salesforce.OrgRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The request that an answer's link to its next page stands for: a path from the root, or a whole address. */
final class NextLink {
    private NextLink() {}

    /** @throws Refusal if it leads away from the API: our sign-in would go with it */
    static OrgRequest request(String link, URI api) throws Refusal {
        try {
            URI next = new URI(link);
            String path = next.getRawPath();
            boolean isAway = next.isAbsolute() && !origin(next).equals(origin(api));
            if (isAway || (next.getRawAuthority() != null && !next.isAbsolute()) || path == null || !isFromRoot(path)) {
                throw Refusal.ofAnswer("The link to the next page leads away from " + origin(api) + ".");
            }
            return new OrgRequest("GET", path, query(next.getRawQuery()), Map.of(), null, false);
        } catch (URISyntaxException e) {
            throw Refusal.ofAnswer("The link to the next page is no address: " + Quoted.text(link));
        }
    }

    private static boolean isFromRoot(String path) {
        return path.startsWith("/") && !path.startsWith("//");
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String each : raw == null || raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
            int equals = each.indexOf('=');
            query.put(decoded(equals < 0 ? each : each.substring(0, equals)), decoded(each.substring(equals + 1)));
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
