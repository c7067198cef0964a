package dev.orgbench.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgbench.tools.sources.Problem;
import dev.orgbench.tools.sources.YamlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What can be wrong with a method of a definition beyond its shape. */
final class DefinitionFaults {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");
    private static final List<String> SCHEMAS = List.of("path_schema", "query_schema", "body_schema", "local_schema");

    private final String file;
    private final YamlText yaml;
    private final Integration integration;
    private final Behaviours behaviours;

    DefinitionFaults(String file, YamlText yaml, Integration integration, Behaviours behaviours) {
        this.file = file;
        this.yaml = yaml;
        this.integration = integration;
        this.behaviours = behaviours;
    }

    List<Problem> in(String at, String key, JsonNode method) {
        List<Problem> faults = new ArrayList<>();
        names(at, key, method, faults);
        request(at, method, faults);
        arguments(at, method, faults);
        SchemaFaults schemas = new SchemaFaults(file, yaml);
        for (String schema : SCHEMAS) {
            method.path(schema)
                    .path("properties")
                    .properties()
                    .forEach(argument -> faults.addAll(
                            schemas.in(at + "/" + schema + "/properties/" + argument.getKey(), argument.getValue())));
        }
        if (method.has("result_schema")) {
            faults.addAll(schemas.in(at + "/result_schema", method.path("result_schema")));
        }
        behaviours(at + "/before", method.path("before"), behaviours.before(), faults);
        behaviours(at + "/errors", method.path("errors"), behaviours.advice(), faults);
        behaviour(at + "/result", method.path("result"), behaviours.results(), faults);
        behaviour(at + "/otherwise", method.path("otherwise"), behaviours.otherwise(), faults);
        touches(at + "/touches", method, faults);
        if (method.has("typed")) {
            typed(at, key, method, faults);
        }
        paging(at + "/paging", method.path("paging"), faults);
        return faults;
    }

    private void paging(String at, JsonNode paging, List<Problem> faults) {
        String style = paging.path("style").asText();
        if (style.equals("next_link") && !paging.has("next")) {
            faults.add(problem(at, "paging by next_link needs next, the key of the next page's path"));
        }
        if (style.equals("cursor") && !(paging.has("next") && paging.has("parameter"))) {
            faults.add(problem(
                    at, "paging by cursor needs next, the key of the cursor, and parameter, what it is sent back as"));
        }
        JsonNode size = paging.path("page_size");
        if (size.isObject() && size.has("header") == size.has("parameter")) {
            faults.add(problem(at + "/page_size", "page_size needs header or parameter, and not both"));
        }
    }

    /** What the method lacks to be documented. */
    List<Problem> documentation(String at, JsonNode method) {
        List<Problem> missing = new ArrayList<>();
        for (String key : List.of("title", "description", "result_schema")) {
            if (!method.has(key)) {
                missing.add(problem(at, dotted(at) + " has no " + key + ", so it makes no tool"));
            }
        }
        for (String schema : SCHEMAS) {
            method.path(schema).path("properties").properties().forEach(argument -> {
                if (argument.getValue().path("description").asText("").isBlank()) {
                    missing.add(problem(
                            at + "/" + schema + "/properties/" + argument.getKey(),
                            "the argument " + argument.getKey() + " has no description, so " + dotted(at)
                                    + " makes no tool"));
                }
            });
        }
        return missing;
    }

    private void names(String at, String key, JsonNode method, List<Problem> faults) {
        Method kind = DefinitionReader.kind(key);
        if (kind == Method.CUSTOM && !method.has("name")) {
            faults.add(problem(at, "the method " + key + " needs a name, the whole name of its tool"));
            return;
        }
        String resource = yaml.root().path("resource").asText();
        String name = method.path("name")
                .asText(
                        kind == Method.CUSTOM
                                ? ""
                                : ToolNames.of(
                                        kind,
                                        integration.name(),
                                        resource,
                                        yaml.root().path("plural").asText(resource + "s")));
        if (!ToolNames.isValid(name)) {
            faults.add(problem(at, "the tool name " + name + " is longer than 64 characters"));
        }
    }

    private void request(String at, JsonNode method, List<Problem> faults) {
        JsonNode request = method.path("request");
        if (!integration.apis().containsKey(request.path("api").asText())) {
            faults.add(problem(
                    at + "/request/api",
                    unknown(
                            "api",
                            request.path("api").asText(),
                            integration.apis().keySet())));
        }
        Set<String> variables = variables(request.path("path").asText());
        request.path("path_when").properties().forEach(other -> {
            String where = at + "/request/path_when/" + other.getKey();
            if (!isArgument(method, other.getKey())) {
                faults.add(problem(where, other.getKey() + " is not an argument of the method"));
            }
            if (!variables(other.getValue().asText()).equals(variables)) {
                faults.add(problem(where, "it must hold the same {...} as path"));
            }
        });
        JsonNode known = method.path("path_schema").path("properties");
        for (String each : variables) {
            if (!known.has(each)) {
                faults.add(problem(
                        at + "/request/path",
                        "{" + each + "} is not an argument of path_schema." + meant(each, names(known))
                                + " Add it there, or take it out of the path"));
            }
        }
        known.fieldNames().forEachRemaining(name -> {
            if (!variables.contains(name)) {
                faults.add(problem(
                        at + "/path_schema/properties/" + name,
                        "{" + name
                                + "} is not in the path: an argument that goes elsewhere belongs to query_schema, body_schema or"
                                + " local_schema"));
            }
        });
        String bodyFrom = request.path("body_from").asText("");
        if (!bodyFrom.isEmpty()
                && !method.path("body_schema").path("properties").has(bodyFrom)) {
            faults.add(problem(
                    at + "/request/body_from",
                    bodyFrom + " is not an argument of body_schema."
                            + meant(bodyFrom, names(method.path("body_schema").path("properties")))));
        }
    }

