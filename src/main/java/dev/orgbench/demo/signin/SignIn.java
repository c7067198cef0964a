package dev.orgbench.demo.signin;

import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Endpoint;
import dev.orgbench.demo.api.Org;
import dev.orgbench.http.HttpRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** {@code /services/oauth2} and {@code /id}: how a client signs in, and who it then is. */
public final class SignIn implements Endpoint {
    /** The password of every user of the demo org; the login page shows it. */
    public static final String PASSWORD = "demo";

    /** What the org calls the connected app that its client id stands for. */
    public static final String CONNECTED_APP = "orgbench-demo";

    private final Org org;
    private final OAuthEndpoint oauth;
    private final AuthorizeEndpoint authorize;
    private final IdentityEndpoint identity;

    public SignIn(Org org) {
        this.org = org;
        AuthorizationCodes codes = new AuthorizationCodes(org.clock());
        this.oauth = new OAuthEndpoint(org, codes);
        this.authorize = new AuthorizeEndpoint(org, codes, new LoginPage(org.identity().userName()));
        this.identity = new IdentityEndpoint(org);
    }

    /**
     * The user whose session the request carries.
     *
     * @throws ApiError 401 INVALID_SESSION_ID
     */
    public String user(HttpRequest request) throws ApiError {
        return identity.user(request);
    }

    /** The connected app that opened the request's session; none opened the one for use by hand. */
    public Optional<String> app(HttpRequest request) {
        return IdentityEndpoint.token(request)
                .filter(token -> !token.equals(org.identity().session()))
                .map(_ -> CONNECTED_APP);
    }

    @Override
    public boolean takes(List<String> path) {
        return path.size() == 3
                && (path.getFirst().equals("id") || path.subList(0, 2).equals(List.of("services", "oauth2")));
    }

    @Override
    public Answer handle(HttpRequest request, List<String> path) throws ApiError, SQLException, IOException {
        if (path.getFirst().equals("id")) {
            return identity.identity(request, path);
        }
        return switch (path.get(2)) {
            case "authorize" -> authorize.handle(request);
            case "userinfo" -> identity.userInfo(request, identity.user(request));
            default -> oauth.handle(request, path.get(2));
        };
    }
}
