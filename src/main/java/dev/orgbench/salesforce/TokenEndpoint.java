package dev.orgbench.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.trace.Recording;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.Buffer;

/** {@code /services/oauth2/token} and {@code /revoke} of one host. Neither is sent twice. */
final class TokenEndpoint {
    private final HttpUrl host;
    private final Wire wire;
    private final Failures failures;

    TokenEndpoint(HttpUrl host, Wire wire, Failures failures) {
        this.host = host;
        this.wire = wire;
        this.failures = failures;
    }

    /**
     * Asks for a token; its answer has {@code access_token}, and perhaps {@code refresh_token} and {@code instance_url}.
     *
     * @throws SalesforceException.Refused if there is none, see {@link #isNo}
     * @throws SalesforceException.SignInNeeded if the answer has no token in it
     */
    JsonNode ask(Map<String, String> form, Recording recording) throws SalesforceException {
        Wire.Answer answer = post("token", form, recording);
        if (answer.status() >= 300) {
            throw failures.refused(answer);
        }
        try {
            JsonNode token = Json.read(answer.body());
            if (token.path("access_token").asText("").isEmpty()) {
                throw failures.signInNeeded("Its sign-in gave no access token.");
            }
            return token;
        } catch (JsonProcessingException notJson) {
            throw failures.notJson(answer.body(), notJson);
        }
    }

    /** Whether the sign-in itself is refused: a 5xx or a limit says nothing about the credentials. */
    static boolean isNo(SalesforceException.Refused refused) {
        return refused.status() == 400 || refused.status() == 401;
    }

    /** RFC 7009. Tells whether the token is of no use any more. */
    boolean revoke(String token, Recording recording) throws SalesforceException {
        return post("revoke", Map.of("token", token), recording).status() < 300;
    }

    private Wire.Answer post(String endpoint, Map<String, String> fields, Recording recording)
            throws SalesforceException {
        FormBody.Builder form = new FormBody.Builder();
        fields.forEach(form::add);
        Request.Builder target = new Request.Builder()
                .url(host.newBuilder()
                        .addPathSegments("services/oauth2/" + endpoint)
                        .build())
                .header("Accept", "application/json");
        return wire.send(
                target,
                "POST",
                new Wire.Outgoing(text(form.build()), "application/x-www-form-urlencoded", true),
                recording);
    }

    private static String text(FormBody form) {
        Buffer buffer = new Buffer();
        for (int i = 0; i < form.size(); i++) {
            buffer.writeUtf8(i == 0 ? "" : "&")
                    .writeUtf8(form.encodedName(i))
                    .writeUtf8("=")
                    .writeUtf8(form.encodedValue(i));
        }
        return buffer.readUtf8();
    }
}
