// data create, get, update, delete record.
import assert from 'node:assert/strict';
import { failure, result, signIn } from './cli.mjs';
import { unique } from '../demo-org.mjs';

signIn();
const name = unique('Acme ');
const { id } = result('data', 'create', 'record', '-s', 'Account', '-v', `Name='${name}' NumberOfEmployees=7`);
assert.match(id, /^001\w{15}$/);
assert.equal(result('data', 'get', 'record', '-s', 'Account', '-i', id).NumberOfEmployees, 7);
assert.equal(result('data', 'update', 'record', '-s', 'Account', '-i', id, '-v', 'NumberOfEmployees=8').success, true);
assert.equal(result('data', 'get', 'record', '-s', 'Account', '-w', `Name='${name}'`).NumberOfEmployees, 8);
assert.match(JSON.stringify(failure('data', 'create', 'record', '-s', 'Account', '-v', 'NumberOfEmployees=7')), /REQUIRED_FIELD_MISSING|Required fields are missing/);
assert.equal(result('data', 'delete', 'record', '-s', 'Account', '-i', id).success, true);
failure('data', 'get', 'record', '-s', 'Account', '-i', id);
