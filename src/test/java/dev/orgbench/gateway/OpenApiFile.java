package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The OpenAPI 3.1 file of the management API: holds answers against it, and remembers which of them it has seen. */
final class OpenApiFile {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final ObjectNode file;
    private final Map<String, Set<String>> seen = new ConcurrentHashMap<>();

    OpenApiFile() throws IOException {
        file = (ObjectNode)
                new YAMLMapper().readTree(Path.of("samples/management-api.yaml").toFile());
    }

    JsonNode operation(String id) {
        for (JsonNode path : file.path("paths")) {
            for (JsonNode operation : path) {
                if (id.equals(operation.path("operationId").asText())) {
                    return operation;
                }
            }
        }
        throw new IllegalArgumentException(id);
    }

    JsonNode schema(String name) {
        return file.path("components").path("schemas").path(name);
    }

    /** Whether {@code body} is one that the operation is documented to take. */
    boolean takes(String operation, JsonNode body) {
        return compiled(operation(operation)
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema"))
                .validate(body)
                .isEmpty();
    }

    /** Fails unless the operation is documented to answer so. */
    RunningGateway.Answer answered(String operation, int status, RunningGateway.Answer answer) throws IOException {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        JsonNode documented = resolved(operation(operation).path("responses").path(Integer.toString(status)));
        assertThat(documented.isObject())
                .as(operation + " " + status + " is documented")
                .isTrue();
        documented.path("headers").fieldNames().forEachRemaining(header -> assertThat(answer.header(lower(header)))
                .as(header)
                .isNotEmpty());
        JsonNode content = documented.path("content");
        if (content.isMissingNode()) {
            assertThat(answer.body()).isEmpty();
        } else {
            String type = content.fieldNames().next();
            assertThat(answer.header("content-type").replaceAll(";.*", "")).isEqualTo(type);
            assertThat(compiled(content.path(type).path("schema")).validate(answer.json()))
                    .as(answer.body())
                    .isEmpty();
        }
        seen.computeIfAbsent(operation, made -> new TreeSet<>()).add(Integer.toString(status));
        return answer;
    }

    /** The answers that the operation is documented to give and that were not seen. */
    Set<String> unseen(String operation) {
        Set<String> unseen = new TreeSet<>();
        operation(operation).path("responses").fieldNames().forEachRemaining(unseen::add);
        unseen.removeAll(seen.getOrDefault(operation, Set.of()));
        return unseen;
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : file.at(reference.substring(1));
    }

    private Schema compiled(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("components", file.path("components"));
        return SCHEMAS.getSchema(whole);
    }

    private static String lower(String header) {
        return header.toLowerCase(Locale.ROOT);
    }
}
