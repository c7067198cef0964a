package dev.orgbench.gateway;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that makes or changes a server: {@code {"name", "config": {...}, "expires_at"}}. To make one only
 * {@code name} is required. A change is a merge (RFC 7396): what is absent stays, null sets back, a list replaces the
 * list. All keys are in {@code samples/management-api.yaml}.
 */
record ServerBody(
        String name, McpServer.Config config, @Nullable Instant expiresAt) {
    private static final Set<String> KEYS = Set.of("name", "config", "expires_at");

    /** What a body is laid over to make a server. */
    static final ServerBody NONE = new ServerBody("", McpServer.Config.EVERYTHING, null);

    /** This one with {@code body} laid over it. */
    ServerBody with(byte[] body, ServerRules rules, Instant now) throws Problem {
        Member all = JsonBody.object(body, "Invalid server", "{\"name\": \"RevOps agent\"}");
        all.refuseOtherKeys(KEYS);
        McpServer.Config wanted = ConfigBody.over(config, all.member("config"), rules);
        Member named = all.member("name");
        String wantedName = named.text(name);
        named.refuse(ServerRules.nameFault(wantedName));
        return new ServerBody(wantedName, wanted, expiresAt(all.member("expires_at"), now));
    }

    private @Nullable Instant expiresAt(Member given, Instant now) throws Problem {
        if (given.isAbsent()) {
            return given.isNull() ? null : expiresAt;
        }
        try {
            Instant wanted = OffsetDateTime.parse(given.json().asText()).toInstant();
            given.refuse(ServerRules.expiryFault(wanted, now));
            return wanted;
        } catch (DateTimeParseException e) {
            throw given.fault(" must be an ISO 8601 time with an offset, as 2026-12-31T18:00:00Z.");
        }
    }
}
