package dev.orgbench.connect.tunnel;

import java.util.List;
import java.util.regex.Pattern;

/** Takes what looks like a secret out of a program's output: tunnels print authtokens when they refuse them. */
final class OutputMask {
    private static final String MASK = "••••";
    private static final Pattern LONG_WORD = Pattern.compile(
            "(?<![A-Za-z0-9./-])(?=[A-Za-z0-9_~+=-]*\\d)[A-Za-z0-9_~+=-]{20,}(?![A-Za-z0-9.-]*\\.[a-z]{2,})");
    private static final Pattern NAMED = Pattern.compile("(?i)((?:token|secret|password|key)\\s*[=:]\\s*)[^\\s\"',]+");

    private final List<String> secrets;

    /** Takes out {@code secrets}, too. */
    OutputMask(List<String> secrets) {
        this.secrets = secrets;
    }

    String line(String line) {
        String masked = line;
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        return NAMED.matcher(LONG_WORD.matcher(masked).replaceAll(MASK)).replaceAll("$1" + MASK);
    }
}
