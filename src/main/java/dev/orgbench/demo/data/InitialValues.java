package dev.orgbench.demo.data;

import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.RecordType;
import dev.orgbench.demo.schema.SObject;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a new record's fields hold where the client gave nothing. */
final class InitialValues {
    private static final String RECORD_TYPE = "RecordTypeId";

    private final Counter counter;
    private final Stamp stamp;

    InitialValues(Counter counter, Stamp stamp) {
        this.counter = counter;
        this.stamp = stamp;
    }

    @Nullable
    Object of(SObject object, Field field) throws SQLException {
        if (field.autoNumber()) {
            return AutoNumbers.next(counter, object, field, stamp.at());
        }
        Object system = system(field.name(), stamp);
        if (system != null) {
            return system;
        }
        if (field.name().equals(RECORD_TYPE)) {
            return object.recordTypes().stream()
                    .filter(RecordType::isDefault)
                    .map(RecordType::id)
                    .findFirst()
                    .orElse(null);
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

    /** The fields that may get a value; {@link #of} gives null for all others. */
    static List<Field> filledFields(SObject object) {
        Stamp anybody = new Stamp("", "");
        return object.fields().stream()
                .filter(Field::isStored)
                .filter(field -> field.autoNumber()
                        || field.type() == FieldType.BOOLEAN
                        || field.defaultValue() != null
                        || (field.name().equals(RECORD_TYPE)
                                && !object.recordTypes().isEmpty())
                        || system(field.name(), anybody) != null)
                .toList();
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
