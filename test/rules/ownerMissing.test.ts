import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import type { Section } from '../../src/syntax/playbook.ts';
import { isOpen, isOwned } from '../../src/workspace/tasks.ts';
import { openFixture } from '../fixture.ts';
import { placesOf, problemsOf, sentencesOf } from './problems.ts';

const rule = 'owner-missing';
const ROSTER = `//- /roster.yml
people:
  maria: { name: Maria López, team: marketing }
  sam: { name: Sam Cole, team: sales }
teams:
  marketing: { name: Marketing, lead: maria }
  sales: { name: Sales, lead: sam }
roles:
  pm: { name: Product Manager, holders: [] }
//- /doc.playbook.md
`;
const places = (body: string): string[] => placesOf(ROSTER + body, [rule]);
const sentences = (body: string): string[] => sentencesOf(ROSTER + body, [rule]);
const tasks = (count: number, owner = ''): string =>
  Array.from({ length: count }, (_, i) => `- [ ] Task ${i + 1}${owner}\n`).join('');

describe('owner-missing tells a section as one', () => {
  const CASES: readonly (readonly [name: string, body: string, expected: readonly string[]])[] = [
    ['with ten gaps', `## A\n\n${tasks(10)}\n## B\n\n${tasks(11, ' @sam')}`, ['1: A']],
    [
      'not with nine',
      `## A\n\n${tasks(9)}`,
      tasks(9)
        .split('\n')
        .slice(0, 9)
        .map((t, i) => `${i + 3}: ${t.slice(6)}`),
    ],
    ['with some owned', `## A\n\n${tasks(12)}${tasks(3, ' @sam')}\n## B\n\n${tasks(12, ' @sam')}`, ['1: A']],
    ['that is the outermost', `# A\n\n## B\n\n${tasks(10)}\n## C\n\n${tasks(10)}`, ['1: A']],
    [
      'whose gaps lie in small sections',
      `# A\n\n${tasks(13, ' @sam')}\n# B\n\n## C\n\n${tasks(5)}\n## D\n\n${tasks(7)}`,
      ['17: B'],
    ],
    ['that is a document without headings', tasks(10), ['1: Task 1']],
    ['that is a document, at its first heading', `${tasks(5)}\n## B\n\n${tasks(5)}`, ['7: B']],
    ['that is half of a document', `## A\n\n${tasks(10)}\n## B\n\n${tasks(10, ' @sam')}`, ['1: A']],
    [
      'and what stands beside it by itself',
      `## A\n\n${tasks(10)}\n## B\n\n- [ ] Gap\n${tasks(12, ' @sam')}`,
      ['1: A', '16: Gap'],
    ],
  ];
  for (const [name, body, expected] of CASES) {
    it(name, () => {
      assert.deepEqual(places(body), expected);
    });
    it(`${name}, in CRLF`, () => {
      assert.deepEqual(places(body.replaceAll('\n', '\r\n')), expected);
    });
  }

  it('but not where exactly half has an owner', () => {
    assert.equal(places(`${tasks(10)}${tasks(10, ' @sam')}`).length, 10);
    assert.equal(places(`${tasks(11)}${tasks(10, ' @sam')}`).length, 1);
  });

  it('and counts right', () => {
    assert.deepEqual(
      sentences(
        `## Booth @tbd\n\n${tasks(12)}${tasks(3, ' @sam')}- [x] Done\n- [-] Dropped\n\n## B\n\n${tasks(12, ' @sam')}`,
      ),
      [
        '12 of 15 open tasks under "Booth" have no owner. Write one behind the heading, such as @maria, or one behind each task.',
      ],
    );
    assert.deepEqual(sentences(`${tasks(12)}${tasks(3, ' @sam')}`), [
      '12 of 15 open tasks of this document have no owner. Write one behind each task or heading, such as @maria. If the file is there to be copied, write template: true at its top.',
    ]);
  });

  it('from as many on as is wanted, and never with 0', () => {
    const body = (least: number) => `---\nfold-unowned: ${least}\n---\n\n${tasks(30)}`;
    assert.equal(places(body(30)).length, 1);
    assert.equal(places(body(31)).length, 30);
    assert.equal(places(body(0)).length, 30);
  });

  it('and leaves out what a comment silences', () => {
    const silence = '<!-- playbook-disable-next-line owner-missing -->';
    const all = (text: string) =>
      problemsOf(ROSTER + text, [rule, 'suppression-unused']).map((p) => p.rule.id);
    assert.deepEqual(all(`## A\n\n${tasks(9)}${silence}\n- [ ] Gap\n`), Array<string>(9).fill(rule));
    // A section with a comment of its own is told apart: the comment is of use, and the rest is not hidden by it.
    assert.deepEqual(places(`${silence}\n## A\n\n${tasks(10)}\n## B\n\n${tasks(10)}`), ['15: B']);
    assert.deepEqual(all(`${silence}\n## A\n\n${tasks(10)}\n## B\n\n${tasks(10)}`), [rule]);
    const region = `<!-- playbook-disable owner-missing -->\n\n## A\n\n${tasks(12)}\n<!-- playbook-enable -->\n`;
    assert.deepEqual(all(`${region}\n## B\n\n- [ ] Gap\n`), [rule]);
  });

  it('by the same sections as a search from the outermost, in any document', () => {
    const line = fc.constantFrom(
      '# A\n',
      '## B\n',
      '### C\n',
      '- [ ] gap\n',
      '- [ ] gap\n',
      '- [ ] fine @sam\n',
      '- [x] done\n',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.integer({ min: 1, max: 6 }), (lines, least) => {
        const text = `---\nfold-unowned: ${least}\n---\n${lines.join('\n')}`;
        const view = openFixture(ROSTER + text).view();
        const expected: number[] = [];
        const visit = (section: Section) => {
          const inside = view.tasks.filter((t) => isOpen(t) && isWithin(t.section, section));
          const gaps = inside.filter((t) => !isOwned(t));
          if (gaps.length >= least && gaps.length * 2 > inside.length) expected.push(gaps.length);
          else {
            expected.push(...gaps.filter((t) => t.section === section).map(() => 0));
            section.children.forEach(visit);
          }
        };
        visit(view.playbook.root);
        const found = problemsOf(ROSTER + text, [rule]).map((p) => Number(p.args['unowned'] ?? 0));
        assert.deepEqual(found.sort(), expected.sort());
      }),
      { numRuns: 300 },
    );
  });
});

