package dev.orgbench.ui.objects;

import dev.orgbench.salesforce.ObjectDescribe.FieldDescribe;

/** What fields are filtered by. */
enum FieldTrait {
    REQUIRED("Required"),
    CUSTOM("Custom"),
    CREATEABLE("Createable"),
    UPDATEABLE("Updateable"),
    REFERENCE("References"),
    PICKLIST("Picklists"),
    FORMULA("Formulas"),
    EXTERNAL_ID("External Ids");

    private final String words;

    FieldTrait(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean isOf(FieldDescribe field) {
        return switch (this) {
            case REQUIRED -> field.isRequired();
            case CUSTOM -> field.is("custom");
            case CREATEABLE -> field.is("createable");
            case UPDATEABLE -> field.is("updateable");
            case REFERENCE -> !field.referenceTo().isEmpty();
            case PICKLIST -> !field.json().path("picklistValues").isEmpty();
            case FORMULA -> field.is("calculated");
            case EXTERNAL_ID -> field.is("externalId");
        };
    }
}
