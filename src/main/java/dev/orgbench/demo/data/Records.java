package dev.orgbench.demo.data;

import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates, changes and deletes records as the REST API's sObject Rows do, with its checks and errors. */
public final class Records {
    private final Connection db;
    private final Schema schema;
    private final Stamp stamp;
    private final boolean allowsDuplicates;

    /** For one transaction. */
    public Records(Connection db, Schema schema, Stamp stamp) {
        this(db, schema, stamp, false);
    }

    private Records(Connection db, Schema schema, Stamp stamp, boolean allowsDuplicates) {
        this.allowsDuplicates = allowsDuplicates;
        this.db = db;
        this.schema = schema;
        this.stamp = stamp;
    }

    /** The same; where {@code allowed}, duplicate rules hold no record back. */
    public Records allowingDuplicates(boolean allowed) {
        return new Records(db, schema, stamp, allowed);
    }

    /** The new record's id. */
    public String create(SObject object, RecordInput input) throws ApiError, SQLException {
        requireOperation(object, "createable", "create");
        Map<String, @Nullable Object> given = new RecordChecks(db, schema).read(object, input, true);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        InitialValues initial = new InitialValues((name, first) -> Sequences.next(db, name, first), stamp);
        String id = Sequences.nextId(db, object.keyPrefix());
        row.put("Id", id);
        for (Field field : object.fields()) {
            if (field.isStored() && field.type() != FieldType.ID) {
                Object value = given.get(field.name());
                row.put(field.name(), value != null ? value : initial.of(object, field));
            }
        }
        List<String> missing = object.fields().stream()
                .filter(f -> f.createable() && !f.nillable() && !f.defaultedOnCreate())
                .map(Field::name)
                .filter(name -> row.get(name) == null)
                .toList();
        if (!missing.isEmpty()) {
            throw ApiError.requiredMissing(missing);
        }
        new RecordRules(db, schema, stamp).apply(object, row, given.keySet());
        RecordChecks.unique(db, object, row, given.keySet());
        viewed(object, row);
        Rows.insert(db, object.name(), row);
        new RuleChecks(db, schema).check(object, row, true);
        refuseDuplicates(object, row, given.keySet());
        new Totals(db, stamp).after(object, row, row);
        RecentItems.add(db, object, id, stamp.userId());
        return id;
    }

    public void update(SObject object, String id, RecordInput input) throws ApiError, SQLException {
        requireOperation(object, "updateable", "update");
        Map<String, @Nullable Object> row = live(object, id);
        RecordChecks.notConverted(object, row);
        Map<String, @Nullable Object> before = new LinkedHashMap<>(row);
        Map<String, @Nullable Object> given = new RecordChecks(db, schema).read(object, input, false);
        List<String> missing = object.fields().stream()
                .filter(f -> !f.nillable() && given.containsKey(f.name()) && given.get(f.name()) == null)
                .map(Field::name)
                .toList();
        if (!missing.isEmpty()) {
            throw ApiError.requiredMissing(missing);
        }
        row.putAll(given);
        new RecordChecks(db, schema).hierarchy(object, id, given);
        new RecordRules(db, schema, stamp).apply(object, row, given.keySet());
        RecordChecks.unique(db, object, row, given.keySet());
        for (String name : List.of("LastModifiedDate", "LastModifiedById", "SystemModstamp")) {
            if (object.field(name).isPresent()) {
                row.put(name, InitialValues.system(name, stamp));
            }
        }
        viewed(object, row);
        row.entrySet().removeIf(e -> Objects.equals(e.getValue(), before.get(e.getKey())));
        Map<String, @Nullable Object> after = new LinkedHashMap<>(before);
        after.putAll(row);
        Rows.update(db, object.name(), id, row);
        new RuleChecks(db, schema).check(object, before, false);
        refuseDuplicates(object, after, given.keySet());
        new Totals(db, stamp).after(object, before, after);
        RecentItems.add(db, object, id, stamp.userId());
    }

