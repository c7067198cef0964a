// Records: create, retrieve, update, upsert, destroy; one and many; errors of each.
import assert from 'node:assert/strict';
import { connect } from './connection.mjs';
import { unique } from '../demo-org.mjs';

const conn = connect();
const field = unique('Ext');
await conn.tooling.create('CustomField', {
  FullName: `Account.${field}__c`,
  Metadata: { type: 'Text', label: field, length: 40, externalId: true, unique: true, caseSensitive: false },
});
const ext = `${field}__c`;
const accounts = conn.sobject('Account');
const name = unique('Edge ');

const one = await accounts.create({ Name: name, NumberOfEmployees: 12, [ext]: 'k-1' });
assert.equal(one.success, true);
const read = await accounts.retrieve(one.id);
assert.equal(read.Name, name);
assert.equal(read.attributes.url, `/services/data/v62.0/sobjects/Account/${one.id}`);
assert.equal((await accounts.update({ Id: one.id, NumberOfEmployees: 13 })).success, true);
assert.equal((await accounts.retrieve(one.id)).NumberOfEmployees, 13);

const again = await accounts.upsert({ [ext]: 'K-1', Name: `${name} again` }, ext);
assert.equal(again.success, true);
assert.equal((await accounts.retrieve(one.id)).Name, `${name} again`);
const fresh = await accounts.upsert({ [ext]: 'k-2', Name: `${name} two` }, ext);
assert.equal(fresh.created, true);

const many = await accounts.create([{ Name: `${name} 3` }, { NumberOfEmployees: 1 }, { Name: `${name} 5` }]);
assert.deepEqual(many.map((result) => result.success), [true, false, true]);
assert.equal(many[1].errors[0].statusCode, 'REQUIRED_FIELD_MISSING');
const none = await accounts.create([{ Name: `${name} 6` }, { NumberOfEmployees: 1 }], { allOrNone: true });
assert.deepEqual(none.map((result) => result.success), [false, false]);
assert.equal((await conn.query(`SELECT COUNT() FROM Account WHERE Name = '${name} 6'`)).totalSize, 0);

const both = await accounts.retrieve([one.id, fresh.id]);
assert.equal(both.length, 2);
const upserted = await accounts.upsert([{ [ext]: 'k-2', Name: `${name} 2b` }, { [ext]: 'k-7', Name: `${name} 7` }], ext);
assert.deepEqual(upserted.map((result) => result.created), [false, true]);
const changed = await accounts.update([{ Id: one.id, Name: name }, { Id: fresh.id, Name: 'x'.repeat(300) }]);
assert.deepEqual(changed.map((result) => result.success), [true, false]);
assert.equal(changed[1].errors[0].statusCode, 'STRING_TOO_LONG');
await assert.rejects(accounts.update({ Id: fresh.id, NumberOfEmployees: 'many' }), (error) => error.errorCode === 'JSON_PARSER_ERROR');

await assert.rejects(accounts.create({ Nmae: 'x' }), (error) => error.errorCode === 'INVALID_FIELD');
await assert.rejects(accounts.retrieve('001000000000000AAA'), (error) => error.errorCode === 'NOT_FOUND');
const ids = [one.id, fresh.id, many[0].id, many[2].id, upserted[1].id];
assert.ok((await accounts.destroy(ids)).every((result) => result.success));
await assert.rejects(accounts.retrieve(one.id), (error) => error.errorCode === 'ENTITY_IS_DELETED');
const now = new Date();
const past = new Date(now.getTime() - 3_600_000);
const deleted = await accounts.deleted(past, new Date(now.getTime() + 60_000));
assert.ok(deleted.deletedRecords.some((record) => record.id === one.id));
const kept = await accounts.create({ Name: name });
const updated = await accounts.updated(past, new Date(Date.now() + 60_000));
assert.ok(updated.ids.includes(kept.id));
await accounts.destroy(kept.id);

const composite = await conn.request({
  method: 'POST',
  url: '/services/data/v62.0/composite',
  body: JSON.stringify({
    allOrNone: true,
    compositeRequest: [
      { method: 'POST', url: '/services/data/v62.0/sobjects/Account', referenceId: 'a', body: { Name: `${name} c` } },
      { method: 'POST', url: '/services/data/v62.0/sobjects/Contact', referenceId: 'c', body: { LastName: name, AccountId: '@{a.id}' } },
      { method: 'GET', url: '/services/data/v62.0/query/?q=select Name, (select LastName from Contacts) from Account where Id = \'@{a.id}\'', referenceId: 'q' },
    ],
  }),
  headers: { 'content-type': 'application/json' },
});
assert.deepEqual(composite.compositeResponse.map((part) => part.httpStatusCode), [201, 201, 200]);
assert.equal(composite.compositeResponse[2].body.records[0].Contacts.records[0].LastName, name);
await accounts.destroy(composite.compositeResponse[0].body.id);
await conn.tooling.sobject('CustomField').find({ DeveloperName: field }).then((rows) => conn.tooling.destroy('CustomField', rows[0].Id));
