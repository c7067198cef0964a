package dev.orgbench.demo.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.DemoFault;
import dev.orgbench.demo.Json;
import dev.orgbench.demo.data.RequestMeter;
import dev.orgbench.http.BodyTooLargeException;
import dev.orgbench.http.HttpHandler;
import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every path that the org answers, and every error in Salesforce's form. Doubled slashes and slashes at the end do not
 * matter, for Salesforce's own clients send them.
 */
public final class RestApi implements HttpHandler {
    /** The password of every user of the demo org; the login page shows it. */
    public static final String PASSWORD = AuthorizeEndpoint.PASSWORD;

    private static final Logger log = LoggerFactory.getLogger(RestApi.class);

    private final Org org;
    private final Map<String, Resource> families;
    private final VersionsResource versions;
    private final OAuthEndpoint oauth;
    private final AuthorizeEndpoint authorize;
    private final IdentityEndpoint identity;

    public RestApi(Org org) {
        this.org = org;
        this.families = Map.of(
                "sobjects", new SObjectsResource(org),
                "query", new QueryResource(org.file(), org.queries(), false),
                "queryall", new QueryResource(org.file(), org.queries(), true),
                "limits", new LimitsResource(org),
                "recent", new RecentResource(),
                "tooling", new ToolingResource(org));
        this.versions = new VersionsResource(org);
        AuthorizationCodes codes = new AuthorizationCodes(org.clock());
        this.oauth = new OAuthEndpoint(org, codes);
        this.authorize = new AuthorizeEndpoint(org, codes, new LoginPage(org.identity().userName()));
        this.identity = new IdentityEndpoint(org);
    }

    @Override
    public void handle(HttpRequest request, HttpResponse response) throws IOException {
        if (segments(request).equals(List.of("services", "oauth2", "authorize"))) {
            authorize.handle(request, response);
            return;
        }
        if (isData(segments(request)) && org.faults().has(DemoFault.LOST_CONNECTION)) {
            throw response.brokenOff();
        }
        Answer answer;
        try {
            answer = answer(request);
        } catch (ApiError e) {
            answer = new Answer(e.status(), errors(e), Map.of());
        } catch (BodyTooLargeException e) {
            answer = new Answer(
                    413, errors(new ApiError(413, "REQUEST_TOO_LARGE", String.valueOf(e.getMessage()))), Map.of());
        } catch (SQLException | RuntimeException e) {
            String id = UUID.randomUUID().toString();
            log.error("The demo org failed at {} {} (ErrorId {})", request.method(), request.path(), id, e);
            answer = new Answer(500, errors(new ApiError(500, "UNKNOWN_EXCEPTION", unexpected(id))), Map.of());
        }
        if (isData(segments(request))) {
            answer = answer.with(
                    "Sforce-Limit-Info", "api-usage=" + org.meter().used() + "/" + RequestMeter.DAILY_LIMIT);
        }
        send(request, response, answer);
    }

    private Answer answer(HttpRequest request) throws ApiError, SQLException, IOException {
        List<String> path = segments(request);
        if (path.equals(List.of("services", "data"))) {
            return versions.list();
        }
        if (isData(path)) {
            return data(request, path);
        }
        if (path.size() == 3 && path.subList(0, 2).equals(List.of("services", "oauth2"))) {
            return path.get(2).equals("userinfo")
                    ? identity.userInfo(request, identity.user(request))
                    : oauth.handle(request, path.get(2));
        }
        if (path.size() == 3 && path.getFirst().equals("id")) {
            return identity.identity(request, path);
        }
        throw ApiError.notFound();
    }

    private Answer data(HttpRequest request, List<String> path) throws ApiError, SQLException, IOException {
        String version = versions.normal(path.get(2)).orElseThrow(ApiError::notFound);
        String userId = identity.user(request);
        if (org.meter().count()) {
            org.meter().save(org.file());
        }
        org.faults().check(request);
        String base = "/services/data/v" + version;
        if (path.size() == 3) {
            return versions.resources(base, request);
        }
        Resource family = families.get(path.get(3).toLowerCase(Locale.ROOT));
        if (family == null) {
            throw ApiError.notFound();
        }
        return family.handle(new Call(request, base, path.subList(4, path.size()), userId));
    }

    /** Whether it lies under {@code /services/data/vXX.0}. */
    private static boolean isData(List<String> path) {
        return path.size() >= 3 && path.get(0).equals("services") && path.get(1).equals("data");
    }

    private static List<String> segments(HttpRequest request) {
        return Arrays.stream(request.path().split("/")).filter(s -> !s.isEmpty()).toList();
    }

    private static ArrayNode errors(ApiError error) {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        for (ApiError one : error.all()) {
            ObjectNode entry = body.addObject();
            one.details().forEach(entry::set);
            entry.put("message", one.text()).put("errorCode", one.errorCode());
            if (!one.fields().isEmpty()) {
                ArrayNode fields = entry.putArray("fields");
                one.fields().forEach(fields::add);
            }
        }
        return body;
    }

    private static String unexpected(String id) {
        return "An unexpected error occurred. Please include this ErrorId if you contact support: " + id;
    }

    private static void send(HttpRequest request, HttpResponse response, Answer answer) throws IOException {
        response.status(answer.status());
        answer.headers().forEach(response::header);
        JsonNode body = answer.body();
        if (body == null) {
            response.send();
        } else {
            response.sendJson(Json.write(body, request.header("X-PrettyPrint").filter("1"::equals).isPresent()));
        }
    }
}
