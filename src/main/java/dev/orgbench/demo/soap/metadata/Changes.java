package dev.orgbench.demo.soap.metadata;

import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.Stamp;
import dev.orgbench.demo.data.Work;
import dev.orgbench.demo.metadata.DefinitionIds;
import dev.orgbench.demo.metadata.Definitions;
import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Makes, changes and deletes components, by the rules of the Tooling API. Each change is one part of a transaction. */
final class Changes {
    private final Org org;
    private final MetadataJson json;

    Changes(Org org, MetadataJson json) {
        this.org = org;
        this.json = json;
    }

    /** Runs {@code work} in one transaction that changes tables, and lets everybody see what it has changed. */
    <T> T inTransaction(Work<T> work) throws ApiError, SQLException {
        return org.file()
                .reshape(
                        db -> {
                            T result = work.run(db);
                            org.catalogue().touch(db, org.clock().instant());
                            return result;
                        },
                        db -> {
                            org.catalogue().load(db);
                            return true;
                        });
    }

    /** Runs {@code work} so that nothing of it stays if it fails, whatever becomes of the transaction around it. */
    <T> T asPart(Work<T> work) throws ApiError, SQLException {
        return org.file().write(work);
    }

    /** Makes a component, and what stands in an object's file with it. */
    void create(Connection db, Component component, Stamp stamp) throws ApiError, SQLException {
        definitions(component.type()).create(db, component.fullName(), json.toJson(component), stamp);
        for (Component part : component.parts()) {
            create(db, part, stamp);
        }
    }

    /** Replaces a component as a whole; what stands in an object's file is made or replaced, but nothing deleted. */
    void update(Connection db, Component component, Stamp stamp) throws ApiError, SQLException {
        boolean isObject = component.type() == ComponentType.CUSTOM_OBJECT;
        Optional<String> id = DefinitionIds.find(db, component.type().apiName(), component.fullName());
        if (id.isEmpty() && !(isObject && isStandard(component.fullName()))) {
            throw new ApiError(
                    400,
                    "INVALID_CROSS_REFERENCE_KEY",
                    Wording.notInOrg(component.type().apiName(), component.fullName()));
        }
        if (id.isPresent()) {
            definitions(component.type()).update(db, id.get(), json.toJson(component), stamp);
        }
        for (Component part : component.parts()) {
            upsert(db, part, stamp);
        }
    }

    /** Makes or replaces a component; tells whether it was made. */
    boolean upsert(Connection db, Component component, Stamp stamp) throws ApiError, SQLException {
        boolean isStandard = component.type() == ComponentType.CUSTOM_OBJECT && isStandard(component.fullName());
        if (isStandard
                || DefinitionIds.find(db, component.type().apiName(), component.fullName())
                        .isPresent()) {
            update(db, component, stamp);
            return false;
        }
        create(db, component, stamp);
        return true;
    }

    /** Deletes a component, and an object's parts and records with it. */
    void delete(Connection db, ComponentType type, String fullName, Stamp stamp) throws ApiError, SQLException {
        String id = DefinitionIds.find(db, type.apiName(), fullName)
                .orElseThrow(() -> new ApiError(
                        400, "INVALID_CROSS_REFERENCE_KEY", Wording.notToDelete(type.apiName(), fullName)));
        definitions(type).delete(db, id, stamp);
    }

    private Definitions definitions(ComponentType type) {
        return Definitions.of(type.apiName(), org.catalogue());
    }

    private boolean isStandard(String fullName) {
        return org.catalogue()
                .schema()
                .object(fullName)
                .filter(object -> !object.custom())
                .isPresent();
    }
}
