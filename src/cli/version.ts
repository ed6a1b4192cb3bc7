import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

const PACKAGE = 'marketing-sales-playbook';

/** The version in the package's own manifest, found upward from the program: in `dist` as well as in `src/cli`. */
export function readVersion(program: string): string {
  for (let folder = path.dirname(realpathSync(program)); ; folder = path.dirname(folder)) {
    const manifest = readManifest(path.join(folder, 'package.json'));
    if (manifest?.name === PACKAGE && manifest.version !== undefined) return manifest.version;
    if (path.dirname(folder) === folder) return 'unknown';
  }
}

function readManifest(file: string): { readonly name?: string; readonly version?: string } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string };
  } catch {
    // Most folders on the way have none.
    return undefined;
  }
}
