package dev.orgbench.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a definition and a live org generated.
 *
 * @param inputSchema JSON Schema 2020-12, an object at the root
 * @param outputSchema JSON Schema of the answer, an object at the root
 * @param resource the definition's resource, as {@code query}
 * @param definition the YAML text that it came from, of this one method; for one object, what was made
 * @param object the API name of the one object that it is for; null if it is for any or none
 */
public record Tool(
        String name,
        String title,
        String description,
        Method method,
        String resource,
        Set<String> tags,
        ObjectNode inputSchema,
        ObjectNode outputSchema,
        boolean readOnly,
        boolean destructive,
        boolean idempotent,
        boolean openWorld,
        String definition,
        @Nullable String object) {}
