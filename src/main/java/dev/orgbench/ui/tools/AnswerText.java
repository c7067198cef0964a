package dev.orgbench.ui.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ui.kit.JsonText;

/** What an answer says, without what is another one each time: the id of the request and our own limits. */
final class AnswerText {
    private AnswerText() {}

    /** @param body a JSON-RPC response */
    static String of(String body) {
        try {
            JsonNode response = JsonText.parse(body);
            JsonNode structured = response.at("/result/structuredContent");
            if (structured.isObject()) {
                return JsonText.pretty(structured);
            }
            StringBuilder text = new StringBuilder();
            response.at("/result/content")
                    .forEach(part -> text.append(part.path("text").asText()));
            return text.isEmpty() ? JsonText.pretty(response) : JsonText.prettyIfJson(text.toString());
        } catch (JsonText.Malformed e) {
            // Shown as it came.
            return body;
        }
    }
}
