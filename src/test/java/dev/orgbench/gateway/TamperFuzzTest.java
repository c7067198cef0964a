package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a client holds for us is good as it was given, where it was given, and in no other way: a tampered one is refused
 * as such, before anything is asked of the org, and no token is shown or logged. Inputs are templates, see {@link
 * Forgery}; those that are kept beside this class are tried in each build, as {@code McpFuzzTest} tells.
 */
class TamperFuzzTest {
    private static final int LONGEST_HEADER = 8_000;

    private static RealThings real;
    private static CaughtLog log;
    private static Forgery forgery;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        log = new CaughtLog();
        real = new RealThings(data);
        forgery = real.forgery();
    }

    @AfterAll
    static void stop() {
        real.close();
        log.close();
    }

    @FuzzTest(maxDuration = "3m")
    void anyCursorIsAnsweredRight(byte[] template) throws IOException {
        String cursor = forged(template);
        for (String tool : new String[] {RealThings.QUERY, RealThings.LIST}) {
            boolean isQuery = tool.equals(RealThings.QUERY);
            RunningGateway.Answer page = real.post(
                    "server", RealThings.call(tool, isQuery ? RealThings.query(cursor) : RealThings.list(cursor)));
            assertRight(page, 200);
            if (cursor.isEmpty() || cursor.equals(real.name(isQuery ? "query" : "list"))) {
                assertThat(page.json().at("/result/isError").asBoolean(true)).isFalse();
            } else {
                assertThat(page.json().at("/result/content/0/text").asText())
                        .contains("`next_cursor` is not one that this call was given");
                assertThat(real.exchanges(page)).isZero();
            }
        }
        RunningGateway.Answer resources = real.post("server", RealThings.resources(cursor));
        assertRight(resources, 200);
        boolean isGood = cursor.isEmpty() || cursor.equals(real.name("resources"));
        assertThat(resources.json().at("/error/code").asInt()).isEqualTo(isGood ? 0 : -32602);
        // What the management API gives is no secret of its owner's, and not signed.
        RunningGateway.Answer servers = real.servers(encoded(cursor));
        assertRight(servers, 200, 422);
        assertThat(servers.status() == 200 || !cursor.equals(real.name("servers")))
                .isTrue();
    }

    @FuzzTest(maxDuration = "3m")
    void anyTokenIsAnsweredRight(byte[] template) throws IOException {
        String token = forged(template);
        String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
        RunningGateway.Answer byUrl = real.send("POST", real.gateway() + McpDoor.PATH + encoded(token), ping, Map.of());
        if (Set.of(real.name("server"), real.name("neighbour"), real.name("stranger"))
                .contains(token)) {
            assertRight(byUrl, 200);
        } else if (Set.of(real.name("guarded"), real.name("other-guarded")).contains(token)) {
            assertRight(byUrl, 401);
        } else {
            assertRight(byUrl, 404, 400);
        }
        if (isSendable(token)) {
            Map<String, String> bearer = Map.of("Authorization", "Bearer " + token);
            boolean isManagement = token.strip().equals(real.name("management"));
            boolean isGood = isManagement || token.strip().equals(real.name("api"));
            assertRight(real.post("guarded", ping, bearer), isGood ? 200 : 401);
            assertRight(
                    real.send("GET", real.gateway() + "/integrated-account/first/mcp", "", bearer),
                    isManagement ? 200 : 401);
            assertRight(real.send("POST", real.url("guarded"), ping, Map.of("Authorization", "Basic " + token)), 401);
        }
    }

    @FuzzTest(maxDuration = "3m")
    void anySessionAndStateIsAnsweredRight(byte[] template) throws IOException {
        String held = forged(template);
        String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
        if (isSendable(held)) {
            Map<String, String> session = Map.of("Mcp-Session-Id", held);
            boolean isGood = held.strip().equals(real.name("session"));
            assertRight(real.post("server", ping, session), isGood ? 200 : 404);
            assertRight(real.post("server", "[" + ping + "]", session), isGood ? 200 : 404);
            if (!isGood) {
                assertRight(real.send("GET", real.url("server"), "", session), 404);
                assertRight(real.send("DELETE", real.url("server"), "", session), 404);
            }
        }
        assertRight(real.post("server", ping, Map.of("Mcp-Session-Id", real.name("session"))), 200);
        assertRight(
                real.send("POST", real.url("server") + "/messages?sessionId=" + encoded(held), ping, Map.of()), 404);
        if (!held.isEmpty()) {
            RunningGateway.Answer confirmed = real.update("server", "Changed", held);
            assertRight(confirmed, 200);
            boolean isGood = held.equals(real.name("state"));
            assertThat(confirmed.json().at("/error/code").asInt()).isEqualTo(isGood ? 0 : -32602);
            assertThat(real.exchanges(confirmed) > 0).isEqualTo(isGood);
        }
    }

    private static String forged(byte[] template) {
        // Everything here goes over the network of this machine, which Jazzer would take for a finding.
        BugDetectors.allowNetworkConnections();
        return forgery.of(new String(template, StandardCharsets.UTF_8));
    }

    private static void assertRight(RunningGateway.Answer answer, Integer... statuses) {
        assertThat(answer.status()).as(answer.body()).isIn((Object[]) statuses);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "-32603");
        real.tokens().forEach((name, token) -> {
            assertThat(answer.body()).as(name).doesNotContain(token);
            assertThat(log.lines()).as(name).noneMatch(line -> line.contains(token));
        });
        log.lines().clear();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Whether HTTP lets a client send it as a header, and it is not lost there. */
    private static boolean isSendable(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_HEADER
                && text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }
}
