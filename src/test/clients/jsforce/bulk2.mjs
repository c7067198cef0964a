// Bulk API 2.0: ingest of every kind, its results, and a query.
import assert from 'node:assert/strict';
import { connect } from './connection.mjs';
import { unique } from '../demo-org.mjs';

const conn = connect();
conn.bulk2.pollInterval = 200;
conn.bulk2.pollTimeout = 60_000;
const family = unique('Bulk');
const rows = Array.from({ length: 500 }, (_, i) => ({ LastName: `${family} ${i}`, Email: i === 7 ? 'no address' : `b${i}@example.com`, Description: i === 9 ? 'with "quotes",\nand lines' : 'plain' }));

const inserted = await conn.bulk2.loadAndWaitForResults({ object: 'Contact', operation: 'insert', input: rows });
assert.equal(inserted.successfulResults.length, 499);
assert.equal(inserted.failedResults.length, 1);
assert.match(inserted.failedResults[0].sf__Error, /INVALID_EMAIL_ADDRESS/);
assert.match(inserted.successfulResults[0].sf__Id, /^003\w{15}$/);
assert.equal(inserted.successfulResults[0].sf__Created, 'true');
assert.equal(inserted.unprocessedRecords.length, 0);

const stream = await conn.bulk2.query(`SELECT Id, LastName, Description FROM Contact WHERE LastName LIKE '${family}%'`);
const records = await stream.toArray();
assert.equal(records.length, 499);
assert.ok(records.some((record) => record.Description === 'with "quotes",\nand lines'));

const updated = await conn.bulk2.loadAndWaitForResults({ object: 'Contact', operation: 'update', input: records.slice(0, 10).map(({ Id }) => ({ Id, Title: 'Chief' })) });
assert.equal(updated.successfulResults.length, 10);
assert.equal((await conn.query(`SELECT COUNT() FROM Contact WHERE Title = 'Chief' AND LastName LIKE '${family}%'`)).totalSize, 10);

const removed = await conn.bulk2.loadAndWaitForResults({ object: 'Contact', operation: 'delete', input: records.map(({ Id }) => ({ Id })) });
assert.equal(removed.successfulResults.length, 499);

const job = conn.bulk2.createJob({ object: 'Contact', operation: 'insert' });
await job.open();
await job.uploadData([{ LastName: `${family} never` }]);
await job.abort();
assert.equal((await job.check()).state, 'Aborted');
await job.delete();
await assert.rejects(conn.bulk2.query('SELECT Nmae FROM Contact').then((each) => each.toArray()), /INVALID_FIELD|Nmae|No such column/);
