package dev.orgbench.orgs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.SignIn;

/** A sign-in as one secret. Only those that a person made are written: the others are given anew at each start. */
final class SignInText {
    private static final JsonMapper JSON = new JsonMapper();

    private SignInText() {}

    static String write(SignIn signIn) {
        ObjectNode text = JSON.createObjectNode();
        switch (signIn) {
            case SignIn.BrowserSignIn browser ->
                text.put("clientId", browser.clientId())
                        .put("accessToken", browser.accessToken())
                        .put("refreshToken", browser.refreshToken());
            case SignIn.PastedSession pasted -> text.put("session", pasted.accessToken());
            case SignIn.ClientCredentials client ->
                text.put("clientId", client.clientId()).put("clientSecret", client.clientSecret());
            case SignIn.Lost lost -> throw new IllegalArgumentException("nothing is left of it to keep");
        }
        return text.toString();
    }

    static SignIn read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.has("session")) {
                return new SignIn.PastedSession(node.path("session").asText());
            }
            if (node.has("clientSecret")) {
                return new SignIn.ClientCredentials(
                        node.path("clientId").asText(),
                        node.path("clientSecret").asText());
            }
            if (node.has("accessToken")) {
                return new SignIn.BrowserSignIn(
                        node.path("clientId").asText(),
                        node.path("accessToken").asText(),
                        node.path("refreshToken").asText());
            }
        } catch (JsonProcessingException damaged) {
            // Told below. The cause would quote the secret.
        }
        return new SignIn.Lost("What was kept of its sign-in cannot be read.");
    }
}
