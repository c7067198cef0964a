package dev.orgbench.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One documented method on one resource.
 *
 * @param verb the method's key in its file: the method in small letters, or what a custom one is called
 * @param before names of behaviours that check or complete the arguments, in order
 * @param result name of the behaviour that shapes the answer; null for none
 * @param otherwise name of the behaviour that goes another way after a refusal; null for none
 * @param errors names of behaviours that say what to try after a refusal
 * @param arguments the argument schemas by where their values go
 * @param touches which objects a call touches; null if its file does not say
 * @param typed how it is made for one object; null if it is not
 * @param onlyIf the wish of a server without which there is no such tool; null for none
 * @param text its YAML
 * @param file the file that it stands in
 * @param line where it begins there, from 1
 */
record MethodDefinition(
        Integration integration,
        String resource,
        Set<String> tags,
        Method method,
        String verb,
        String toolName,
        String title,
        String description,
        Upstream upstream,
        Map<Place, ArgumentSchema> arguments,
        List<String> before,
        @Nullable String result,
        @Nullable String otherwise,
        List<String> errors,
        ObjectNode resultSchema,
        @Nullable Paging paging,
        Hints hints,
        List<ObjectNode> examples,
        @Nullable List<Touched> touches,
        @Nullable Typed typed,
        @Nullable String onlyIf,
        String text,
        String file,
        int line) {

    /** Where an argument's value goes. LOCAL ones are not sent. */
    enum Place {
        PATH,
        QUERY,
        BODY,
        LOCAL
    }

    /**
     * The request that the method makes.
     *
     * @param pathWhen other paths, by the argument that must be true for them
     */
    record Upstream(
            String verb,
            String api,
            String path,
            Map<String, String> pathWhen,
            Map<String, String> query,
            @Nullable String bodyFrom,
            boolean conditional) {}

    /** Some of the arguments: JSON Schemas by name, in the order of the file. */
    record ArgumentSchema(Map<String, ObjectNode> properties, Set<String> required, boolean open) {}

    /** How a list comes: see {@code definition.schema.json}. */
    record Paging(
            Style style,
            String items,
            @Nullable String next,
            @Nullable String parameter,
            @Nullable String done,
            @Nullable String total,
            @Nullable PageSize pageSize) {
        enum Style {
            NEXT_LINK,
            CURSOR,
            SLICE
        }
    }

    /**
     * How the other side is told how long a page shall be.
     *
     * @param isHeader whether {@code name} is that of a header, or of a query parameter
     * @param value {@code {size}} in it stands for the number
     */
    record PageSize(boolean isHeader, String name, String value, int min, int max) {}

    /**
     * Objects that a call touches.
     *
     * @param kind the behaviour that finds them, or {@link ScopeCheck#ROWS}
     * @param of the argument that leads to them; the path of their names in the items of the answer
     */
    record Touched(Access access, String kind, String of) {}

    /** The tool annotations that are not the integration's. */
    record Hints(boolean readOnly, boolean destructive, boolean idempotent) {}

    /**
     * A tool of its own for each object that a server pins.
     *
     * @param object the argument that names the object; the tool has none
     * @param fields the argument whose place the object's own fields take
     * @param by the behaviour that tells them
     * @param title with {@code {label}} and {@code {object}}
     * @param description with the same
     */
    record Typed(String object, String fields, String by, String title, String description) {}

    Map<String, ObjectNode> argumentsIn(Place place) {
        return Optional.ofNullable(arguments.get(place))
                .map(ArgumentSchema::properties)
                .orElse(Map.of());
    }
}
