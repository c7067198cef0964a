// SOAP login, OAuth by password, refresh by the web server flow's token, logout.
import assert from 'node:assert/strict';
import jsforce from 'jsforce';
import { clientId, clientSecret, password, url, userName } from '../demo-org.mjs';

const soap = new jsforce.Connection({ loginUrl: url });
const user = await soap.login(userName, password);
assert.match(user.id, /^005\w{15}$/);
assert.match(user.organizationId, /^00D\w{15}$/);
assert.equal(soap.instanceUrl, url);
const first = soap.accessToken;
assert.equal((await soap.query('SELECT Id FROM Organization')).totalSize, 1);
await soap.logout();
await assert.rejects(new jsforce.Connection({ instanceUrl: url, accessToken: first }).query('SELECT Id FROM User'), /INVALID_SESSION_ID/);

await assert.rejects(new jsforce.Connection({ loginUrl: url }).login(userName, 'wrong'), /INVALID_LOGIN/);

const oauth2 = { loginUrl: url, clientId, clientSecret, redirectUri: 'http://127.0.0.1:3000/callback' };
const granted = new jsforce.Connection({ oauth2 });
await granted.login(userName, password);
assert.equal((await granted.identity()).username, userName);
await granted.logout();

const machine = new jsforce.Connection({ instanceUrl: url, oauth2 });
await machine.authorize({ grant_type: 'client_credentials' });
assert.equal((await machine.query('SELECT COUNT() FROM Organization')).totalSize, 1);
