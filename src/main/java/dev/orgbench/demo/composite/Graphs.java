package dev.orgbench.demo.composite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Dispatch;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code /composite/graph}: requests for rows, in graphs that are each carried out wholly or not at all. (REST API Developer
 * Guide, "Composite Graph", "Composite Graph Limits".)
 */
final class Graphs {
    private static final int MOST_FAILURES = 14;
    private static final Pattern ROWS = Pattern.compile("(?i)/+services/+data/+v[^/]+/+sobjects/+[^/]+(/.*)?");

    private final Org org;
    private final Dispatch dispatch;

    Graphs(Org org, Dispatch dispatch) {
        this.org = org;
        this.dispatch = dispatch;
    }

    Answer handle(Call call) throws ApiError, SQLException, IOException {
        if (!call.path().isEmpty()) {
            throw ApiError.notFound();
        }
        CompositeResource.requirePost(call);
        Map<String, List<Part>> graphs = graphs(call.json().path("graphs"));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode answers = body.putArray("graphs");
        int failures = 0;
        for (Map.Entry<String, List<Part>> graph : graphs.entrySet()) {
            boolean halted = failures > MOST_FAILURES;
            Run run = new Run(dispatch, call, graph.getValue(), request -> ROWS.matcher(request.path())
                    .matches());
            ArrayNode parts = halted ? halted(graph.getValue()) : run.together(org.file());
            boolean succeeded = !halted && run.succeeded();
            failures += succeeded ? 0 : 1;
            ObjectNode answer = answers.addObject().put("graphId", graph.getKey());
            answer.putObject("graphResponse").set("compositeResponse", parts);
            answer.put("isSuccessful", succeeded);
        }
        return Answer.ok(body);
    }

    private static Map<String, List<Part>> graphs(JsonNode nodes) throws ApiError {
        if (!(nodes instanceof ArrayNode) || nodes.isEmpty()) {
            throw Wording.missing("graphs");
        }
        if (nodes.size() > GraphLimits.MOST_GRAPHS) {
            throw Wording.limit("graphs", GraphLimits.MOST_GRAPHS);
        }
        Map<String, List<Part>> graphs = new LinkedHashMap<>();
        for (JsonNode node : nodes) {
            String id = Part.text(node, "graphId");
            if (graphs.put(id, Part.list(node.path("compositeRequest"))) != null) {
                throw Wording.duplicateReferenceId(id);
            }
        }
        GraphLimits.check(graphs.values());
        return graphs;
    }

    private static ArrayNode halted(List<Part> parts) {
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        parts.forEach(part -> answers.add(PartAnswer.of(Wording.halted()).toJson(part.referenceId())));
        return answers;
    }
}
