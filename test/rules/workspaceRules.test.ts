/** Rules that ask what all playbooks say together. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judge } from '../../src/rules/judge.ts';
import { openFixture } from '../fixture.ts';
import { problemsOf, sentence, sentences, TODAY, underlined } from './judged.ts';

const ROSTER = '/roster.yml';

const COMPANY = `
//- /roster.yml
teams: { marketing: { name: Marketing }, sales: { name: Sales }, agency: { external: true, contact: maria } }
people:
  maria: { name: Maria López, team: marketing }
  sam: { name: Sam Cole, team: sales }
  pat: { name: Pat Doe, team: [marketing, sales] }
  joe: { name: Joe Ng, team: agency }
`;

/** The company, with more lines in its roster, and playbooks. */
const company = (roster: string, playbooks: string) => `${COMPANY}${roster}\n${playbooks}`;

describe('owner-overloaded', () => {
  const limit = (playbooks: string) => `
//- /roster.yml
people: { maria: { name: Maria López, max-open: 2 } }
roles: { fmc: maria }
${playbooks}`;
  const found = (playbooks: string) => sentences(limit(playbooks), 'owner-overloaded', ROSTER);

  it('counts owners, co-owners, roles and what is inherited, in all playbooks', () => {
    assert.deepEqual(
      found(`//- /a.playbook.md
- [ ] One @maria
- [ ] Two @sam and @maria
//- /eu/b.playbook.md
## Booth @fmc
- [ ] Three
- [ ] Four`),
      [
        'Maria López has 4 open tasks, and 2 should be the most. Finish some, give some to somebody else, or raise "max-open".',
      ],
    );
  });

  it('counts no done task, no area and no template', () => {
    assert.deepEqual(
      found(`//- /a.playbook.md
- [ ] One @maria
- [x] Two @maria
- [ ] Three @maria

| Area | Owner |
| --- | --- |
| Prices | @maria |
//- /b.playbook.md
---
template: true
---
- [ ] Four @maria`),
      [],
    );
  });

  it('is told at the entry that counts: the nearer one', () => {
    const fixture = limit(`//- /eu/roster.yml
people: { maria: { name: Maria López, max-open: 1 } }
//- /eu/a.playbook.md
- [ ] One @maria
- [ ] Two @maria
//- /b.playbook.md
- [ ] Three @maria`);
    assert.equal(problemsOf(fixture, 'owner-overloaded', ROSTER).length, 0);
    assert.deepEqual(underlined(fixture, 'owner-overloaded', '/eu/roster.yml'), ['1: maria']);
  });
});

describe('goal-idle', () => {
  it('hears of goals at tasks, done ones too, and at headings', () => {
    const fixture = company(
      'goals: { leads: {}, press: {}, "more talk": {}, idle: { name: Nothing }, "idle too": {} }',
      `//- /a.playbook.md
- [x] One goal:LEADS
## Press goal:press
- [ ] Two
//- /b.playbook.md
- [ ] Three goal:"more talk"`,
    );
    assert.deepEqual(sentences(fixture, 'goal-idle', ROSTER), [
      'No task serves the goal "Nothing". Write goal:idle at the tasks that lead to it, or at a heading above them.',
      'No task serves the goal "idle too". Write goal:"idle too" at the tasks that lead to it, or at a heading above them.',
    ]);
  });

  it('judges goals of front matter, which a comment can silence', () => {
    const goals = (comment: string) => `---
goals: { press: {} }
---
${comment}
- [ ] One`;
    assert.deepEqual(underlined(goals(''), 'goal-idle'), ['2: press']);
    const silenced = goals('<!-- playbook-disable-file goal-idle -->');
    assert.deepEqual(underlined(silenced, 'goal-idle'), []);
    assert.deepEqual(underlined(silenced, 'suppression-unused'), []);
  });

  it('is silent where one person does it all', () => {
    const one = `//- /roster.yml
teams: { marketing: {}, sales: {} }
people: { pat: { team: [marketing, sales] } }
goals: { press: {} }`;
    assert.deepEqual(underlined(one, 'goal-idle', ROSTER), []);
  });
});

