package dev.orgbench.demo.schema;

import dev.orgbench.demo.Tsv;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The standard objects, from the tables in {@code /demo/schema} (see SOURCES.md there). */
public final class StandardObjects {
    private static final String FOLDER = "schema/";

    private StandardObjects() {}

    /** All of them, in alphabetical order. */
    public static List<SObject> load() {
        return Tsv.read(FOLDER + "_objects.tsv").stream().map(StandardObjects::object).toList();
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
                .access(
                        row.yes("nillable"),
                        row.yes("createable"),
                        row.yes("updateable"),
                        row.yes("defaultedOnCreate"))
                .querying(
                        row.yes("filterable"), row.yes("sortable"), row.yes("groupable"), row.yes("aggregatable"))
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
