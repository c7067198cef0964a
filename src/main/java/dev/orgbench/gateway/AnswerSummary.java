package dev.orgbench.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What came back, in two words, for the list of traffic. */
final class AnswerSummary {
    private AnswerSummary() {}

    static String of(@Nullable JsonNode response) {
        if (response == null) {
            return "accepted";
        }
        JsonNode result = response.path("result");
        if (result.path("tools").isArray()) {
            return count(result.path("tools").size(), "tool");
        }
        if (result.has("protocolVersion")) {
            return result.path("protocolVersion").asText();
        }
        JsonNode content = result.path("structuredContent");
        for (String list : new String[] {"records", "sobjects", "fields"}) {
            if (content.path(list).isArray()) {
                return count(
                        content.path(list).size(),
                        list.equals("sobjects") ? "object" : list.substring(0, list.length() - 1));
            }
        }
        return content.has("id") ? content.path("id").asText() : "ok";
    }

    private static String count(int size, String noun) {
        return size + " " + noun + (size == 1 ? "" : "s");
    }
}
