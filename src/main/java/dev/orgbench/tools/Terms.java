package dev.orgbench.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The terms on which a server offers an org's tools.
 *
 * @param server the server's id; cursors are bound to it
 * @param scope what is allowed
 * @param pinnedObjects API names, in any case, of objects that have tools of their own; they restrict nothing
 * @param searchAndFetch whether {@code search} and {@code fetch} exist, in the shapes that ChatGPT wants
 * @param byteBudget how many bytes of JSON an answer may have
 */
public record Terms(String server, Scope scope, List<String> pinnedObjects, boolean searchAndFetch, int byteBudget) {
    /** Bytes of JSON that an answer may have, where nothing else is said. */
    public static final int USUAL_BYTE_BUDGET = 200_000;

    /** Everything that needs no choice, for no server in particular. */
    public static final Terms ALL = of(Scope.ALL);

    public Terms {
        pinnedObjects = List.copyOf(pinnedObjects);
    }

    /** Whether a definition that is made only if a server wishes so is made. */
    boolean wishes(String onlyIf) {
        return searchAndFetch && onlyIf.equals("search_and_fetch");
    }

    /** How much of {@link #byteBudget} an answer takes. */
    public static int bytes(JsonNode answer) {
        return answer.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    /** A scope alone, for no server in particular. */
    public static Terms of(Scope scope) {
        return new Terms("", scope, List.of(), false, USUAL_BYTE_BUDGET);
    }
}
