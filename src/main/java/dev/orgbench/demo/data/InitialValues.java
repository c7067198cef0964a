package dev.orgbench.demo.data;

import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.SObject;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a new record's fields hold where the client gave nothing. */
final class InitialValues {
    private final Connection db;
    private final Stamp stamp;

    InitialValues(Connection db, Stamp stamp) {
        this.db = db;
        this.stamp = stamp;
    }

    @Nullable Object of(SObject object, Field field) throws SQLException {
        if (field.autoNumber()) {
            return AutoNumbers.next(db, object, field);
        }
        Object system = system(field.name(), stamp);
        if (system != null) {
            return system;
        }
        String value = field.defaultValue();
        if (field.type() == FieldType.BOOLEAN) {
            return Boolean.parseBoolean(value) ? 1L : 0L;
        }
        if (value == null) {
            return null;
        }
        return switch (field.type().storage()) {
            case INTEGER -> Long.valueOf(value);
            case REAL -> Double.valueOf(value);
            case TEXT, NONE -> value;
        };
    }

    /** The fields that the org fills in from who writes, and when; null for others. */
    static @Nullable String system(String fieldName, Stamp stamp) {
        return switch (fieldName) {
            case "CreatedDate", "LastModifiedDate", "SystemModstamp" -> stamp.at();
            case "CreatedById", "LastModifiedById", "OwnerId" -> stamp.userId();
            default -> null;
        };
    }
}
