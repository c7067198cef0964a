package dev.orgbench.salesforce;

import dev.orgbench.trace.Exchange.Header;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import okhttp3.Headers;

/** Takes secrets out of what is recorded. It works on cut texts too, where a closing quote may be missing. */
final class SecretMask {
    static final String MASK = "••••";

    private static final String NAMES =
            "access_token|refresh_token|id_token|client_secret|password|assertion|code_verifier|oauth_token|session_?id|sid|signature|code";
    private static final Set<String> HEADERS = Set.of("authorization", "cookie", "set-cookie", "proxy-authorization");
    /** {@code 00D<org>!<secret>}, wherever it stands; also percent-encoded. */
    private static final Pattern SESSION_ID = Pattern.compile("(00D[A-Za-z0-9]{12,15}(?:!|%21))[A-Za-z0-9._%-]+");

    private static final Pattern IN_FORM = Pattern.compile("(?i)((?:^|[?&])(?:" + NAMES + ")=)[^&\\s\"]+");
    private static final Pattern IN_JSON =
            Pattern.compile("(?i)(\"(?:" + NAMES + ")\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)+");

    private SecretMask() {}

    static String text(String text) {
        return SESSION_ID.matcher(text).replaceAll("$1" + MASK);
    }

    static String url(String url) {
        return text(IN_FORM.matcher(url).replaceAll("$1" + MASK));
    }

    /** For the bodies of sign-in requests and answers, where names tell what is secret. */
    static String signInBody(String body) {
        String form = IN_FORM.matcher(body).replaceAll("$1" + MASK);
        return text(IN_JSON.matcher(form).replaceAll("$1" + MASK));
    }

    static List<Header> headers(Headers headers) {
        return IntStream.range(0, headers.size())
                .mapToObj(i -> header(headers.name(i), headers.value(i)))
                .toList();
    }

    private static Header header(String name, String value) {
        return new Header(name, HEADERS.contains(name.toLowerCase(Locale.ROOT)) ? masked(value) : text(value));
    }

    /** Keeps the scheme ("Bearer"), so that a person sees how the request was authorised. */
    private static String masked(String value) {
        int space = value.indexOf(' ');
        return space > 0 && space < 12 ? value.substring(0, space + 1) + MASK : MASK;
    }
}
