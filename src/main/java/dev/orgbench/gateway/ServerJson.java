package dev.orgbench.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Servers as the management API shows them: the source article's keys, and of ours {@code status}, {@code calls} and
 * {@code last_call_at}. The token, and the URL that contains it, is shown only when the server is made.
 */
final class ServerJson {
    private ServerJson() {}

    static ObjectNode of(McpServer server, ServerUse use, Instant now) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", server.id()).put("name", server.name()).put("integrated_account_id", server.orgId());
        config(json.putObject("config"), server.config());
        json.put("expires_at", text(server.expiresAt()));
        json.put("created_at", text(server.createdAt())).put("updated_at", text(server.updatedAt()));
        json.put("status", server.state(now).name().toLowerCase(Locale.ROOT));
        json.put("calls", use.calls()).put("last_call_at", text(use.lastCall()));
        return json;
    }

    static ObjectNode of(ServerRegister.NewServer made, URI base, Instant now) {
        return of(made.server(), ServerUse.NONE, now)
                .put("token", made.token())
                .put("url", Gateway.url(base, made.token()).toString());
    }

    private static void config(ObjectNode json, McpServer.Config config) {
        putUnlessEmpty(json, "methods", config.methods());
        putUnlessEmpty(json, "tags", config.tags());
        putUnlessEmpty(json, "pinned_objects", config.pinnedObjects());
        if (config.requireApiToken()) {
            json.put("require_api_token_auth", true);
        }
    }

    private static void putUnlessEmpty(ObjectNode config, String key, List<String> words) {
        if (!words.isEmpty()) {
            ArrayNode array = config.putArray(key);
            words.forEach(array::add);
        }
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