describe('team-goal-missing', () => {
  const found = (goals: string, playbooks: string) =>
    underlined(company(goals, playbooks), 'team-goal-missing', ROSTER);
  const work = '//- /a.playbook.md\n- [ ] One @maria\n- [ ] Two @sam\n- [ ] Three @joe\n';

  it('looks at inside teams with open tasks, where there are goals', () => {
    assert.deepEqual(found('goals: { leads: { teams: [marketing] } }', work), ['1: sales']);
    assert.deepEqual(found('goals: { leads: { teams: [marketing, Sales] } }', work), []);
    assert.deepEqual(found('', work), []);
    assert.deepEqual(
      found('goals: { leads: { teams: [marketing] } }', '//- /a.playbook.md\n- [x] Two @sam'),
      [],
    );
  });

  it('takes a goal without teams as one of its owner', () => {
    assert.deepEqual(found('goals: { leads: { owner: sam } }', work), ['1: marketing']);
    assert.deepEqual(found('goals: { leads: { owner: sales } }', work), ['1: marketing']);
    assert.deepEqual(found('goals: { leads: { owner: pat } }', work), []);
  });

  it('knows the goals that a playbook brings', () => {
    const own = '//- /a.playbook.md\n---\ngoals: { leads: { teams: [sales] } }\n---\n- [ ] Two @sam\n';
    assert.deepEqual(found('', own), []);
    assert.deepEqual(found('', own.replace('[sales]', '[marketing]')), ['1: sales']);
  });
});

describe('meeting-missing', () => {
  const both =
    '//- /a.playbook.md\n- [ ] One @maria for:@sam\n//- /b.playbook.md\n- [ ] Two @sam for:@maria\n';
  const found = (roster: string, playbooks: string) =>
    underlined(company(roster, playbooks), 'meeting-missing', ROSTER);

  it('wants work to go both ways, and no meeting of both', () => {
    assert.deepEqual(found('', both), ['1: marketing']);
    assert.deepEqual(found('', '//- /a.playbook.md\n- [ ] One @maria for:@sam\n'), []);
    assert.deepEqual(found('', both.replace('- [ ] Two', '- [x] Two')), []);
    assert.deepEqual(found('meetings: { sync: { teams: [Sales, marketing] } }', both), []);
    assert.deepEqual(found('meetings: { sync: { teams: [sales] }, all: { teams: [marketing] } }', both), [
      '1: marketing',
    ]);
  });

  it('does not count people who are in both teams', () => {
    assert.deepEqual(found('', both.replace('Two @sam', 'Two @pat')), []);
    const agency = both.replaceAll('@sam', '@joe');
    assert.deepEqual(found('', agency), ['1: marketing']);
    assert.deepEqual(found('', agency.replace('One @maria', 'One @pat')), []);
  });

  it('says which other team, and where it is', () => {
    const [problem, ...others] = problemsOf(company('', both), 'meeting-missing', ROSTER);
    assert.ok(problem);
    assert.equal(others.length, 0);
    assert.equal(
      sentence(problem),
      'Marketing and Sales hand work to each other, but no meeting holds both. Add one under "meetings:", such as "sync: { teams: [marketing, sales], every: week }".',
    );
    assert.deepEqual(problem.related?.[0]?.args, { other: 'Sales' });
  });

  it('proposes a meeting of both, under a handle that no other has', () => {
    const proposed = (roster: string) =>
      problemsOf(company(roster, both), 'meeting-missing', ROSTER)[0]?.entry;
    const meeting = {
      kind: 'meeting',
      handle: 'marketing-sales',
      name: 'Marketing and Sales',
      teams: ['marketing', 'sales'],
    };
    assert.deepEqual(proposed(''), meeting);
    const taken = 'meetings: { Marketing-Sales: {}, marketing-sales-2: { teams: [sales] } }';
    assert.deepEqual(proposed(taken), { ...meeting, handle: 'marketing-sales-3' });
  });

  it('counts a meeting for the playbooks that see it', () => {
    const meeting = '//- /eu/roster.yml\nmeetings: { sync: { teams: [marketing, sales] } }\n';
    const eu = both.replaceAll('//- /', '//- /eu/');
    assert.deepEqual(found('', meeting + eu), []);
    assert.deepEqual(found('', meeting + both), ['1: marketing']);
  });

  it('is told once, in the roster that sees both teams', () => {
    // Wherever their names stand in the alphabet, and however long they are.
    for (const [outer, folder] of [
      [ROSTER, 'eu'],
      [ROSTER, 'us'],
      ['/everybody-in-the-company.roster.yml', 'eu'],
    ] as const) {
      const fixture = `//- ${outer}
teams: { marketing: {} }
people: { maria: { team: marketing }, lee: { team: marketing } }
//- /${folder}/roster.yml
teams: { sales: {} }
people: { sam: { team: sales }, kim: { team: sales } }
//- /${folder}/a.playbook.md
- [ ] One @maria for:@sam
- [ ] Two @sam for:@maria
`;
      assert.deepEqual(underlined(fixture, 'meeting-missing', outer), []);
      assert.deepEqual(underlined(fixture, 'meeting-missing', `/${folder}/roster.yml`), ['1: sales']);
    }
  });

  it('is told in the playbook that brings a team along, since the roster beside it does not see that team', () => {
    for (const team of ['agency', 'workshop']) {
      const fixture = `//- /roster.yml
teams: { marketing: {} }
people: { maria: { team: marketing }, lee: { team: marketing } }
//- /${team}.playbook.md
---
teams: { ${team}: {} }
people: { joe: { team: ${team} }, kim: { team: ${team} } }
---
- [ ] One @maria for:@joe
- [ ] Two @joe for:@maria
`;
      assert.deepEqual(underlined(fixture, 'meeting-missing', ROSTER), []);
      assert.deepEqual(underlined(fixture, 'meeting-missing', `/${team}.playbook.md`), [`2: ${team}`]);
    }
  });

  it('is silent between two teams of one and the same person', () => {
    const fixture = `//- /roster.yml
teams: { marketing: { lead: pat }, sales: { lead: pat }, agency: { external: true } }
people: { pat: {}, joe: { team: agency } }
//- /a.playbook.md
- [ ] One @marketing for:@sales
- [ ] Two @sales for:@marketing
`;
    assert.deepEqual(underlined(fixture, 'meeting-missing', ROSTER), []);
  });
});

