package dev.orgbench.connect.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.connect.HandedServer;
import dev.orgbench.connect.Machine;
import dev.orgbench.connect.guide.Guide;
import dev.orgbench.connect.guide.Way;
import dev.orgbench.mcp.client.HttpMcpClient;
import dev.orgbench.mcp.client.McpAnswer;
import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.mcp.client.McpException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Looks at each step between here and a client, in the order in which a call takes them, and stops where one fails:
 * what comes after could only fail for the same cause. One tool is really called, which costs the org one request.
 */
public final class Doctor {
    /** From here on a person waits, and an agent's longer calls may come too late. */
    private static final Duration SLOW = Duration.ofSeconds(3);

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration EXPIRES_SOON = Duration.ofMinutes(30);
    /** Tools that read a little and need no arguments, the cheapest first. */
    private static final List<String> TRIED =
            List.of("list_all_salesforce_limits", "get_single_salesforce_user_info", "list_all_salesforce_objects");

    private static final double MUCH_USED = 0.8;

    private final Ping ping;
    private final PublicCheck outside;
    private final Machine machine;
    private final String version;
    private final @Nullable String apiToken;
    private final Clock clock;

    /**
     * A doctor for this machine.
     *
     * @param version Orgbench's own, as told to servers
     * @param apiToken opens servers that ask for one; null if Orgbench has none
     */
    public Doctor(OkHttpClient http, Machine machine, String version, @Nullable String apiToken, Clock clock) {
        this.ping = new Ping(http, version, LIMIT);
        this.outside = new PublicCheck(http, version);
        this.machine = machine;
        this.version = version;
        this.apiToken = apiToken;
        this.clock = clock;
    }

    /**
     * What is looked at.
     *
     * @param publicBase the tunnel's address; null if there is none
     */
    public record Case(
            HandedServer server,
            Guide guide,
            Way way,
            @Nullable URI publicBase) {}

    /** Blocks; an interrupt ends it. {@code seen} gets each check as soon as it is done. */
    public void examine(Case patient, Consumer<Check> seen) {
        HandedServer server = patient.server();
        if (answers(server, seen) && token(server, seen)) {
            tools(patient, seen);
        }
        client(patient, seen);
        reach(patient, seen);
    }

    /** The entries of {@code tools/list}, as a client of {@code server} gets them. Blocks. */
    public List<JsonNode> tools(HandedServer server) throws McpException {
        try (McpClient client = client(server)) {
            return client.listTools();
        }
    }

    private McpClient client(HandedServer server) {
        Map<String, String> headers =
                apiToken == null || !server.asksForToken() ? Map.of() : Map.of("Authorization", "Bearer " + apiToken);
        return HttpMcpClient.connect(server.url(), "Orgbench doctor", version, headers);
    }

    private boolean answers(HandedServer server, Consumer<Check> seen) {
        String name = "Orgbench answers";
        try {
            Ping.Reply reply = ping.health(server.url(), "127.0.0.1:" + server.port());
            if (reply.status() == 200) {
                seen.accept(Check.good(name, Words.time(reply.took())));
                return true;
            }
            seen.accept(Check.bad(
                    name,
                    Integer.toString(reply.status()),
                    "Another program answers at port " + server.port() + ". Restart Orgbench."));
        } catch (IOException e) {
            seen.accept(
                    Check.bad(name, "nothing at port " + server.port(), "Restart Orgbench; its server has stopped."));
        }
        return false;
    }

    private boolean token(HandedServer server, Consumer<Check> seen) {
        String name = "Token is valid";
        Instant expiry = server.expiresAt();
        if (server.isExpired(clock.instant())) {
            seen.accept(Check.bad(name, "expired", "Give the server a new expiry in Servers, or make another one."));
            return false;
        }
        try {
            Ping.Reply reply = ping.initialize(server.url());
            if (!reply.isOurs() && !(reply.status() == 401 && server.asksForToken())) {
                seen.accept(Check.bad(
                        name,
                        Integer.toString(reply.status()),
                        "This URL is dead: the server was revoked or given a new token. Choose it anew."));
                return false;
            }
        } catch (IOException e) {
            seen.accept(Check.bad(name, "no answer", "The server does not take messages. Restart Orgbench."));
            return false;
        }
        if (expiry == null) {
            seen.accept(Check.good(name, "never expires"));
            return true;
        }
        Duration left = Duration.between(clock.instant(), expiry);
        String words = "expires in " + Words.span(left);
        seen.accept(
                left.compareTo(EXPIRES_SOON) < 0
                        ? Check.caution(
                                name, words, "The agent will soon be cut off. Give the server more time in Servers.")
                        : Check.good(name, words));
        return true;
    }

