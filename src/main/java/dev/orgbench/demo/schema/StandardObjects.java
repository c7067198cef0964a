package dev.orgbench.demo.schema;

import dev.orgbench.demo.bundled.Tsv;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The standard objects, from the tables in {@code /demo/schema} (see SOURCES.md there). */
public final class StandardObjects {
    private static final String FOLDER = "schema/";
    private static final String RECORD_TYPE_ID = "RecordTypeId";
    private static final int ID_LENGTH = 18;

    private StandardObjects() {}

    /** All of them, in alphabetical order. */
    public static List<SObject> load() {
        Map<String, List<RecordType>> types = recordTypes();
        return Tsv.read(FOLDER + "_objects.tsv").stream()
                .map(row -> typed(object(row), types.getOrDefault(row.text("name"), List.of())))
                .toList();
    }

    /** The relationships among them, from the parents' side. */
    public static List<ChildRelationship> relationships() {
        return Tsv.read(FOLDER + "_childRelationships.tsv").stream()
                .map(row -> new ChildRelationship(
                        row.text("parent"),
                        row.textOrNull("relationshipName"),
                        row.text("childSObject"),
                        row.text("field"),
                        row.yes("cascadeDelete"),
                        row.yes("restrictedDelete")))
                .toList();
    }

    /** The record types by object. */
    private static Map<String, List<RecordType>> recordTypes() {
        return Tsv.read(FOLDER + "_recordTypes.tsv").stream()
                .collect(Collectors.groupingBy(
                        row -> row.text("object"),
                        Collectors.mapping(StandardObjects::recordType, Collectors.toList())));
    }

    /** {@code Type=New Customer|Renewal; Reason=Other}: a picklist and the values that the record type offers. */
    private static RecordType recordType(Tsv.Row row) {
        return new RecordType(
                row.text("id"),
                row.text("developerName"),
                row.text("name"),
                row.text("description"),
                row.yes("default"),
                row.list("picklists", "; ").stream()
                        .map(text -> text.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> List.of(pair[1].split("\\|")))));
    }

    /** An object has its RecordTypeId only once it has record types. */
    private static SObject typed(SObject object, List<RecordType> types) {
        if (types.isEmpty()) {
            return object;
        }
        List<Field> fields = new ArrayList<>(object.fields());
        if (object.field(RECORD_TYPE_ID).isEmpty()) {
            fields.add(new FieldBuilder(RECORD_TYPE_ID, "Record Type ID", FieldType.REFERENCE)
                    .length(ID_LENGTH)
                    .reference(List.of("RecordType"), "RecordType")
                    .build());
        }
        return object.withFields(fields).withRecordTypes(types);
    }

    private static SObject object(Tsv.Row row) {
        Set<String> traits = new HashSet<>(ObjectTraits.NAMES);
        traits.removeIf(name -> !row.yes(name));
        String name = row.text("name");
        List<Field> fields = Tsv.read(FOLDER + name + ".tsv").stream()
                .map(StandardObjects::field)
                .toList();
        return new SObject(
                null,
                name,
                row.text("label"),
                row.text("labelPlural"),
                row.text("keyPrefix"),
                fields,
                null,
                new ObjectTraits(traits));
    }

    private static Field field(Tsv.Row row) {
        Set<String> flags = Set.copyOf(row.list("flags", ","));
        FieldBuilder field = new FieldBuilder(row.text("name"), row.text("label"), FieldType.of(row.text("type")))
                .length(row.number("length"))
                .number(row.number("precision"), row.number("scale"))
                .digits(row.number("digits"))
                .access(row.yes("nillable"), row.yes("createable"), row.yes("updateable"), row.yes("defaultedOnCreate"))
                .querying(row.yes("filterable"), row.yes("sortable"), row.yes("groupable"), row.yes("aggregatable"))
                .permissionable(flags.contains("permissionable"))
                .searchPrefilterable(flags.contains("searchPrefilterable"))
                .reference(row.list("referenceTo", ","), row.textOrNull("relationshipName"))
                .partOf(row.textOrNull("compoundFieldName"))
                .extraTypeInfo(row.textOrNull("extraTypeInfo"))
                .defaultValue(row.textOrNull("defaultValue"))
                .picklist(picklist(row), row.yes("restrictedPicklist"));
        if (flags.contains("nameField")) {
            field.nameField();
        }
        if (flags.contains("autoNumber")) {
            field.autoNumber();
        }
        return field.idLookup(flags.contains("idLookup")).build();
    }

    /** {@code *New; Working=Being worked on}: a star marks the default, an equals sign a label of its own. */
    private static List<PicklistValue> picklist(Tsv.Row row) {
        return row.list("picklistValues", "; ").stream()
                .map(text -> {
                    boolean isDefault = text.startsWith("*");
                    String entry = isDefault ? text.substring(1) : text;
                    int equals = entry.indexOf('=');
                    String value = equals < 0 ? entry : entry.substring(0, equals);
                    String label = equals < 0 ? entry : entry.substring(equals + 1);
                    return new PicklistValue(value, label, true, isDefault);
                })
                .toList();
    }
}
