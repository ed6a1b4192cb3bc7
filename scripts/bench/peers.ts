import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { run } from '../lib/command.ts';
import { CACHE } from '../lib/paths.ts';
import { cached } from '../vscode-host/cache.ts';
import { MissingPieceError } from '../vscode-host/problem.ts';
import { progress } from './part.ts';

const MANIFESTS = path.join(import.meta.dirname, 'peers');
const NAME = 'bench-peers';

/**
 * The folder with the other checkers in its `node_modules`, fetched on first use and again when the pins change.
 * @throws MissingPieceError when npm cannot get them
 */
export async function installPeers(): Promise<string> {
  const lock = (folder: string): string => readFileSync(path.join(folder, 'package-lock.json'), 'utf8');
  const folder = path.join(CACHE, NAME);
  if (existsSync(folder) && lock(folder) !== lock(MANIFESTS)) rmSync(folder, { recursive: true });
  return cached(NAME, async (partial) => {
    progress('installing markdownlint-cli2 and remark to compare with (40 MB, once)');
    cpSync(MANIFESTS, partial, { recursive: true });
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const { code, output } = await run('npm', args, { cwd: partial });
    if (code !== 0) {
      throw new MissingPieceError(
        `The checkers to compare with could not be installed. Connect this computer to an npm registry, or measure without them: npm run bench -- --no-peers\n${output.trim()}`,
      );
    }
  });
}

/** The version in a package's manifest. */
export function peerVersion(peers: string, name: string): string {
  const manifest = readFileSync(path.join(peers, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}