function isWithin(inner: Section, outer: Section): boolean {
  for (let s: Section | undefined = inner; s; s = s.parent) if (s === outer) return true;
  return false;
}

describe('owner-missing says why nobody owns', () => {
  const HOW = 'Write who does it at the end, such as @maria.';
  const ADD =
    'If that is who does it, add the name to a roster; else write who does it at the end, such as @maria.';
  const WHERE = 'Put the owner first or last, such as @maria.';
  const CASES: readonly (readonly [body: string, reason: string])[] = [
    ['- [ ] Print copies', `. ${HOW}`],
    [
      '- [ ] Print copies for:@sam',
      `; Sam Cole (Sales) is waiting for it. Write who owns it at the end, such as @maria.`,
    ],
    ['- [ ] Ask @sam about it all', `: Sam Cole (Sales) is mentioned, but not as the owner. ${WHERE}`],
    [
      '- [ ] Ask @sam and @maria about it',
      `: Sam Cole (Sales) and Maria López (Marketing) are mentioned, but not as owners. ${WHERE}`,
    ],
    // In plain words, by whole name, first name, or the name of a team or role.
    ['- [ ] Maria López prints copies', `: Maria López (Marketing) is named, but not as the owner. ${HOW}`],
    [
      '- [ ] Maria prints and Sam packs',
      `: Maria López (Marketing) and Sam Cole (Sales) are named, but not as owners. ${HOW}`,
    ],
    ['- [ ] Product Manager opens an issue', `: Product Manager is named, but not as the owner. ${HOW}`],
    ['- [ ] Read the marketing plan', `. ${HOW}`],
    ['- [ ] Read `Maria` and ~~Sam~~', `. ${HOW}`],
    ['- [ ] Print copies @tbd', ': "@tbd" waits to be filled in. Write who does it, such as @maria.'],
    ['- [ ] Print copies @____', ': "@____" waits to be filled in. Write who does it, such as @maria.'],
    [
      '- [ ] Print copies\n  - Owner: TBD (hiring)',
      ': "TBD (hiring)" waits to be filled in. Write who does it, such as @maria.',
    ],
    [
      '## Booth @tbd\n\n- [ ] Print copies',
      ': "@tbd" waits to be filled in. Write who does it, such as @maria.',
    ],
    [
      'Owner: [Name]\n\n- [ ] Print copies',
      ': "[Name]" waits to be filled in. Write who does it, such as @maria.',
    ],
    [
      'Owner: everyone\n\n- [ ] Print copies',
      ': "everyone" is everyone, and everyone is nobody. Name the one who answers for it, such as @maria.',
    ],
    [
      'Owner: @all\n\n- [ ] Print copies',
      ': "@all" is everyone, and everyone is nobody. Name the one who answers for it, such as @maria.',
    ],
    ['Responsible: those who do the work\n\n- [ ] Print copies', `. ${HOW}`],
    ['- [ ] [Event Host] print copies', `: "Event Host" isn't in your roster. ${ADD}`],
    ['- [ ] 2\\. \\[Event Host\\]: print copies', `: "Event Host" isn't in your roster. ${ADD}`],
    [
      '- [ ] [Head of Print or Event Host] print copies',
      `: "Head of Print or Event Host" isn't in your roster. ${ADD}`,
    ],
    // A tag, a blank, a thing with a number, small letters, a link, and all there is.
    ['- [ ] [Optional] print copies', `. ${HOW}`],
    ['- [ ] [Event Name] print copies', `. ${HOW}`],
    ['- [ ] [Phase 2] print copies', `. ${HOW}`],
    ['- [ ] [nice to have] print copies', `. ${HOW}`],
    ['- [ ] [Event Host](x) print copies', `. ${HOW}`],
    ['- [ ] [Event Host]', `. ${HOW}`],
    ['- [ ] [Event Host and] print copies', `. ${HOW}`],
  ];
  for (const [body, reason] of CASES) {
    it(body.replaceAll('\n', '⏎'), () => {
      const [found, ...more] = sentences(`${body}\n`);
      assert.deepEqual(more, []);
      assert.equal(found?.replace(/^Nobody owns ".*?"(?=[.:;])/, ''), reason);
    });
  }

  const cell = (owner: string) => `| Task | Owner |\n| --- | --- |\n| Print | ${owner} |\n`;
  const CELLS: readonly (readonly [owner: string, reason: string])[] = [
    [
      '**Everyone!**',
      ': "Everyone!" is everyone, and everyone is nobody. Name the one who answers for it, such as @maria.',
    ],
    [
      'all (see list)',
      ': "all (see list)" is everyone, and everyone is nobody. Name the one who answers for it, such as @maria.',
    ],
    [
      '@channel',
      ': "@channel" is everyone, and everyone is nobody. Name the one who answers for it, such as @maria.',
    ],
    ['@\\_\\_\\_', ': "@___" waits to be filled in. Write who does it, such as @maria.'],
    ['', '. Write a name in its owner column.'],
    ['-', '. Write a name in its owner column.'],
    ['TBD', ': "TBD" waits to be filled in. Write who does it, such as @maria.'],
    ['{{owner}}', ': "{{owner}}" waits to be filled in. Write who does it, such as @maria.'],
    ['@tbd', ': "@tbd" waits to be filled in. Write who does it, such as @maria.'],
    ['all', ': "all" is everyone, and everyone is nobody. Name the one who answers for it, such as @maria.'],
    [
      '全員',
      ': "全員" is everyone, and everyone is nobody. Name the one who answers for it, such as @maria.',
    ],
    [
      'whoever is on call that day',
      ': "whoever is on call that day" is no name. Write one in its owner column, such as @maria.',
    ],
  ];
  for (const [owner, reason] of CELLS) {
    it(`in a cell: ${owner === '' ? 'nothing' : owner}`, () => {
      assert.deepEqual(sentences(cell(owner)), [`Nobody owns "Print"${reason}`]);
    });
  }
});
