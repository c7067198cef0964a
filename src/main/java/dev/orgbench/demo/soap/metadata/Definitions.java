package dev.orgbench.demo.soap.metadata;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.Json;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.soap.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads components as the org has them now. */
final class Definitions {
    private final Org org;
    private final MetadataJson json;

    Definitions(Org org, MetadataJson json) {
        this.org = org;
        this.json = json;
    }

    /** The keys of a component, its name among them; empty if the org has none of that name. */
    Optional<List<Xml>> read(ComponentType type, String fullName) {
        return type == ComponentType.CUSTOM_OBJECT
                ? object(fullName).map(object -> objectKeys(object, object.name()))
                : field(fullName).map(field -> fieldKeys(field, fullName));
    }

    /** What an object's file holds: as {@link #read}, but an object is named by its file. */
    Optional<List<Xml>> readFile(String objectName) {
        return object(objectName).map(object -> objectKeys(object, ""));
    }

    /** A field as its object's file has it, which does not say whose it is. */
    Optional<Xml> readWithin(String fullName) {
        return field(fullName).map(field -> Xml.parent("fields", fieldKeys(field, field.name())));
    }

    List<SObject> objects() {
        return List.copyOf(org.catalogue().schema().objects());
    }

    /** Those that people and agents have made. */
    static List<Field> customFields(SObject object) {
        return object.fields().stream().filter(field -> field.metadata() != null).toList();
    }

    private Optional<SObject> object(String name) {
        return org.catalogue().schema().object(name);
    }

    private Optional<Field> field(String fullName) {
        int dot = fullName.indexOf('.');
        return dot < 1
                ? Optional.empty()
                : object(fullName.substring(0, dot))
                        .flatMap(object -> object.field(fullName.substring(dot + 1)))
                        .filter(field -> field.metadata() != null);
    }

    private List<Xml> objectKeys(SObject object, String fullName) {
        List<Xml> fields = new ArrayList<>();
        customFields(object).forEach(field -> fields.add(Xml.parent("fields", fieldKeys(field, field.name()))));
        return json.toXml(fullName, metadata(object.metadata(), object.label(), object.labelPlural()), fields);
    }

    private List<Xml> fieldKeys(Field field, String fullName) {
        return json.toXml(fullName, metadata(field.metadata(), field.label(), ""), List.of());
    }

    /** A standard object has none but its labels. */
    private static ObjectNode metadata(@Nullable String text, String label, String plural) {
        if (text != null && Json.own(text) instanceof ObjectNode own) {
            return own;
        }
        return JsonNodeFactory.instance.objectNode().put("label", label).put("pluralLabel", plural);
    }
}
