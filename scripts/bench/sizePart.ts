import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { BUNDLES } from '../lib/bundles.ts';
import { run } from '../lib/command.ts';
import { ROOT } from '../lib/paths.ts';
import { packExtension } from '../lib/vsix.ts';
import { type Part, progress, table } from './part.ts';

/** How large the built files and the two packages are. */
export async function measureSizes(scratch: string): Promise<Part> {
  progress('size: packing the extension and the command line');
  const vsix = path.join(scratch, 'extension.vsix');
  await packExtension(vsix);
  const tarball = await packCommandLine(scratch);
  return {
    aims: [],
    section: [
      '## Sizes',
      '',
      'Bundles are minified; the compressed size is what gzip makes of them. 1 KB is 1,024 bytes.',
      '',
      table(
        ['file', 'size', 'compressed'],
        [
          ...BUNDLES.map(({ outfile }) => {
            const content = readFileSync(path.join(ROOT, outfile));
            return [
              `\`${outfile}\``,
              kilobytes(content.length),
              kilobytes(gzipSync(content, { level: 9 }).length),
            ];
          }),
          ['extension package (`.vsix`)', '', kilobytes(statSync(vsix).size)],
          ['npm package of the command line', '', kilobytes(statSync(tarball).size)],
        ],
      ),
    ].join('\n'),
  };
}

async function packCommandLine(folder: string): Promise<string> {
  // Built already: `prepack` would do it again.
  const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  const { code, output } = await run('npm', args, { cwd: ROOT });
  const name = readdirSync(folder).find((n) => n.endsWith('.tgz'));
  if (code !== 0 || name === undefined) throw new Error(`npm did not pack the command line:\n${output}`);
  return path.join(folder, name);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KB`;
}
