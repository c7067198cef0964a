package dev.orgbench.demo.composite;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Dispatch;
import dev.orgbench.demo.api.Resource;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code /tooling/composite}: several requests to the Tooling API in one. A change of the schema is a transaction of its
 * own here, so that parts that change it cannot be taken back together.
 */
public final class ToolingComposite implements Resource {
    private static final Pattern ALLOWED =
            Pattern.compile("(?i)/+services/+data/+v[^/]+/+tooling/+(sobjects|query)(/.*)?");

    private final Dispatch dispatch;

    /** @param dispatch answers the parts */
    public ToolingComposite(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @Override
    public Answer handle(Call call) throws ApiError, IOException {
        if (!call.path().isEmpty()) {
            throw ApiError.notFound();
        }
        CompositeResource.requirePost(call);
        ObjectNode body = call.json();
        List<Part> parts = Part.list(body.path("compositeRequest"));
        if (parts.size() > CompositeResource.MOST_PARTS) {
            throw Wording.limit("subrequests", CompositeResource.MOST_PARTS);
        }
        boolean changes = parts.stream().anyMatch(part -> !part.method().equals("GET"));
        if (changes && CompositeResource.flag(body, "allOrNone")) {
            throw Wording.schemaTogether();
        }
        Run run = new Run(dispatch, call, parts, request -> ALLOWED.matcher(request.path())
                .matches());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("compositeResponse", run.each());
        return Answer.ok(answer);
    }
}
