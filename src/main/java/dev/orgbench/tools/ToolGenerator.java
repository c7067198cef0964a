package dev.orgbench.tools;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.tools.MethodDefinition.ArgumentSchema;
import dev.orgbench.tools.MethodDefinition.Paging;
import dev.orgbench.tools.MethodDefinition.Place;
import java.util.LinkedHashSet;
import java.util.Set;

/** Makes a tool from a documented method: one flat input schema, an output schema, the annotations. */
final class ToolGenerator {
    static final String LIMIT = "limit";
    static final String NEXT_CURSOR = "next_cursor";
    static final String TRUNCATED = "truncated";
    static final int MOST_ITEMS = 2_000;
    static final int USUAL_ITEMS = 200;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    Tool tool(MethodDefinition method) {
        return new Tool(
                method.toolName(),
                method.title(),
                method.description(),
                method.method(),
                method.resource(),
                method.tags(),
                inputSchema(method),
                outputSchema(method),
                method.hints().readOnly(),
                method.hints().destructive(),
                method.hints().idempotent(),
                method.integration().openWorld(),
                method.text(),
                null);
    }

    private static ObjectNode inputSchema(MethodDefinition method) {
        ObjectNode properties = JSON.objectNode();
        Set<String> required = new LinkedHashSet<>();
        boolean open = false;
        for (Place place : Place.values()) {
            ArgumentSchema arguments = method.arguments().get(place);
            if (arguments != null) {
                arguments.properties().forEach((name, schema) -> properties.set(name, schema.deepCopy()));
                required.addAll(arguments.required());
                open |= arguments.open();
            }
        }
        if (method.paging() != null) {
            properties
                    .putObject(LIMIT)
                    .put("type", "integer")
                    .put("minimum", 1)
                    .put("maximum", MOST_ITEMS)
                    .put("default", USUAL_ITEMS)
                    .put("description", "How many to return at most in this page");
            properties
                    .putObject(NEXT_CURSOR)
                    .put("type", "string")
                    .put("description", "next_cursor of the page before, with the other arguments as they were");
        }
        ObjectNode schema = JSON.objectNode().put("type", "object");
        schema.set("properties", properties);
        if (!required.isEmpty()) {
            ArrayNode names = schema.putArray("required");
            required.forEach(names::add);
        }
        schema.put("additionalProperties", open);
        if (!method.examples().isEmpty()) {
            ArrayNode examples = schema.putArray("examples");
            method.examples().forEach(example -> examples.add(example.deepCopy()));
        }
        return schema;
    }

    private static ObjectNode outputSchema(MethodDefinition method) {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        ObjectNode given = method.resultSchema().deepCopy();
        given.remove("type");
        schema.setAll(given);
        Paging paging = method.paging();
        if (paging != null) {
            ObjectNode properties = schema.withObjectProperty("properties");
            properties
                    .putObject(NEXT_CURSOR)
                    .put("type", "string")
                    .put("description", "There is more: give it to the next call");
            properties
                    .putObject(TRUNCATED)
                    .put("type", "boolean")
                    .put("description", "The page was cut because it grew too large; go on with next_cursor");
        }
        return schema;
    }
}
