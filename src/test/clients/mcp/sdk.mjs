// @modelcontextprotocol/sdk 1, over Streamable HTTP with and without an API token.
import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { check, guarded, url, wrongUrl } from './orgbench.mjs';

const connect = async (to, headers = {}) => {
  const client = new Client({ name: 'sdk', version: '1.32.2' });
  await client.connect(new StreamableHTTPClientTransport(new URL(to), { requestInit: { headers } }));
  return client;
};

const client = await connect(url);
assert.ok(client.getServerVersion().name);
await client.ping();
await check(client);
await client.close();

await assert.rejects(connect(wrongUrl), /404/);

const { url: guardedUrl, headers } = await guarded();
await assert.rejects(connect(guardedUrl), /401|Unauthorized/i);
const trusted = await connect(guardedUrl, headers);
assert.ok((await trusted.listTools()).tools.length > 0);
await trusted.close();
