package dev.orgbench.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.tools.MethodDefinition.ArgumentSchema;
import dev.orgbench.tools.MethodDefinition.Hints;
import dev.orgbench.tools.MethodDefinition.PageSize;
import dev.orgbench.tools.MethodDefinition.Paging;
import dev.orgbench.tools.MethodDefinition.Place;
import dev.orgbench.tools.MethodDefinition.Touched;
import dev.orgbench.tools.MethodDefinition.Typed;
import dev.orgbench.tools.MethodDefinition.Upstream;
import dev.orgbench.tools.sources.DefinitionSource;
import dev.orgbench.tools.sources.Problem;
import dev.orgbench.tools.sources.YamlText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads definition files. A file with a fault makes no methods; an undocumented method makes none either. */
final class DefinitionReader {
    static final String ACCESS = "access";

    private final ShapeFaults resourceShape =
            new ShapeFaults(SchemaCheck.bundled("/integrations/definition.schema.json"));
    private final ShapeFaults integrationShape =
            new ShapeFaults(SchemaCheck.bundled("/integrations/integration.schema.json"));
    private final Behaviours behaviours;

    DefinitionReader(Behaviours behaviours) {
        this.behaviours = behaviours;
    }

    @Nullable
    Integration integration(DefinitionSource.DefinitionFile file, List<Problem> problems) {
        YamlText yaml = parse(file, integrationShape, problems);
        if (yaml == null) {
            return null;
        }
        JsonNode root = yaml.root();
        return new Integration(
                root.path("integration").asText(),
                root.path("title").asText(),
                root.path("open_world").asBoolean(true),
                texts(root.path("apis")),
                texts(root.path("advice")));
    }

    List<MethodDefinition> resource(
            DefinitionSource.DefinitionFile file, Integration integration, List<Problem> problems) {
        YamlText yaml = parse(file, resourceShape, problems);
        if (yaml == null) {
            return List.of();
        }
        List<MethodDefinition> methods = new ArrayList<>();
        List<Problem> faults = new ArrayList<>();
        DefinitionFaults check = new DefinitionFaults(file.name(), yaml, integration, behaviours);
        yaml.root().path("methods").properties().forEach(each -> {
            String at = "/methods/" + each.getKey();
            List<Problem> found = check.in(at, each.getKey(), each.getValue());
            faults.addAll(found);
            if (found.isEmpty()) {
                List<Problem> undocumented = check.documentation(at, each.getValue());
                problems.addAll(undocumented);
                if (undocumented.isEmpty()) {
                    MethodDefinition method = method(file.name(), integration, yaml, each.getKey(), each.getValue());
                    faults.addAll(check.examples(at, method));
                    methods.add(method);
                }
            }
        });
        problems.addAll(faults);
        return faults.isEmpty() ? methods : List.of();
    }

    static @Nullable YamlText parse(DefinitionSource.DefinitionFile file, ShapeFaults shape, List<Problem> problems) {
        try {
            YamlText yaml = YamlText.parse(file);
            List<Problem> faults = shape.in(file.name(), yaml);
            problems.addAll(faults);
            return faults.isEmpty() ? yaml : null;
        } catch (YamlText.UnreadableException unreadable) {
            problems.add(unreadable.problem());
            return null;
        }
    }

