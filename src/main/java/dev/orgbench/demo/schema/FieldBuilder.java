package dev.orgbench.demo.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link Field}. Unless told otherwise the field is an ordinary one that people may leave empty, write, filter,
 * sort and group by.
 */
public final class FieldBuilder {
    private final String name;
    private final String label;
    private final FieldType type;
    private @Nullable String id;
    private int length;
    private int precision;
    private int scale;
    private int digits;
    private boolean nillable = true;
    private boolean createable = true;
    private boolean updateable = true;
    private boolean defaultedOnCreate;
    private boolean filterable = true;
    private boolean sortable = true;
    private boolean groupable = true;
    private boolean aggregatable = true;
    private boolean restrictedPicklist;
    private boolean nameField;
    private boolean idLookup;
    private boolean autoNumber;
    private boolean externalId;
    private boolean unique;
    private boolean caseSensitive;
    private boolean permissionable;
    private boolean searchPrefilterable;
    private List<String> referenceTo = List.of();
    private @Nullable String relationshipName;
    private @Nullable String compoundFieldName;
    private @Nullable String extraTypeInfo;
    private @Nullable String defaultValue;
    private @Nullable String inlineHelpText;
    private List<PicklistValue> picklistValues = List.of();
    private @Nullable Calculation calculation;
    private @Nullable String controllerName;
    private @Nullable String metadata;

    public FieldBuilder(String name, String label, FieldType type) {
        this.name = name;
        this.label = label;
        this.type = type;
    }

    /** Begins with all that {@code field} is. */
    FieldBuilder(Field field) {
        this(field.name(), field.label(), field.type());
        this.id = field.id();
        this.length = field.length();
        this.precision = field.precision();
        this.scale = field.scale();
        this.digits = field.digits();
        this.nillable = field.nillable();
        this.createable = field.createable();
        this.updateable = field.updateable();
        this.defaultedOnCreate = field.defaultedOnCreate();
        this.filterable = field.filterable();
        this.sortable = field.sortable();
        this.groupable = field.groupable();
        this.aggregatable = field.aggregatable();
        this.restrictedPicklist = field.restrictedPicklist();
        this.nameField = field.nameField();
        this.idLookup = field.idLookup();
        this.autoNumber = field.autoNumber();
        this.externalId = field.externalId();
        this.unique = field.unique();
        this.caseSensitive = field.caseSensitive();
        this.permissionable = field.permissionable();
        this.searchPrefilterable = field.searchPrefilterable();
        this.referenceTo = field.referenceTo();
        this.relationshipName = field.relationshipName();
        this.compoundFieldName = field.compoundFieldName();
        this.extraTypeInfo = field.extraTypeInfo();
        this.defaultValue = field.defaultValue();
        this.inlineHelpText = field.inlineHelpText();
        this.picklistValues = field.picklistValues();
        this.calculation = field.calculation();
        this.controllerName = field.controllerName();
        this.metadata = field.metadata();
    }

    public FieldBuilder id(@Nullable String id) {
        this.id = id;
        return this;
    }

    /** Characters. */
    public FieldBuilder length(int length) {
        this.length = length;
        return this;
    }

    /** Digits in all, and after the point. */
    public FieldBuilder number(int precision, int scale) {
        this.precision = precision;
        this.scale = scale;
        return this;
    }

    public FieldBuilder digits(int digits) {
        this.digits = digits;
        return this;
    }

    /** Whether it may be empty, given on create, changed, and is filled in when left out. */
    public FieldBuilder access(boolean nillable, boolean createable, boolean updateable, boolean defaultedOnCreate) {
        this.nillable = nillable;
        this.createable = createable;
        this.updateable = updateable;
        this.defaultedOnCreate = defaultedOnCreate;
        return this;
    }

    /** Set by the org, never by a client. */
    public FieldBuilder system() {
        return access(false, false, false, true);
    }

    /** What queries may do with it. */
    public FieldBuilder querying(boolean filterable, boolean sortable, boolean groupable, boolean aggregatable) {
        this.filterable = filterable;
        this.sortable = sortable;
        this.groupable = groupable;
        this.aggregatable = aggregatable;
        return this;
    }

    public FieldBuilder nameField() {
        this.nameField = true;
        this.idLookup = true;
        return this;
    }

    public FieldBuilder idLookup(boolean idLookup) {
        this.idLookup = idLookup;
        return this;
    }

    public FieldBuilder autoNumber() {
        this.autoNumber = true;
        return access(false, false, false, true);
    }

    public FieldBuilder key(boolean externalId, boolean unique) {
        this.externalId = externalId;
        this.unique = unique;
        this.idLookup |= externalId || unique;
        return this;
    }

    public FieldBuilder caseSensitive(boolean caseSensitive) {
        this.caseSensitive = caseSensitive;
        return this;
    }

    public FieldBuilder permissionable(boolean permissionable) {
        this.permissionable = permissionable;
        return this;
    }

    public FieldBuilder searchPrefilterable(boolean searchPrefilterable) {
        this.searchPrefilterable = searchPrefilterable;
        return this;
    }

    public FieldBuilder reference(List<String> referenceTo, @Nullable String relationshipName) {
        this.referenceTo = referenceTo;
        this.relationshipName = relationshipName;
        return this;
    }

    public FieldBuilder partOf(@Nullable String compoundFieldName) {
        this.compoundFieldName = compoundFieldName;
        return this;
    }

    public FieldBuilder extraTypeInfo(@Nullable String extraTypeInfo) {
        this.extraTypeInfo = extraTypeInfo;
        return this;
    }

    public FieldBuilder defaultValue(@Nullable String defaultValue) {
        this.defaultValue = defaultValue;
        return this;
    }

    public FieldBuilder inlineHelpText(@Nullable String inlineHelpText) {
        this.inlineHelpText = inlineHelpText;
        return this;
    }

    public FieldBuilder picklist(List<PicklistValue> values, boolean restricted) {
        this.picklistValues = values;
        this.restrictedPicklist = restricted;
        return this;
    }

    /** Worked out by the org, and never written. */
    public FieldBuilder calculated(Calculation calculation) {
        this.calculation = calculation;
        this.idLookup = false;
        return access(type != FieldType.BOOLEAN, false, false, type == FieldType.BOOLEAN);
    }

    /** Makes it a dependent picklist: {@link PicklistValue#controlling} tells which value goes with which. */
    public FieldBuilder controlledBy(@Nullable String controllerName) {
        this.controllerName = controllerName;
        return this;
    }

    /** The Tooling metadata that it was made from, as JSON text. */
    public FieldBuilder metadata(@Nullable String metadata) {
        this.metadata = metadata;
        return this;
    }

    public Field build() {
        return new Field(
                id,
                name,
                label,
                type,
                length,
                precision,
                scale,
                digits,
                nillable,
                createable,
                updateable,
                defaultedOnCreate,
                filterable,
                sortable,
                groupable,
                aggregatable,
                restrictedPicklist,
                nameField,
                idLookup,
                autoNumber,
                externalId,
                unique,
                caseSensitive,
                permissionable,
                searchPrefilterable,
                referenceTo.size() > 1,
                List.copyOf(referenceTo),
                relationshipName,
                compoundFieldName,
                extraTypeInfo,
                defaultValue,
                inlineHelpText,
                List.copyOf(picklistValues),
                calculation,
                controllerName,
                metadata);
    }
}