describe('asset-unmade', () => {
  const found = (assets: string, playbooks: string) =>
    sentences(company(`assets: { ${assets} }`, playbooks), 'asset-unmade', ROSTER);
  const use = '//- /a.playbook.md\n- [ ] Show it @sam uses:deck\n';

  it('names who needs it', () => {
    const rest =
      'the asset "deck", but no task makes it. Write makes:deck at the task that produces it, or say under "file:" or "url:" where it is.';
    assert.deepEqual(found('deck: {}', use), [`Sales needs ${rest}`]);
    assert.deepEqual(found('deck: {}', `${use}- [ ] Read it @maria uses:deck`), [
      `Marketing and Sales need ${rest}`,
    ]);
    assert.deepEqual(found('deck: {}', use.replace('@sam ', '')), [`A task needs ${rest}`]);
  });

  it('is content with a task that makes it, in any playbook, or with a place', () => {
    assert.deepEqual(found('deck: {}', `${use}//- /eu/b.playbook.md\n- [x] Make it @maria makes:Deck`), []);
    assert.deepEqual(found('deck: { url: "https://acme.example" }', use), []);
    assert.deepEqual(found('deck: { file: deck.pdf }', use), []);
    assert.deepEqual(found('deck: { file: "" }', use).length, 1);
    assert.deepEqual(found('deck: {}', use.replace('[ ]', '[x]')), []);
  });

  it('is told at the first task that needs it, where no assets are written down', () => {
    const loose = `//- /a.playbook.md
- [ ] Show the map @sam uses:map
- [ ] Show it again @sam uses:deck,map,tbd
//- /b.playbook.md
- [ ] Show it too @sam uses:map
- [ ] Draw the deck @maria makes:deck
`;
    assert.deepEqual(underlined(loose, 'asset-unmade', '/a.playbook.md'), ['1: map']);
    assert.deepEqual(underlined(loose, 'asset-unmade', '/b.playbook.md'), []);
    assert.deepEqual(sentences(loose, 'asset-unmade', '/a.playbook.md'), [
      '"Show the map" needs "map", but no task makes it. Write makes:map at the task that produces it.',
    ]);
  });
});

