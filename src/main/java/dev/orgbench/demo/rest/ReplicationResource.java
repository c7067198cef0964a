package dev.orgbench.demo.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.Changes;
import dev.orgbench.demo.data.Times;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.wire.ApiError;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * {@code /sobjects/Account/updated?start&end} and {@code .../deleted}: what changed, for copies of the org. Seconds of the
 * two dates do not count. (REST API Developer Guide, "sObject Get Updated", "sObject Get Deleted".)
 */
final class ReplicationResource {
    private static final Duration REACH = Duration.ofDays(30);
    private static final int MOST = 600_000;
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Org org;

    ReplicationResource(Org org) {
        this.org = org;
    }

    private record Span(Instant start, Instant end) {}

    Answer updated(Call call, SObject object) throws ApiError, SQLException {
        Span span = span(call, object);
        List<String> ids = org.file().read(db -> Changes.updated(db, object, span.start(), span.end(), MOST + 1));
        requireFew(ids.size());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode list = body.putArray("ids");
        ids.forEach(list::add);
        return Answer.ok(body.put("latestDateCovered", SHOWN.format(span.end())));
    }

    Answer deleted(Call call, SObject object) throws ApiError, SQLException {
        Span span = span(call, object);
        List<Changes.Deleted> records =
                org.file().read(db -> Changes.deleted(db, object, span.start(), span.end(), MOST + 1));
        requireFew(records.size());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode list = body.putArray("deletedRecords");
        records.forEach(record ->
                list.addObject().put("deletedDate", SHOWN.format(record.at())).put("id", record.id()));
        return Answer.ok(body.put("earliestDateAvailable", SHOWN.format(earliest()))
                .put("latestDateCovered", SHOWN.format(span.end())));
    }

    private Instant earliest() {
        return org.clock().instant().minus(REACH).truncatedTo(ChronoUnit.MINUTES);
    }

    private Span span(Call call, SObject object) throws ApiError {
        call.requireGet();
        if (!object.traits().has("replicateable")) {
            throw new ApiError(
                    400,
                    "INVALID_TYPE_FOR_OPERATION",
                    "entity type " + object.name() + " does not support replication");
        }
        Instant start = date(call, "start");
        Instant end = date(call, "end");
        if (start.isBefore(earliest())) {
            throw invalid("startDate cannot be more than 30 days ago");
        }
        if (start.isAfter(org.clock().instant())) {
            throw invalid("startDate cannot be in the future");
        }
        if (Duration.between(start, end).compareTo(Duration.ofMinutes(1)) < 0) {
            throw invalid("endDate must be at least one minute greater than startDate");
        }
        return new Span(start, end);
    }

    private static Instant date(Call call, String name) throws ApiError {
        String text = call.query(name)
                .filter(given -> !given.isBlank())
                .orElseThrow(() -> new ApiError(400, "MISSING_ARGUMENT", "The parameter " + name + " is required"));
        try {
            // A plus sign that was not encoded arrives as a space.
            return Times.instant(text.strip().replace(' ', '+')).truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException e) {
            throw invalid(name + " is no date and time in ISO 8601: " + text);
        }
    }

    private static void requireFew(int found) throws ApiError {
        if (found > MOST) {
            throw new ApiError(400, "EXCEEDED_ID_LIMIT", "More than " + MOST + " records changed in this time");
        }
    }

    /** [K] the wordings */
    private static ApiError invalid(String why) {
        return new ApiError(400, "INVALID_REPLICATION_DATE", why);
    }
}
