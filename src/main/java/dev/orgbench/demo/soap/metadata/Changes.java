package dev.orgbench.demo.soap.metadata;

import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.Stamp;
import dev.orgbench.demo.data.Work;
import dev.orgbench.demo.metadata.CustomFields;
import dev.orgbench.demo.metadata.CustomObjects;
import dev.orgbench.demo.metadata.DefinitionIds;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Makes, changes and deletes components, by the rules of the Tooling API. Each change is one part of a transaction. */
final class Changes {
    private final Org org;
    private final MetadataJson json;
    private final CustomObjects objects;
    private final CustomFields fields;

    Changes(Org org, MetadataJson json) {
        this.org = org;
        this.json = json;
        this.objects = new CustomObjects(org.catalogue());
        this.fields = new CustomFields(org.catalogue());
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

    /** Makes a component, and an object's fields with it. */
    void create(Connection db, Component component, Stamp stamp) throws ApiError, SQLException {
        if (component.type() == ComponentType.CUSTOM_FIELD) {
            fields.create(db, component.fullName(), json.toJson(component), stamp);
            return;
        }
        objects.create(db, component.fullName(), json.toJson(component), stamp);
        for (Component field : component.fields()) {
            create(db, field, stamp);
        }
    }

    /** Replaces a component as a whole; an object's fields are made or replaced, but none is deleted. */
    void update(Connection db, Component component, Stamp stamp) throws ApiError, SQLException {
        boolean isObject = component.type() == ComponentType.CUSTOM_OBJECT;
        Optional<String> id = id(db, component.type(), component.fullName());
        if (id.isEmpty() && !(isObject && isStandard(component.fullName()))) {
            throw new ApiError(
                    400,
                    "INVALID_CROSS_REFERENCE_KEY",
                    Wording.notInOrg(component.type().apiName(), component.fullName()));
        }
        if (id.isPresent() && isObject) {
            objects.update(db, id.get(), json.toJson(component), stamp);
        } else if (id.isPresent()) {
            fields.update(db, id.get(), json.toJson(component), stamp);
        }
        for (Component field : component.fields()) {
            upsert(db, field, stamp);
        }
    }

    /** Makes or replaces a component; tells whether it was made. */
    boolean upsert(Connection db, Component component, Stamp stamp) throws ApiError, SQLException {
        boolean isStandard = component.type() == ComponentType.CUSTOM_OBJECT && isStandard(component.fullName());
        if (isStandard || id(db, component.type(), component.fullName()).isPresent()) {
            update(db, component, stamp);
            return false;
        }
        create(db, component, stamp);
        return true;
    }

    /** Deletes a component, and an object's fields and records with it. */
    void delete(Connection db, ComponentType type, String fullName, Stamp stamp) throws ApiError, SQLException {
        String id = id(db, type, fullName)
                .orElseThrow(() -> new ApiError(
                        400, "INVALID_CROSS_REFERENCE_KEY", Wording.notToDelete(type.apiName(), fullName)));
        if (type == ComponentType.CUSTOM_OBJECT) {
            objects.delete(db, id, stamp);
        } else {
            fields.delete(db, id, stamp);
        }
    }

    private static Optional<String> id(Connection db, ComponentType type, String fullName) throws SQLException {
        return type == ComponentType.CUSTOM_OBJECT
                ? DefinitionIds.customObject(db, fullName)
                : DefinitionIds.customField(db, fullName);
    }

    private boolean isStandard(String fullName) {
        return org.catalogue()
                .schema()
                .object(fullName)
                .filter(object -> !object.custom())
                .isPresent();
    }
}