    /**
     * Changes the record that the key finds, or creates one.
     *
     * @param keyName {@code Id}, or a field for which describe says {@code externalId} or {@code idLookup}
     * @param input with the key's value among the others
     * @throws ApiError DUPLICATE_EXTERNAL_ID where the key finds several
     */
    public Saved upsert(SObject object, String keyName, RecordInput input) throws ApiError, SQLException {
        Field key = key(object, keyName);
        RecordInput.Given given = input.find(key.name())
                .filter(g -> !g.value().asText("").isBlank())
                .orElse(null);
        RecordInput rest = input.without(key.name());
        if (given == null && key.type() != FieldType.ID) {
            throw new ApiError(400, "MISSING_ARGUMENT", key.name() + " not specified", List.of(key.name()));
        }
        if (given == null) {
            return new Saved(create(object, rest), true);
        }
        List<String> found = new ExternalIds(db, schema).find(object, key, given);
        if (!found.isEmpty()) {
            String id = ExternalIds.only(found);
            update(object, id, rest);
            return new Saved(id, false);
        }
        if (key.type() == FieldType.ID) {
            throw ApiError.notFound();
        }
        return new Saved(create(object, input), true);
    }

    /** What an upsert did. */
    public record Saved(String id, boolean created) {}

    /** The live records that have that value in that field: none, one or, where it is not unique, several. */
    public List<String> matching(SObject object, String keyName, String value) throws ApiError, SQLException {
        Field key = key(object, keyName);
        RecordInput input = new RecordInput(Map.of()).with(key.name(), value);
        return new ExternalIds(db, schema)
                .find(object, key, input.find(key.name()).orElseThrow());
    }

    private static Field key(SObject object, String name) throws ApiError {
        return object.field(name).filter(ExternalIds::isKey).orElseThrow(() -> ApiError.noSuchExternalId(name));
    }

    /** Deletes the record, and what belongs to it, into the recycle bin. */
    public void delete(SObject object, String id) throws ApiError, SQLException {
        requireOperation(object, "deletable", "delete");
        Map<String, @Nullable Object> row = live(object, id);
        new Deletion(db, schema, stamp, id).run(object);
        new Totals(db, stamp).after(object, row, row);
    }

    /**
     * Takes the record out of the recycle bin, with all that was deleted with it. (SOAP API Developer Guide, "undelete()".)
     *
     * @throws ApiError UNDELETE_FAILED where it does not lie there
     */
    public void undelete(SObject object, String id) throws ApiError, SQLException {
        requireOperation(object, "undeletable", "undelete");
        new RecycleBin(db, schema).restore(id, stamp);
        Map<String, @Nullable Object> row = live(object, id);
        new Totals(db, stamp).after(object, row, row);
        RecentItems.add(db, object, id, stamp.userId());
    }

    /** Deletes the record, and what belongs to it, past the recycle bin. */
    public void hardDelete(SObject object, String id) throws ApiError, SQLException {
        delete(object, id);
        RecycleBin bin = new RecycleBin(db, schema);
        if (bin.contains(id)) {
            bin.purge(id);
        }
    }

    /**
     * Takes the record out of the recycle bin for good, with all that was deleted with it. (SOAP API Developer Guide,
     * "emptyRecycleBin()".)
     *
     * @throws ApiError INVALID_CROSS_REFERENCE_KEY where it does not lie there
     */
    public void purge(String id) throws ApiError, SQLException {
        new RecycleBin(db, schema).purge(id);
    }

    /**
     * The record.
     *
     * @throws ApiError NOT_FOUND, or ENTITY_IS_DELETED where it lies in the recycle bin
     */
    public Map<String, @Nullable Object> live(SObject object, String id) throws ApiError, SQLException {
        Optional<Map<String, @Nullable Object>> row = Rows.find(db, object, id);
        if (row.isEmpty()) {
            throw ApiError.notFound();
        }
        if (Long.valueOf(1).equals(row.get().get("IsDeleted"))) {
            throw new ApiError(404, "ENTITY_IS_DELETED", "entity is deleted");
        }
        return row.get();
    }

    private void refuseDuplicates(SObject object, Map<String, @Nullable Object> row, Set<String> given)
            throws ApiError, SQLException {
        if (!allowsDuplicates) {
            new DuplicateRules(db).check(object, row, given);
        }
    }

    /** Who writes a record has seen it. */
    private void viewed(SObject object, Map<String, @Nullable Object> row) {
        for (String name : List.of("LastViewedDate", "LastReferencedDate")) {
            if (object.field(name).isPresent()) {
                row.put(name, stamp.at());
            }
        }
    }

    private static void requireOperation(SObject object, String trait, String verb) throws ApiError {
        if (!object.traits().has(trait)) {
            throw new ApiError(
                    400, "INVALID_TYPE_FOR_OPERATION", "entity type " + object.name() + " does not support " + verb);
        }
    }
}
