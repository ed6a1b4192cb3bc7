/** The README is the first page that people read, here, on the Marketplace and on npm: what it promises is there. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '../../scripts/lib/paths.ts';
import { ownerMissing } from '../../src/rules/owner-missing.ts';
import { judgeExample, readExamples } from './ruleExamples.ts';

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const page = read('README.md');

interface Manifest {
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly menus: {
      readonly commandPalette: readonly { readonly command: string; readonly when: string }[];
    };
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

const { contributes } = JSON.parse(read('package.json')) as Manifest;

/** The part of the page under a heading of the second level. */
function section(title: string): string {
  const start = page.indexOf(`\n## ${title}\n`);
  assert.notEqual(start, -1, `there is no section "${title}"`);
  const end = page.indexOf('\n## ', start + 1);
  return page.slice(start, end === -1 ? undefined : end);
}

describe('README.md', () => {
  const examples = readExamples(page);
  // The roster stands further down than the examples that name its people.
  const roster = /```yaml roster\n([^]*?)```/.exec(page)?.[1];

  it('shows one playbook with a gap and some without', () => {
    assert.deepEqual(
      examples.map((example) => example.kind),
      ['bad', 'good'],
    );
    assert.ok(roster !== undefined);
  });

  for (const example of examples) {
    it(`says the truth about the ${example.kind} example`, () => {
      const { problems, besideProblems } = judgeExample({ ...example, roster }, ownerMissing);
      const found = problems.map((p) => `${p.rule.id}: ${String(p.args['task'])}`);
      assert.deepEqual(found, example.kind === 'bad' ? ['owner-missing: Rent two badge scanners'] : []);
      assert.deepEqual(besideProblems, []);
    });
  }

  it('gives developers exactly two commands, each in a block of its own', () => {
    const blocks = [...section('For developers').matchAll(/^```sh\n([^]*?)^```$/gm)].map((match) => match[1]);
    assert.deepEqual(blocks, ['npm ci && npm start\n', 'npm ci && npm test\n']);
  });

  it('and continuous integration calls the second one', () => {
    assert.match(read('.ci/run'), /^npm ci && npm test$/m);
  });

  it('lists every setting and every command', () => {
    const text = section('What you get in VS Code');
    const texts = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;
    // What the palette never offers belongs to a menu or a key.
    const hidden = new Set(
      contributes.menus.commandPalette.filter((m) => m.when === 'false').map((m) => m.command),
    );
    const offered = contributes.commands.filter((c) => !hidden.has(c.command));
    const commands = offered.map(
      ({ category, title }) => `*${category}: ${texts[title.replaceAll('%', '')] ?? title}*`,
    );
    const settings = Object.keys(contributes.configuration.properties).map((key) => `| \`${key}\` |`);
    assert.deepEqual(
      [...commands, ...settings].filter((wanted) => !text.includes(wanted)),
      [],
    );
  });

  it('lists every snippet', () => {
    const prefixes = [...read('snippets/playbook.code-snippets').matchAll(/"prefix": "([^"]+)"/g)].map(
      (m) => m[1] ?? '',
    );
    assert.notEqual(prefixes.length, 0);
    const text = section('What you get in VS Code');
    const missing = prefixes.filter((prefix) => !text.includes(`\`${prefix}\``));
    assert.deepEqual(missing, []);
  });
});
