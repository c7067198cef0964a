package dev.orgbench.demo.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Resource;

/** {@code /recent}: what the user looked at in the browser. Nobody looks at the demo org in a browser. */
public final class RecentResource implements Resource {
    @Override
    public Answer handle(Call call) throws ApiError {
        call.requireGet();
        return Answer.ok(JsonNodeFactory.instance.arrayNode());
    }
}
