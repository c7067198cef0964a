package dev.orgbench.demo.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Conditional requests (RFC 9110, 13) for descriptions, which change only with the schema. */
final class Freshness {
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Freshness() {}

    /** The body, or 304 where the client has it already. */
    static Answer answer(Call call, Instant modified, Supplier<? extends JsonNode> body) {
        // Everything that a description depends on: the schema, the version in its URLs, and which object it is.
        String tag = '"' + Integer.toHexString(
                (modified + call.base() + call.path()).toLowerCase(Locale.ROOT).hashCode()) + '"';
        Answer answer = isFresh(call, tag, modified) ? Answer.empty(304) : Answer.ok(body.get());
        return answer.with("ETag", tag).with("Last-Modified", HTTP_DATE.format(modified));
    }

    private static boolean isFresh(Call call, String tag, Instant modified) {
        Optional<String> tags = call.request().header("If-None-Match");
        if (tags.isPresent()) {
            return Arrays.stream(tags.get().split(","))
                    .map(text -> text.strip().replaceFirst("^W/", "").replaceFirst("-gzip\"$", "\""))
                    .anyMatch(text -> text.equals(tag) || text.equals("*"));
        }
        return call.request()
                .header("If-Modified-Since")
                .flatMap(Freshness::date)
                .filter(since -> !modified.isAfter(since))
                .isPresent();
    }

    /** A date that can not be read is as good as none (RFC 9110, 13.1.3). */
    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
