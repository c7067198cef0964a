package dev.orgbench.demo.rest;

import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.wire.ApiError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state that a conditional request is held against. (RFC 9110, 13; REST API Developer Guide, "Conditional Request
 * Headers".)
 *
 * @param tag the ETag with its quotes, or null where the resource has none; then headers with tags mean nothing
 * @param modified in whole seconds, as HTTP dates are
 */
record Preconditions(@Nullable String tag, Instant modified) {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    Preconditions {
        modified = modified.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Whether a reader has it already: 304. */
    boolean isFresh(Call call) {
        Optional<String> tags = tags(call, "If-None-Match");
        if (tags.isPresent()) {
            return lists(tags.get());
        }
        return call.request()
                .header("If-Modified-Since")
                .flatMap(Preconditions::date)
                .filter(since -> !modified.isAfter(since))
                .isPresent();
    }

    /**
     * Holds the request against the state.
     *
     * @throws ApiError 412 where it shall not be carried out, 400 for a writing request with a date that is none
     */
    void check(Call call) throws ApiError {
        Optional<String> wanted = tags(call, "If-Match");
        Optional<String> unwanted = tags(call, "If-None-Match");
        if (wanted.isPresent() && !lists(wanted.get())) {
            throw failed();
        }
        if (wanted.isEmpty()
                && date(call, "If-Unmodified-Since").filter(modified::isAfter).isPresent()) {
            throw failed();
        }
        if (call.isGet()) {
            return;
        }
        if (unwanted.isPresent() ? lists(unwanted.get()) : isOld(date(call, "If-Modified-Since"))) {
            throw failed();
        }
    }

    /** The answer with the headers that later requests are conditioned by. */
    Answer label(Answer answer) {
        Answer dated = answer.with("Last-Modified", HTTP_DATE.format(modified));
        return tag == null ? dated : dated.with("ETag", tag);
    }

    private boolean isOld(Optional<Instant> since) {
        return since.isPresent() && !modified.isAfter(since.get());
    }

    private Optional<String> tags(Call call, String header) {
        return tag == null ? Optional.empty() : call.request().header(header);
    }

    private boolean lists(String tags) {
        return Arrays.stream(tags.split(","))
                .map(text -> text.strip().replaceFirst("^W/", "").replaceFirst("-+gzip\"$", "\""))
                .anyMatch(text -> text.equals("*") || text.equals(tag));
    }

    /** A reader's date that can not be read is as good as none (RFC 9110, 13.1.3); a writer's is refused. */
    private static Optional<Instant> date(Call call, String header) throws ApiError {
        Optional<String> text = call.request().header(header);
        Optional<Instant> date = text.flatMap(Preconditions::date);
        if (text.isPresent() && date.isEmpty() && !call.isGet()) {
            // [K] the code and the wording
            throw new ApiError(
                    400, "BAD_REQUEST", "The value of the header " + header + " is no HTTP date: " + text.get());
        }
        return date;
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ApiError failed() {
        // [K] the code and the wording
        return new ApiError(
                412,
                "PRECONDITION_FAILED",
                "The request was not executed, for a precondition in its headers does not hold");
    }
}
