package dev.orgbench.gateway;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /integrated-account/{id}/mcp}: {@code {"name", "config": {"methods": [], "tags": []},
 * "expires_at"}}. Only {@code name} is required; an absent or empty list allows all.
 */
record NewServerRequest(String name, McpServer.Config config, @Nullable Instant expiresAt) {
    private static final int NAME_LIMIT = 100;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static NewServerRequest parse(byte[] body, Set<String> knownTags, Instant now) throws Problem, IOException {
        JsonNode json = json(body);
        JsonNode config = json.path("config");
        if (!config.isMissingNode() && !config.isNull() && !config.isObject()) {
            throw invalid("config must be an object, as {\"methods\": [\"read\"]}.");
        }
        refuseOtherKeys(json, Set.of("name", "config", "expires_at"), "");
        refuseOtherKeys(config, Set.of("methods", "tags", "require_api_token_auth"), "config.");
        if (config.path("require_api_token_auth").asBoolean(false)) {
            throw invalid("config.require_api_token_auth is not offered yet; leave it out, or false.");
        }
        List<String> methods = words(config, "methods", MethodWords.known());
        List<String> tags = words(config, "tags", new TreeSet<>(knownTags));
        return new NewServerRequest(name(json), new McpServer.Config(methods, tags), expiresAt(json, now));
    }

    private static JsonNode json(byte[] body) throws Problem, IOException {
        try {
            JsonNode json = JSON.readTree(body);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw new Problem(400, "Malformed JSON", "The body is not JSON" + at(e) + ".");
        }
        throw invalid("The body must be a JSON object with a name.");
    }

    private static String at(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : " from line " + at.getLineNr() + ", column " + at.getColumnNr() + " on";
    }

    private static String name(JsonNode json) throws Problem {
        String name = json.path("name").isTextual() ? json.path("name").asText().strip() : "";
        if (name.isEmpty() || name.length() > NAME_LIMIT || name.chars().anyMatch(Character::isISOControl)) {
            throw invalid("name is required: text of 1 to " + NAME_LIMIT + " characters on one line.");
        }
        return name;
    }

    private static @Nullable Instant expiresAt(JsonNode json, Instant now) throws Problem {
        JsonNode value = json.path("expires_at");
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        try {
            Instant expiresAt = OffsetDateTime.parse(value.asText()).toInstant();
            if (expiresAt.isAfter(now)) {
                return expiresAt;
            }
            throw invalid("expires_at has passed already: it is " + now + ".");
        } catch (DateTimeParseException e) {
            throw invalid("expires_at must be an ISO 8601 time with an offset, as 2026-12-31T18:00:00Z.");
        }
    }

    private static List<String> words(JsonNode config, String key, Set<String> known) throws Problem {
        JsonNode list = config.path(key);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (JsonNode word : list.isArray() ? list : JSON.createArrayNode().add(list)) {
            boolean ok = word.isTextual() && known.contains(word.asText());
            (ok ? words : unknown).add(word.asText(word.toString()));
        }
        if (!unknown.isEmpty() || !list.isArray()) {
            throw invalid("config." + key + " must be a list of " + known + "; not understood: " + unknown + ".");
        }
        return words;
    }

    private static void refuseOtherKeys(JsonNode object, Set<String> known, String prefix) throws Problem {
        for (String key : (Iterable<String>) object::fieldNames) {
            if (!known.contains(key)) {
                throw invalid(prefix + key + " is not known; known are " + new TreeSet<>(known) + ".");
            }
        }
    }

    private static Problem invalid(String detail) {
        return new Problem(422, "Invalid server", detail);
    }
}
