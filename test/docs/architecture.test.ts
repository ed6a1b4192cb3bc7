/** What the documentation says about the tree of files is so. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '../../scripts/lib/paths.ts';

const PAGES = ['docs/architecture.md', 'docs/contributing.md', 'README.md'];
/** Made by the scripts; a fresh checkout has none of them. */
const GENERATED = ['dist', '.vscode-test', 'node_modules'];

const read = (page: string): string => readFileSync(path.join(ROOT, page), 'utf8');

/** Paths of the project that stand in backticks, as far as they are spelled out. */
function pathsIn(text: string): string[] {
  const spans = [...text.replace(/^```[^]*?^```$/gm, '').matchAll(/`([^`\n]+)`/g)].map(
    (match) => match[1] ?? '',
  );
  return spans.filter((span) => {
    if (!/^\.?[\w-][\w./-]*$/.test(span)) return false;
    const [first = ''] = span.split('/');
    if (GENERATED.includes(first)) return false;
    return span.includes('/') || /\.(?:json|ts|js)$/.test(span);
  });
}

/** Folders below `src`, as paths from the root. */
function sourceFolders(): string[] {
  return readdirSync(path.join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

describe('the documentation names only what exists', () => {
  for (const page of PAGES) {
    it(page, () => {
      const named = pathsIn(read(page));
      assert.notEqual(named.length, 0, 'no path found: is the search broken?');
      assert.deepEqual(
        named.filter((file) => !existsSync(path.join(ROOT, file))),
        [],
      );
    });
  }

  it('docs/architecture.md says what each folder of src is for', () => {
    const text = read('docs/architecture.md');
    assert.deepEqual(
      sourceFolders().filter((folder) => !text.includes(`| \`${folder}\` |`)),
      [],
    );
  });

  it('docs/contributing.md lists the scripts of package.json', () => {
    const { scripts } = JSON.parse(read('package.json')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    // The suites have a table of their own; the rest is called by npm and vsce.
    const names = Object.keys(scripts).filter((name) => !/^(?:test:|pre|vscode:)/.test(name));
    const text = read('docs/contributing.md');
    const missing = names.filter(
      (name) => !text.includes(`| \`npm run ${name}\` |`) && !text.includes(`| \`npm ${name}\` |`),
    );
    assert.deepEqual(missing, []);
  });
});
