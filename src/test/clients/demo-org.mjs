// Where the demo org is and how one signs in, as the test that runs these scripts tells in the environment.
import assert from 'node:assert/strict';

const told = (name) => {
  const value = process.env[name];
  assert.ok(value, `${name} is not set; these scripts are run by SalesforceClientsTest`);
  return value;
};

export const url = told('DEMO_ORG_URL');
export const accessToken = told('DEMO_ORG_TOKEN');
export const userName = told('DEMO_ORG_USER');
export const password = told('DEMO_ORG_PASSWORD');
export const clientId = told('DEMO_ORG_CLIENT_ID');
export const clientSecret = told('DEMO_ORG_CLIENT_SECRET');

/** A name that no other run has used. */
export const unique = (prefix) => `${prefix}${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}`;
