/** Who owns a task, and why: docs/format.md, section 3. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkTasks, dedent, openFixture, outline } from '../fixture.ts';

const ROSTER = `
teams:
  marketing: { name: Marketing, lead: maria }
  sales: { name: Sales }
  sm: { name: Sales and Marketing }
people:
  maria: { name: Maria López, team: marketing }
  sam: { name: Sam Cole, team: sales }
  lee: { name: Lee Roy, team: sales }
  pat: { name: Pat Doe, team: [marketing, sales] }
roles:
  fmc: maria
  ae: [sam, lee]
  csm: []
`;

/** The playbook's tasks as `outline` shows them, seen with the roster above. */
function owners(playbook: string, frontMatter = ''): string {
  const head = frontMatter === '' ? '' : `---\n${frontMatter}\n---\n`;
  return outline(
    openFixture(`//- /roster.yml\n${ROSTER}\n//- /doc.playbook.md\n${head}${dedent(playbook)}`).view(),
  );
}

/** One task: its text and owners. */
const owner = (task: string, frontMatter = ''): string =>
  owners(`- [ ] ${task}`, frontMatter).replace(/^.*=> /, '');

describe('the reasons for an owner, the nearest first', () => {
  const ALL = 'default-owner: pat';

  it('own mention, parent, section, document, default', () => {
    assert.equal(
      owners(
        `
        DRI: @csm

        - [ ] in the document

        # Booth @lee

        - [ ] in the section
        - [ ] own @maria
          - [ ] child
            - [ ] grandchild
            - [ ] own again (@sam)
              - [ ] under that

        ## Print

        - [ ] inherited through the heading above
        `,
        ALL,
      ),
      dedent(`
        [ ] in the document => csm via section
        [ ] in the section => lee via section
        [ ] own => maria via task
          [ ] child => maria via parent
            [ ] grandchild => maria via parent
            [ ] own again => sam via task
              [ ] under that => sam via parent
        [ ] inherited through the heading above => lee via section`),
    );
  });

  it('without any, the default owner, and without that nobody', () => {
    assert.equal(owner('Print', ALL), 'pat via default');
    assert.equal(owner('Print', 'default-owner: "@pat"'), 'pat via default');
    assert.equal(owner('Print', 'default-owner: fmc'), 'maria via default');
    assert.equal(owner('Print'), 'nobody');
  });

  it('the one who keeps the document right owns none of its tasks', () => {
    assert.equal(owner('Print', 'owner: maria'), 'nobody');
  });

  it('a parent goes before the section, though its heading be nearer to the parent', () => {
    assert.equal(
      owners('# Booth @lee\n- [ ] own @maria\n  - plain\n    - [ ] below a plain bullet\n- [ ] next'),
      '[ ] own => maria via task\n  [ ] below a plain bullet => maria via parent\n[ ] next => lee via section',
    );
  });

  it('a parent that only inherits hands on its section’s owner as the section’s', () => {
    assert.equal(
      owners('# Booth @lee\n- [ ] a\n  - [ ] b'),
      '[ ] a => lee via section\n  [ ] b => lee via section',
    );
  });
});

describe('a mention that is no owner', () => {
  for (const task of [
    'Ask @maria about it',
    'Find a customer for @maria',
    'Print with @maria and @sam twice',
    'Print `@maria`',
  ]) {
    it(`${task}: nobody, or who else would own it`, () => {
      assert.equal(owner(task), 'nobody');
      assert.equal(owner(task, 'default-owner: pat'), 'pat via default');
    });
  }
});

describe('a placeholder in an owner’s place', () => {
  for (const mark of ['@tbd', '(@____)', '- @<name>', '@{…}', '@[name]', '@owner']) {
    it(`Print ${mark}: nobody, and nothing is inherited`, () => {
      assert.equal(
        owners(`# Booth @lee\n- [ ] own @maria\n  - [ ] Print ${mark}\n    - [ ] child`, 'default-owner: pat')
          .split('\n')
          .slice(1)
          .join('\n'),
        '  [ ] Print => nobody\n    [ ] child => nobody',
      );
    });
  }

  it('in a heading or an owner line stops it too', () => {
    assert.equal(
      owners(
        'Owner: @maria\n# A @tbd\n- [ ] a\n## B\nOwner: TBD\n- [ ] b\n## C\nOwner:\n- [ ] c\n# D\n- [ ] d',
        'default-owner: pat',
      ),
      '[ ] a => nobody\n[ ] b => nobody\n[ ] c => nobody\n[ ] d => maria via section',
    );
  });

  it('beside a true mention says nothing', () => {
    assert.equal(owner('Print @tbd, @maria'), 'maria via task');
  });

  it('elsewhere says nothing', () => {
    assert.equal(owner('Ask @tbd about it', 'default-owner: pat'), 'pat via default');
    assert.equal(owner('Print for @tbd', 'default-owner: pat'), 'pat via default');
  });

  it('as a whole is stepped over when it is at the front and an owner at the end', () => {
    // The leading group is the one that counts.
    assert.equal(owner('@tbd prints it @maria'), 'nobody');
  });
});

