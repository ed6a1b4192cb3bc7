// Names that a roster knows, as the reading of a line asks for them: the longest wins, however many overlap.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openFixture, outline } from '../fixture.ts';

const open = (roster: string, text: string) =>
  openFixture(`//- /roster.yml\n${roster}//- /doc.playbook.md\n${text}`);
const tasks = (roster: string, text: string) => outline(open(roster, text).view()).split('\n');

const ROSTER_OF_TWO = 'people:\n  c: { name: Rosa Cho }\n  t: { name: Tim Day }\n';

describe('a roster of 2,000 names and aliases that overlap', () => {
  // Every name begins with all shorter ones: `Ann B0`, `Ann B0 B1`, …, in 20 chains, each name with an alias of its own.
  const chains = Array.from({ length: 20 }, (_, c) => `Q${String.fromCharCode(65 + c)}na`);
  const nameOf = (chain: string, n: number) =>
    [chain, ...Array.from({ length: n + 1 }, (_, i) => `Part${i}`)].join(' ');
  const people = chains.flatMap((chain, c) =>
    Array.from({ length: 50 }, (_, n) => {
      const handle = `p${c}-${n}`;
      return `  ${handle}: { name: ${nameOf(chain, n)}, aliases: [${chain}${'x'.repeat(n + 1)}] }\n`;
    }),
  );
  const ROSTER = `people:\n${people.join('')}`;

  it('holds that many', () => {
    const { roster } = open(ROSTER, '- [ ] a\n').view();
    assert.equal(roster.owners().length, 1000);
    assert.equal(new Set(roster.owners().flatMap((o) => [o.name, ...o.aliases])).size, 2000);
  });

  it('gives each name its owner, be it in front, behind, in brackets or behind @', () => {
    const asked = chains.flatMap((chain, c) =>
      [0, 1, 24, 48, 49].map((n) => ({ c, n, name: nameOf(chain, n) })),
    );
    const lines = asked.map(
      ({ name }, i) =>
        [`- [ ] ${name}: call`, `- [ ] call - ${name}`, `- [ ] call (${name})`, `- [ ] call @${name}`][i % 4],
    );
    assert.deepEqual(
      tasks(ROSTER, `${lines.join('\n')}\n`),
      asked.map(({ c, n }) => `[ ] call => p${c}-${n} via task`),
    );
  });

  it('gives each alias its owner', () => {
    const asked = chains.flatMap((chain, c) =>
      [0, 7, 49].map((n) => ({ c, n, name: chain + 'x'.repeat(n + 1) })),
    );
    assert.deepEqual(
      tasks(ROSTER, asked.map(({ name }) => `- [ ] call → ${name}\n`).join('')),
      asked.map(({ c, n }) => `[ ] call => p${c}-${n} via task`),
    );
  });

  it('knows nobody by half a name, or by one that goes on', () => {
    const [chain = ''] = chains;
    const texts = [`${chain} Par: call`, `${nameOf(chain, 3)}s: call`, `${chain}${'x'.repeat(51)}: call`];
    assert.deepEqual(
      tasks(ROSTER, texts.map((t) => `- [ ] ${t}\n`).join('')),
      texts.map((t) => `[ ] ${t} => nobody`),
    );
  });
});

describe('names that overlap', () => {
  const ROSTER = `people:
  ann: { name: Ann Sales }
  lee: { name: López, aliases: ["López, Maria"] }
teams:
  sales: { name: Sales }
  both: { name: Sales and Marketing }
  marketing: { name: Marketing }
roles:
  rd: { name: R&D, holders: [] }
`;
  const CASES: readonly (readonly [text: string, owners: string])[] = [
    ['Sales and Marketing: call', 'both'],
    ['Sales: call', 'sales'],
    ['Marketing and Sales: call', 'marketing, sales'],
    ['Ann Sales: call', 'ann'],
    ['call - R&D', 'rd'],
    ['call - López, Maria', 'lee'],
    ['call (ANN SALES)', 'ann'],
    ['call (**Ann Sales**)', 'ann'],
  ];
  for (const [text, owners] of CASES) {
    it(text, () => {
      assert.deepEqual(tasks(ROSTER, `- [ ] ${text}\n`), [`[ ] call => ${owners} via task`]);
    });
  }

  it('a first name owns only where one person has it', () => {
    const two =
      'people:\n  a: { name: Kim Ash }\n  b: { name: Kim Bay }\n  c: { name: Rosa Cho }\n  d: { name: April Dow }\n';
    assert.deepEqual(tasks(two, '- [ ] Kim: call\n- [ ] Rosa: call\n- [ ] April: call\n'), [
      '[ ] Kim: call => nobody',
      '[ ] call => c via task',
      '[ ] April: call => nobody',
    ]);
  });

  it('behind an @ a first name may be written small, but in plain words it may not', () => {
    assert.deepEqual(
      tasks(
        ROSTER_OF_TWO,
        '- [ ] @rosa: call\n- [ ] call @[rosa](x)\n- [ ] rosa: call\n- [ ] @rosa and @tim: call\n',
      ),
      [
        '[ ] call => c via task',
        '[ ] call => c via task',
        '[ ] rosa: call => nobody',
        '[ ] call => c, t via task',
      ],
    );
  });

  it('a handle that begins with a name is somebody else', () => {
    assert.deepEqual(
      tasks(
        ROSTER_OF_TWO,
        '- [ ] call @Rosa_web\n- [ ] call @rosa_web\n- [ ] @Rosa Cho_ call\n- [ ] call @rosa/web\n- [ ] _call @Rosa_\n- [ ] call __@rosa__\n- [ ] @Rosa/Tim: call\n- [ ] @rosa/@tim: call\n',
      ),
      [
        '[ ] call => Rosa_web via task',
        '[ ] call => rosa_web via task',
        '[ ] _ call => c via task',
        '[ ] call => rosa/web via task',
        '[ ] call => c via task',
        '[ ] call => c via task',
        '[ ] call => c, t via task',
        '[ ] call => c, t via task',
      ],
    );
  });

  it('case is folded as Unicode says', () => {
    const turkish = 'people:\n  ipek: { name: İpek Öz }\n  weiss: { name: Jo Weiß }\n';
    assert.deepEqual(tasks(turkish, '- [ ] call @İPEK\n- [ ] call (JO WEISS)\n- [ ] call (İPEK ÖZ)\n'), [
      '[ ] call => ipek via task',
      '[ ] call => weiss via task',
      '[ ] call => ipek via task',
    ]);
  });
});
