import { createHash } from 'node:crypto';
import { Attachments } from '../../config';
import { zipFolder } from '../../stacks/zip-folder';

// Run as a process of its own by zip-folder.test.ts: the time zone and locale of a process cannot be changed later.
const [root = '', folder = ''] = process.argv.slice(2);
const attached = new Attachments(root).folder(folder);
if (!('found' in attached)) throw new Error(`cannot read ${folder}: ${attached.errorCode}`);
const hash = createHash('sha256').update(zipFolder(attached.found)).digest('hex');
process.stdout.write(JSON.stringify({ hash, offsetMinutes: new Date(0).getTimezoneOffset() }));
