package dev.orgbench.soql.schema;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The type of a field, as describe names it, and what a query may compare it with. (Object Reference, "Field Types".) */
public enum FieldType {
    ID("id", Family.ID),
    REFERENCE("reference", Family.ID),
    STRING("string", Family.TEXT),
    TEXTAREA("textarea", Family.TEXT),
    EMAIL("email", Family.TEXT),
    PHONE("phone", Family.TEXT),
    URL("url", Family.TEXT),
    PICKLIST("picklist", Family.TEXT),
    MULTIPICKLIST("multipicklist", Family.TEXT),
    COMBOBOX("combobox", Family.TEXT),
    ENCRYPTED("encryptedstring", Family.TEXT),
    DATA_CATEGORY("datacategorygroupreference", Family.TEXT),
    BOOLEAN("boolean", Family.BOOLEAN),
    INT("int", Family.NUMBER),
    LONG("long", Family.NUMBER),
    DOUBLE("double", Family.NUMBER),
    PERCENT("percent", Family.NUMBER),
    CURRENCY("currency", Family.NUMBER),
    DATE("date", Family.DATE),
    DATE_TIME("datetime", Family.DATE_TIME),
    TIME("time", Family.TIME),
    ADDRESS("address", Family.COMPOUND),
    LOCATION("location", Family.COMPOUND),
    BASE64("base64", Family.OTHER),
    /** A type that this version does not know: nothing is said against its use. */
    OTHER("anyType", Family.OTHER);

    /** Types that take the same literals. */
    public enum Family {
        /** Text in quotes, of 15 or 18 characters. */
        ID,
        TEXT,
        NUMBER,
        BOOLEAN,
        DATE,
        DATE_TIME,
        TIME,
        /** Made of other fields. */
        COMPOUND,
        OTHER
    }

    private static final Map<String, FieldType> BY_API_NAME = Stream.of(values())
            .collect(Collectors.toUnmodifiableMap(type -> type.apiName.toLowerCase(Locale.ROOT), Function.identity()));

    private final String apiName;
    private final Family family;

    FieldType(String apiName, Family family) {
        this.apiName = apiName;
        this.family = family;
    }

    /** As describe writes it: {@code multipicklist}. */
    public String apiName() {
        return apiName;
    }

    public Family family() {
        return family;
    }

    public boolean isPicklist() {
        return this == PICKLIST || this == MULTIPICKLIST || this == COMBOBOX;
    }

    /** Whether it is a point in time, of which a date literal may be asked. */
    public boolean isDay() {
        return family == Family.DATE || family == Family.DATE_TIME;
    }

    /** The type that describe names so; {@link #OTHER} if there is no such. */
    public static FieldType of(String apiName) {
        return BY_API_NAME.getOrDefault(apiName.toLowerCase(Locale.ROOT), OTHER);
    }
}
