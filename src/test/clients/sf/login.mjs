// org login access-token, org login jwt, org display, org list, org logout; a wrong key is refused.
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { failure, home, result, signIn } from './cli.mjs';
import { clientId, url, userName } from '../demo-org.mjs';

assert.equal(signIn().username, userName);
const shown = result('org', 'display', '--target-org', 'demo');
assert.equal(shown.instanceUrl.replace(/\/$/, ''), url);
assert.equal(shown.connectedStatus, 'Connected');
assert.match(shown.id, /^00D\w{15}$/);
assert.ok(JSON.stringify(result('org', 'list', '--skip-connection-status')).includes(userName));

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } });
const key = path.join(home, 'server.key');
writeFileSync(key, privateKey);
const granted = result('org', 'login', 'jwt', '-i', clientId, '-f', key, '-o', userName, '-r', url, '--alias', 'byjwt');
assert.equal(granted.username, userName);
assert.equal(result('data', 'query', '-q', 'SELECT Id FROM Organization', '-o', 'byjwt').totalSize, 1);
failure('org', 'login', 'jwt', '-i', clientId, '-f', key, '-o', 'nobody@example.com', '-r', url);
