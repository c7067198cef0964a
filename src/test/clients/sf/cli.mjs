// The Salesforce CLI as a person uses it: in a home of its own, every answer as JSON.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { accessToken, url } from '../demo-org.mjs';

const run = path.join(path.dirname(fileURLToPath(import.meta.url)), '../node_modules/@salesforce/cli/bin/run.js');
export const home = mkdtempSync(path.join(tmpdir(), 'sf-'));
process.on('exit', () => rmSync(home, { recursive: true, force: true }));

const environment = {
  ...process.env,
  HOME: home,
  SF_ACCESS_TOKEN: accessToken,
  SF_DISABLE_TELEMETRY: 'true',
  SF_AUTOUPDATE_DISABLE: 'true',
  SF_SKIP_NEW_VERSION_CHECK: 'true',
  SF_DISABLE_LOG_FILE: 'true',
  SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
  CI: 'true',
};

/** Runs `sf ...`; gives its exit code and what it wrote. */
export const sf = (...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [run, ...args], { cwd: home, env: environment, encoding: 'utf8', timeout: 120_000, maxBuffer: 1 << 26 });
  return { status, stdout, stderr };
};

/** Runs `sf ... --json`, which must succeed; gives its result. */
export const result = (...args) => {
  const { status, stdout, stderr } = sf(...args, '--json');
  assert.equal(status, 0, `sf ${args.join(' ')}\n${stdout}\n${stderr}`);
  return JSON.parse(stdout).result;
};

/** Runs `sf ... --json`, which must fail; gives the error that it tells. */
export const failure = (...args) => {
  const { status, stdout, stderr } = sf(...args, '--json');
  assert.notEqual(status, 0, `sf ${args.join(' ')} succeeded\n${stdout}`);
  return JSON.parse(stdout || stderr);
};

/** Signs in with the access token, as the org's default. */
export const signIn = () => result('org', 'login', 'access-token', '--instance-url', url, '--no-prompt', '--alias', 'demo', '--set-default');