describe('asset-stale', () => {
  const assets = (entry: string) => `//- /eu/roster.yml\nassets: { deck: { name: Slides, ${entry} } }`;
  const found = (entry: string, isThere?: boolean, asked: string[] = []) =>
    problemsOf(assets(entry), 'asset-stale', '/eu/roster.yml', {
      hasFile: (place, file) => {
        asked.push(`${place.uri} ${file}`);
        return isThere;
      },
    }).map(sentence);

  it('gives the day itself', () => {
    assert.equal(found(`review-by: ${TODAY}`).length, 0);
    assert.deepEqual(found('review-by: 2028-01-02'), [
      'The asset "Slides" was due for review by 2028-01-02. Check that it is still right, then write the next day behind "review-by:".',
    ]);
  });

  it('misses a file only when it is known not to be there', () => {
    const asked: string[] = [];
    assert.deepEqual(found('file: ../deck.pdf', false, asked), [
      'The file of the asset "Slides" is not there: ../deck.pdf. Put it there, or write behind "file:" where it is, seen from this file.',
    ]);
    assert.deepEqual(asked, ['file:///acme/eu/roster.yml ../deck.pdf']);
    assert.deepEqual(found('file: deck.pdf', true), []);
    assert.deepEqual(found('file: deck.pdf'), []);
    assert.deepEqual(found('file: "https://acme.example/deck.pdf"', false), []);
    assert.deepEqual(found('file: tbd', false), []);
  });

  it('takes no comment for unused while nobody knows whether the file is there', () => {
    const plan = [
      '---',
      'assets: { deck: { name: Slides, owner: sam, file: deck.pdf } }',
      '---',
      '<!-- playbook-disable-file asset-stale -->',
      '',
    ].join('\n');
    const rules = (isThere: boolean | undefined) =>
      problemsOf(plan, undefined, undefined, { hasFile: () => isThere }).map((p) => p.rule.id);
    assert.ok(!rules(undefined).includes('suppression-unused'));
    assert.ok(!rules(false).includes('suppression-unused'));
    assert.ok(rules(true).includes('suppression-unused'));
  });
});

describe('asset-unused', () => {
  const found = (wanted: string, playbooks: string) =>
    underlined(
      company(`assets: { deck: { for: ${wanted} } }`, `//- /a.playbook.md\n${playbooks}`),
      'asset-unused',
      ROSTER,
    );

  it('asks the teams and people it is for', () => {
    assert.deepEqual(found('[sales]', '- [ ] Call @sam'), ['7: deck']);
    assert.deepEqual(found('[sales]', '- [ ] Call @sam uses:deck'), []);
    assert.deepEqual(found('[sales]', '- [x] Call @pat uses:deck'), []);
    assert.deepEqual(found('[sales]', '- [ ] Call @maria uses:deck'), ['7: deck']);
    assert.deepEqual(found('[sam]', '- [ ] Call @sam uses:deck'), []);
    assert.deepEqual(found('[sales, marketing]', '- [ ] Call @maria uses:deck'), []);
  });

  it('waits while nobody owns the task that uses it, and for names that nobody knows', () => {
    assert.deepEqual(found('[sales]', '- [ ] Call uses:deck'), []);
    assert.deepEqual(found('[nobody]', '- [ ] Call @sam'), []);
    assert.deepEqual(found('[]', '- [ ] Call @sam'), []);
  });
});

it('says nothing before all playbooks have been read, and takes no comment for unused meanwhile', () => {
  const text =
    '<!-- playbook-disable-file goal-idle -->\n<!-- playbook-disable-next-line -->\n- [ ] One @sam\n';
  const ws = openFixture(`//- /roster.yml\ngoals: { press: {} }\n//- /a.playbook.md\n${text}`);
  const rules = (path: string, isRead: boolean) => {
    const view = ws.index.view(ws.uri(path));
    assert.ok(view);
    const facts = () => ws.index.countAll();
    return judge(view, { today: TODAY, ...(isRead && { facts }) }).map((p) => p.rule.id);
  };
  assert.deepEqual(rules(ROSTER, false), ['goal-unmeasurable']);
  assert.deepEqual(rules(ROSTER, true), ['goal-unmeasurable', 'goal-idle']);
  assert.deepEqual(rules('/a.playbook.md', false), []);
  assert.deepEqual(rules('/a.playbook.md', true), ['suppression-unused', 'suppression-unused']);
});
