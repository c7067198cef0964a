package dev.orgbench.demo.formula;

import dev.orgbench.demo.schema.FieldType;

/** The types that formulas tell apart. */
enum ValueType {
    NUMBER("Number"),
    /** Never NULL in SQL: no text is the empty text. */
    TEXT("Text"),
    /** Never NULL in SQL: 1 or 0. */
    BOOLEAN("Boolean"),
    DATE("Date"),
    DATETIME("DateTime"),
    TIME("Time"),
    PICKLIST("Picklist"),
    MULTIPICKLIST("Multi-Select Picklist"),
    /** Of {@code null}, which stands for a value of any type. */
    NOTHING("Null");

    private final String word;

    ValueType(String word) {
        this.word = word;
    }

    /** As errors name it. */
    String word() {
        return word;
    }

    boolean fits(ValueType wanted) {
        return this == wanted || this == NOTHING;
    }

    boolean isPicklist() {
        return this == PICKLIST || this == MULTIPICKLIST;
    }

    static ValueType of(String word) {
        for (ValueType type : values()) {
            if (type.word.equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException("No type of formulas: " + word);
    }

    /** The type of a field's values. */
    static ValueType of(FieldType type) {
        return switch (type) {
            case BOOLEAN -> BOOLEAN;
            case DATE -> DATE;
            case DATETIME -> DATETIME;
            case TIME -> TIME;
            case PICKLIST -> PICKLIST;
            case MULTIPICKLIST -> MULTIPICKLIST;
            default -> type.isNumber() ? NUMBER : TEXT;
        };
    }
}
