package dev.orgbench.demo.composite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Dispatch;
import dev.orgbench.demo.api.Errors;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code /composite/batch}: requests that have nothing to do with each other; each counts against the day's limit. (REST API
 * Developer Guide, "Composite Batch".)
 */
final class Batch {
    private static final int MOST_PARTS = 25;
    private static final Pattern FORBIDDEN =
            Pattern.compile("(?i)/+services/+data/+v[^/]+/+composite(/+(batch|graph)?(/.*)?)?");

    private final Org org;
    private final Dispatch dispatch;

    Batch(Org org, Dispatch dispatch) {
        this.org = org;
        this.dispatch = dispatch;
    }

    Answer handle(Call call) throws ApiError, SQLException, IOException {
        if (!call.path().isEmpty()) {
            throw ApiError.notFound();
        }
        CompositeResource.requirePost(call);
        ObjectNode body = call.json();
        List<PartRequest> requests = requests(call, body.path("batchRequests"));
        boolean halts = CompositeResource.flag(body, "haltOnError");
        boolean failed = false;
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("hasErrors", false);
        ArrayNode results = answer.putArray("results");
        for (PartRequest request : requests) {
            PartAnswer part = failed && halts ? PartAnswer.of(Wording.batchHalted()) : answer(call, request);
            failed |= part.isError();
            results.addObject().put("statusCode", part.status()).set("result", part.body());
        }
        return Answer.ok(answer.put("hasErrors", failed));
    }

    /** What can not be read is refused before anything is done. */
    private List<PartRequest> requests(Call call, JsonNode parts) throws ApiError {
        if (!(parts instanceof ArrayNode) || parts.isEmpty()) {
            throw Wording.missing("batchRequests");
        }
        if (parts.size() > MOST_PARTS) {
            throw Wording.limit("subrequests", MOST_PARTS);
        }
        List<PartRequest> requests = new ArrayList<>();
        for (JsonNode part : parts) {
            String method = Part.method(part);
            String url = Part.text(part, "url");
            PartRequest request = PartRequest.of(
                    method,
                    url,
                    MissingNode.getInstance(),
                    part.path("richInput"),
                    call.request().instanceUrl());
            if (FORBIDDEN.matcher(request.path()).matches()) {
                throw Wording.notAllowed(url);
            }
            requests.add(request);
        }
        return requests;
    }

    private PartAnswer answer(Call call, PartRequest request) throws IOException, ApiError, SQLException {
        org.limits().countPart();
        return PartAnswer.of(
                Errors.answer(request.method() + " " + request.path(), () -> dispatch.answer(request, call.userId())));
    }
}
