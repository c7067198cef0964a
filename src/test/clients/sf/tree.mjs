// data export tree and data import tree: accounts with their contacts, there and back.
import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { home, result, signIn } from './cli.mjs';
import { unique } from '../demo-org.mjs';

signIn();
const name = unique('Tree ');
const file = path.join(home, 'tree.json');
writeFileSync(file, JSON.stringify({
  records: [{
    attributes: { type: 'Account', referenceId: 'a1' },
    Name: name,
    Contacts: { records: [
      { attributes: { type: 'Contact', referenceId: 'c1' }, LastName: 'First' },
      { attributes: { type: 'Contact', referenceId: 'c2' }, LastName: 'Second' },
    ] },
  }],
}));
const made = result('data', 'import', 'tree', '-f', file);
assert.equal(made.length, 3);
assert.equal(result('data', 'query', '-q', `SELECT Id FROM Contact WHERE Account.Name = '${name}'`).totalSize, 2);
result('data', 'export', 'tree', '-q', `SELECT Name, (SELECT LastName FROM Contacts) FROM Account WHERE Name = '${name}'`, '--plan', '--output-dir', home);
const plan = readdirSync(home).find((each) => each.endsWith('plan.json'));
assert.ok(plan, readdirSync(home).join(' '));
assert.equal(result('data', 'import', 'tree', '--plan', path.join(home, plan)).length, 3);
assert.equal(result('data', 'query', '-q', `SELECT Id FROM Contact WHERE Account.Name = '${name}'`).totalSize, 4);
