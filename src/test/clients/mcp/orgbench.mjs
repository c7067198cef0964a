// The Orgbench that the test runs, as it tells in the environment, and what every client must be able to do with it.
import assert from 'node:assert/strict';

const told = (name) => {
  const value = process.env[name];
  assert.ok(value, `${name} is not set; these scripts are run by McpClientsTest`);
  return value;
};

export const url = told('ORGBENCH_MCP_URL');
const management = told('ORGBENCH_MANAGEMENT_URL');
const managementToken = told('ORGBENCH_MANAGEMENT_TOKEN');
const org = told('ORGBENCH_ORG_ID');

/** A token that no server has, of the right length. */
export const wrongUrl = url.replace(/[0-9a-f]{32,}/, (token) => [...token].reverse().join(''));

/** The URL of a new server. */
export const makeServer = async (config) => {
  const response = await fetch(`${management}/integrated-account/${org}/mcp`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${managementToken}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'For a client', config }),
  });
  assert.equal(response.status, 201, await response.clone().text());
  return (await response.json()).url;
};

/** A server that asks for an API token, and the header that satisfies it. */
export const guarded = async () => ({
  url: await makeServer({ require_api_token_auth: true }),
  headers: { Authorization: `Bearer ${managementToken}` },
});

export const query = 'list_all_salesforce_query';

const textOf = (result) => result.content.map((block) => block.text).join('\n');

/**
 * Lists, calls, pages, fails. `client` has listTools() and callTool({name, arguments}) as the official packages have.
 */
export const check = async (client) => {
  const { tools } = await client.listTools();
  const names = tools.map((tool) => tool.name);
  for (const name of [query, 'list_all_salesforce_objects', 'create_a_salesforce_record']) {
    assert.ok(names.includes(name), `${name} is not listed among ${names.length} tools`);
  }
  assert.equal(tools.find((tool) => tool.name === query).inputSchema.type, 'object');

  const one = await client.callTool({ name: query, arguments: { q: 'SELECT Id, Name FROM Account LIMIT 3' } });
  assert.ok(!one.isError, textOf(one));
  assert.equal(one.structuredContent.records.length, 3);
  assert.match(one.structuredContent.records[0].Id, /^001/);

  const seen = new Set();
  let arguments_ = { q: 'SELECT Id FROM Contact ORDER BY Id LIMIT 700' };
  let pages = 0;
  for (let next = ''; next !== undefined; pages++) {
    assert.ok(pages < 20, 'the pages have no end');
    const page = await client.callTool({ name: query, arguments: arguments_ });
    assert.ok(!page.isError, textOf(page));
    for (const record of page.structuredContent.records) seen.add(record.Id);
    next = page.structuredContent.next_cursor ?? undefined;
    arguments_ = { q: arguments_.q, next_cursor: next };
  }
  assert.ok(pages > 1 && seen.size > 200, `${seen.size} records on ${pages} pages`);

  const unknown = await client.callTool({ name: query, arguments: { q: 'SELECT Id, Nmae FROM Account' } });
  assert.equal(unknown.isError, true);
  assert.match(textOf(unknown), /Did you mean Name\?/);
  const failed = await client.callTool({ name: query, arguments: { q: 'SELECT Id FROM Account ORDER BY Description' } });
  assert.equal(failed.isError, true);
  assert.match(textOf(failed), /INVALID_FIELD/);

  const missing = await client.callTool({ name: query, arguments: {} }).catch((error) => error);
  assert.ok(missing.isError || missing instanceof Error, 'a call without its argument succeeded');
  await assert.rejects(
    Promise.resolve(client.callTool({ name: 'no_such_tool', arguments: {} })).then((result) => {
      if (result.isError) throw new Error(textOf(result));
    }),
    /no_such_tool/,
  );
};
