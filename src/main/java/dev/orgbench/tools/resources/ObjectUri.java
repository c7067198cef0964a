package dev.orgbench.tools.resources;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URI of an object's describe. Both parts are percent-encoded as RFC 6570 expands {@link #TEMPLATE}: all but letters,
 * digits and {@code -._~}.
 *
 * @param org the org's id in Orgbench
 * @param object the object's API name
 */
record ObjectUri(String org, String object) {
    static final String TEMPLATE = "salesforce://{org}/sobject/{name}";

    /** A scheme is the same in any case (RFC 3986, 3.1). */
    private static final Pattern FORM = Pattern.compile("(?i:salesforce)://([^/?#]+)/sobject/([^/?#]+)");
    /** Longer than any name of an org or object, encoded. */
    private static final int LONGEST = 1_000;

    static Optional<ObjectUri> parse(String uri) {
        if (uri.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(uri);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ObjectUri(decoded(form.group(1)), decoded(form.group(2))));
        } catch (IllegalArgumentException notPercentEncoded) {
            return Optional.empty();
        }
    }

    /** The template with the org put in. */
    static String templateOf(String org) {
        return TEMPLATE.replace("{org}", encoded(org));
    }

    @Override
    public String toString() {
        return templateOf(org).replace("{name}", encoded(object));
    }

    /** In a URI, unlike in a form, a plus is a plus. */
    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
