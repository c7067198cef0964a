// data query: plain, --all-rows, tooling, files of results; data search; errors.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { failure, home, result, sf, signIn } from './cli.mjs';

signIn();
const plain = result('data', 'query', '-q', 'SELECT Id, Name, Owner.Name, (SELECT LastName FROM Contacts) FROM Account LIMIT 3');
assert.equal(plain.records.length, 3);
assert.equal(plain.records[0].attributes.type, 'Account');
const table = sf('data', 'query', '-q', 'SELECT Name, Owner.Name, (SELECT LastName FROM Contacts) FROM Account LIMIT 3');
assert.equal(table.status, 0, table.stderr);
assert.match(table.stdout, /OWNER\.NAME/i);
const csv = sf('data', 'query', '-q', 'SELECT StageName, COUNT(Id), AVG(Amount) FROM Opportunity GROUP BY StageName', '--result-format', 'csv');
assert.equal(csv.status, 0, csv.stderr);
assert.match(csv.stdout.split('\n')[0], /StageName,.*/);
const file = path.join(home, 'accounts.csv');
assert.equal(sf('data', 'query', '-q', 'SELECT Id, Name FROM Account', '--result-format', 'csv', '--output-file', file).status, 0);
assert.match(readFileSync(file, 'utf8'), /^Id,Name\n001/);
const every = result('data', 'query', '-q', 'SELECT Id FROM Contact', '--all-rows');
assert.ok(every.totalSize > 0);
const tooling = result('data', 'query', '-t', '-q', "SELECT Id, DeveloperName FROM CustomField LIMIT 2");
assert.ok(Array.isArray(tooling.records));
const found = result('data', 'search', '-q', 'FIND {Edge*} IN NAME FIELDS RETURNING Account(Id, Name)');
assert.ok(Array.isArray(found.searchRecords));
assert.match(JSON.stringify(failure('data', 'query', '-q', 'SELECT Nmae FROM Account')), /No such column 'Nmae'/);
