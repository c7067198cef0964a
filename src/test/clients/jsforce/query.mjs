// Queries: one page, several pages by autoFetch and by queryMore, events, nested rows, aggregates, errors, explain.
import assert from 'node:assert/strict';
import { connect } from './connection.mjs';
import { unique } from '../demo-org.mjs';

const conn = connect();
const family = unique('Paging');
const made = await conn.sobject('Contact').create(
  Array.from({ length: 450 }, (_, i) => ({ LastName: `${family} ${String(i).padStart(3, '0')}` })),
  { allowRecursive: true },
);
assert.ok(made.every((result) => result.success), JSON.stringify(made.find((result) => !result.success)));
const soql = `SELECT Id, LastName FROM Contact WHERE LastName LIKE '${family}%' ORDER BY LastName`;
const headers = { 'Sforce-Query-Options': 'batchSize=200' };

const first = await conn.query(soql, { headers });
assert.equal(first.totalSize, 450);
assert.equal(first.records.length, 200);
assert.equal(first.done, false);
const second = await conn.queryMore(first.nextRecordsUrl);
assert.equal(second.records.length, 200);
assert.equal(second.records[0].LastName, `${family} 200`);
const third = await conn.queryMore(second.nextRecordsUrl);
assert.equal(third.records.length, 50);
assert.equal(third.done, true);

const all = await conn.query(soql, { headers, autoFetch: true, maxFetch: 1000 });
assert.equal(all.records.length, 450);
const seen = [];
await new Promise((resolve, reject) => {
  conn.query(soql, { headers })
    .on('record', (record) => seen.push(record.LastName))
    .on('end', resolve)
    .on('error', reject)
    .run({ autoFetch: true, maxFetch: 1000 });
});
assert.deepEqual(seen, Array.from({ length: 450 }, (_, i) => `${family} ${String(i).padStart(3, '0')}`));

const nested = await conn.query(
  'SELECT Name, Owner.Name, (SELECT LastName FROM Contacts ORDER BY LastName LIMIT 2) FROM Account WHERE Id IN (SELECT AccountId FROM Contact) LIMIT 3',
);
assert.equal(nested.records.length, 3);
assert.equal(nested.records[0].attributes.type, 'Account');
assert.ok(nested.records[0].Owner.Name);
assert.ok(nested.records[0].Contacts.records[0].LastName);

const grouped = await conn.query('SELECT StageName, COUNT(Id) n, SUM(Amount) FROM Opportunity GROUP BY StageName');
assert.equal(grouped.records[0].attributes.type, 'AggregateResult');
assert.equal(typeof grouped.records[0].n, 'number');
assert.ok('expr0' in grouped.records[0]);

const built = await conn.sobject('Opportunity')
  .find({ Amount: { $gt: 1000 }, StageName: { $in: ['Prospecting', 'Closed Won'] } }, ['Id', 'Name', 'Amount'])
  .sort({ Amount: -1 }).limit(5);
assert.ok(built.length > 0 && built.every((record) => record.Amount > 1000));

await assert.rejects(conn.query('SELECT Nmae FROM Account'), (error) => error.errorCode === 'INVALID_FIELD' && /Row:1:Column:8/.test(error.message));
await assert.rejects(conn.query('SELEC Id FROM Account'), (error) => error.errorCode === 'MALFORMED_QUERY');
await assert.rejects(conn.queryMore('/services/data/v62.0/query/01gXX0000016PIAYA2-500'), (error) => error.errorCode === 'INVALID_QUERY_LOCATOR');

const plan = await conn.query('SELECT Id FROM Account').explain();
assert.ok(plan.plans.length > 0);

const gone = made.slice(0, 3).map((result) => result.id);
await conn.sobject('Contact').destroy(gone);
assert.equal((await conn.query(soql)).totalSize, 447);
assert.equal((await conn.query(`SELECT Id FROM Contact WHERE LastName LIKE '${family}%'`, { scanAll: true })).totalSize, 450);
await conn.sobject('Contact').find({ LastName: { $like: `${family}%` } }).destroy({ bulkApiVersion: 2 });
assert.equal((await conn.query(soql)).totalSize, 0);

const found = await conn.search('FIND {Edge*} IN NAME FIELDS RETURNING Account(Id, Name)');
assert.ok(Array.isArray(found.searchRecords));