    private static Set<String> variables(String path) {
        return VARIABLE.matcher(path).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static boolean isArgument(JsonNode method, String name) {
        return SCHEMAS.stream()
                .anyMatch(schema -> method.path(schema).path("properties").has(name));
    }

    private void arguments(String at, JsonNode method, List<Problem> faults) {
        Set<String> seen = new HashSet<>();
        for (String schema : SCHEMAS) {
            JsonNode properties = method.path(schema).path("properties");
            properties.fieldNames().forEachRemaining(name -> {
                if (!seen.add(name)) {
                    faults.add(problem(
                            at + "/" + schema + "/properties/" + name,
                            "the argument " + name + " is given twice: all of a method's arguments are one list to its"
                                    + " callers"));
                }
            });
            method.path(schema).path("required").forEach(name -> {
                if (!properties.has(name.asText())) {
                    faults.add(problem(
                            at + "/" + schema + "/required",
                            "the required argument " + name.asText() + " is not among the properties."
                                    + meant(name.asText(), names(properties))));
                }
            });
        }
    }

    private void touches(String at, JsonNode method, List<Problem> faults) {
        Set<String> kinds = new TreeSet<>(behaviours.touches().keySet());
        kinds.add(ScopeCheck.ROWS);
        for (int i = 0; i < method.path("touches").size(); i++) {
            String here = at + "/" + i;
            method.path("touches").path(i).properties().forEach(each -> {
                String kind = each.getKey();
                if (kind.equals(DefinitionReader.ACCESS)) {
                    return;
                }
                String of = each.getValue().asText();
                if (!kinds.contains(kind)) {
                    faults.add(problem(
                            here, "nothing finds the objects of " + kind + "; there are " + String.join(", ", kinds)));
                } else if (kind.equals(ScopeCheck.ROWS)) {
                    if (!method.has("paging")) {
                        faults.add(problem(here, "rows are those of a list, and there is no paging"));
                    }
                } else if (!isArgument(method, of)) {
                    faults.add(problem(here, of + " is not an argument"));
                }
            });
        }
    }

    private void typed(String at, String key, JsonNode method, List<Problem> faults) {
        JsonNode typed = method.path("typed");
        if (DefinitionReader.kind(key) == Method.CUSTOM) {
            faults.add(problem(
                    at + "/typed", "only list, get, create, update and delete can be made for one object each"));
        }
        for (String argument : List.of("object", "fields")) {
            String name = typed.path(argument).asText();
            if (!isArgument(method, name)) {
                faults.add(problem(at + "/typed/" + argument, name + " is not an argument of the method"));
            }
        }
        behaviours(
                at + "/typed/by",
                JsonNodeFactory.instance.arrayNode().add(typed.path("by")),
                behaviours.typed(),
                faults);
    }

    private void behaviours(String at, JsonNode names, Map<String, ?> known, List<Problem> faults) {
        names.forEach(name -> behaviour(at, name, known, faults));
    }

    private void behaviour(String at, JsonNode name, Map<String, ?> known, List<Problem> faults) {
        if (!name.isMissingNode() && !known.containsKey(name.asText())) {
            faults.add(problem(
                    at,
                    known.isEmpty()
                            ? "there is no behaviour " + Quoted.text(name.asText()) + ": leave it out"
                            : unknown("behaviour", name.asText(), new TreeSet<>(known.keySet()))));
        }
    }

    /** What the examples of a method that is otherwise right give wrong. */
    List<Problem> examples(String at, MethodDefinition method) {
        List<Problem> wrong = new ArrayList<>();
        Tool tool = new ToolGenerator().tool(method);
        for (int i = 0; i < method.examples().size(); i++) {
            try {
                ArgumentCheck.check(tool, method.examples().get(i));
            } catch (Refusal refusal) {
                wrong.add(problem(at + "/examples/" + i, "the example cannot be called: " + refusal.text()));
            }
        }
        return wrong;
    }

    private static String dotted(String pointer) {
        return pointer.substring(1).replace('/', '.');
    }

    private static String unknown(String what, String name, Collection<String> known) {
        return "there is no " + what + " " + Quoted.text(name) + "." + meant(name, known) + " There are "
                + String.join(", ", known);
    }

    private static String meant(String name, Collection<String> known) {
        return DidYouMean.sentence(DidYouMean.closest(name, known));
    }

    private static List<String> names(JsonNode properties) {
        List<String> names = new ArrayList<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private Problem problem(String at, String fault) {
        return new Problem(file, yaml.line(at), fault);
    }
}
