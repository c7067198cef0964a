package dev.orgbench.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A compiled JSON Schema, draft 2020-12. No schema is ever fetched. */
final class SchemaCheck {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final List<String> BOUNDS = List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");

    private final Schema schema;

    private SchemaCheck(Schema schema) {
        this.schema = schema;
    }

    static SchemaCheck of(JsonNode schema) {
        return new SchemaCheck(REGISTRY.getSchema(withExactBounds(schema)));
    }

    /** To a bound that is a Java int or long, the validator compares the low 64 bits of a number: of 1e99 none are set. */
    private static JsonNode withExactBounds(JsonNode schema) {
        JsonNode exact = schema.deepCopy();
        makeBoundsExact(exact);
        return exact;
    }

    private static void makeBoundsExact(JsonNode schema) {
        schema.forEach(SchemaCheck::makeBoundsExact);
        if (schema instanceof ObjectNode object) {
            for (String bound : BOUNDS) {
                if (object.path(bound).isNumber()) {
                    object.put(bound, object.path(bound).decimalValue());
                }
            }
        }
    }

    /** @param resource an absolute name on the class path */
    static SchemaCheck bundled(String resource) {
        try (InputStream in = SchemaCheck.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + resource + " on the class path");
            }
            return new SchemaCheck(REGISTRY.getSchema(in));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + resource, e);
        }
    }

    List<Error> faults(JsonNode value) {
        return schema.validate(value);
    }

    /** The part of the schema whose rule was broken, with its {@code properties} and {@code description}. */
    JsonNode around(Error fault) {
        String location = fault.getSchemaLocation().toString();
        return schema.getSchemaNode().at(location.substring(location.indexOf('#') + 1, location.lastIndexOf('/')));
    }
}
