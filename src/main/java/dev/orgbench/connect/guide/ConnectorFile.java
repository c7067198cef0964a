package dev.orgbench.connect.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.connect.ConfigJson;
import dev.orgbench.connect.HandedServer;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code connector.json}: all that ChatGPT's form asks for, and what the server can do, to pass on to whoever fills the
 * form in. The shape is Orgbench's own; OpenAI has none. Keys: {@code name}, {@code description}, {@code url},
 * {@code authentication} ({@code none} or {@code bearer}), {@code expires_at}, {@code org}, {@code tools} (name, title,
 * {@code access}: {@code read}, {@code write} or {@code destructive}). The URL holds the token: the file is a secret.
 */
public final class ConnectorFile {
    /** The name under which it is saved. */
    public static final String NAME = "connector.json";

    private static final JsonMapper JSON = new JsonMapper();

    private ConnectorFile() {}

    /**
     * The file's text.
     *
     * @param publicBase the tunnel's address; without one the URL is this machine's own
     * @param tools the entries of {@code tools/list}
     */
    public static String of(HandedServer server, @Nullable URI publicBase, List<JsonNode> tools) {
        ObjectNode file = JSON.createObjectNode();
        URI url = publicBase == null ? server.url() : server.through(publicBase);
        file.put("name", server.name());
        file.put("description", "Salesforce tools for the org " + server.org());
        file.put("url", url.toString());
        file.put("authentication", server.asksForToken() ? "bearer" : "none");
        file.put(
                "expires_at",
                server.expiresAt() == null ? null : server.expiresAt().toString());
        file.put("org", server.org());
        ArrayNode list = file.putArray("tools");
        for (JsonNode tool : tools) {
            JsonNode hints = tool.path("annotations");
            String access = hints.path("readOnlyHint").asBoolean(false)
                    ? "read"
                    : hints.path("destructiveHint").asBoolean(true) ? "destructive" : "write";
            list.addObject()
                    .put("name", tool.path("name").asText())
                    .put("title", tool.path("title").asText(tool.path("name").asText()))
                    .put("access", access);
        }
        return ConfigJson.pretty(file) + "\n";
    }
}
