package dev.orgbench.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One resource: an entry of {@code resources/list}. */
public record Resource(String uri, String name, String title, String description, String mimeType) {
    /**
     * One page of resources.
     *
     * @param nextCursor where the next page begins; null if this is the last
     */
    public record Page(List<Resource> resources, @Nullable String nextCursor) {
        /** Of a server without any. */
        public static final Page EMPTY = new Page(List.of(), null);
    }

    /** Resources by a pattern: an entry of {@code resources/templates/list}. */
    public record Template(String uriTemplate, String name, String title, String description, String mimeType) {}

    /**
     * What a resource holds.
     *
     * @param contents as the specification shapes them: {@code [{"uri", "mimeType", "text" or "blob"}]}
     */
    public record Contents(ArrayNode contents) {}
}
