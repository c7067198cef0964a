package dev.orgbench.trace;

import dev.orgbench.trace.Exchange.Header;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes secrets out of what is recorded: session ids, the tokens of server URLs, bearer tokens, and the values of names
 * that hold secrets. It works on cut texts too, where a closing quote may be missing, and on JSON that stands as a text
 * within JSON.
 */
public final class SecretMask {
    /** What stands in place of a secret. */
    public static final String MASK = "••••";

    private static final String ALWAYS =
            "access_token|refresh_token|id_token|client_secret|password|private_key|assertion|code_verifier|oauth_token";
    private static final String IN_ELEMENTS = ALWAYS + "|sessionid";
    private static final String WHEN_SIGNING_IN = ALWAYS + "|session_?id|sid|signature|code|device_code";
    private static final Set<String> HEADERS = Set.of("authorization", "cookie", "set-cookie", "proxy-authorization");

    /** {@code 00D<org>!<secret>}, wherever it stands; also percent-encoded. */
    private static final Pattern SESSION_ID = Pattern.compile("(00D[A-Za-z0-9]{12,15}(?:!|%21))[A-Za-z0-9._%-]+");

    private static final Pattern SERVER_TOKEN = Pattern.compile("(/mcp/)[A-Za-z0-9_-]{16,}");
    private static final Pattern BEARER = Pattern.compile("([Bb]earer )[A-Za-z0-9._~+/=!-]{8,}");
    private static final Pattern IN_FORM = inForm(WHEN_SIGNING_IN);
    private static final Pattern IN_BODY = inJson(ALWAYS);
    private static final Pattern IN_XML =
            Pattern.compile("(?i)(<(?:[a-z0-9_]+:)?(?:" + IN_ELEMENTS + ")(?:\\s[^<>]*)?>)[^<]+");
    private static final List<String> BODY_NAMES =
            Arrays.stream(ALWAYS.split("\\|", -1)).map(name -> '"' + name).toList();
    private static final List<String> XML_NAMES = List.of(IN_ELEMENTS.split("\\|", -1));
    private static final Pattern IN_SIGN_IN = inJson(WHEN_SIGNING_IN);

    private SecretMask() {}

    /** Any text: an error's message, a header's value, the body of an answer. */
    public static String text(String text) {
        String first = masked(text, "00D", SESSION_ID);
        String second = masked(first, "/mcp/", SERVER_TOKEN);
        return masked(second, "earer ", BEARER);
    }

    /** Most texts have no secret; to look for a part of the pattern takes a tenth of the time that the pattern takes. */
    private static String masked(String text, String part, Pattern secret) {
        return text.contains(part) ? secret.matcher(text).replaceAll("$1" + MASK) : text;
    }

    /** An address, with its query. */
    public static String url(String url) {
        return text(IN_FORM.matcher(url).replaceAll("$1" + MASK));
    }

    /** A JSON or XML body. */
    public static String body(String body) {
        String small = body.toLowerCase(Locale.ROOT);
        String first = holdsOneOf(BODY_NAMES, small) ? values(body, IN_BODY) : body;
        boolean xml = small.indexOf('<') >= 0 && holdsOneOf(XML_NAMES, small);
        return text(xml ? IN_XML.matcher(first).replaceAll("$1" + MASK) : first);
    }

    /** Few bodies do, and a list of many tools is a million characters, which the patterns would look at one by one. */
    private static boolean holdsOneOf(List<String> names, String small) {
        for (String name : names) {
            if (small.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** For the bodies of sign-in requests and answers, where more names hold secrets. */
    public static String signInBody(String body) {
        return text(values(IN_FORM.matcher(body).replaceAll("$1" + MASK), IN_SIGN_IN));
    }

    /** A header. Its scheme ("Bearer") is kept, so that a person sees how the request was authorised. */
    public static Header header(String name, String value) {
        if (!HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            return new Header(name, text(value));
        }
        int space = value.indexOf(' ');
        return new Header(name, space > 0 && space < 12 ? value.substring(0, space + 1) + MASK : MASK);
    }

    /** All headers of a request or an answer. */
    static List<Header> headers(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header(header.getKey(), header.getValue()))
                .toList();
    }

    private static Pattern inForm(String names) {
        return Pattern.compile("(?i)((?:^|[?&])(?:" + names + ")=)[^&\\s\"]+");
    }

    /** Up to the quote that opens the value; the backslashes before it tell how deep the JSON stands within texts. */
    private static Pattern inJson(String names) {
        return Pattern.compile("\"(?i)(?=[" + initials(names) + "])(?:" + names + ")\\\\*+\"\\s*+:\\s*+(\\\\*+)\"");
    }

    /** What the names begin with: far fewer texts do than stand in a body. */
    private static String initials(String names) {
        return Arrays.stream(names.split("\\|", -1))
                .map(name -> name.substring(0, 1))
                .distinct()
                .collect(Collectors.joining());
    }

    private static String values(String body, Pattern names) {
        Matcher name = names.matcher(body);
        if (!name.find()) {
            return body;
        }
        StringBuilder masked = new StringBuilder(body.length());
        int copied = 0;
        do {
            int close = closing(body, name.end(), name.end(1) - name.start(1));
            if (close > name.end()) {
                masked.append(body, copied, name.end()).append(MASK);
                copied = close;
            }
        } while (name.find(Math.max(copied, name.end())));
        return masked.append(body, copied, body.length()).toString();
    }

    /** Where the value ends that was opened by a quote behind {@code depth} backslashes. */
    private static int closing(String body, int from, int depth) {
        int backslashes = 0;
        for (int i = from; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '"' && (backslashes == depth || (depth == 0 && backslashes % 2 == 0))) {
                return i - depth;
            }
            backslashes = c == '\\' ? backslashes + 1 : 0;
        }
        return body.length();
    }
}
