package dev.orgbench.ui.kit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.mcp.client.McpException;
import dev.orgbench.orgs.SecretsException;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.store.StoreException;
import dev.orgbench.trace.Message;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What went wrong, as a person reads it.
 *
 * @param code the short name it goes by ({@code INVALID_FIELD}, {@code -32602}); null if it has none
 * @param message one or two sentences
 * @param excerpt the line at fault with a caret below, to be shown in the code font; null if it is not about code
 * @param advice what to try; null if the message says it all
 */
public record Problem(
        @Nullable String code,
        String message,
        @Nullable String excerpt,
        @Nullable String advice) {
    private static final Logger LOG = LoggerFactory.getLogger(Problem.class);

    private static final int LONGEST_ERROR = 64_000;

    public Problem(@Nullable String code, String message, @Nullable String advice) {
        this(code, message, null, advice);
    }

    /** From what a failed tool said to the model. */
    public static Problem ofToolText(String text) {
        return ToolErrorText.read(text);
    }

    /** Why {@code message} failed; empty if it did not, or not yet. Reads the answer, which is short when it is an error. */
    public static Optional<Problem> in(Message message) {
        Message.Result result = message.result();
        String failure = result == null ? null : result.failure();
        if (result == null || failure == null) {
            return Optional.empty();
        }
        if (result.body().length() > LONGEST_ERROR) {
            return Optional.of(ofToolText(failure));
        }
        try {
            JsonNode answer = JsonText.parse(result.body());
            if (answer.has("error")) {
                return Optional.of(ofRpcError(answer.get("error")));
            }
            StringJoiner said = new StringJoiner("\n");
            answer.at("/result/content")
                    .forEach(part -> said.add(part.path("text").asText()));
            return Optional.of(ofToolText(said.toString().isBlank() ? failure : said.toString()));
        } catch (JsonText.Malformed e) {
            // An answer without a body, as to a notification: then the few words are all there is.
            return Optional.of(ofToolText(failure));
        }
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
            case SalesforceException e -> ofSalesforce(e);
            case StoreException e -> new Problem(null, String.valueOf(e.getMessage()), null);
            case SecretsException e -> new Problem(null, String.valueOf(e.getMessage()), null);
            default -> {
                LOG.error("Unforeseen failure", failure);
                yield new Problem(
                        null,
                        "Something in Orgbench failed (" + failure.getClass().getSimpleName() + ").",
                        "The log has the details. Trying again may help.");
            }
        };
    }

    private static Problem ofSalesforce(SalesforceException failure) {
        if (!(failure instanceof SalesforceException.Refused refused)) {
            return new Problem(null, failure.text(), null);
        }
        String advice =
                switch (refused.errorCode()) {
                    case "REQUEST_LIMIT_EXCEEDED" ->
                        "The org has no API requests left, or too many long ones run at once. Wait before you ask again: the"
                                + " allowance is that of the last 24 hours. Limits shows who used it.";
                    case "UNABLE_TO_LOCK_ROW" ->
                        "Somebody or something else is changing that record, or one it belongs to. Wait a little and send it again.";
                    case "INVALID_QUERY_LOCATOR" ->
                        "The org keeps the rest of a result for a while only, and it is gone now. Run the query again.";
                    default ->
                        refused.fields().isEmpty() ? null : "Fields: " + String.join(", ", refused.fields()) + ".";
                };
        return new Problem(refused.errorCode(), refused.text().strip(), advice);
    }

    /** Code and message, on one line. */
    public String summary() {
        return code == null ? message : code + ": " + message;
    }

    /** Code, message, excerpt and advice as plain text, for the clipboard. */
    public String text() {
        return summary() + (excerpt == null ? "" : "\n" + excerpt) + (advice == null ? "" : "\n" + advice);
    }
}