    private void tools(Case patient, Consumer<Check> seen) {
        HandedServer server = patient.server();
        if (server.asksForToken() && apiToken == null) {
            seen.accept(Check.skipped("Tools are listed", "needs an API token"));
            return;
        }
        try (McpClient client = client(server)) {
            List<JsonNode> tools = client.listTools();
            seen.accept(listed(tools, patient.guide()));
            if (!tools.isEmpty()) {
                call(client, tools, seen);
            }
        } catch (McpException e) {
            seen.accept(Check.bad("Tools are listed", "failed", String.valueOf(e.getMessage())));
        }
    }

    private static Check listed(List<JsonNode> tools, Guide guide) {
        String count = tools.size() == 1 ? "1 tool" : tools.size() + " tools";
        if (tools.isEmpty()) {
            return Check.bad("Tools are listed", "none", "The server's scope allows no tool. Widen it in Servers.");
        }
        if (guide.mostTools() > 0 && tools.size() > guide.mostTools()) {
            return Check.bad(
                    "Tools are listed",
                    count,
                    guide.name() + " takes at most " + guide.mostTools() + ". Narrow the server's scope in Servers.");
        }
        boolean hinted = tools.stream()
                .map(tool -> tool.path("annotations"))
                .allMatch(hints ->
                        hints.has("readOnlyHint") && hints.has("destructiveHint") && hints.has("openWorldHint"));
        return hinted
                ? Check.good("Tools are listed", count)
                : Check.caution(
                        "Tools are listed", count, "Some tools lack hints, so the client may ask before each call.");
    }

    private static void call(McpClient client, List<JsonNode> tools, Consumer<Check> seen) throws McpException {
        String name = "Org answers";
        Optional<JsonNode> tried = TRIED.stream()
                .flatMap(wanted ->
                        tools.stream().filter(tool -> tool.path("name").asText().equals(wanted)))
                .findFirst();
        if (tried.isEmpty()) {
            seen.accept(Check.skipped(name, "no tool in scope that reads without arguments"));
            return;
        }
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        if (tried.get().at("/inputSchema/properties").has("limit")) {
            arguments.put("limit", 1);
        }
        McpAnswer answer = client.callTool(tried.get().path("name").asText(), arguments);
        if (answer.isError()) {
            seen.accept(
                    Check.bad(name, "refused", answer.text().lines().findFirst().orElse("The org refused the call.")));
            return;
        }
        String took = Words.time(answer.took());
        seen.accept(
                answer.took().compareTo(SLOW) < 0
                        ? Check.good(name, took)
                        : Check.caution(
                                name,
                                took,
                                "That is slow, and some clients give up on a call after 30 s. Limits and Traffic show where the time goes."));
        limit(answer).ifPresent(seen);
    }

    private static Optional<Check> limit(McpAnswer answer) {
        long limit = number(answer, "ratelimit-limit");
        long left = number(answer, "ratelimit-remaining");
        if (limit <= 0 || left < 0) {
            return Optional.empty();
        }
        double used = 1 - (double) left / limit;
        String words = Math.round(used * 100) + " % used";
        return Optional.of(
                used < MUCH_USED
                        ? Check.good("API limit", words)
                        : Check.caution(
                                "API limit",
                                words,
                                "The org's day may run out. See Limits for what uses it, and narrow this server or ask for smaller pages."));
    }

    private static long number(McpAnswer answer, String header) {
        try {
            return Long.parseLong(
                    answer.headers().getOrDefault(header, List.of("-1")).getFirst());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private void client(Case patient, Consumer<Check> seen) {
        String needs = patient.way().needs();
        if (needs != null) {
            seen.accept(machine.program(needs)
                    .map(program -> Check.good(needs + " is installed", ""))
                    .orElseGet(() -> Check.bad(
                            needs + " is installed",
                            "not found",
                            "Install Node.js from nodejs.org; " + needs + " comes with it.")));
        }
        if (patient.server().asksForToken() && !patient.way().takesApiToken()) {
            seen.accept(Check.bad(
                    patient.guide().name() + " can sign in",
                    "no",
                    "This server asks for an API token, which "
                            + patient.guide().name() + " has no way to send here."
                            + " Hand over a server that asks for none, with a short expiry."));
        }
    }

    private void reach(Case patient, Consumer<Check> seen) {
        URI base = patient.publicBase();
        if (base == null) {
            if (patient.way().isPublic()) {
                seen.accept(Check.bad(
                        "Public URL answers",
                        "no tunnel",
                        patient.guide().name() + " cannot reach this machine. Start a tunnel on the left."));
            }
            return;
        }
        HandedServer server = patient.server();
        String host = String.valueOf(base.getHost());
        try {
            boolean allowed = ping.health(server.url(), host).status() != 403;
            seen.accept(
                    allowed
                            ? Check.good("Tunnel's host is allowed", "")
                            : Check.bad("Tunnel's host is allowed", "refused", "Stop the tunnel and start it again."));
            if (allowed) {
                seen.accept(outside.once(server, base));
            }
        } catch (IOException e) {
            seen.accept(Check.skipped("Public URL answers", "Orgbench itself does not answer"));
        }
    }
}
