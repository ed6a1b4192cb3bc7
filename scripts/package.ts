// `npm run package`: the extension as marketing-sales-playbook-VERSION.vsix in the project's root.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './lib/paths.ts';
import { packExtension } from './lib/vsix.ts';

const { name, version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
};
const file = `${name}-${version}.vsix`;
process.stdout.write(await packExtension(file));
console.log(`${file}  ${(statSync(path.join(ROOT, file)).size / 1024).toFixed(0)} KB`);
