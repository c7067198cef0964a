// @modelcontextprotocol/sdk 1: "stateful" with sessions, "stateless" without, "sse" for the two URLs of 2024-11-05.
import { randomUUID } from 'node:crypto';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { SSEServerTransport } from '@modelcontextprotocol/sdk/server/sse.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { isInitializeRequest } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { body, listen, text } from './listening.mjs';

const [mode] = process.argv.slice(2);
let aborted = 0;

const build = () => {
  const server = new McpServer(
    { name: `${mode}-server`, version: '1.32.2', title: 'A legacy server' },
    { instructions: 'Echo, and be kind.' },
  );
  server.registerTool('echo', { inputSchema: { message: z.string() } }, ({ message }) => text(message));
  server.registerTool('fail', { inputSchema: {} }, () => ({ ...text('It failed.'), isError: true }));
  server.registerTool('count', { inputSchema: { to: z.number() } }, async ({ to }, extra) => {
    const progressToken = extra._meta?.progressToken;
    for (let n = 1; n <= to && progressToken !== undefined; n++) {
      await extra.sendNotification({
        method: 'notifications/progress',
        params: { progressToken, progress: n, total: to, message: `at ${n}` },
      });
    }
    return text(`counted to ${to}`);
  });
  server.registerTool('ask', { inputSchema: {} }, async (_, extra) => {
    const answer = await server.server.elicitInput(
      {
        message: 'Which colour?',
        requestedSchema: { type: 'object', properties: { colour: { type: 'string' } }, required: ['colour'] },
      },
      { relatedRequestId: extra.requestId },
    );
    return text(answer.content?.colour ?? answer.action);
  });
  server.registerTool('hang', { inputSchema: {} }, async (_, extra) => {
    await new Promise((go) => extra.signal.addEventListener('abort', go, { once: true }));
    aborted++;
    return text('too late');
  });
  server.registerTool('aborted', { inputSchema: {} }, () => text(String(aborted)));
  server.registerTool('grow', { inputSchema: { name: z.string() } }, ({ name }) => {
    server.registerTool(name, { inputSchema: {} }, () => text(name));
    return text('grown');
  });
  return server;
};

const transports = new Map();

const stateful = async (req, res) => {
  const message = req.method === 'POST' ? await body(req) : undefined;
  const known = transports.get(req.headers['mcp-session-id']);
  if (known !== undefined) {
    await known.handleRequest(req, res, message);
    if (message?.params?.name === 'forget') transports.clear();
    return;
  }
  if (!isInitializeRequest(message)) {
    res.writeHead(req.headers['mcp-session-id'] === undefined ? 400 : 404, { 'Content-Type': 'application/json' });
    const error = { code: -32000, message: 'Bad Request: No valid session ID provided' };
    res.end(JSON.stringify({ jsonrpc: '2.0', error, id: null }));
    return;
  }
  const transport = new StreamableHTTPServerTransport({
    sessionIdGenerator: () => randomUUID(),
    onsessioninitialized: (id) => transports.set(id, transport),
  });
  await build().connect(transport);
  await transport.handleRequest(req, res, message);
};

const stateless = async (req, res) => {
  if (req.method !== 'POST') {
    res.writeHead(405).end();
    return;
  }
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
  const server = build();
  res.on('close', () => server.close());
  await server.connect(transport);
  await transport.handleRequest(req, res, await body(req));
};

const sse = async (req, res) => {
  const url = new URL(req.url, 'http://localhost');
  if (req.method === 'GET' && url.pathname === '/sse') {
    const transport = new SSEServerTransport('/messages', res);
    transports.set(transport.sessionId, transport);
    await build().connect(transport);
  } else if (req.method === 'POST' && url.pathname === '/messages') {
    await transports.get(url.searchParams.get('sessionId')).handlePostMessage(req, res);
  } else {
    res.writeHead(404).end();
  }
};

listen({ stateful, stateless, sse }[mode], mode === 'sse' ? '/sse' : '/mcp');
