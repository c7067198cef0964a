package dev.orgbench.ui.kit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.mcp.client.McpException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What went wrong, as a person reads it.
 *
 * @param code the short name it goes by ({@code INVALID_FIELD}, {@code -32602}); null if it has none
 * @param message one or two sentences
 * @param advice what to try; null if the message says it all
 */
public record Problem(@Nullable String code, String message, @Nullable String advice) {
    private static final Logger LOG = LoggerFactory.getLogger(Problem.class);

    /** An error code as Salesforce writes them, with what follows. */
    private static final Pattern CODED = Pattern.compile("\\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\\b[:\\s]*(.*)");

    /** From what a failed tool said: the first line that holds an error code leads, the other lines advise. */
    public static Problem ofToolText(String text) {
        StringBuilder advice = new StringBuilder();
        String code = null;
        String message = "";
        for (String line : text.strip().lines().map(String::strip).toList()) {
            Matcher coded = CODED.matcher(line);
            if (code == null && coded.find()) {
                code = coded.group(1);
                String lead = line.substring(0, coded.start()).replaceAll("[\\s:(\\[]+$", "");
                String rest = coded.group(2).replaceFirst("^[)\\]:\\s]+", "");
                message = lead.isEmpty() ? rest : rest.isEmpty() ? lead : lead + ": " + rest;
            } else if (message.isEmpty()) {
                message = line;
            } else if (!line.isEmpty()) {
                advice.append(advice.isEmpty() ? "" : "\n").append(line);
            }
        }
        return new Problem(code, message, advice.isEmpty() ? null : advice.toString());
    }

    /** From the {@code error} of a JSON-RPC response. */
    public static Problem ofRpcError(JsonNode error) {
        return new Problem(
                error.path("code").asText(),
                error.path("message").asText(),
                "The server refused the request itself; the tool did not run.");
    }

    /** From what a piece of background work threw. What nobody foresaw is logged, and only named here. */
    public static Problem of(Exception failure) {
        return switch (failure) {
            case McpException e -> new Problem(null, String.valueOf(e.getMessage()), null);
            default -> {
                LOG.error("Unforeseen failure", failure);
                yield new Problem(
                        null,
                        "Something in Orgbench failed (" + failure.getClass().getSimpleName() + ").",
                        "The log has the details. Trying again may help.");
            }
        };
    }

    /** Code, message and advice as plain text, for the clipboard. */
    public String text() {
        return (code == null ? "" : code + ": ") + message + (advice == null ? "" : "\n" + advice);
    }
}
