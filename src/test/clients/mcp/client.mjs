// @modelcontextprotocol/client 2 in one mode of its negotiation; shared by the scripts client-*.mjs.
import assert from 'node:assert/strict';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { check, guarded, makeServer, query, url, wrongUrl } from './orgbench.mjs';

const connect = async (mode, to, { headers = {}, capabilities = {} } = {}) => {
  const client = new Client({ name: 'client', version: '2.4.0' }, { capabilities, versionNegotiation: { mode } });
  await client.connect(new StreamableHTTPClientTransport(new URL(to), { requestInit: { headers } }));
  return client;
};

/** @param era what must come of it */
export const checkEra = async (mode, era) => {
  const client = await connect(mode, url);
  assert.equal(client.getProtocolEra(), era);
  await check(client);

  const readOnly = await connect(mode, await makeServer({ methods: ['read'] }));
  const { tools } = await readOnly.listTools();
  assert.ok(tools.length > 0 && tools.every((tool) => tool.annotations.readOnlyHint), 'a read server lists writes');
  await assert.rejects(readOnly.callTool({ name: 'create_a_salesforce_record', arguments: {} }));
  await readOnly.close();

  const controller = new AbortController();
  const cut = client.callTool(
    { name: query, arguments: { q: 'SELECT Id FROM Contact' } },
    { signal: controller.signal },
  );
  controller.abort();
  await assert.rejects(cut);
  const after = await client.callTool({ name: query, arguments: { q: 'SELECT Id FROM Account LIMIT 1' } });
  assert.equal(after.structuredContent.records.length, 1);
  await client.close();

  await assert.rejects(connect(mode, wrongUrl));
  const { url: guardedUrl, headers } = await guarded();
  await assert.rejects(connect(mode, guardedUrl), /401|Unauthorized|authorization/i);
  const trusted = await connect(mode, guardedUrl, { headers });
  assert.ok((await trusted.listTools()).tools.length > 0);
  await trusted.close();
};
