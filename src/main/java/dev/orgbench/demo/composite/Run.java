package dev.orgbench.demo.composite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Dispatch;
import dev.orgbench.demo.api.Errors;
import dev.orgbench.demo.data.OrgFile;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Carries out the parts of a composite request, or of a graph, one after the other. */
final class Run {
    private final Dispatch dispatch;
    private final Call call;
    private final List<Part> parts;
    private final Predicate<PartRequest> allowed;
    private final References references = new References();
    private final List<PartAnswer> answers = new ArrayList<>();
    private boolean failed;

    /** @param allowed which requests may be parts */
    Run(Dispatch dispatch, Call call, List<Part> parts, Predicate<PartRequest> allowed) {
        this.dispatch = dispatch;
        this.call = call;
        this.parts = parts;
        this.allowed = allowed;
    }

    /** Each part for itself; only one that needs the answer of a failed one is halted with it. */
    ArrayNode each() throws IOException {
        for (Part part : parts) {
            answers.add(answer(part));
        }
        return toJson();
    }

    /** All parts or none: after the first failure nothing is written. */
    ArrayNode together(OrgFile file) throws ApiError, SQLException {
        file.write(
                _ -> {
                    untilFailure();
                    return answers;
                },
                _ -> !failed);
        return toJson();
    }

    boolean succeeded() {
        return !failed;
    }

    private void untilFailure() {
        try {
            for (Part part : parts) {
                PartAnswer answer = answer(part);
                answers.add(answer);
                if (answer.hasError()) {
                    failed = true;
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A part is read from memory, and nobody is there to go away", e);
        }
    }

    private PartAnswer answer(Part part) throws IOException {
        PartRequest request;
        try {
            request = PartRequest.of(
                    part.method(),
                    references.url(part.url()),
                    part.headers(),
                    references.body(part.body()),
                    call.request().instanceUrl());
            if (!allowed.test(request)) {
                throw Wording.notAllowed(part.url());
            }
        } catch (ApiError e) {
            return PartAnswer.of(e);
        }
        PartAnswer answer = PartAnswer.of(
                Errors.answer(request.method() + " " + request.path(), () -> dispatch.answer(request, call.userId())));
        if (!answer.isError()) {
            references.put(part.referenceId(), answer.body());
        }
        return answer;
    }

    private ArrayNode toJson() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        PartAnswer halted = PartAnswer.of(Wording.halted());
        for (int i = 0; i < parts.size(); i++) {
            // The one that failed was the last to be answered.
            boolean rolledBack = failed && i != answers.size() - 1;
            PartAnswer answer = rolledBack ? halted : answers.get(i);
            list.add(answer.toJson(parts.get(i).referenceId()));
        }
        return list;
    }
}