    private static MethodDefinition method(
            String file, Integration integration, YamlText yaml, String key, JsonNode node) {
        JsonNode root = yaml.root();
        String resource = root.path("resource").asText();
        String plural = root.path("plural").asText(resource + "s");
        Method method = kind(key);
        Map<Place, ArgumentSchema> arguments = new EnumMap<>(Place.class);
        for (Place place : Place.values()) {
            JsonNode schema = node.path(place.name().toLowerCase(Locale.ROOT) + "_schema");
            if (schema.isObject()) {
                arguments.put(place, arguments(schema));
            }
        }
        return new MethodDefinition(
                integration,
                resource,
                new LinkedHashSet<>(strings(root.path("tags"))),
                method,
                key,
                node.has("name")
                        ? node.path("name").asText()
                        : ToolNames.of(method, integration.name(), resource, plural),
                node.path("title").asText(),
                node.path("description").asText().strip(),
                upstream(node.path("request")),
                arguments,
                strings(node.path("before")),
                node.path("result").asText(null),
                node.path("otherwise").asText(null),
                strings(node.path("errors")),
                object(node.path("result_schema")),
                node.has("paging") ? paging(node.path("paging")) : null,
                hints(method, node.path("annotations")),
                StreamSupport.stream(node.path("examples").spliterator(), false)
                        .map(example -> object(example.path("arguments")))
                        .toList(),
                node.has("touches") ? touches(node.path("touches")) : null,
                node.has("typed") ? typed(node.path("typed")) : null,
                root.path("only_if").asText(null),
                yaml.block("/methods/" + key),
                file,
                yaml.line("/methods/" + key));
    }

    static Method kind(String key) {
        return switch (key) {
            case "list" -> Method.LIST;
            case "get" -> Method.GET;
            case "create" -> Method.CREATE;
            case "update" -> Method.UPDATE;
            case "delete" -> Method.DELETE;
            default -> Method.CUSTOM;
        };
    }

    private static ArgumentSchema arguments(JsonNode schema) {
        Map<String, ObjectNode> properties = new LinkedHashMap<>();
        schema.path("properties")
                .properties()
                .forEach(property -> properties.put(property.getKey(), object(property.getValue())));
        return new ArgumentSchema(
                properties,
                new LinkedHashSet<>(strings(schema.path("required"))),
                schema.path("additionalProperties").asBoolean());
    }

    private static Upstream upstream(JsonNode request) {
        return new Upstream(
                request.path("method").asText(),
                request.path("api").asText(),
                request.path("path").asText(),
                texts(request.path("path_when")),
                texts(request.path("query")),
                request.path("body_from").asText(null),
                request.path("conditional").asBoolean());
    }

    private static Typed typed(JsonNode typed) {
        return new Typed(
                typed.path("object").asText(),
                typed.path("fields").asText(),
                typed.path("by").asText(),
                typed.path("title").asText(),
                typed.path("description").asText().strip());
    }

    private static Paging paging(JsonNode paging) {
        JsonNode size = paging.path("page_size");
        return new Paging(
                Paging.Style.valueOf(paging.path("style").asText().toUpperCase(Locale.ROOT)),
                paging.path("items").asText(),
                paging.path("next").asText(null),
                paging.path("parameter").asText(null),
                paging.path("done").asText(null),
                paging.path("total").asText(null),
                size.isObject()
                        ? new PageSize(
                                size.has("header"),
                                size.path(size.has("header") ? "header" : "parameter")
                                        .asText(),
                                size.path("value").asText("{size}"),
                                size.path("min").asInt(),
                                size.path("max").asInt())
                        : null);
    }

    private static List<Touched> touches(JsonNode touches) {
        List<Touched> all = new ArrayList<>();
        for (JsonNode each : touches) {
            Access access = Access.valueOf(each.path(ACCESS).asText().toUpperCase(Locale.ROOT));
            each.properties().stream()
                    .filter(key -> !key.getKey().equals(ACCESS))
                    .map(key -> new Touched(access, key.getKey(), key.getValue().asText()))
                    .forEach(all::add);
        }
        return List.copyOf(all);
    }

    private static Hints hints(Method method, JsonNode annotations) {
        boolean reads = method == Method.GET || method == Method.LIST;
        boolean repeatable = reads || method == Method.UPDATE || method == Method.DELETE;
        return new Hints(
                annotations.path("read_only").asBoolean(reads),
                annotations.path("destructive").asBoolean(!reads && method != Method.CREATE),
                annotations.path("idempotent").asBoolean(repeatable));
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
        return texts;
    }

    private static List<String> strings(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }
}
