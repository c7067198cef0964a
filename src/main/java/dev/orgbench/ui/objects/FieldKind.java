package dev.orgbench.ui.objects;

import java.util.Arrays;
import java.util.Optional;

/** The types of custom field, as the Metadata API names them, and what each needs (Metadata API, CustomField). */
enum FieldKind {
    TEXT("Text"),
    TEXT_AREA("TextArea"),
    LONG_TEXT_AREA("LongTextArea"),
    HTML("Html"),
    NUMBER("Number"),
    CURRENCY("Currency"),
    PERCENT("Percent"),
    CHECKBOX("Checkbox"),
    DATE("Date"),
    DATE_TIME("DateTime"),
    TIME("Time"),
    EMAIL("Email"),
    PHONE("Phone"),
    URL("Url"),
    PICKLIST("Picklist"),
    MULTISELECT("MultiselectPicklist"),
    LOOKUP("Lookup"),
    MASTER_DETAIL("MasterDetail"),
    AUTO_NUMBER("AutoNumber");

    private final String metadataName;

    FieldKind(String metadataName) {
        this.metadataName = metadataName;
    }

    String metadataName() {
        return metadataName;
    }

    boolean has(FieldPart part) {
        return switch (part) {
            case LABEL, NAME, HELP, DESCRIPTION, VISIBLE_TO -> true;
            case LENGTH -> this == TEXT || this == LONG_TEXT_AREA || this == HTML;
            case PRECISION, SCALE -> this == NUMBER || this == CURRENCY || this == PERCENT;
            case LINES -> this == LONG_TEXT_AREA || this == HTML || this == MULTISELECT;
            case VALUES, RESTRICTED -> this == PICKLIST || this == MULTISELECT;
            case TARGET, RELATIONSHIP -> this == LOOKUP || this == MASTER_DETAIL;
            case FORMAT -> this == AUTO_NUMBER;
            case CHECKED -> this == CHECKBOX;
            case UNIQUE -> this == TEXT || this == NUMBER || this == EMAIL;
            case EXTERNAL_ID -> this == TEXT || this == NUMBER || this == EMAIL || this == AUTO_NUMBER;
            case REQUIRED ->
                switch (this) {
                    case LONG_TEXT_AREA, HTML, CHECKBOX, MASTER_DETAIL, AUTO_NUMBER -> false;
                    default -> true;
                };
        };
    }

    static Optional<FieldKind> of(String metadataName) {
        return Arrays.stream(values())
                .filter(kind -> kind.metadataName.equals(metadataName))
                .findFirst();
    }
}
