package dev.orgbench.demo.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Endpoint;
import dev.orgbench.demo.trouble.FaultyScenarioException;
import dev.orgbench.demo.trouble.RequestLog;
import dev.orgbench.demo.trouble.RuleReport;
import dev.orgbench.demo.trouble.Scenario;
import dev.orgbench.demo.trouble.ScenarioReader;
import dev.orgbench.demo.trouble.Troubles;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.http.HttpRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.List;

/**
 * {@code /demo}: what no Salesforce has. It takes only the org's access token for use by hand, is never counted, and
 * nothing goes wrong here on purpose.
 *
 * <pre>
 * /demo/scenario            POST a scenario in YAML or JSON, GET what plays, DELETE to end it and every rule
 * /demo/faults              POST one rule, GET all in force, DELETE them; /demo/faults/{id} DELETE
 * /demo/checkpoint          GET the names of those kept; /demo/checkpoint/{name} POST
 * /demo/restore/{name}      POST
 * /demo/reset               POST
 * /demo/trace               GET the last 1,000 requests
 * </pre>
 */
public final class ControlEndpoint implements Endpoint {
    private static final int LONGEST_SCENARIO = 1024 * 1024;

    private final Days days;
    private final Troubles troubles;
    private final RequestLog log;
    private final byte[] authorization;

    /** @param token the one that is taken */
    public ControlEndpoint(Days days, Troubles troubles, RequestLog log, String token) {
        this.days = days;
        this.troubles = troubles;
        this.log = log;
        this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean takes(List<String> path) {
        return !path.isEmpty() && path.getFirst().equals("demo");
    }

    @Override
    public Answer handle(HttpRequest request, List<String> path) throws ApiError, SQLException, IOException {
        byte[] given = request.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, authorization)) {
            throw new ApiError(401, "INVALID_SESSION_ID", "Only the demo org's own access token is taken here");
        }
        String what = request.method() + " " + String.join("/", path.subList(1, Math.min(2, path.size())));
        String name = path.size() == 3 ? path.get(2) : "";
        if (path.size() > 3) {
            throw ApiError.notFound();
        }
        return name.isEmpty() ? whole(request, what) : one(what, name);
    }

    private Answer whole(HttpRequest request, String what) throws ApiError, SQLException, IOException {
        switch (what) {
            case "POST scenario" -> troubles.play(scenario(text(request)));
            case "DELETE scenario" -> troubles.calm();
            case "POST faults" -> {
                return Answer.created(JsonNodeFactory.instance.objectNode().put("id", rule(text(request))));
            }
            case "DELETE faults" -> troubles.endAll();
            case "POST reset" -> days.reset();
            case "GET scenario" -> {}
            case "GET faults" -> {
                return Answer.ok(rules());
            }
            case "GET checkpoint" -> {
                ArrayNode names = JsonNodeFactory.instance.arrayNode();
                days.kept().forEach(names::add);
                return Answer.ok(names);
            }
            case "GET trace" -> {
                return Answer.ok(trace());
            }
            default -> throw unknown();
        }
        return what.endsWith(" scenario") ? Answer.ok(playing()) : Answer.noContent();
    }

    private Answer one(String what, String name) throws ApiError, SQLException, IOException {
        switch (what) {
            case "POST checkpoint" -> days.keep(name);
            case "POST restore" -> days.restore(name);
            case "DELETE faults" -> {
                if (!name.matches("\\d{1,9}") || !troubles.end(Integer.parseInt(name))) {
                    throw new ApiError(404, "NOT_FOUND", "No rule in force has the number " + name);
                }
            }
            default -> throw unknown();
        }
        return Answer.noContent();
    }

    private ObjectNode playing() {
        Scenario scenario = troubles.scenario();
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("name", scenario.name())
                .put("seed", scenario.seed())
                .put("fieldLevelSecurity", scenario.strictFieldLevelSecurity() ? "strict" : "granted");
        body.putObject("limits")
                .put("dailyRequests", scenario.allowance().dailyRequests())
                .put("usedRequests", scenario.allowance().usedRequests())
                .put("requestsPerApp", scenario.allowance().requestsPerApp())
                .put("longRequests", scenario.allowance().longRequests())
                .put("longAfterSeconds", scenario.allowance().longAfter().toSeconds());
        body.set("rules", rules());
        return body;
    }

    private ArrayNode rules() {
        ArrayNode rules = JsonNodeFactory.instance.arrayNode();
        for (RuleReport rule : troubles.reports()) {
            rules.addObject()
                    .put("id", rule.id())
                    .put("name", rule.name())
                    .put("seen", rule.seen())
                    .put("struck", rule.struck())
                    .put("over", rule.over());
        }
        return rules;
    }

    private ArrayNode trace() {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        for (RequestLog.Entry entry : log.entries()) {
            ObjectNode node = entries.addObject()
                    .put("time", entry.time().toString())
                    .put("method", entry.method())
                    .put("path", entry.path())
                    .put("status", entry.status())
                    .put("ms", entry.took().toMillis());
            entry.rules().forEach(node.putArray("rules")::add);
        }
        return entries;
    }

    private int rule(String text) throws ApiError {
        try {
            return troubles.add(text);
        } catch (FaultyScenarioException e) {
            throw faulty(e);
        }
    }

    private static Scenario scenario(String text) throws ApiError {
        try {
            return ScenarioReader.scenario(text);
        } catch (FaultyScenarioException e) {
            throw faulty(e);
        }
    }

    private static String text(HttpRequest request) throws IOException {
        return new String(request.body(LONGEST_SCENARIO), StandardCharsets.UTF_8);
    }

    private static ApiError faulty(FaultyScenarioException e) {
        return new ApiError(400, "FAULTY_SCENARIO", String.valueOf(e.getMessage()));
    }

    private static ApiError unknown() {
        return new ApiError(
                404,
                "NOT_FOUND",
                "There are POST, GET and DELETE /demo/scenario and /demo/faults, POST /demo/checkpoint/{name},"
                        + " /demo/restore/{name} and /demo/reset, GET /demo/checkpoint and /demo/trace");
    }
}
