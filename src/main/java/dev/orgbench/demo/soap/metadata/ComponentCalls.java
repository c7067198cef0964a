package dev.orgbench.demo.soap.metadata;

import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.Stamp;
import dev.orgbench.demo.soap.SoapCall;
import dev.orgbench.demo.soap.SoapFault;
import dev.orgbench.demo.soap.TakenBack;
import dev.orgbench.demo.soap.Xml;
import dev.orgbench.demo.soap.metadata.Components.Kept;
import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code createMetadata}, {@code updateMetadata}, {@code upsertMetadata}, {@code deleteMetadata}, {@code readMetadata}: up to
 * ten components, each with a result of its own, or with {@code AllOrNoneHeader} all or none.
 */
final class ComponentCalls {
    private static final int MOST = 10;

    private final Org org;
    private final Changes changes;
    private final Components components;

    ComponentCalls(Org org, Changes changes, Components components) {
        this.org = org;
        this.changes = changes;
        this.components = components;
    }

    /** Changes one component; tells whether it was made by that. */
    @FunctionalInterface
    private interface Change {
        boolean run(Connection db, Xml sent, Stamp stamp) throws ApiError, SQLException;
    }

    List<Xml> create(SoapCall call) throws SoapFault, ApiError, SQLException {
        return each(call, "metadata", false, (db, sent, stamp) -> {
            changes.create(db, component(sent), stamp);
            return true;
        });
    }

    List<Xml> update(SoapCall call) throws SoapFault, ApiError, SQLException {
        return each(call, "metadata", false, (db, sent, stamp) -> {
            changes.update(db, component(sent), stamp);
            return false;
        });
    }

    List<Xml> upsert(SoapCall call) throws SoapFault, ApiError, SQLException {
        return each(call, "metadata", true, (db, sent, stamp) -> changes.upsert(db, component(sent), stamp));
    }

    List<Xml> delete(SoapCall call) throws SoapFault, ApiError, SQLException {
        String type = call.operation().textOf("type");
        return each(call, "fullNames", false, (db, sent, stamp) -> {
            changes.delete(db, ComponentType.require(type), sent.text().strip(), stamp);
            return false;
        });
    }

    /** A name that the org has not gives a record without content. */
    List<Xml> read(SoapCall call) throws SoapFault, ApiError, SQLException {
        ComponentType type = ComponentType.require(call.operation().textOf("type"));
        List<Xml> records = new ArrayList<>();
        for (Xml name : sent(call, "fullNames")) {
            Optional<Kept> kept = components.find(type, name.text().strip());
            records.add(
                    kept.isEmpty()
                            ? Xml.nil("records")
                            : Xml.parent("records", components.keys(kept.get())).with("xsi:type", type.apiName()));
        }
        return List.of(Xml.parent("result", records));
    }

    private static Component component(Xml sent) throws ApiError {
        return Component.read(ComponentType.require(sent.type()), sent);
    }

    private static List<Xml> sent(SoapCall call, String element) throws SoapFault {
        List<Xml> sent = call.operation().children(element);
        if (sent.size() > MOST) {
            throw SoapFault.of("LIMIT_EXCEEDED", Wording.tooMany(MOST));
        }
        return sent;
    }

    /** @param tellsCreated whether each result says if the component was made */
    private List<Xml> each(SoapCall call, String element, boolean tellsCreated, Change change)
            throws SoapFault, ApiError, SQLException {
        List<Xml> sent = sent(call, element);
        Stamp stamp = org.stamp(call.userId());
        boolean allOrNone = call.header()
                .child("AllOrNoneHeader")
                .filter(header -> header.isTrue("allOrNone"))
                .isPresent();
        List<Xml> results = new ArrayList<>();
        List<ApiError> errors = new ArrayList<>();
        try {
            changes.inTransaction(db -> {
                for (Xml one : sent) {
                    try {
                        boolean created = changes.asPart(part -> change.run(part, one, stamp));
                        results.add(result(one, created, tellsCreated, null));
                    } catch (ApiError e) {
                        errors.add(e);
                        results.add(result(one, false, tellsCreated, e));
                    }
                }
                if (errors.size() == sent.size() || (allOrNone && !errors.isEmpty())) {
                    throw new TakenBack();
                }
                return true;
            });
        } catch (TakenBack e) {
            if (allOrNone) {
                results.replaceAll(result -> result.textOf("success").equals("true") ? takenBack(result) : result);
            }
        }
        return results;
    }

    private static Xml takenBack(Xml result) {
        return Xml.parent(
                "result",
                error(ApiError.rolledBack()),
                Xml.of("fullName", result.textOf("fullName")),
                Xml.of("success", false));
    }

    private static Xml result(Xml sent, boolean created, boolean tellsCreated, @Nullable ApiError error) {
        List<Xml> parts = new ArrayList<>();
        if (tellsCreated) {
            parts.add(Xml.of("created", created));
        }
        if (error != null) {
            parts.add(error(error));
        }
        String fullName = sent.children().isEmpty() ? sent.text().strip() : sent.textOf("fullName");
        parts.add(Xml.of("fullName", fullName));
        parts.add(Xml.of("success", error == null));
        return Xml.parent("result", parts);
    }

    private static Xml error(ApiError error) {
        List<Xml> parts = new ArrayList<>();
        error.fields().forEach(field -> parts.add(Xml.of("fields", field)));
        parts.add(Xml.of("message", error.text()));
        parts.add(Xml.of("statusCode", error.errorCode()));
        return Xml.parent("errors", parts);
    }
}
