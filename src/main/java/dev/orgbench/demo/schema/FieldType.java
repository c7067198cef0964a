package dev.orgbench.demo.schema;

import java.util.Locale;

/**
 * A field's type, named as describe names it, and how its values are stored in SQLite.
 *
 * <p>Text is stored as text, booleans as 0 and 1, integers as integers, other numbers as real, dates as {@code
 * 2026-11-22}, date-times as {@code 2026-11-22T09:30:00.000Z} in UTC (so that they sort as text), times as {@code
 * 09:30:00.000Z}. An empty value is NULL. Compound fields (address, location) and {@code complexvalue} have no column.
 */
public enum FieldType {
    ID("tns:ID", Storage.TEXT),
    STRING("xsd:string", Storage.TEXT),
    PICKLIST("xsd:string", Storage.TEXT),
    MULTIPICKLIST("xsd:string", Storage.TEXT),
    COMBOBOX("xsd:string", Storage.TEXT),
    REFERENCE("tns:ID", Storage.TEXT),
    BASE64("xsd:base64Binary", Storage.TEXT),
    BOOLEAN("xsd:boolean", Storage.INTEGER),
    CURRENCY("xsd:double", Storage.REAL),
    TEXTAREA("xsd:string", Storage.TEXT),
    INT("xsd:int", Storage.INTEGER),
    LONG("xsd:long", Storage.INTEGER),
    DOUBLE("xsd:double", Storage.REAL),
    PERCENT("xsd:double", Storage.REAL),
    PHONE("xsd:string", Storage.TEXT),
    DATE("xsd:date", Storage.TEXT),
    DATETIME("xsd:dateTime", Storage.TEXT),
    TIME("xsd:time", Storage.TEXT),
    URL("xsd:string", Storage.TEXT),
    EMAIL("xsd:string", Storage.TEXT),
    ENCRYPTEDSTRING("xsd:string", Storage.TEXT),
    ADDRESS("urn:address", Storage.NONE),
    LOCATION("urn:location", Storage.NONE),
    COMPLEXVALUE("xsd:anyType", Storage.NONE),
    ANYTYPE("xsd:anyType", Storage.TEXT);

    /** The SQLite column affinity. */
    public enum Storage {
        TEXT,
        INTEGER,
        REAL,
        NONE
    }

    private final String soapType;
    private final Storage storage;

    FieldType(String soapType, Storage storage) {
        this.soapType = soapType;
        this.storage = storage;
    }

    /** The type as describe writes it: {@code picklist}, {@code anyType}. */
    public String apiName() {
        return this == ANYTYPE ? "anyType" : name().toLowerCase(Locale.ROOT);
    }

    /** Describe's {@code soapType}. */
    public String soapType() {
        return soapType;
    }

    /** How values are stored. */
    public Storage storage() {
        return storage;
    }

    /** Whether values are compared without regard to case, as Salesforce compares text. */
    public boolean isText() {
        return storage == Storage.TEXT
                && this != DATE
                && this != DATETIME
                && this != TIME
                && this != ID
                && this != REFERENCE;
    }

    /** Whether values are numbers. */
    public boolean isNumber() {
        return this == INT || this == LONG || this == DOUBLE || this == CURRENCY || this == PERCENT;
    }

    /** The type that describe calls {@code apiName}, as in the schema tables. */
    public static FieldType of(String apiName) {
        return valueOf(apiName.toUpperCase(Locale.ROOT));
    }
}
