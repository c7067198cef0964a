package dev.orgbench.mcp;

import org.jspecify.annotations.Nullable;

/**
 * Revision 2026-07-28, which is recognised but not served yet: every message is answered with
 * UnsupportedProtocolVersion and the revisions that are served, so that a client of both eras falls back.
 */
final class ModernDialect implements Dialect {
    private static final String CLIENT_INFO_KEY = "io.modelcontextprotocol/clientInfo";

    @Override
    public void admit(Message.Addressed message, ProtocolHeaders headers) throws RpcException {
        throw refusal(message);
    }

    @Override
    public @Nullable String client(Message.Addressed message) {
        return ClientName.of(message.params().path("_meta").path(CLIENT_INFO_KEY));
    }

    @Override
    public Result result(Message.Request request, McpService.ServerInfo info, McpService.Handling handling)
            throws RpcException {
        throw refusal(request);
    }

    @Override
    public int status(int code) {
        return code == RpcException.METHOD_NOT_FOUND ? 404 : 400;
    }

    private static RpcException refusal(Message.Addressed message) {
        String claimed = EraClassifier.claimed(message.params().path("_meta"));
        return RpcException.unsupportedVersion(claimed.isEmpty() ? null : claimed, LegacyDialect.REVISIONS);
    }
}
