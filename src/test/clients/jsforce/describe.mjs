// What there is: versions, global describe, describe, layouts, recent rows, quick actions.
import assert from 'node:assert/strict';
import { connect } from './connection.mjs';

const conn = connect();
const versions = await conn.request('/services/data');
assert.equal(versions.at(-1).version, '67.0');
const all = await conn.describeGlobal();
assert.ok(all.sobjects.length >= 40);
for (const name of ['Account', 'Contact', 'Lead', 'Opportunity', 'Case', 'Task', 'Event', 'User', 'Campaign', 'Product2', 'Order']) {
  const described = await conn.describe(name);
  assert.equal(described.name, name);
  assert.ok(described.fields.length > 10);
  for (const field of described.fields) {
    assert.equal(Object.keys(field).length, 57, `${name}.${field.name} has ${Object.keys(field).length} keys`);
  }
  assert.ok(Object.keys(described).length >= 41, `${name} has ${Object.keys(described).length} keys`);
}
const cached = await conn.describe$('Account');
assert.equal((await conn.describe$('Account')).name, cached.name);
const layouts = await conn.sobject('Account').layouts();
assert.ok(layouts.layouts.length > 0);
assert.ok((await conn.sobject('Account').compactLayouts()).compactLayouts.length > 0);
assert.ok((await conn.sobject('Account').approvalLayouts()).approvalLayouts);
assert.ok(Array.isArray(await conn.recent()));
assert.ok(Array.isArray(await conn.sobject('Account').recent()));
