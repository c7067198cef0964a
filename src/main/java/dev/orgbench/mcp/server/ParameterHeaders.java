package dev.orgbench.mcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.Feature;
import dev.orgbench.mcp.ToolDescriptor;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Arguments that a tool wants repeated in headers, so that proxies can route by them: those whose schema says {@code
 * x-mcp-header} (2026-07-28, transports, "Custom Headers from Tool Parameters").
 */
final class ParameterHeaders {
    private static final String KEYWORD = "x-mcp-header";

    private ParameterHeaders() {}

    /** Refuses a call whose headers do not repeat what its arguments say. */
    static void check(Message.Request request, Dialect.Setting setting) throws RpcException {
        if (!request.method().equals("tools/call")
                || !setting.service().features().contains(Feature.PARAMETER_HEADERS)) {
            return;
        }
        String name = request.params().path("name").asText();
        for (ToolDescriptor tool : setting.handling().tools()) {
            if (tool.name().equals(name)) {
                check(tool.inputSchema(), request.params().path("arguments"), setting.headers());
            }
        }
    }

    private static void check(ObjectNode schema, JsonNode arguments, ProtocolHeaders headers) throws RpcException {
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            JsonNode value = arguments.path(property.getKey());
            String header = property.getValue().path(KEYWORD).asText("");
            if (!header.isEmpty()) {
                check(header, value, headers.parameters().get(header.toLowerCase(Locale.ROOT)));
            } else if (property.getValue() instanceof ObjectNode inner && inner.has("properties")) {
                check(inner, value, headers);
            }
        }
    }

    private static void check(String header, JsonNode value, @Nullable String given) throws RpcException {
        boolean absent = value.isMissingNode() || value.isNull();
        if (absent ? given != null : given == null || !isSame(value, given)) {
            throw ProtocolHeaders.mismatch("the header Mcp-Param-" + header + " does not repeat the argument");
        }
    }

    private static boolean isSame(JsonNode value, String given) {
        if (!value.isNumber()) {
            return value.asText().equals(given);
        }
        try {
            return value.decimalValue().compareTo(new BigDecimal(given)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
