package dev.orgbench.demo.composite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Answer.JsonBody;
import dev.orgbench.demo.api.Answer.StreamBody;
import dev.orgbench.demo.api.Errors;
import dev.orgbench.demo.wire.ApiError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;

/**
 * What a part of a request was answered.
 *
 * @param body JSON's null where there was none
 */
record PartAnswer(int status, JsonNode body, Map<String, String> headers) {
    static PartAnswer of(Answer answer) {
        return new PartAnswer(answer.status(), body(answer), answer.headers());
    }

    static PartAnswer of(ApiError error) {
        return of(Errors.answer(error));
    }

    private static JsonNode body(Answer answer) {
        return switch (answer.body()) {
            case null -> NullNode.getInstance();
            case JsonBody json -> json.value();
            case StreamBody stream -> TextNode.valueOf(Base64.getEncoder().encodeToString(bytes(stream)));
        };
    }

    private static byte[] bytes(StreamBody stream) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            stream.content().to(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory takes what is written to it", e);
        }
        return bytes.toByteArray();
    }

    boolean isError() {
        return status >= 400;
    }

    /** Whether it is an error, or the answer of a collection of which a record failed. */
    boolean hasError() {
        if (isError()) {
            return true;
        }
        for (JsonNode record : body) {
            if (body.isArray()
                    && record.isObject()
                    && record.has("errors")
                    && !record.path("success").asBoolean(true)) {
                return true;
            }
        }
        return false;
    }

    /** As a composite request and a graph answer it. */
    ObjectNode toJson(String referenceId) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("body", body);
        ObjectNode named = json.putObject("httpHeaders");
        headers.forEach(named::put);
        return json.put("httpStatusCode", status).put("referenceId", referenceId);
    }
}
