// Limits: /limits, the header of every answer, record counts.
import assert from 'node:assert/strict';
import { connect } from './connection.mjs';

const conn = connect();
const limits = await conn.limits();
for (const key of ['DailyApiRequests', 'DailyBulkV2QueryJobs', 'DataStorageMB', 'PermissionSets', 'StreamingApiConcurrentClients']) {
  assert.ok(Number.isInteger(limits[key].Max) && Number.isInteger(limits[key].Remaining), key);
}
assert.ok(Object.keys(limits).length >= 51, `${Object.keys(limits).length} limits`);
const { used, limit } = conn.limitInfo.apiUsage;
assert.ok(used > 0 && limit === limits.DailyApiRequests.Max);
await conn.query('SELECT Id FROM Account LIMIT 1');
assert.equal(conn.limitInfo.apiUsage.used, used + 1);
const counts = await conn.request('/services/data/v62.0/limits/recordCount?sObjects=Account,Contact');
assert.deepEqual(counts.sObjects.map((each) => each.name), ['Account', 'Contact']);
assert.ok(counts.sObjects.every((each) => each.count > 0));
