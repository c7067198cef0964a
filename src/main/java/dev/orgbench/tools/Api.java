package dev.orgbench.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.salesforce.ApiUsage;
import dev.orgbench.salesforce.OrgRequest;
import dev.orgbench.salesforce.SalesforceException;
import java.net.URI;
import java.util.Optional;

/**
 * An API as one call of a tool uses it: all that generation and the calls that definitions describe by data alone need to
 * know. An org's is made by {@link ToolCatalogue} itself; another API's comes from whoever speaks to it. Sends nothing
 * twice. Used by one thread.
 */
public interface Api {
    /** What errors call it: {@code the org}. */
    String called();

    /** Its root; cursors are bound to it. */
    URI address();

    /** What {@code {version}} in the integration's apis stands for. */
    String version();

    /**
     * Sends a request signed in; blocks, and is cancelled by interrupting the thread.
     *
     * @return the answer's JSON, with decimals as they were written; a missing node if it had no body
     * @throws SalesforceException that says what happened, with the API's own code and words
     */
    JsonNode send(OrgRequest request) throws SalesforceException;

    /** What the newest answer told of the API's limits; empty if it tells none. */
    Optional<ApiUsage> usage();
}
