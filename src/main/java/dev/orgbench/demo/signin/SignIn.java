package dev.orgbench.demo.signin;

import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Endpoint;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.http.HttpRequest;
import java.io.IOException;
import java.nio.file.Path;
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
    private final DeviceFlow deviceFlow;
    private final FrontDoor frontDoor;

    /** @param folder where the certificate of the org's client may be: {@code connected-app.pem} */
    public SignIn(Org org, Path folder) {
        this.org = org;
        AuthorizationCodes codes = new AuthorizationCodes(org.clock());
        LoginPage page = new LoginPage(org.identity().userName());
        Users users = new Users(org);
        Tokens tokens = new Tokens(org);
        JwtBearer jwtBearer = new JwtBearer(org, tokens, users, folder.resolve("connected-app.pem"));
        this.deviceFlow = new DeviceFlow(new DeviceCodes(org.clock()), tokens, users, page);
        this.oauth = new OAuthEndpoint(org, codes, tokens, users, jwtBearer, deviceFlow);
        this.authorize = new AuthorizeEndpoint(org, codes, page, users);
        this.identity = new IdentityEndpoint(org, users);
        this.frontDoor = new FrontDoor(page);
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
        boolean isPage = path.equals(DeviceFlow.PAGE) || path.equals(FrontDoor.PAGE);
        boolean isIdentity = path.size() == 3 && path.getFirst().equals("id");
        boolean isOAuth = path.size() == 3 && path.subList(0, 2).equals(List.of("services", "oauth2"));
        return isPage || isIdentity || isOAuth;
    }

    @Override
    public Answer handle(HttpRequest request, List<String> path) throws ApiError, SQLException, IOException {
        if (path.equals(DeviceFlow.PAGE)) {
            return deviceFlow.page(request);
        }
        if (path.equals(FrontDoor.PAGE)) {
            return frontDoor.page();
        }
        if (path.getFirst().equals("id")) {
            return identity.identity(request, path);
        }
        return switch (path.get(2)) {
            case "authorize" -> authorize.handle(request);
            case "userinfo" -> identity.userInfo(request);
            case "singleaccess" -> {
                identity.user(request);
                yield frontDoor.url(request);
            }
            default -> oauth.handle(request, path.get(2));
        };
    }
}
