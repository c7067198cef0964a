// @modelcontextprotocol/sdk 1, over the two URLs of 2024-11-05.
import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { SSEClientTransport } from '@modelcontextprotocol/sdk/client/sse.js';
import { check, guarded, url, wrongUrl } from './orgbench.mjs';

const connect = async (to, headers = {}) => {
  const client = new Client({ name: 'sdk-sse', version: '1.32.2' });
  const withHeaders = (input, init) =>
    fetch(input, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), ...headers } });
  await client.connect(new SSEClientTransport(new URL(`${to}/sse`), { fetch: withHeaders }));
  return client;
};

const client = await connect(url);
await client.ping();
await check(client);
await client.close();

await assert.rejects(connect(wrongUrl), /404/);

const { url: guardedUrl, headers } = await guarded();
await assert.rejects(connect(guardedUrl), /401|Unauthorized/i);
const trusted = await connect(guardedUrl, headers);
assert.ok((await trusted.listTools()).tools.length > 0);
await trusted.close();
