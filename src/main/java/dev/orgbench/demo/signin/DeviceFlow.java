package dev.orgbench.demo.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.signin.DeviceCodes.State;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.http.HttpRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The device flow ("OAuth 2.0 Device Flow", help.salesforce.com): the token endpoint's part in it, and the page {@code
 * /setup/connect} where a person types the code.
 */
final class DeviceFlow {
    static final List<String> PAGE = List.of("setup", "connect");

    private final DeviceCodes codes;
    private final Tokens tokens;
    private final Users users;
    private final LoginPage page;

    DeviceFlow(DeviceCodes codes, Tokens tokens, Users users, LoginPage page) {
        this.codes = codes;
        this.tokens = tokens;
        this.users = users;
        this.page = page;
    }

    Answer begin(HttpRequest request) {
        DeviceCodes.Pair pair = codes.begin();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("device_code", pair.deviceCode())
                .put("user_code", pair.userCode())
                .put("verification_uri", IdentityEndpoint.instanceUrl(request) + "/" + String.join("/", PAGE))
                .put("interval", DeviceCodes.INTERVAL.toSeconds());
        return Tokens.unstored(200, body);
    }

    Answer token(HttpRequest request, Form form) throws ApiError, SQLException {
        return switch (codes.ask(form.get("code"))) {
            case State.Pending _ -> Tokens.refuse("authorization_pending", Wording.PENDING);
            case State.TooOften _ -> Tokens.refuse("slow_down", Wording.TOO_OFTEN);
            case State.Denied _ -> Tokens.refuse("access_denied", Wording.DENIED);
            case State.Unknown _ -> Tokens.refuse("invalid_grant", Wording.NO_DEVICE);
            case State.Allowed(String userId) -> tokens.opened(request, userId, true);
        };
    }

    Answer page(HttpRequest request) throws ApiError, SQLException, IOException {
        if (!request.method().equals("POST")) {
            return LoginPage.html(200, page.device(request.query("user_code").orElse(""), ""));
        }
        Optional<Form> sent = Form.read(request);
        if (sent.isEmpty()) {
            return LoginPage.html(400, page.error("invalid_request", "the body is no form"));
        }
        Form form = sent.get();
        Optional<String> userId = users.with(form.get("username"), form.get("password"));
        if (userId.isEmpty()) {
            return LoginPage.html(200, page.device(form.get("user_code"), "Please check your username and password."));
        }
        boolean denied = form.get("decision").equals("deny");
        State decision = denied ? new State.Denied() : new State.Allowed(userId.get());
        if (!codes.decide(form.get("user_code"), decision)) {
            return LoginPage.html(200, page.device(form.get("user_code"), "That code is not known, or too old."));
        }
        return LoginPage.html(
                200,
                page.message(denied ? "The device stays out" : "The device is connected", "You can close this page."));
    }
}
