// sobject list and describe; org list limits and metadata; api request rest.
import assert from 'node:assert/strict';
import { failure, result, sf, signIn } from './cli.mjs';

signIn();
assert.ok(result('sobject', 'list', '-s', 'all').includes('Opportunity'));
assert.ok(result('sobject', 'list', '-s', 'custom').every((name) => name.endsWith('__c')));
assert.equal(result('sobject', 'describe', '-s', 'Account').name, 'Account');
assert.equal(result('sobject', 'describe', '-s', 'CustomField', '-t').name, 'CustomField');
failure('sobject', 'describe', '-s', 'Nonsense');
const limits = result('org', 'list', 'limits');
assert.ok(limits.find((limit) => limit.name === 'DailyApiRequests').remaining > 0);
const counts = result('org', 'list', 'sobject', 'record-counts', '-s', 'Account');
assert.equal(counts[0].name, 'Account');
assert.ok(result('org', 'list', 'metadata-types').metadataObjects.some((type) => type.xmlName === 'CustomObject'));
assert.ok([].concat(result('org', 'list', 'metadata', '-m', 'CustomObject')).some((item) => item.fullName === 'Account'));
const raw = sf('api', 'request', 'rest', 'services/data/v62.0/limits');
assert.equal(raw.status, 0, raw.stderr);
assert.ok(JSON.parse(raw.stdout).DailyApiRequests);