describe('groups', () => {
  it('the first is accountable, the rest are co-owners, each once', () => {
    assert.equal(owner('Call @sam, @maria and @lee'), 'sam, maria, lee via task');
    assert.equal(owner('Call @maria @Maria @fmc @sam'), 'maria, sam via task');
  });
});

describe('who is meant', () => {
  const CASES: readonly (readonly [task: string, owner: string])[] = [
    ['Print @MARIA', 'maria via task'],
    ['Print @fmc', 'maria via task'],
    ['Print @ae', 'ae via task'],
    ['Print @csm', 'csm via task'],
    ['Print @marketing', 'marketing via task'],
    ['Print @nobody-knows', 'nobody-knows via task'],
  ];
  for (const [task, expected] of CASES) {
    it(`${task}: ${expected}`, () => {
      assert.equal(owner(task), expected);
    });
  }

  it('and of what kind', () => {
    const view = openFixture(
      `//- /roster.yml\n${ROSTER}\n//- /doc.playbook.md\n- [ ] a @maria @fmc @ae @sales @joe <!-- => owner maria, ae, sales, joe via task; owner-kinds person, role, team, name -->`,
    ).view();
    checkTasks(view);
  });
});

describe('owner lines of a section', () => {
  const line = (text: string): string => owners(`# Booth\n${text}\n\n- [ ] Print`).replace(/^.*=> /, '');
  const CASES: readonly (readonly [line: string, owner: string])[] = [
    ['Owner: @maria', 'maria via section'],
    ['Owner: Maria López', 'maria via section'],
    ['Owner: maria', 'maria via section'],
    ['Owner: Jane Smith', 'Jane Smith via section'],
    ['Owner: Jane Smith and @sam', 'Jane Smith, sam via section'],
    ['Owner: Sales and Marketing', 'sm via section'],
    ['Owner: Marketing', 'marketing via section'],
    ['Owner: FMC', 'maria via section'],
    ['Owner: AE', 'ae via section'],
    ['- **DRI:** [@maria](https://x.example)', 'maria via section'],
    ['Owner:\nDRI: @maria', 'maria via section'],
    ['Responsible: @sam\nAccountable: @maria', 'maria via section'],
    ['Owner: @maria\nOwner: @sam', 'maria via section'],
    ['Lead: @maria', 'maria via section'],
    ['Leads: Maria López', 'maria via section'],
    ['Lead: Acme Corp', 'nobody'],
    ['Lead: TBD', 'nobody'],
    ['Owner: ask @maria', 'maria via section'],
    ['Owner: N/A', 'nobody'],
    ['Owner: @2i2c.org', '2i2c.org via section'],
    // Everybody is nobody.
    ['Owner: @all', 'nobody'],
  ];
  for (const [text, expected] of CASES) {
    it(text.replaceAll('\n', '⏎'), () => {
      assert.equal(line(text), expected);
    });
  }

  it('hold for the section and its sub-sections, never for siblings', () => {
    assert.equal(
      owners(
        '# A\nOwner: @maria\n- [ ] a\n## B\n- [ ] b\n### C\nOwner: @sam\n- [ ] c\n## D\n- [ ] d\n# E\n- [ ] e',
      ),
      '[ ] a => maria via section\n[ ] b => maria via section\n[ ] c => sam via section\n[ ] d => maria via section\n[ ] e => nobody',
    );
  });

  it('count only before the first task', () => {
    assert.equal(owners('# A\n- [ ] a\n\nOwner: @maria\n\n- [ ] b'), '[ ] a => nobody\n[ ] b => nobody');
  });

  it('the heading’s own group goes before them', () => {
    assert.equal(owners('# A @sam\nOwner: @maria\n- [ ] a'), '[ ] a => sam via section');
  });

  it('when empty stop nothing', () => {
    assert.equal(owners('# A @sam\n## B\nOwner:\n- [ ] a'), '[ ] a => sam via section');
  });

  it('before the first heading hold for the whole document', () => {
    assert.equal(
      owners('Owner: @maria\n- [ ] a\n# B\n- [ ] b\n# C @sam\n- [ ] c'),
      '[ ] a => maria via section\n[ ] b => maria via section\n[ ] c => sam via section',
    );
  });

  it('may be a table of keys and values', () => {
    assert.equal(
      owners('# A\n| Owner | @maria |\n| - | - |\n| Since | May |\n\n- [ ] a'),
      '[ ] a => maria via section',
    );
    assert.equal(owners('# A\n| DRI | Maria López |\n| - | - |\n\n- [ ] a'), '[ ] a => maria via section');
    assert.equal(owners('# A\n| Lead | @maria |\n| - | - |\n\n- [ ] a'), '[ ] a => maria via section');
    // Without a known name it is a table with a column of owners.
    assert.equal(
      owners('# A\n| Owner | Page |\n| - | - |\n| @sam | Home |\n\n- [ ] a'),
      'area Home => sam via task\n[ ] a => nobody',
    );
  });
});

