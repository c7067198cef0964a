package dev.orgbench.demo.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.http.HttpRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code /services/oauth2/singleaccess}, which gives a URL that signs a browser in, and the page behind that. */
final class FrontDoor {
    static final List<String> PAGE = List.of("secur", "frontdoor.jsp");

    private final LoginPage page;

    FrontDoor(LoginPage page) {
        this.page = page;
    }

    /** There are no pages to sign in to, so the URL carries no session. */
    Answer url(HttpRequest request) throws IOException {
        Optional<Form> form = request.method().equals("POST") ? Form.read(request) : Optional.empty();
        String target = form.map(sent -> sent.get("redirect_uri"))
                .filter(sent -> !sent.isEmpty())
                .or(() -> request.query("redirect_uri"))
                .orElse("");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        String start = target.isEmpty() ? "" : "?startURL=" + LoginPage.encoded(target);
        body.put("frontdoor_uri", IdentityEndpoint.instanceUrl(request) + "/" + String.join("/", PAGE) + start);
        return Tokens.unstored(200, body);
    }

    Answer page() {
        return LoginPage.html(
                200,
                page.message(
                        "The demo org has no pages",
                        "It is an org for programs: look at it with Orgbench, or by its API."));
    }
}
