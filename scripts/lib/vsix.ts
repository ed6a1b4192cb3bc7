import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './command.ts';
import { ROOT } from './paths.ts';

/**
 * Packs the extension into `file`. The build before it is the manifest's `vscode:prepublish`. The same commit gives the
 * same bytes, whenever and wherever it is packed, so that anybody can check what was published.
 * @throws Error with vsce's own words when it refuses.
 */
export async function packExtension(file: string): Promise<string> {
  const vsce = 'node_modules/@vscode/vsce/vsce';
  // No dependencies to gather: the bundles hold everything. The README's links stay as they are, for vsce would make
  // them addresses of a repository, and would ask a question where the manifest names none.
  const flags = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository'];
  const args = [vsce, 'package', ...flags, '--out', file];
  // The archive holds local times, and vsce orders the files by the rules of a language.
  const env = { ...process.env, SOURCE_DATE_EPOCH: await commitTime(), TZ: 'UTC', LC_ALL: 'C' };
  const { code, output } = await run(process.execPath, args, { cwd: ROOT, env });
  if (code !== 0) throw new Error(`vsce did not pack the extension:\n${output.trim()}`);
  const at = path.resolve(ROOT, file);
  writeFileSync(at, withPlainModes(readFileSync(at)));
  return output;
}

/** 1980-01-01, the first day that an archive can tell: for sources without their history. */
const FIRST_DAY = '315532800';

/** When the sources were committed, in seconds. */
async function commitTime(): Promise<string> {
  const given = process.env['SOURCE_DATE_EPOCH'];
  if (given !== undefined && given !== '') return given;
  const { code, output } = await run('git', ['log', '-1', '--format=%ct'], { cwd: ROOT });
  const time = output.trim();
  return code === 0 && /^\d+$/.test(time) ? time : FIRST_DAY;
}

const CENTRAL_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
/** An ordinary file that its owner may write and everybody read, in the upper half of the attributes. */
const PLAIN_MODE = 0o100644 * 0x10000;

/**
 * An archive with the same permissions for each file, whatever those on the disk it was packed from
 * (PKWARE's APPNOTE.TXT, sections 4.3.12 and 4.3.16).
 */
function withPlainModes(archive: Buffer): Buffer {
  let end = archive.length - 22;
  while (end >= 0 && archive.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  if (end < 0) throw new Error('What vsce packed is no archive.');
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (archive.readUInt32LE(at) !== CENTRAL_ENTRY) throw new Error('What vsce packed cannot be read.');
    archive.writeUInt32LE(PLAIN_MODE, at + 38);
    const lengths = [28, 30, 32].map((field) => archive.readUInt16LE(at + field));
    at += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  return archive;
}
