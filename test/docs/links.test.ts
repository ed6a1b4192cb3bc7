/** Links between the project's pages, and pictures in them, lead somewhere. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '../../scripts/lib/paths.ts';

/** The README is also a page of the Marketplace and of npm, where only whole addresses work. */
const OWN_ADDRESS =
  /^https:\/\/(?:github\.com\/open-playbook\/marketing-sales-playbook\/blob|raw\.githubusercontent\.com\/open-playbook\/marketing-sales-playbook)\/main\//;

const pages = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .sort(),
];

const read = (page: string): string => readFileSync(path.join(ROOT, page), 'utf8');

/** Code may show links that lead nowhere. */
const withoutCode = (text: string): string => text.replace(/^```[^]*?^```$/gm, '').replace(/`[^`\n]+`/g, '');

/** Anchors of a page, as GitHub makes them of its headings. */
function anchors(page: string): string[] {
  const headings = [
    ...read(page)
      .replace(/^```[^]*?^```$/gm, '')
      .matchAll(/^#+ (.+)$/gm),
  ];
  return headings.map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

/** Why a link does not lead anywhere; undefined for one that does, or that leaves the project. */
function flaw(page: string, target: string): string | undefined {
  const own = OWN_ADDRESS.test(target);
  if (!own && /^[a-z]+:/.test(target)) return undefined;
  const [file = '', anchor] = target.replace(OWN_ADDRESS, '').split('#');
  const linked = file === '' ? page : own ? file : path.posix.join(path.posix.dirname(page), file);
  if (!existsSync(path.join(ROOT, linked))) return `${target}: there is no ${linked}`;
  if (anchor !== undefined && !anchors(linked).includes(anchor))
    return `${target}: no such heading in ${linked}`;
  return undefined;
}

describe('links lead somewhere', () => {
  for (const page of pages) {
    it(page, () => {
      const targets = [...withoutCode(read(page)).matchAll(/\]\(([^()\s]+)\)/g)].map(
        (match) => match[1] ?? '',
      );
      assert.deepEqual(
        targets.flatMap((target) => flaw(page, target) ?? []),
        [],
      );
    });
  }

  it('and a wrong one is noticed', () => {
    assert.equal(flaw('docs/format.md', 'rules/README.md#rules'), undefined);
    assert.match(flaw('docs/format.md', 'rules/no-such-rule.md') ?? '', /there is no docs\/rules/);
    assert.match(flaw('docs/format.md', '#9-nothing') ?? '', /no such heading/);
  });
});
