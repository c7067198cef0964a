package dev.orgbench.demo.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.demo.wire.Json;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a {@code Metadata} value, read with the errors that Salesforce gives. Texts follow the Metadata API's where
 * those are known.
 *
 * @param kind what it describes, for texts: {@code CustomObject}, or {@code CustomField of type Text}
 */
record MetadataKeys(ObjectNode json, String kind) {
    private static final Pattern DEVELOPER_NAME = Pattern.compile("(?!.*__)[A-Za-z](?:[A-Za-z0-9_]*[A-Za-z0-9])?");
    private static final int LONGEST_NAME = 40;
    private static final String SUFFIX = "__c";

    /** Refuses keys that Salesforce does not know, then gives all known ones, null where they were not set. */
    ObjectNode complete(List<String> known) throws ApiError {
        for (String key : (Iterable<String>) json::fieldNames) {
            if (!known.contains(key)) {
                throw new ApiError(
                        400, "INVALID_FIELD", "No such column '" + key + "' on sobject of type Metadata", List.of(key));
            }
        }
        ObjectNode complete = JsonNodeFactory.instance.objectNode();
        for (String key : known) {
            complete.set(key, json.path(key).isMissingNode() ? complete.nullNode() : json.get(key));
        }
        return complete;
    }

    @Nullable
    String text(String key) throws ApiError {
        JsonNode value = json.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw wrongType(key, "string", value);
        }
        return value.textValue().isBlank() ? null : value.textValue();
    }

    String requiredText(String key) throws ApiError {
        String text = text(key);
        if (text == null) {
            throw missing(key);
        }
        return text;
    }

    /** A required text that is one of {@code choices}. */
    String choice(String key, List<String> choices) throws ApiError {
        String text = requiredText(key);
        if (!choices.contains(text)) {
            throw invalid(key, "'" + text + "' is not one of " + String.join(", ", choices));
        }
        return text;
    }

    boolean flag(String key) throws ApiError {
        JsonNode value = json.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isTextual()
                && (value.textValue().equals("true") || value.textValue().equals("false"))) {
            return Boolean.parseBoolean(value.textValue());
        }
        throw wrongType(key, "boolean", value);
    }

    /** A flag that must be given. */
    boolean requiredFlag(String key) throws ApiError {
        if (json.path(key).isMissingNode() || json.path(key).isNull()) {
            throw missing(key);
        }
        return flag(key);
    }

    /** A required whole number from {@code least} to {@code most}. */
    int number(String key, int least, int most) throws ApiError {
        JsonNode value = json.path(key);
        if (value.isMissingNode() || value.isNull()) {
            throw missing(key);
        }
        int number = whole(key, value);
        if (number < least || number > most) {
            throw invalid(key, "it must be from " + least + " to " + most + ", not " + number);
        }
        return number;
    }

    private static int whole(String key, JsonNode value) throws ApiError {
        if (value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToInt()) {
            return value.intValue();
        }
        try {
            return Integer.parseInt(value.textValue());
        } catch (NumberFormatException e) {
            throw wrongType(key, "int", value);
        }
    }

    /** The required object under {@code key}. */
    MetadataKeys object(String key) throws ApiError {
        JsonNode value = json.path(key);
        if (value.isMissingNode() || value.isNull()) {
            throw missing(key);
        }
        if (value instanceof ObjectNode object) {
            return new MetadataKeys(object, kind);
        }
        throw wrongType(key, "complexvalue", value);
    }

    ApiError missing(String key) {
        return new ApiError(400, "FIELD_INTEGRITY_EXCEPTION", "Must specify '" + key + "' for a " + kind, List.of(key));
    }

    ApiError invalid(String key, String text) {
        return new ApiError(
                400, "FIELD_INTEGRITY_EXCEPTION", "Invalid '" + key + "' for a " + kind + ": " + text, List.of(key));
    }

    /**
     * The name of a custom object or field without its {@code __c}.
     *
     * @param what {@code Custom Object}, for texts
     */
    static String developerName(String name, String what) throws ApiError {
        if (!name.endsWith(SUFFIX)) {
            throw new ApiError(
                    400,
                    "FIELD_INTEGRITY_EXCEPTION",
                    "Invalid fullName '" + name + "', must end in a custom suffix (e.g. __c)",
                    List.of("FullName"));
        }
        String developerName = name.substring(0, name.length() - SUFFIX.length());
        checkDeveloperName(developerName, what);
        return developerName;
    }

    static void checkDeveloperName(String name, String what) throws ApiError {
        if (!DEVELOPER_NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
            throw new ApiError(
                    400,
                    "FIELD_INTEGRITY_EXCEPTION",
                    "The " + what + " Name field can only contain underscores and alphanumeric characters. It must be"
                            + " unique, begin with a letter, not include spaces, not end with an underscore, not contain"
                            + " two consecutive underscores, and have at most " + LONGEST_NAME + " characters: " + name,
                    List.of("FullName"));
        }
    }

    private static ApiError wrongType(String key, String wanted, JsonNode value) {
        return Json.parserError("Cannot deserialize instance of " + wanted + " from " + value.asToken() + " value "
                + value.asText() + " for Metadata." + key);
    }
}
