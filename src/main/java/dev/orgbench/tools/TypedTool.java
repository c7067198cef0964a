package dev.orgbench.tools;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.orgbench.salesforce.ObjectDescribe;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** From a method for any object to a tool for one, and from such a tool's arguments back to the method's. */
final class TypedTool {
    static final String TAG = "typed";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .build();

    private final MethodDefinition method;
    private final MethodDefinition.Typed typed;

    /** @param method one that says how it is made for one object */
    TypedTool(MethodDefinition method) {
        this.method = method;
        this.typed = requireNonNull(method.typed());
    }

    /** Its tags: those of the method, and one for all such tools. */
    static Set<String> tags(MethodDefinition method) {
        Set<String> tags = new LinkedHashSet<>(List.of(TAG));
        tags.addAll(method.tags());
        return tags;
    }

    /** @param any the method's own tool */
    Tool tool(String name, Tool any, ObjectDescribe object, TypedFields fields) {
        String more = fields.leftOut() == 0
                ? ""
                : " It has " + fields.leftOut()
                        + " more fields, which are accepted as well: describe it to learn them.";
        String title = filled(typed.title(), object);
        String description = filled(typed.description(), object) + more;
        ObjectNode inputSchema = inputSchema(any.inputSchema(), fields);
        return new Tool(
                name,
                title,
                description,
                any.method(),
                any.resource(),
                tags(method),
                inputSchema,
                any.outputSchema(),
                any.readOnly(),
                any.destructive(),
                any.idempotent(),
                any.openWorld(),
                text(name, title, description, object, inputSchema),
                object.name());
    }

    /** Makes the arguments of a checked call those that the method takes. */
    void spread(Tool tool, ObjectNode arguments) {
        ObjectNode fields = arguments.objectNode();
        arguments.properties().stream()
                .filter(argument -> !isOwn(argument.getKey()))
                .toList()
                .forEach(argument -> fields.set(argument.getKey(), arguments.remove(argument.getKey())));
        arguments.put(typed.object(), tool.object());
        arguments.set(typed.fields(), fields);
    }

    private ObjectNode inputSchema(ObjectNode any, TypedFields fields) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        Set<String> required = new LinkedHashSet<>();
        any.path("required").forEach(name -> required.add(name.asText()));
        required.retainAll(own());
        for (var each : any.path("properties").properties()) {
            if (isOwn(each.getKey())) {
                properties.set(each.getKey(), each.getValue());
            } else if (each.getKey().equals(typed.fields())) {
                fields.properties().forEach((name, field) -> {
                    // Salesforce does not tell names by their case, so a field ID would be taken for the argument id.
                    if (own().stream().noneMatch(name::equalsIgnoreCase)) {
                        properties.set(name, field);
                    }
                });
            }
        }
        fields.required().stream().filter(properties::has).forEach(required::add);
        if (!required.isEmpty()) {
            required.forEach(schema.putArray("required")::add);
        }
        return schema.put("additionalProperties", fields.leftOut() > 0);
    }

    private boolean isOwn(String argument) {
        return own().contains(argument);
    }

    /** The method's arguments that are left: all but the object and its fields. */
    private Set<String> own() {
        Set<String> own = new LinkedHashSet<>();
        for (MethodDefinition.Place place : MethodDefinition.Place.values()) {
            own.addAll(method.argumentsIn(place).keySet());
        }
        own.removeAll(List.of(typed.object(), typed.fields()));
        return own;
    }

    private static String filled(String text, ObjectDescribe object) {
        String label = object.json().path("label").asText(object.name());
        return text.replace("{object}", object.name()).replace("{label}", label);
    }

    private String text(String name, String title, String description, ObjectDescribe object, JsonNode inputSchema) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("name", name).put("title", title).put("description", description);
        shown.put("object", object.name());
        shown.put("made_from", method.file() + ", method " + method.verb() + ", and the org's describe of the object");
        tags(method).forEach(shown.putArray("tags")::add);
        shown.set("input_schema", inputSchema);
        try {
            return YAML.writeValueAsString(shown);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
