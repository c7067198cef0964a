// Who am I: identity, user info, the user's own row.
import assert from 'node:assert/strict';
import { connect } from './connection.mjs';
import { url, userName } from '../demo-org.mjs';

const conn = connect();
const identity = await conn.identity();
assert.equal(identity.username, userName);
assert.match(identity.organization_id, /^00D\w{15}$/);
assert.match(identity.urls.rest, /\/services\/data\/v.*\/$/);
assert.ok(identity.id.startsWith(`${url}/id/`));
const user = await conn.sobject('User').retrieve(identity.user_id);
assert.equal(user.Username, userName);
const info = await conn.request(`${url}/services/oauth2/userinfo`);
assert.equal(info.user_id, identity.user_id);
