// The stateless server of @modelcontextprotocol/sdk 1, as its own examples make it, with one tool that does nothing.
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { body, listen, text } from './listening.mjs';

listen(async (req, res) => {
  const server = new McpServer({ name: 'noop', version: '1.0.0' });
  server.registerTool('test_simple_text', { inputSchema: {} }, () => text('This is a simple text response for testing.'));
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined, enableJsonResponse: true });
  res.on('close', () => {
    transport.close();
    server.close();
  });
  await server.connect(transport);
  await transport.handleRequest(req, res, await body(req));
});
