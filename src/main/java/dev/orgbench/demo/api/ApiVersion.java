package dev.orgbench.demo.api;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions of the API that the org speaks, in REST and in SOAP. */
public final class ApiVersion {
    public static final int OLDEST = 20;
    public static final int NEWEST = 67;

    private static final Pattern FORM = Pattern.compile("v?(\\d{2})(?:\\.0)?");

    private ApiVersion() {}

    /** {@code 67.0} for {@code v67.0}, {@code 67.0} or {@code 67}; nothing for a version that there is not. */
    public static Optional<String> normal(String segment) {
        Matcher matcher = FORM.matcher(segment.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        return number < OLDEST || number > NEWEST ? Optional.empty() : Optional.of(number + ".0");
    }
}
