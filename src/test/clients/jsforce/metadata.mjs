// Metadata API over SOAP: describe, list, create, read, update, upsert, delete; deploy and retrieve.
import assert from 'node:assert/strict';
import { connect } from './connection.mjs';
import { unique } from '../demo-org.mjs';

const conn = connect();
const object = `${unique('Md')}__c`;
const field = `${object}.Rank__c`;

const described = await conn.metadata.describe('62.0');
assert.ok(described.metadataObjects.some((type) => type.xmlName === 'CustomObject'));

const made = await conn.metadata.create('CustomObject', {
  fullName: object,
  label: 'Gadget',
  pluralLabel: 'Gadgets',
  nameField: { type: 'Text', label: 'Gadget Name' },
  deploymentStatus: 'Deployed',
  sharingModel: 'ReadWrite',
});
assert.equal(made.success, true, JSON.stringify(made));
const text = await conn.metadata.create('CustomField', { fullName: field, label: 'Rank', type: 'Text', length: 20 });
assert.equal(text.success, true, JSON.stringify(text));
const twice = await conn.metadata.create('CustomField', { fullName: field, label: 'Rank', type: 'Text', length: 20 });
assert.equal(twice.success, false);
assert.ok(twice.errors.statusCode ?? twice.errors[0].statusCode);

const read = await conn.metadata.read('CustomObject', object);
assert.equal(read.fullName, object);
assert.equal(read.label, 'Gadget');
assert.ok([].concat(read.fields).some((each) => each.fullName === 'Rank__c'));
const readField = await conn.metadata.read('CustomField', field);
assert.equal(String(readField.length), '20');

assert.equal((await conn.metadata.update('CustomField', { ...readField, fullName: field, label: 'Standing', length: 30 })).success, true);
assert.equal((await conn.metadata.read('CustomField', field)).label, 'Standing');
const upserted = await conn.metadata.upsert('CustomField', { fullName: `${object}.Size__c`, label: 'Size', type: 'Number', precision: 6, scale: 2 });
assert.equal(upserted.success, true, JSON.stringify(upserted));
assert.equal(String(upserted.created), 'true');

const listed = await conn.metadata.list([{ type: 'CustomObject' }], '62.0');
assert.ok(listed.some((item) => item.fullName === object));

const id = (await conn.sobject(object).create({ Name: 'First', Rank__c: 'Top', Size__c: 1.25 })).id;
assert.equal((await conn.sobject(object).retrieve(id)).Size__c, 1.25);

const retrieved = await conn.metadata.retrieve({
  apiVersion: '62.0',
  singlePackage: true,
  unpackaged: { version: '62.0', types: [{ name: 'CustomObject', members: [object] }] },
}).complete({});
assert.equal(String(retrieved.success), 'true', JSON.stringify(retrieved));
assert.ok(retrieved.zipFile.length > 100);

const deployed = await conn.metadata.deploy(Buffer.from(retrieved.zipFile, 'base64'), { singlePackage: true }).complete(true);
assert.equal(deployed.success, true, JSON.stringify(deployed));

assert.equal((await conn.metadata.delete('CustomField', field)).success, true);
assert.equal((await conn.metadata.delete('CustomObject', object)).success, true);
assert.equal((await conn.metadata.delete('CustomObject', object)).success, false);
