package dev.orgbench.demo.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Org;
import dev.orgbench.http.HttpRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who is asking: {@code /services/oauth2/userinfo}, {@code /id/ORG/USER}, and the session behind every request. */
public final class IdentityEndpoint {
    private static final Pattern AUTHORIZATION = Pattern.compile("(?i)(?:Bearer|OAuth)\\s+(\\S+)");

    private final Org org;
    private final Users users;

    IdentityEndpoint(Org org, Users users) {
        this.org = org;
        this.users = users;
    }

    /**
     * The user whose session the request carries.
     *
     * @throws ApiError 401 INVALID_SESSION_ID
     */
    String user(HttpRequest request) throws ApiError {
        return token(request)
                .flatMap(org.sessions()::userOf)
                .orElseThrow(() -> new ApiError(401, "INVALID_SESSION_ID", "Session expired or invalid"));
    }

    /** The session that the request carries, be it one or not. */
    static Optional<String> token(HttpRequest request) {
        return request.header("Authorization")
                .map(AUTHORIZATION::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .or(() -> request.query("oauth_token"));
    }

    /** These resources refuse with a word, not as the data API does. ("Identity URLs", help.salesforce.com.) */
    private static Answer refuse(String word) {
        return Answer.text(403, "text/html;charset=UTF-8", word);
    }

    private static Answer refuseToken(HttpRequest request) {
        return refuse(token(request).isPresent() ? Wording.BAD_TOKEN : Wording.MISSING_TOKEN);
    }

    Answer userInfo(HttpRequest request) throws ApiError, SQLException {
        Optional<String> asking = token(request).flatMap(org.sessions()::userOf);
        return asking.isPresent() ? userInfo(request, asking.get()) : refuseToken(request);
    }

    private Answer userInfo(HttpRequest request, String userId) throws ApiError, SQLException {
        Map<String, @Nullable Object> user = users.row(userId);
        String instance = instanceUrl(request);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("sub", idUrl(request, userId))
                .put("user_id", userId)
                .put("organization_id", org.identity().organizationId())
                .put("preferred_username", text(user, "Username"))
                .put("nickname", text(user, "CommunityNickname"))
                .put("name", text(user, "Name"))
                .put("email", text(user, "Email"))
                .put("email_verified", true)
                .put("given_name", text(user, "FirstName"))
                .put("family_name", text(user, "LastName"))
                .put("zoneinfo", text(user, "TimeZoneSidKey"))
                .put("profile", instance + "/" + userId)
                .put("user_type", "STANDARD")
                .put("active", true)
                .put("language", text(user, "LanguageLocaleKey"))
                .put("locale", text(user, "LocaleSidKey"))
                .put("utcOffset", TimeZone.getTimeZone(String.valueOf(user.get("TimeZoneSidKey"))).getRawOffset());
        urls(body.putObject("urls"), instance, userId);
        return Answer.ok(body);
    }

    Answer identity(HttpRequest request, List<String> path) throws ApiError, SQLException {
        Optional<String> known = token(request).flatMap(org.sessions()::userOf);
        if (known.isEmpty()) {
            return refuseToken(request);
        }
        String asking = known.get();
        if (!sameId(path.get(1), org.identity().organizationId())) {
            return refuse(Wording.WRONG_ORG);
        }
        if (!sameId(path.get(2), asking)) {
            return refuse(Wording.NO_ACCESS);
        }
        if (request.query("format").filter("xml"::equalsIgnoreCase).isPresent()) {
            throw new ApiError(406, "NOT_ACCEPTABLE", Wording.ONLY_JSON);
        }
        Map<String, @Nullable Object> user = users.row(asking);
        String instance = instanceUrl(request);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("id", idUrl(request, asking))
                .put("asserted_user", true)
                .put("user_id", asking)
                .put("organization_id", org.identity().organizationId())
                .put("username", text(user, "Username"))
                .put("nick_name", text(user, "CommunityNickname"))
                .put("display_name", text(user, "Name"))
                .put("email", text(user, "Email"))
                .put("email_verified", true)
                .put("first_name", text(user, "FirstName"))
                .put("last_name", text(user, "LastName"))
                .put("timezone", text(user, "TimeZoneSidKey"))
                .put("active", true)
                .put("user_type", "STANDARD")
                .put("language", text(user, "LanguageLocaleKey"))
                .put("locale", text(user, "LocaleSidKey"));
        urls(body.putObject("urls"), instance, asking);
        return Answer.ok(body);
    }

    /** The identity URL of a user. */
    String idUrl(HttpRequest request, String userId) {
        return instanceUrl(request) + "/id/" + org.identity().organizationId() + "/" + userId;
    }

    /** Where the client reached this org: a tunnel or another name for this machine stays what it was. */
    public static String instanceUrl(HttpRequest request) {
        return (request.isSecure() ? "https://" : "http://") + request.header("Host").orElse("127.0.0.1");
    }

    private static void urls(ObjectNode urls, String instance, String userId) {
        String data = instance + "/services/data/v{version}/";
        urls.put("rest", data)
                .put("sobjects", data + "sobjects/")
                .put("query", data + "query/")
                .put("recent", data + "recent/")
                .put("tooling_rest", data + "tooling/")
                .put("profile", instance + "/" + userId)
                .put("custom_domain", instance);
    }

    private static @Nullable String text(Map<String, @Nullable Object> row, String field) {
        return Optional.ofNullable(row.get(field)).map(Object::toString).orElse(null);
    }

    /** 15 or 18 characters. */
    private static boolean sameId(String given, String id) {
        return given.equals(id) || given.equals(id.substring(0, 15));
    }
}
