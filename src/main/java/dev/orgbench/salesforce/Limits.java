package dev.orgbench.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every limit of an org. REST API Developer Guide, "Limits" ({@code /services/data/vXX.X/limits}). */
public final class Limits {
    private Limits() {}

    /** All of them in Salesforce's order; one API request. The user needs "View Setup and Configuration". */
    public static List<OrgLimit> read(Salesforce salesforce) throws SalesforceException {
        return of(salesforce.send(
                OrgRequest.get("/services/data/v" + salesforce.org().apiVersion() + "/limits")));
    }

    /** Those that an answer of {@code /limits} holds. */
    public static List<OrgLimit> of(JsonNode answer) {
        List<OrgLimit> limits = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : answer.properties()) {
            JsonNode limit = member.getValue();
            if (limit.path("Max").isNumber()) {
                long max = limit.path("Max").asLong();
                limits.add(new OrgLimit(
                        member.getKey(), max, limit.path("Remaining").asLong(max), of(limit)));
            }
        }
        return limits;
    }
}