describe('owner lines of a task', () => {
  const CASES: readonly (readonly [task: string, owner: string])[] = [
    ['- [ ] Print\n  Owner: @maria', '[ ] Print => maria via task'],
    ['- [ ] Print\n  - DRI: Jane Smith', '[ ] Print => Jane Smith via task'],
    ['- [ ] Print @sam\n  Owner: @maria', '[ ] Print => sam via task'],
    ['- [ ] Print\n  Owner:', '[ ] Print => lee via section'],
    ['- [ ] Print\n  Owner: TBD', '[ ] Print => nobody'],
    ['- [ ] Print\n  Lead: @maria', '[ ] Print => maria via task'],
    ['- [ ] Print\n  Lead: Acme Corp', '[ ] Print Lead: Acme Corp => lee via section'],
    [
      '- [ ] Print\n  - Owner: @maria\n  - [ ] Proof',
      '[ ] Print => maria via task\n  [ ] Proof => maria via parent',
    ],
    ['- [ ] Print\n  - Lead: Acme Corp', '[ ] Print => lee via section'],
  ];
  for (const [task, expected] of CASES) {
    it(task.replaceAll('\n', '⏎'), () => {
      assert.equal(owners(`# Booth @lee\n${task}`), expected);
    });
  }
});

describe('what headings hand down beside the owner', () => {
  it('due: and goal:', () => {
    checkTasks(
      openFixture(`
        ---
        t-day: 2027-03-02
        ---
        # Booth due:T-3d goal:leads

        - [ ] a <!-- => due 2027-02-27; due-text T-3d; goal leads -->
        - [ ] b due:2027-01-10 goal:speed,reach <!-- => due 2027-01-10; goal speed, reach -->

        ## Print due:T+1w

        - [ ] c <!-- => due 2027-03-09; goal leads -->
          - [ ] d due:T <!-- => due 2027-03-02 -->
            - [ ] e <!-- => due 2027-03-09 -->

        ## Post goal:fame

        - [ ] f <!-- => due 2027-02-27; goal fame -->

        # Next

        - [ ] g <!-- => due; goal -->
      `).view(),
    );
  });

  it('but no other token', () => {
    checkTasks(
      openFixture('# A for:@sam id:x sla:2d every:week\n- [ ] a <!-- => for; id; sla; every -->\n').view(),
    );
  });
});

describe('what a task says of others', () => {
  it('with its tokens', () => {
    checkTasks(
      openFixture(`
        ---
        people: { sam: {}, lee: {} }
        roles: { fmc: sam }
        ---
        - [ ] a for:@fmc,lee,Joe help:@lee consult:@a,@b inform:@c <!-- => for sam, lee, Joe; help lee; consult a, b; inform c -->
        - [ ] b for:@tbd,@____ help:@sam <!-- => for; help sam -->
        - [ ] c sla:2bd makes:x,y uses:z id:c after:a,b every:month #t1 #t2 <!-- => sla 2bd; makes x, y; uses z; id c; after a, b; every month; tags t1, t2; text c -->
      `).view(),
    );
  });

  it('with a day that cannot be read kept as it is written', () => {
    checkTasks(
      openFixture(`
        - [ ] a due:tomorrow <!-- => due; due-text tomorrow -->
        - [ ] b due:T-3d <!-- => due; due-text T-3d -->
        - [ ] c due:2027-02-30 <!-- => due; due-text 2027-02-30 -->
      `).view(),
    );
  });
});
