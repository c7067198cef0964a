package dev.orgbench.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.ApiUsage;
import dev.orgbench.salesforce.OrgRequest;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.tools.ToolAnswer.Failure;
import dev.orgbench.tools.ToolAnswer.Success;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs one call: arguments are checked, the request is made and sent, the answer shaped and cut, errors explained. */
final class CallRunner {
    /** In characters. No model reads further. */
    private static final int LONGEST_FAILURE = 20_000;

    private final Behaviours behaviours;
    private final Cursors cursors;
    private final FailureTexts texts;
    private final ScopeCheck scope;

    CallRunner(Behaviours behaviours, Cursors cursors) {
        this.behaviours = behaviours;
        this.cursors = cursors;
        this.texts = new FailureTexts(behaviours);
        this.scope = new ScopeCheck(behaviours);
    }

    ToolAnswer run(
            Tool tool, MethodDefinition method, ObjectNode arguments, Api api, Terms terms, Work.Progress progress) {
        Call call = new Call(tool, arguments, api, terms, progress);
        try {
            ArgumentCheck.check(tool, call.arguments());
            if (tool.object() != null) {
                new TypedTool(method).spread(tool, call.arguments());
            }
            scope.check(method, call);
            return new Success(content(method, call), usage(api));
        } catch (Refusal refusal) {
            return new Failure(refusal.code(), fitting(texts.refusal(call, refusal), terms), null, usage(api));
        } catch (Refused refused) {
            String text = texts.refused(method, call, refused);
            return new Failure(refused.errorCode(), fitting(text, terms), refused.retryAfter(), usage(api));
        } catch (SalesforceException failure) {
            return new Failure(texts.code(failure), texts.failure(call, failure), null, usage(api));
        }
    }

    private ObjectNode content(MethodDefinition method, Call call) throws Refusal, SalesforceException {
        MethodDefinition.Paging paging = method.paging();
        @Nullable Pages pages = paging == null ? null : Pages.open(paging, cursors, call);
        for (String name : method.before()) {
            named(behaviours.before().get(name)).apply(call);
        }
        OrgRequest request = RequestBuilder.request(method, call);
        JsonNode answer = answer(method, call, pages == null ? request : pages.request(request));
        String result = method.result();
        ObjectNode content = result == null
                ? asObject(call, answer, paging == null ? "result" : paging.items())
                : named(behaviours.results().get(result)).shape(call, answer);
        scope.hide(method, call, content);
        if (pages != null) {
            return pages.cut(content);
        }
        // What was done must be told, however long it is.
        return method.hints().readOnly() ? fitting(content, call.terms().byteBudget()) : content;
    }

    private JsonNode answer(MethodDefinition method, Call call, OrgRequest request)
            throws Refusal, SalesforceException {
        try {
            return call.api().send(request);
        } catch (Refused refused) {
            String otherwise = method.otherwise();
            if (otherwise == null) {
                throw refused;
            }
            return named(behaviours.otherwise().get(otherwise))
                    .instead(call, refused)
                    .orElseThrow(() -> refused);
        }
    }

    /** A copy's top level is enough: what lies below is only read. */
    private static ObjectNode asObject(Call call, JsonNode answer, String key) {
        ObjectNode content = call.arguments().objectNode();
        if (answer instanceof ObjectNode object) {
            content.setAll(object);
        } else if (!answer.isMissingNode()) {
            content.set(key, answer);
        }
        return content;
    }

    private static ObjectNode fitting(ObjectNode content, int byteBudget) throws Refusal {
        int bytes = Terms.bytes(content);
        if (bytes > byteBudget) {
            throw Refusal.tooLarge("The answer has " + bytes + " bytes; this server allows " + byteBudget
                    + ". Ask for less: name the fields that are needed, or leave out what makes it long.");
        }
        return content;
    }

    /** Thousands of wrong names make a long text, of which the beginning says enough. */
    private static String fitting(String failure, Terms terms) {
        return Quoted.cut(failure, Math.min(LONGEST_FAILURE, terms.byteBudget()));
    }

    private static <T> T named(@Nullable T behaviour) {
        return Objects.requireNonNull(behaviour, "the definition's reader knows every behaviour");
    }

    private static @Nullable ApiUsage usage(Api api) {
        return api.usage().orElse(null);
    }
}
