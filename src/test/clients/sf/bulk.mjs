// data import bulk, data upsert bulk, data export bulk, data delete bulk.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { home, result, signIn } from './cli.mjs';
import { unique } from '../demo-org.mjs';

signIn();
const family = unique('SfBulk');
const file = path.join(home, 'contacts.csv');
writeFileSync(file, `LastName,Title\n${Array.from({ length: 250 }, (_, i) => `${family} ${i},Clerk`).join('\n')}\n`);
const imported = result('data', 'import', 'bulk', '-f', file, '-s', 'Contact', '--wait', '5', '--line-ending', 'LF');
assert.equal(imported.successfulRecords, 250);
const out = path.join(home, 'out.csv');
result('data', 'export', 'bulk', '-q', `SELECT Id, LastName FROM Contact WHERE LastName LIKE '${family}%'`, '--output-file', out, '--wait', '5', '--result-format', 'csv');
const lines = readFileSync(out, 'utf8').trim().split('\n');
assert.equal(lines.length, 251);
const upsert = path.join(home, 'upsert.csv');
writeFileSync(upsert, `Id,Title\n${lines.slice(1, 11).map((line) => `${line.split(',')[0].replaceAll('"', '')},Chief`).join('\n')}\n`);
const changed = result('data', 'upsert', 'bulk', '-f', upsert, '-s', 'Contact', '-i', 'Id', '--wait', '5', '--line-ending', 'LF');
assert.equal(changed.jobInfo.numberRecordsProcessed, 10);
const remove = path.join(home, 'delete.csv');
writeFileSync(remove, `Id\n${lines.slice(1).map((line) => line.split(',')[0].replaceAll('"', '')).join('\n')}\n`);
result('data', 'delete', 'bulk', '-f', remove, '-s', 'Contact', '--wait', '5', '--line-ending', 'LF');
assert.equal(result('data', 'query', '-q', `SELECT Id FROM Contact WHERE LastName LIKE '${family}%'`).totalSize, 0);
