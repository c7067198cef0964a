package dev.orgbench.demo.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.http.HttpRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who is asking: {@code /services/oauth2/userinfo}, {@code /id/ORG/USER}, and the session behind every request. */
public final class IdentityEndpoint {
    private static final Pattern AUTHORIZATION = Pattern.compile("(?i)(?:Bearer|OAuth)\\s+(\\S+)");

    /** ("Identity URL Response" and "UserInfo Response", help.salesforce.com.) */
    private static final List<UserField> FIELDS = List.of(
            new UserField("Username", "preferred_username", "username"),
            new UserField("CommunityNickname", "nickname", "nick_name"),
            new UserField("Name", "name", "display_name"),
            new UserField("Email", "email", "email"),
            new UserField("FirstName", "given_name", "first_name"),
            new UserField("LastName", "family_name", "last_name"),
            new UserField("TimeZoneSidKey", "zoneinfo", "timezone"),
            new UserField("LanguageLocaleKey", "language", "language"),
            new UserField("LocaleSidKey", "locale", "locale"));

    private final Org org;
    private final Users users;

    IdentityEndpoint(Org org, Users users) {
        this.org = org;
        this.users = users;
    }

    /**
     * A field of the user that asks.
     *
     * @param field of the User object
     * @param inUserInfo what userinfo calls it
     * @param inIdentity what the identity URL calls it
     */
    private record UserField(String field, String inUserInfo, String inIdentity) {}

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
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("sub", idUrl(request, userId));
        tell(body, UserField::inUserInfo, request, userId, user);
        body.put("profile", instanceUrl(request) + "/" + userId)
                .put(
                        "utcOffset",
                        TimeZone.getTimeZone(String.valueOf(user.get("TimeZoneSidKey")))
                                .getRawOffset());
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
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", idUrl(request, asking))
                .put("asserted_user", true);
        tell(body, UserField::inIdentity, request, asking, users.row(asking));
        return Answer.ok(body);
    }

    /** What both tell of a user, each by its own names. */
    private void tell(
            ObjectNode body,
            Function<UserField, String> name,
            HttpRequest request,
            String userId,
            Map<String, @Nullable Object> user) {
        body.put("user_id", userId).put("organization_id", org.identity().organizationId());
        for (UserField field : FIELDS) {
            body.put(name.apply(field), Objects.toString(user.get(field.field()), null));
        }
        body.put("email_verified", true).put("user_type", "STANDARD").put("active", true);
        urls(body.putObject("urls"), instanceUrl(request), userId);
    }

    /** The identity URL of a user. */
    String idUrl(HttpRequest request, String userId) {
        return instanceUrl(request) + "/id/" + org.identity().organizationId() + "/" + userId;
    }

    /** Where the client reached this org: a tunnel or another name for this machine stays what it was. */
    public static String instanceUrl(HttpRequest request) {
        return (request.isSecure() ? "https://" : "http://")
                + request.header("Host").orElse("127.0.0.1");
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

    /** 15 or 18 characters. */
    private static boolean sameId(String given, String id) {
        return given.equals(id) || given.equals(id.substring(0, 15));
    }
}
