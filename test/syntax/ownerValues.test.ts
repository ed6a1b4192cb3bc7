import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitOwners, type Acquaintance } from '../../src/syntax/ownerValues.ts';
import { lineRange } from '../../src/text/range.ts';
import { openFixture } from '../fixture.ts';

const KNOWN = new Set(['sales and marketing', 'sales', 'maria lópez', 'r&d', 'a, b and c']);

/** Somebody who knows these names, as a roster that defines them would. */
function acquaintance(names: ReadonlySet<string>): Acquaintance {
  const teams = [...names].map((name, i) => `  t${i}: { name: "${name}" }`).join('\n');
  return openFixture(`//- /roster.yml\nteams:\n${teams}\n//- /doc.playbook.md\n`).view().roster;
}

/** `@maria Jane -`: mentions with `@`, names in plain words, nobody as `-`. */
function split(text: string, known: ReadonlySet<string> = KNOWN): string {
  const parts = splitOwners({ text, range: lineRange(0, 0, text.length) }, acquaintance(known));
  return parts
    .map((p) => (p.kind === 'mention' ? `@${p.mention.handle}` : p.kind === 'name' ? `<${p.name}>` : '-'))
    .join(' ');
}

const CASES: Readonly<Record<string, readonly (readonly [value: string, parts: string])[]>> = {
  'one owner': [
    ['@maria', '@maria'],
    ['Maria López', '<Maria López>'],
    ['Jane Smith', '<Jane Smith>'],
    ['**Jane Smith**', '<Jane Smith>'],
    ['`Jane`', '<Jane>'],
    ['[Jane Smith](https://x.example/jane,1)', '<Jane Smith>'],
    ['[@bbehr](https://x.example/b/b)', '@bbehr'],
    ['@org/team', '@org/team'],
    ['Jane (Sales, EMEA)', '<Jane>'],
    ['@maria (she knows)', '@maria'],
    ['https://x.example/a/b,c', '<https://x.example/a/b,c>'],
    ['Brandon', '<Brandon>'],
    ['Andy Landers', '<Andy Landers>'],
  ],
  'a link to a place': [
    ['[shop/web](https://x.example/shop/web/OWNERS)', '-'],
    ['[docs/legal/OWNERS](OWNERS)', '-'],
    ['[shop/web](x), [Jane Smith](y)', '- <Jane Smith>'],
    ['[Web/Print](https://x.example/web-and-print)', '<Web/Print>'],
    ['[a, b and c](x)', '<a, b and c>'],
    ['shop/web', '<shop/web>'],
  ],
  'several, by each separator': [
    ['@maria, @sam', '@maria @sam'],
    ['Maria, Sam', '<Maria> <Sam>'],
    ['Maria/Sam', '<Maria/Sam>'],
    ['Sales/Maria López', '<Sales> <Maria López>'],
    ['Maria; Sam', '<Maria> <Sam>'],
    ['<ul><li>Maria</li><li>Sam</li></ul>', '<Maria> <Sam>'],
    ['Maria &amp; Sam', '<Maria> <Sam>'],
    ['AT&T, 24/7 Support', '<AT&T> <24/7 Support>'],
    ['Maria / Sam', '<Maria> <Sam>'],
    ['Maria + Sam', '<Maria> <Sam>'],
    ['Maria & Sam', '<Maria> <Sam>'],
    ['Maria and Sam', '<Maria> <Sam>'],
    ['Maria AND Sam', '<Maria> <Sam>'],
    ['Maria<br>Sam<br/>Lee<br />Pat', '<Maria> <Sam> <Lee> <Pat>'],
    ['Maria <BR> Sam', '<Maria> <Sam>'],
    ['Maria, Sam and Lee', '<Maria> <Sam> <Lee>'],
    ['@maria/@sam', '@maria @sam'],
    ['@maria @sam', '@maria @sam'],
    ['@maria Jane', '@maria'],
    ['@maria, Jane', '@maria <Jane>'],
    ['(@maria, @sam)', '@maria @sam'],
  ],
  'known whole names first': [
    ['Sales and Marketing', '<Sales and Marketing>'],
    ['sales AND marketing, Jane', '<sales AND marketing> <Jane>'],
    ['Jane, Sales and Marketing', '<Jane> <Sales and Marketing>'],
    ['**Sales and Marketing**', '<Sales and Marketing>'],
    ['Sales and Service', '<Sales> <Service>'],
    ['R&D', '<R&D>'],
    ['R&D/Sales', '<R&D> <Sales>'],
    ['A, B and C', '<A, B and C>'],
    ['Marketing and Sales', '<Marketing> <Sales>'],
  ],
  'nobody': [
    ['-', '-'],
    ['—', '-'],
    ['?', '-'],
    ['N/A', '-'],
    ['n/a', '-'],
    ['TBD', '-'],
    ['tbc', '-'],
    ['TBA', '-'],
    ['**TBD**', '-'],
    ['', '-'],
    ['N/A, Maria', '- <Maria>'],
    ['Maria / TBD', '<Maria> -'],
    ['@tbd', '@tbd'],
    [',', ''],
    ['Maria,', '<Maria>'],
  ],
};

describe('the value of an owner line or cell', () => {
  for (const [what, cases] of Object.entries(CASES)) {
    describe(what, () => {
      for (const [value, parts] of cases) {
        it(`"${value}"`, () => {
          assert.equal(split(value), parts);
        });
      }
    });
  }

  it('has the place of each part', () => {
    const text = '**Jane**, @maria / Sales';
    const range = lineRange(3, 10, 10 + text.length);
    const places = splitOwners({ text, range }, acquaintance(new Set())).map((p) => {
      const r = p.kind === 'mention' ? p.mention.range : p.range;
      assert.equal(r.start.line, 3);
      return text.slice(r.start.character - 10, r.end.character - 10);
    });
    assert.deepEqual(places, ['**Jane**', '@maria', 'Sales']);
  });

  it('may be very long', () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `N${i}`);
    assert.equal(split(names.join(', ')), names.map((n) => `<${n}>`).join(' '));
    assert.equal(split('('.repeat(50_000)), '-');
  });
});
