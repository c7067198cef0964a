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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that makes or changes a server: {@code {"name", "config": {"methods", "tags",
 * "require_api_token_auth", "pinned_objects"}, "expires_at"}}. To make one only {@code name} is required. A change is a
 * merge (RFC 7396): what is absent stays, null sets back, a list replaces the list.
 */
record ServerBody(
        String name, McpServer.Config config, @Nullable Instant expiresAt) {
    private static final Set<String> KEYS = Set.of("name", "config", "expires_at");
    private static final Set<String> CONFIG_KEYS =
            Set.of("methods", "tags", "require_api_token_auth", "pinned_objects");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What a body is laid over to make a server. */
    static final ServerBody NONE = new ServerBody("", McpServer.Config.EVERYTHING, null);

    /** This one with {@code body} laid over it. */
    ServerBody with(byte[] body, ServerRules rules, Instant now) throws Problem, IOException {
        JsonNode json = json(body);
        JsonNode changes = json.path("config");
        if (!isAbsent(changes) && !changes.isObject()) {
            throw invalid("config must be an object, as {\"methods\": [\"read\"]}.");
        }
        refuseOtherKeys(json, KEYS, "");
        refuseOtherKeys(changes, CONFIG_KEYS, "config.");
        McpServer.Config base = changes.isNull() ? McpServer.Config.EVERYTHING : config;
        List<String> methods = words(changes, "methods", base.methods()).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        List<String> tags = words(changes, "tags", base.tags());
        List<String> objects = words(changes, "pinned_objects", base.pinnedObjects());
        refuse("config.methods", rules.methodsFault(methods));
        refuse("config.tags", rules.tagsFault(tags));
        refuse("config.pinned_objects", ServerRules.objectsFault(objects));
        boolean apiToken = flag(changes, "require_api_token_auth", base.requireApiToken());
        return new ServerBody(name(json), new McpServer.Config(methods, tags, objects, apiToken), expiresAt(json, now));
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
        throw invalid("The body must be a JSON object, as {\"name\": \"RevOps agent\"}.");
    }

    private static String at(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : " from line " + at.getLineNr() + ", column " + at.getColumnNr() + " on";
    }

    private String name(JsonNode json) throws Problem {
        JsonNode given = json.path("name");
        if (!given.isMissingNode() && !given.isTextual()) {
            throw invalid("name must be text.");
        }
        String wanted = given.asText(name).strip();
        refuse("name", ServerRules.nameFault(wanted));
        return wanted;
    }

    private @Nullable Instant expiresAt(JsonNode json, Instant now) throws Problem {
        JsonNode given = json.path("expires_at");
        if (isAbsent(given)) {
            return given.isNull() ? null : expiresAt;
        }
        try {
            Instant wanted = OffsetDateTime.parse(given.asText()).toInstant();
            refuse("expires_at", ServerRules.expiryFault(wanted, now));
            return wanted;
        } catch (DateTimeParseException e) {
            throw invalid("expires_at must be an ISO 8601 time with an offset, as 2026-12-31T18:00:00Z.");
        }
    }

    private static boolean flag(JsonNode config, String key, boolean otherwise) throws Problem {
        JsonNode given = config.path(key);
        if (given.isBoolean()) {
            return given.booleanValue();
        }
        if (!isAbsent(given)) {
            throw invalid("config." + key + " must be true or false.");
        }
        return given.isMissingNode() && otherwise;
    }

    private static List<String> words(JsonNode config, String key, List<String> otherwise) throws Problem {
        JsonNode given = config.path(key);
        if (isAbsent(given)) {
            return given.isNull() ? List.of() : otherwise;
        }
        List<String> words = new ArrayList<>();
        for (JsonNode word : given) {
            if (!word.isTextual()
                    || word.asText().isBlank()
                    || word.asText().chars().anyMatch(Character::isISOControl)) {
                throw invalid("config." + key + " must be a list of names; not understood: " + word + ".");
            }
            words.add(word.asText().strip());
        }
        if (!given.isArray()) {
            throw invalid("config." + key + " must be a list, as [\"" + given.asText("read") + "\"].");
        }
        return words.stream().distinct().toList();
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static void refuseOtherKeys(JsonNode object, Set<String> known, String prefix) throws Problem {
        for (String key : (Iterable<String>) object::fieldNames) {
            if (!known.contains(key)) {
                throw invalid(prefix + key + " is not known; known are " + new TreeSet<>(known) + ".");
            }
        }
    }

    private static void refuse(String where, Optional<String> fault) throws Problem {
        if (fault.isPresent()) {
            throw invalid(where + ": " + fault.get());
        }
    }

    private static Problem invalid(String detail) {
        return new Problem(422, "Invalid server", detail);
    }
}
