package dev.orgbench.ui.kit.form;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks arguments against their JSON Schema and says what is wrong in words for the person who fills the form. */
final class ArgumentCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ArgumentCheck.class);

    private final JsonNode source;
    private final @Nullable Schema schema;

    ArgumentCheck(JsonNode schema) {
        this.source = schema;
        this.schema = schema.isObject() ? compiled(schema) : null;
    }

    /**
     * What is wrong, by place; one sentence for each. Empty if all is well.
     *
     * @param chosen which of a schema's alternatives the form shows at a place; -1 if it chose none. Of the others
     *     nothing is said
     */
    Map<JsonPointer, String> problems(JsonNode arguments, ToIntFunction<JsonPointer> chosen) {
        if (schema == null) {
            return Map.of();
        }
        Map<JsonPointer, String> problems = new LinkedHashMap<>();
        for (Error error : Alternatives.relevant(errors(schema, arguments), chosen)) {
            problems.putIfAbsent(place(error), ErrorWords.of(error, source.at(around(error))));
        }
        return problems;
    }

    private static List<Error> errors(Schema schema, JsonNode arguments) {
        try {
            return schema.validate(arguments);
        } catch (RuntimeException e) {
            // A reference to nowhere or a pattern that is none shows only here. The server checks too; the form goes
            // on.
            LOG.warn("A tool's input schema cannot be used to check arguments: {}", e.toString());
            return List.of();
        }
    }

    private static @Nullable Schema compiled(JsonNode schema) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .formatAssertionsEnabled(true)
                .build();
        try {
            return SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12, registry -> registry.schemaRegistryConfig(config))
                    .getSchema(schema);
        } catch (RuntimeException e) {
            LOG.warn("A tool's input schema is none: {}", e.toString());
            return null;
        }
    }

    /** Where the broken rule's own schema stands, with what is said about the value. */
    private static JsonPointer around(Error error) {
        return JsonPointer.compile(error.getSchemaLocation().getFragment().toString())
                .head();
    }

    private static JsonPointer place(Error error) {
        JsonPointer at = JsonPointer.compile(error.getInstanceLocation().toString());
        boolean aboutMember = error.getProperty() != null
                && (error.getKeyword().equals("required") || error.getKeyword().equals("additionalProperties"));
        return aboutMember ? at.appendProperty(error.getProperty()) : at;
    }
}
