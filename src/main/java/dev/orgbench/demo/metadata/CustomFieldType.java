package dev.orgbench.demo.metadata;

import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.demo.wire.Json;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The types of custom field that the demo org makes, named as the Metadata API names them. */
enum CustomFieldType {
    TEXT("Text", FieldType.STRING),
    LONG_TEXT_AREA("LongTextArea", FieldType.TEXTAREA),
    TEXT_AREA("TextArea", FieldType.TEXTAREA),
    HTML("Html", FieldType.TEXTAREA),
    NUMBER("Number", FieldType.DOUBLE),
    CURRENCY("Currency", FieldType.CURRENCY),
    PERCENT("Percent", FieldType.PERCENT),
    CHECKBOX("Checkbox", FieldType.BOOLEAN),
    DATE("Date", FieldType.DATE),
    DATE_TIME("DateTime", FieldType.DATETIME),
    TIME("Time", FieldType.TIME),
    EMAIL("Email", FieldType.EMAIL),
    PHONE("Phone", FieldType.PHONE),
    URL("Url", FieldType.URL),
    PICKLIST("Picklist", FieldType.PICKLIST),
    MULTISELECT_PICKLIST("MultiselectPicklist", FieldType.MULTIPICKLIST),
    ENCRYPTED_TEXT("EncryptedText", FieldType.ENCRYPTEDSTRING),
    LOCATION("Location", FieldType.LOCATION),
    LOOKUP("Lookup", FieldType.REFERENCE),
    MASTER_DETAIL("MasterDetail", FieldType.REFERENCE),
    /** Of the type of what is summed up. */
    SUMMARY("Summary", FieldType.DOUBLE),
    AUTO_NUMBER("AutoNumber", FieldType.STRING);

    /** Real types that the demo org does not make. */
    private static final List<String> NOT_MADE =
            List.of("MetadataRelationship", "ExternalLookup", "IndirectLookup", "Hierarchy", "Address", "File");

    private final String metadataName;
    private final FieldType type;

    CustomFieldType(String metadataName, FieldType type) {
        this.metadataName = metadataName;
        this.type = type;
    }

    String metadataName() {
        return metadataName;
    }

    FieldType type() {
        return type;
    }

    /** Whether a field of this type may become one of {@code other}: the stored values keep their form. */
    boolean canBecome(CustomFieldType other) {
        return this == other || (isPlainText() && other.isPlainText()) || (isDecimal() && other.isDecimal());
    }

    static CustomFieldType of(String metadataName) throws ApiError {
        for (CustomFieldType type : values()) {
            if (type.metadataName.equals(metadataName)) {
                return type;
            }
        }
        if (NOT_MADE.contains(metadataName)) {
            String made = Arrays.stream(values()).map(t -> t.metadataName).collect(Collectors.joining(", "));
            throw new ApiError(
                    400,
                    "FIELD_INTEGRITY_EXCEPTION",
                    "This demo org does not make fields of type " + metadataName + ". It makes: " + made,
                    List.of("type"));
        }
        throw Json.parserError("'" + metadataName + "' is not a valid value for the enum 'FieldType'");
    }

    private boolean isPlainText() {
        return type.isText() && this != AUTO_NUMBER && this != ENCRYPTED_TEXT;
    }

    private boolean isDecimal() {
        return this == NUMBER || this == CURRENCY || this == PERCENT;
    }
}
