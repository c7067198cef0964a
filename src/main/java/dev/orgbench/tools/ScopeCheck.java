package dev.orgbench.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.tools.MethodDefinition.Touched;
import java.util.List;
import java.util.Objects;

/** Holds calls to the objects that their server allows, by what the definitions say that they touch. */
final class ScopeCheck {
    /** Touches the items of the answer, and not what an argument leads to. */
    static final String ROWS = "rows";

    private final Behaviours behaviours;

    ScopeCheck(Behaviours behaviours) {
        this.behaviours = behaviours;
    }

    /** Whether a method can exist in a scope: on a server for some objects only those that say what they touch. */
    static boolean canHold(MethodDefinition method, ObjectScope scope) {
        return method.touches() != null || !scope.isLimited();
    }

    /** Before anything is sent for the call. */
    void check(MethodDefinition method, Call call) throws Refusal, SalesforceException {
        ObjectScope scope = call.terms().scope().objects();
        if (!scope.isLimited()) {
            return;
        }
        List<Touched> touches = method.touches();
        if (touches == null) {
            throw Refusal.notInScope("This server gives access to some objects only, and " + method.toolName()
                    + " does not say which it touches.");
        }
        for (Touched touched : touches) {
            if (scope.limits(touched.access()) && !touched.kind().equals(ROWS)) {
                Behaviours.Touch behaviour = Objects.requireNonNull(
                        behaviours.touches().get(touched.kind()), "the definition's reader knows every behaviour");
                behaviour.touch(call, touched.of(), new ObjectGate(scope, touched.access(), touched.of()));
            }
        }
    }

    /** Takes the items of objects that the server does not allow out of a list. */
    void hide(MethodDefinition method, Call call, ObjectNode content) {
        ObjectScope scope = call.terms().scope().objects();
        MethodDefinition.Paging paging = method.paging();
        List<Touched> touches = method.touches();
        if (!scope.isLimited() || paging == null || touches == null) {
            return;
        }
        for (Touched touched : touches) {
            if (touched.kind().equals(ROWS)) {
                hide(content, paging, touched, scope);
            }
        }
    }

    private static void hide(ObjectNode content, MethodDefinition.Paging paging, Touched touched, ObjectScope scope) {
        JsonNode all = content.path(paging.items());
        ArrayNode kept = content.arrayNode();
        for (JsonNode item : all) {
            JsonNode object = item.at("/" + touched.of().replace('.', '/'));
            if (scope.allows(touched.access(), object.asText())) {
                kept.add(item);
            }
        }
        content.set(paging.items(), kept);
        if (paging.total() != null) {
            total(content, paging.total(), all.size(), kept.size());
        }
    }

    /** Of a list that goes on, the org's own count would tell of items that are not shown; ours is not known yet. */
    private static void total(ObjectNode content, String name, int given, int shown) {
        if (content.path(name).asInt(given) == given) {
            content.put(name, shown);
        } else {
            content.remove(name);
        }
    }
}
