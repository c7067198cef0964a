package dev.orgbench.demo.data;

import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.SObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;

/** One table per object, one column per stored field. Names come from the schema, never from a request. */
public final class ObjectTables {
    /** Nobody looks for rows by these, and an index costs on every write. */
    private static final Set<String> NOT_INDEXED =
            Set.of("CreatedById", "LastModifiedById", "MasterRecordId", "RecordTypeId", "IndividualId");

    private ObjectTables() {}

    public static void create(Connection db, SObject object) throws SQLException {
        String columns = object.fields().stream()
                .filter(Field::isStored)
                .map(ObjectTables::column)
                .collect(Collectors.joining(", "));
        OrgFile.execute(db, "CREATE TABLE " + SqlText.name(object.name()) + " (" + columns + ")");
        for (Field field : object.fields()) {
            if (field.isStored()) {
                index(db, object, field);
            }
        }
    }

    public static void drop(Connection db, SObject object) throws SQLException {
        OrgFile.execute(db, "DROP TABLE " + SqlText.name(object.name()));
        for (Field field : object.fields()) {
            Sequences.forget(db, AutoNumbers.sequence(object, field));
        }
    }

    public static void addColumn(Connection db, SObject object, Field field) throws SQLException {
        OrgFile.execute(db, "ALTER TABLE " + SqlText.name(object.name()) + " ADD COLUMN " + column(field));
        index(db, object, field);
    }

    public static void dropColumn(Connection db, SObject object, Field field) throws SQLException {
        OrgFile.execute(db, "DROP INDEX IF EXISTS " + SqlText.name(indexName(object, field)));
        OrgFile.execute(db, "ALTER TABLE " + SqlText.name(object.name()) + " DROP COLUMN " + SqlText.name(field.name()));
        Sequences.forget(db, AutoNumbers.sequence(object, field));
    }

    private static void index(Connection db, SObject object, Field field) throws SQLException {
        if (field.type() == FieldType.REFERENCE && !NOT_INDEXED.contains(field.name())) {
            OrgFile.execute(
                    db,
                    "CREATE INDEX " + SqlText.name(indexName(object, field)) + " ON " + SqlText.name(object.name()) + " ("
                            + SqlText.name(field.name()) + ")");
        }
    }

    private static String indexName(SObject object, Field field) {
        return object.name() + "." + field.name();
    }

    private static String column(Field field) {
        String definition = SqlText.name(field.name()) + " " + field.type().storage().name();
        if (field.type() == FieldType.ID) {
            return definition + " PRIMARY KEY NOT NULL";
        }
        if (field.type() == FieldType.BOOLEAN) {
            return definition + " NOT NULL DEFAULT " + (Boolean.parseBoolean(field.defaultValue()) ? 1 : 0);
        }
        return definition;
    }
}
