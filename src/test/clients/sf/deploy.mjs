// project deploy start and project retrieve start of a custom object with a field.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { failure, home, result, signIn } from './cli.mjs';
import { unique } from '../demo-org.mjs';

signIn();
const object = `${unique('Dep')}__c`;
const folder = path.join(home, 'force-app/main/default/objects', object);
mkdirSync(path.join(folder, 'fields'), { recursive: true });
writeFileSync(path.join(home, 'sfdx-project.json'), JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '62.0' }));
const xml = (type, body) => `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>\n`;
writeFileSync(path.join(folder, `${object}.object-meta.xml`), xml('CustomObject',
  '<deploymentStatus>Deployed</deploymentStatus><label>Depot</label><nameField><label>Depot Name</label><type>Text</type></nameField><pluralLabel>Depots</pluralLabel><sharingModel>ReadWrite</sharingModel>'));
const field = path.join(folder, 'fields/Size__c.field-meta.xml');
writeFileSync(field, xml('CustomField', '<fullName>Size__c</fullName><label>Size</label><precision>6</precision><scale>2</scale><type>Number</type>'));

const deployed = result('project', 'deploy', 'start', '--source-dir', 'force-app', '--wait', '5');
assert.equal(deployed.status, 'Succeeded', JSON.stringify(deployed));
assert.equal(deployed.numberComponentsDeployed, 2);
const described = result('sobject', 'describe', '-s', object);
assert.ok(described.fields.some((each) => each.name === 'Size__c'));

rmSync(folder, { recursive: true });
const retrieved = result('project', 'retrieve', 'start', '--metadata', `CustomObject:${object}`, '--wait', '5');
assert.ok(retrieved.success ?? true);
assert.ok(existsSync(field), 'the field was not retrieved');
assert.match(readFileSync(field, 'utf8'), /<precision>6<\/precision>/);

writeFileSync(field, xml('CustomField', '<fullName>Size__c</fullName><label>Size</label><precision>99</precision><scale>2</scale><type>Number</type>'));
assert.match(JSON.stringify(failure('project', 'deploy', 'start', '--source-dir', 'force-app', '--wait', '5')), /precision/i);
