import { run } from './command.ts';
import { ROOT } from './paths.ts';

/**
 * Packs the extension into `file`. The build before it is the manifest's `vscode:prepublish`.
 * @throws Error with vsce's own words when it refuses.
 */
export async function packExtension(file: string): Promise<string> {
  const vsce = 'node_modules/@vscode/vsce/vsce';
  // No dependencies to gather: the bundles hold everything. The README's links stay as they are, for vsce would make
  // them addresses of a repository, and would ask a question where the manifest names none.
  const flags = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository'];
  const args = [vsce, 'package', ...flags, '--out', file];
  const { code, output } = await run(process.execPath, args, { cwd: ROOT });
  if (code !== 0) throw new Error(`vsce did not pack the extension:\n${output.trim()}`);
  return output;
}
