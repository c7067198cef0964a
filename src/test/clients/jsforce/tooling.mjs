// Tooling API: query, describe, custom fields made, changed and deleted, definitions.
import assert from 'node:assert/strict';
import { connect } from './connection.mjs';
import { unique } from '../demo-org.mjs';

const conn = connect();
const field = unique('Tool');
const made = await conn.tooling.sobject('CustomField').create({
  FullName: `Contact.${field}__c`,
  Metadata: {
    type: 'Picklist',
    label: 'Tool',
    valueSet: { restricted: true, valueSetDefinition: { sorted: false, value: [{ fullName: 'A', label: 'A', default: false }, { fullName: 'B', label: 'Bee', default: true }] } },
  },
});
assert.equal(made.success, true);
const rows = await conn.tooling.query(`SELECT Id, DeveloperName, TableEnumOrId, Metadata, FullName FROM CustomField WHERE DeveloperName = '${field}'`);
assert.equal(rows.records[0].FullName, `Contact.${field}__c`);
const described = await conn.describe('Contact');
assert.deepEqual(described.fields.find((each) => each.name === `${field}__c`).picklistValues.map((value) => value.value), ['A', 'B']);
await assert.rejects(conn.sobject('Contact').create({ LastName: 'x', [`${field}__c`]: 'C' }), (error) => error.errorCode === 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
await conn.tooling.sobject('CustomField').update({ Id: made.id, Metadata: { ...rows.records[0].Metadata, label: 'Tool 2' } });
assert.equal((await conn.tooling.sobject('CustomField').retrieve(made.id)).Metadata.label, 'Tool 2');

assert.ok((await conn.tooling.describeGlobal()).sobjects.some((each) => each.name === 'CustomField'));
assert.equal((await conn.tooling.describe('CustomField')).name, 'CustomField');
const definition = await conn.tooling.query("SELECT QualifiedApiName, DurableId, Label FROM EntityDefinition WHERE QualifiedApiName = 'Contact'");
assert.equal(definition.records[0].QualifiedApiName, 'Contact');
const fields = await conn.tooling.query("SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Contact'");
assert.ok(fields.records.some((each) => each.QualifiedApiName === 'LastName'));
const anonymous = await conn.tooling.executeAnonymous('System.debug(1);');
assert.equal(anonymous.success, false);
await conn.tooling.sobject('CustomField').destroy(made.id);
assert.ok(!(await conn.describe('Contact')).fields.some((each) => each.name === `${field}__c`));
