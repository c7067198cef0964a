package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;
import dev.orgbench.ui.kit.Problem;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a request to the org failed, from the org's own words. */
final class RequestProblem {
    private static final int BEGINNING = 4_000;
    private static final Pattern CODE = Pattern.compile("\"(?:errorCode|error)\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern MESSAGE =
            Pattern.compile("\"(?:message|error_description)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"");

    private RequestProblem() {}

    /** Empty if it did not fail. */
    static Optional<Problem> in(Exchange exchange) {
        if (exchange.isOk()) {
            return Optional.empty();
        }
        String failure = exchange.failure();
        if (failure != null) {
            return Optional.of(new Problem("No answer", failure, null));
        }
        String body = exchange.responseBody();
        String beginning = body.substring(0, Math.min(BEGINNING, body.length()));
        String code = first(CODE, beginning).map(name -> " " + name).orElse("");
        return Optional.of(new Problem(
                exchange.status() + code,
                first(MESSAGE, beginning).map(RequestProblem::oneLine).orElse("The org refused it."),
                null));
    }

    /** Salesforce's words on a query hold its lines, escaped as JSON has them; the last says what is wrong. */
    private static String oneLine(String message) {
        return message.replaceAll("\\\\[nrt]", " ")
                .replaceAll("\\\\(.)", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
