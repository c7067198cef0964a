// @modelcontextprotocol/server: 2026-07-28, and the legacy era without sessions unless "modern-only" is asked for.
import { McpServer, acceptedContent, createMcpHandler, inputRequired } from '@modelcontextprotocol/server';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { z } from 'zod';
import { listen, text } from './listening.mjs';

const more = new Set();
let aborted = 0;

const factory = () => {
  const server = new McpServer(
    { name: 'modern-server', version: '2.4.0', title: 'A modern server' },
    { capabilities: { tools: { listChanged: true } }, instructions: 'Echo, and be kind.' },
  );
  server.registerTool('echo', { inputSchema: z.object({ message: z.string() }) }, ({ message }) => text(message));
  server.registerTool('fail', { inputSchema: z.object({}) }, () => ({ ...text('It failed.'), isError: true }));
  server.registerTool('count', { inputSchema: z.object({ to: z.number() }) }, async ({ to }, ctx) => {
    const progressToken = ctx.mcpReq._meta?.progressToken;
    for (let n = 1; n <= to && progressToken !== undefined; n++) {
      await ctx.mcpReq.notify({
        method: 'notifications/progress',
        params: { progressToken, progress: n, total: to, message: `at ${n}` },
      });
    }
    return text(`counted to ${to}`);
  });
  const answer = z.object({ colour: z.string() });
  server.registerTool('ask', { inputSchema: z.object({}) }, (_, ctx) => {
    const given = ctx.mcpReq.inputResponses?.colour;
    if (given === undefined) {
      return inputRequired({
        inputRequests: { colour: inputRequired.elicit({ message: 'Which colour?', requestedSchema: answer }) },
        requestState: 'asked-once',
      });
    }
    const content = acceptedContent(ctx.mcpReq.inputResponses, 'colour', answer);
    return text(`${content?.colour ?? given.action}, ${ctx.mcpReq.requestState()}`);
  });
  server.registerTool('hang', { inputSchema: z.object({}) }, async (_, ctx) => {
    await new Promise((go) => ctx.mcpReq.signal.addEventListener('abort', go, { once: true }));
    aborted++;
    return text('too late');
  });
  server.registerTool('aborted', { inputSchema: z.object({}) }, () => text(String(aborted)));
  server.registerTool(
    'mirrored',
    { inputSchema: z.object({ region: z.string().meta({ 'x-mcp-header': 'Region' }) }) },
    ({ region }, ctx) => text(`${region} ${ctx.http?.req?.headers.get('mcp-param-region')}`),
  );
  server.registerTool('grow', { inputSchema: z.object({ name: z.string() }) }, ({ name }) => {
    more.add(name);
    handler.notify.toolsChanged();
    return text('grown');
  });
  for (const name of more) server.registerTool(name, { inputSchema: z.object({}) }, () => text(name));
  return server;
};

const handler = createMcpHandler(factory, process.argv.includes('modern-only') ? { legacy: 'reject' } : {});
listen(toNodeHandler(handler));
