package dev.orgbench.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an org says of itself, and of the user that is signed in.
 *
 * @param organizationId in 18 characters; null if the user may not read Organization, as are the other four
 * @param edition OrganizationType, as {@code Developer Edition}
 * @param instance InstanceName, as {@code USA1018}
 * @param userName as {@code alex@acme.example}; null if the session is of a kind that does not tell
 */
public record OrgIdentity(
        @Nullable String organizationId,
        @Nullable String name,
        @Nullable String edition,
        @Nullable String instance,
        @Nullable Boolean sandbox,
        @Nullable String userName) {

    /** What a query is answered with that names what the user may not see. */
    private static final Set<String> NOT_ALLOWED = Set.of("INVALID_TYPE", "INVALID_FIELD", "INSUFFICIENT_ACCESS");

    /**
     * Two requests: one query, which tells whether the session is good, and {@code /services/oauth2/userinfo}.
     *
     * @throws SalesforceException if the org cannot be reached, or does not take the session
     */
    static OrgIdentity read(Salesforce org) throws SalesforceException {
        JsonNode found = MissingNode.getInstance();
        try {
            found = org.query("SELECT Id, Name, OrganizationType, InstanceName, IsSandbox FROM Organization")
                    .path("records")
                    .path(0);
        } catch (SalesforceException.Refused refused) {
            if (!isMatterOfRights(refused)) {
                throw refused;
            }
        }
        return new OrgIdentity(
                text(found, "Id"),
                text(found, "Name"),
                text(found, "OrganizationType"),
                text(found, "InstanceName"),
                found.path("IsSandbox").isBoolean() ? found.path("IsSandbox").asBoolean() : null,
                userName(org));
    }

    private static @Nullable String userName(Salesforce org) throws SalesforceException {
        try {
            return text(org.send(OrgRequest.get("/services/oauth2/userinfo")), "preferred_username");
        } catch (SalesforceException.Refused | SalesforceException.SignInNeeded refused) {
            // The query before it was answered: the session is good, and only not one that OAuth gave.
            return null;
        }
    }

    /** The query was understood, so the session is good; the user may not ask this. */
    private static boolean isMatterOfRights(SalesforceException.Refused refused) {
        return NOT_ALLOWED.contains(refused.errorCode());
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).asText() : null;
    }
}
