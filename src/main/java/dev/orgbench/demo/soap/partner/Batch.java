package dev.orgbench.demo.soap.partner;

import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.Records;
import dev.orgbench.demo.data.Records.Saved;
import dev.orgbench.demo.soap.SoapCall;
import dev.orgbench.demo.soap.SoapFault;
import dev.orgbench.demo.soap.TakenBack;
import dev.orgbench.demo.soap.Xml;
import dev.orgbench.demo.wire.ApiError;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Records that are written together: each for itself, or with {@code AllOrNoneHeader} all or none. (SOAP API Developer
 * Guide, "AllOrNoneHeader", "SaveResult".)
 */
final class Batch {
    private static final int MOST = 200;

    /** Codes of REST that SOAP's results say otherwise, with the text that goes with them; an empty text stays. */
    private static final Map<String, List<String>> OTHER_CODES = Map.of(
            "NOT_FOUND", List.of("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"),
            "JSON_PARSER_ERROR", List.of("INVALID_TYPE_ON_FIELD_IN_RECORD", ""));

    private final Org org;

    Batch(Org org) {
        this.org = org;
    }

    /** Writes one record, and tells which, and whether it was made. */
    @FunctionalInterface
    interface Step {
        Saved run(Records records, Xml sent) throws ApiError, SQLException;
    }

    /** How one record fared: an id, or an error. */
    private sealed interface Outcome {
        record Done(Saved saved) implements Outcome {}

        record Failed(ApiError error) implements Outcome {}
    }

    /**
     * Runs the step for each record that was sent.
     *
     * @param element what each record, or its id, is sent in
     */
    List<Xml> run(SoapCall call, String element, Step step) throws SoapFault, ApiError, SQLException {
        List<Xml> sent = call.operation().children(element);
        if (sent.size() > MOST) {
            throw SoapFault.of(
                    "EXCEEDED_ID_LIMIT",
                    "record limit reached. cannot submit more than " + MOST + " records in this call");
        }
        boolean allOrNone = call.header()
                .child("AllOrNoneHeader")
                .filter(header -> header.isTrue("allOrNone"))
                .isPresent();
        List<Outcome> outcomes = new ArrayList<>();
        try {
            org.file().write(db -> {
                Records records = new Records(db, org.catalogue().schema(), org.stamp(call.userId()));
                for (Xml one : sent) {
                    outcomes.add(attempt(records, one, step));
                }
                if (allOrNone && outcomes.stream().anyMatch(Outcome.Failed.class::isInstance)) {
                    throw new TakenBack();
                }
                return true;
            });
        } catch (TakenBack e) {
            outcomes.replaceAll(
                    outcome -> outcome instanceof Outcome.Done ? new Outcome.Failed(ApiError.rolledBack()) : outcome);
        }
        boolean tellsCreated = call.name().equals("upsert");
        return outcomes.stream().map(outcome -> toXml(outcome, tellsCreated)).toList();
    }

    /** Within the batch's transaction, a part that fails leaves nothing behind. */
    private Outcome attempt(Records records, Xml sent, Step step) throws SQLException {
        try {
            return new Outcome.Done(org.file().write(_ -> step.run(records, sent)));
        } catch (ApiError e) {
            return new Outcome.Failed(e);
        }
    }

    private static Xml toXml(Outcome outcome, boolean tellsCreated) {
        List<Xml> parts = new ArrayList<>();
        if (tellsCreated) {
            parts.add(Xml.of("created", outcome instanceof Outcome.Done(Saved saved) && saved.created()));
        }
        switch (outcome) {
            case Outcome.Done(Saved saved) -> {
                parts.add(Xml.of("id", saved.id()));
                parts.add(Xml.of("success", true));
            }
            case Outcome.Failed(ApiError error) -> {
                parts.add(Xml.parent("errors", about(error)));
                parts.add(Xml.nil("id"));
                parts.add(Xml.of("success", false));
            }
        }
        return Xml.parent("result", parts);
    }

    private static List<Xml> about(ApiError error) {
        List<String> other = OTHER_CODES.getOrDefault(error.errorCode(), List.of(error.errorCode(), ""));
        List<Xml> parts = new ArrayList<>();
        error.fields().forEach(field -> parts.add(Xml.of("fields", field)));
        parts.add(Xml.of("message", other.getLast().isEmpty() ? error.text() : other.getLast()));
        parts.add(Xml.of("statusCode", other.getFirst()));
        return parts;
    }
}
