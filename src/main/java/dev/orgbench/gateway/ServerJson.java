package dev.orgbench.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.tools.Terms;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Servers as the management API shows them: the source article's keys, and of ours {@code status}, {@code calls} and
 * {@code last_call_at}. What of the configuration is as usual is not shown. The token, and the URL that contains it, is shown only when the server is made.
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
        if (!config.readObjects().isEmpty() || !config.writeObjects().isEmpty()) {
            ObjectNode objects = json.putObject("objects");
            putUnlessEmpty(objects, "read", config.readObjects());
            putUnlessEmpty(objects, "write", config.writeObjects());
        }
        if (config.byteBudget() != Terms.USUAL_BYTE_BUDGET) {
            json.put("byte_budget", config.byteBudget());
        }
        putIfOn(json, "search_and_fetch", config.searchAndFetch());
        putIfOn(json, "confirm_destructive", config.confirmDestructive());
        putIfLimited(json, "max_concurrent_calls", config.ceiling().atOnce());
        putIfLimited(json, "max_calls_per_minute", config.ceiling().perMinute());
        putIfOn(json, "require_api_token_auth", config.requireApiToken());
    }

    private static void putUnlessEmpty(ObjectNode config, String key, List<String> words) {
        if (!words.isEmpty()) {
            ArrayNode array = config.putArray(key);
            words.forEach(array::add);
        }
    }

    private static void putIfOn(ObjectNode config, String key, boolean on) {
        if (on) {
            config.put(key, true);
        }
    }

    private static void putIfLimited(ObjectNode config, String key, int limit) {
        if (limit > 0) {
            config.put(key, limit);
        }
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
