package dev.orgbench.demo.metadata;

import dev.orgbench.demo.data.Settings;
import dev.orgbench.demo.schema.Calculation;
import dev.orgbench.demo.schema.ChildRelationship;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Field-level security, while it is strict: a custom field made meanwhile can be neither described nor read nor written
 * until a FieldPermissions row grants it to the administrator, by a permission set or by that of the profile. Required
 * fields are always granted. (Object Reference, "FieldPermissions".)
 */
final class FieldSecurity {
    private static final String GRANTS = """
            SELECT Field, max(PermissionsEdit) FROM FieldPermissions
            WHERE PermissionsRead = 1 AND ParentId IN (
                SELECT s.Id FROM PermissionSet s JOIN User u ON u.ProfileId = s.ProfileId WHERE u.Id = ?1
                UNION SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = ?1)
            GROUP BY lower(Field)""";

    /** The newest field when it became strict: ids rise. Null while all fields are open. */
    private volatile @Nullable String newestOpen;

    /** Whether it may be written, by the name of each field granted: {@code account.rank__c}. */
    private volatile Map<String, Boolean> grants = Map.of();

    boolean isStrict() {
        return newestOpen != null;
    }

    void set(boolean strict, List<SObject> objects) {
        grants = Map.of();
        newestOpen = strict ? newest(objects) : null;
    }

    /** After the org went back to a day on which it had fewer fields, their ids come again. */
    void rebase(List<SObject> objects) {
        String open = newestOpen;
        String newest = newest(objects);
        if (open != null && newest.compareTo(open) < 0) {
            newestOpen = newest;
        }
    }

    private static String newest(List<SObject> objects) {
        return objects.stream()
                .flatMap(object -> object.fields().stream())
                .map(Field::id)
                .filter(Objects::nonNull)
                .max(String::compareTo)
                .orElse("");
    }

    /** Takes over what is granted now; tells whether that has changed. */
    boolean read(Connection db) throws SQLException {
        Optional<String> administrator = isStrict() ? Settings.get(db, Settings.USER_ID) : Optional.empty();
        Map<String, Boolean> now = administrator.isPresent() ? grants(db, administrator.get()) : Map.of();
        boolean changed = !now.equals(grants);
        grants = now;
        return changed;
    }

    /** What may be seen, and written where it may be. */
    Catalogue.Definitions visible(Catalogue.Definitions all) {
        if (!isStrict()) {
            return all;
        }
        Schema whole = new Schema(all.objects());
        List<SObject> objects =
                all.objects().stream().map(object -> visible(whole, object)).toList();
        Map<String, SObject> byName = new HashMap<>();
        objects.forEach(object -> byName.put(object.name(), object));
        List<ChildRelationship> relationships = all.relationships().stream()
                .filter(relationship -> {
                    SObject child = byName.get(relationship.childSObject());
                    boolean custom = relationship.field().endsWith("__c");
                    return !custom
                            || child == null
                            || child.field(relationship.field()).isPresent();
                })
                .toList();
        return new Catalogue.Definitions(objects, relationships, all.rules(), all.modified());
    }

    private SObject visible(Schema all, SObject object) {
        List<Field> fields = object.fields().stream()
                .flatMap(field -> visible(object, field))
                .map(field -> overAllFields(all, field))
                .toList();
        return fields.equals(object.fields()) ? object : object.withFields(fields);
    }

    private Stream<Field> visible(SObject object, Field field) {
        Field whole = field.compoundFieldName() == null
                ? field
                : object.field(field.compoundFieldName()).orElse(field);
        String open = newestOpen;
        String id = whole.id();
        if (open == null || id == null || !whole.permissionable() || id.compareTo(open) <= 0) {
            return Stream.of(field);
        }
        Boolean editable = grants.get((object.name() + "." + whole.name()).toLowerCase(Locale.ROOT));
        return editable == null ? Stream.empty() : Stream.of(editable ? field : field.readOnly());
    }

    private static Field overAllFields(Schema all, Field field) {
        Calculation calculation = field.calculation();
        return calculation == null ? field : field.calculated(new OverAllFields(calculation, all));
    }

    private static Map<String, Boolean> grants(Connection db, String administrator) throws SQLException {
        Map<String, Boolean> grants = new HashMap<>();
        try (PreparedStatement statement = db.prepareStatement(GRANTS)) {
            statement.setString(1, administrator);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    grants.put(rows.getString(1).toLowerCase(Locale.ROOT), rows.getBoolean(2));
                }
            }
        }
        return grants;
    }
}
