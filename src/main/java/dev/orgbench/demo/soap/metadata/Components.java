package dev.orgbench.demo.soap.metadata;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.metadata.ValidationRules;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.soap.Xml;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.demo.wire.Json;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads components as the org has them now. */
final class Components {
    private final Org org;
    private final MetadataJson json;

    Components(Org org, MetadataJson json) {
        this.org = org;
        this.json = json;
    }

    /**
     * A component that the org has.
     *
     * @param object whose it is, or which it is
     * @param name its own, without its object's
     * @param id empty for a standard object
     */
    record Kept(ComponentType type, String object, String name, String id, ObjectNode metadata) {
        /** {@code Account.Rank__c}. */
        String fullName() {
            return type == ComponentType.CUSTOM_OBJECT ? object : object + "." + name;
        }
    }

    /** Everything that there is of a type. */
    List<Kept> all(ComponentType type) throws ApiError, SQLException {
        Collection<SObject> objects = org.catalogue().schema().objects();
        return switch (type) {
            case CUSTOM_OBJECT -> objects.stream().map(Components::kept).toList();
            case CUSTOM_FIELD ->
                objects.stream()
                        .flatMap(object -> object.fields().stream()
                                .filter(field -> field.metadata() != null)
                                .map(field -> kept(object, field)))
                        .toList();
            case VALIDATION_RULE ->
                org.file().read(ValidationRules::all).stream()
                        .map(rule -> new Kept(type, rule.object(), rule.name(), rule.id(), rule.metadata()))
                        .toList();
        };
    }

    /** The component of that name, in any case; empty if the org has none. */
    Optional<Kept> find(ComponentType type, String fullName) throws ApiError, SQLException {
        return all(type).stream()
                .filter(kept -> kept.fullName().equalsIgnoreCase(fullName))
                .findFirst();
    }

    /** Its keys, its name among them; for an object also what stands in its file. */
    List<Xml> keys(Kept kept) throws ApiError, SQLException {
        return json.toXml(kept.fullName(), kept.metadata(), within(kept));
    }

    /** The same as an object's file has it: the object is named by its file, and its parts do not say whose they are. */
    List<Xml> fileKeys(Kept kept) throws ApiError, SQLException {
        return json.toXml(kept.name(), kept.metadata(), within(kept));
    }

    private List<Xml> within(Kept object) throws ApiError, SQLException {
        List<Xml> parts = new ArrayList<>();
        if (object.type() == ComponentType.CUSTOM_OBJECT) {
            for (ComponentType type : ComponentType.parts()) {
                for (Kept part : all(type)) {
                    if (part.object().equals(object.object())) {
                        parts.add(Xml.parent(type.element(), fileKeys(part)));
                    }
                }
            }
        }
        return parts;
    }

    private static Kept kept(SObject object) {
        ObjectNode metadata = metadata(object.metadata());
        if (metadata.isEmpty()) {
            // A standard object has none but its labels.
            metadata.put("label", object.label()).put("pluralLabel", object.labelPlural());
        }
        return new Kept(ComponentType.CUSTOM_OBJECT, object.name(), "", text(object.id()), metadata);
    }

    private static Kept kept(SObject object, Field field) {
        return new Kept(
                ComponentType.CUSTOM_FIELD, object.name(), field.name(), text(field.id()), metadata(field.metadata()));
    }

    private static ObjectNode metadata(@Nullable String text) {
        return text != null && Json.own(text) instanceof ObjectNode own ? own : JsonNodeFactory.instance.objectNode();
    }

    private static String text(@Nullable String id) {
        return id == null ? "" : id;
    }
}
