// mcp-remote as the bridge from stdio, as clients without HTTP start it.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { check, guarded, url } from './orgbench.mjs';

const bridge = fileURLToPath(new URL('../node_modules/mcp-remote/dist/proxy.js', import.meta.url));

const connect = async (to, headers = {}) => {
  const client = new Client({ name: 'through mcp-remote', version: '0.15.1' });
  const given = Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}:${value}`]);
  const args = [bridge, to, '--allow-http', '--transport', 'http-only', ...given];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'ignore' }));
  return client;
};

const client = await connect(url);
await check(client);
await client.close();

const { url: guardedUrl, headers } = await guarded();
const trusted = await connect(guardedUrl, headers);
assert.ok((await trusted.listTools()).tools.length > 0);
await trusted.close();
