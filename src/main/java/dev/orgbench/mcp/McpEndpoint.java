package dev.orgbench.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.orgbench.http.BodyTooLargeException;
import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import dev.orgbench.http.MalformedBodyException;
import java.io.IOException;

/**
 * MCP's Streamable HTTP transport at one URL. Stateless and safe for use by several threads; one endpoint serves any
 * number of {@link McpService}s. Whoever calls it has checked the URL's token, and Host and Origin by
 * {@link OriginPolicy}, before.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports">Transports</a>
 */
public final class McpEndpoint {
    /** The longest body that is read, in bytes; no model writes arguments of that length. */
    public static final int BODY_LIMIT = 4 * 1024 * 1024;

    private final Dialect legacy = new LegacyDialect();
    private final Dialect modern = new ModernDialect();

    /**
     * Answers one HTTP request.
     *
     * @throws IOException if the client has gone
     */
    public void handle(HttpRequest request, HttpResponse response, McpService service) throws IOException {
        HttpRules.Refusal refusal = HttpRules.refusal(request).orElse(null);
        if (refusal != null) {
            if (refusal.status() == 405) {
                response.header("Allow", "POST");
            }
            response.status(refusal.status()).sendText(refusal.reason());
            return;
        }
        JsonNode id = NullNode.getInstance();
        try {
            JsonNode json = JsonText.read(request.body(BODY_LIMIT));
            id = Message.idOf(json);
            switch (Message.of(json)) {
                case Message.Response _ -> response.status(202).send();
                case Message.Addressed message -> answer(message, request, response, service);
            }
        } catch (BodyTooLargeException e) {
            response.status(413).sendText("A message may have at most " + BODY_LIMIT + " bytes.");
        } catch (MalformedBodyException e) {
            response.status(400).sendText(e.getMessage() + ".");
        } catch (RpcException e) {
            response.status(400).sendJson(JsonText.encode(JsonText.write(e.response(id))));
        }
    }

    private void answer(Message.Addressed message, HttpRequest request, HttpResponse response, McpService service)
            throws IOException {
        ProtocolHeaders headers = ProtocolHeaders.of(request);
        EraClassifier.Verdict verdict = EraClassifier.classify(message, headers);
        Dialect dialect =
                switch (verdict.era()) {
                    case LEGACY -> legacy;
                    case MODERN -> modern;
                };
        new Turn(message, verdict, dialect, headers, service).take(request, response);
    }
}
