package dev.orgbench.demo.data;

import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.SObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One table per object, one column per stored field. Names come from the schema, never from a request. */
public final class ObjectTables {
    /** Beside the fields whose nature asks for an index. (Salesforce, "Make SOQL query selective", standard indexes.) */
    private static final Set<String> INDEXED = Set.of("CreatedDate", "SystemModstamp");

    /** Whose Email is indexed too. */
    private static final Set<String> WITH_EMAIL = Set.of("Contact", "Lead");

    private ObjectTables() {}

    public static void create(Connection db, SObject object) throws SQLException {
        String columns = object.fields().stream()
                .filter(Field::isStored)
                .map(ObjectTables::column)
                .collect(Collectors.joining(", "));
        Connections.execute(db, "CREATE TABLE " + SqlText.name(object.name()) + " (" + columns + ")");
        for (Field field : object.fields()) {
            index(db, object, field);
        }
    }

    public static void drop(Connection db, SObject object) throws SQLException {
        Connections.execute(db, "DROP TABLE " + SqlText.name(object.name()));
        for (Field field : object.fields()) {
            Sequences.forget(db, AutoNumbers.sequence(object, field));
        }
    }

    /** Adds the field's column, if it has one. */
    public static void addColumn(Connection db, SObject object, Field field) throws SQLException {
        if (!field.isStored()) {
            return;
        }
        Connections.execute(db, "ALTER TABLE " + SqlText.name(object.name()) + " ADD COLUMN " + column(field));
        index(db, object, field);
    }

    /** Drops the field's column, if it has one. */
    public static void dropColumn(Connection db, SObject object, Field field) throws SQLException {
        if (!field.isStored()) {
            return;
        }
        Connections.execute(db, "DROP INDEX IF EXISTS " + SqlText.name(indexName(object, field)));
        // A trigger may name the column, and then it could not go. Whoever made one makes it anew when he misses it.
        for (String trigger : triggers(db, object)) {
            Connections.execute(db, "DROP TRIGGER " + SqlText.name(trigger));
        }
        Connections.execute(
                db, "ALTER TABLE " + SqlText.name(object.name()) + " DROP COLUMN " + SqlText.name(field.name()));
        Sequences.forget(db, AutoNumbers.sequence(object, field));
    }

    private static List<String> triggers(Connection db, SObject object) throws SQLException {
        try (PreparedStatement statement =
                db.prepareStatement("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?")) {
            statement.setString(1, object.name());
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }

    private static void index(Connection db, SObject object, Field field) throws SQLException {
        if (isIndexed(object, field)) {
            // Texts are compared without regard to case, and only an index that does so too is of use.
            String collation = field.ignoresCase() ? " COLLATE NOCASE" : "";
            Connections.execute(
                    db,
                    "CREATE INDEX " + SqlText.name(indexName(object, field)) + " ON " + SqlText.name(object.name())
                            + " (" + SqlText.name(field.name()) + collation + ")");
        }
    }

    /** The fields that Salesforce indexes in every org; Id is the table's key. */
    private static boolean isIndexed(SObject object, Field field) {
        boolean chosen = field.type() == FieldType.REFERENCE
                || field.nameField()
                || field.externalId()
                || field.unique()
                || INDEXED.contains(field.name())
                || (field.name().equals("Email") && WITH_EMAIL.contains(object.name()));
        return chosen && field.isStored();
    }

    private static String indexName(SObject object, Field field) {
        return object.name() + "." + field.name();
    }

    private static String column(Field field) {
        String definition =
                SqlText.name(field.name()) + " " + field.type().storage().name();
        if (field.type() == FieldType.ID) {
            return definition + " PRIMARY KEY NOT NULL";
        }
        if (field.type() == FieldType.BOOLEAN) {
            return definition + " NOT NULL DEFAULT " + (Boolean.parseBoolean(field.defaultValue()) ? 1 : 0);
        }
        return definition;
    }
}
