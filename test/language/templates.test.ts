import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { assignOwner } from '../../src/language/assign.ts';
import { codeActions } from '../../src/language/codeActions.ts';
import {
  fileNameFor,
  fillTemplate,
  rolesOf,
  teamOfRole,
  templates,
  teamTexts,
  type Template,
  type TemplateRole,
} from '../../src/language/templates.ts';
import { allRules } from '../../src/rules/all.ts';
import { isUnowned } from '../../src/rules/owner-missing.ts';
import { judge } from '../../src/rules/judge.ts';
import { formatMessage } from '../../src/text/message.ts';
import { applyEdits } from '../../src/text/textEdit.ts';
import { isDuration, isInterval } from '../../src/syntax/tokens.ts';
import { tokenValues, type OwnedTask } from '../../src/workspace/tasks.ts';
import { linesOf, type PlaybookView } from '../../src/workspace/fileView.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';

const FOLDER = new URL('../../templates/', import.meta.url);
const DAY = '2028-05-16';
/** On which somebody makes a playbook for that day. */
const TODAY = '2027-11-01';

function read(id: string): string {
  return readFileSync(new URL(`${id}.playbook.md`, FOLDER), 'utf8');
}

interface Made {
  readonly text: string;
  readonly view: PlaybookView;
  readonly index: WorkspaceIndex;
}

/** A playbook as the command makes it: somebody for each role, or nobody, and a roster with the teams. */
function make(template: Template, fill: 'everybody' | 'nobody', roster?: string): Made {
  const text = read(template.id);
  const roles = rolesOf(text);
  const handle = (role: TemplateRole) => role.replace(' ', '.');
  const people = new Map(fill === 'everybody' ? roles.map((r) => [r, handle(r)] as const) : []);
  const leadOf = (team: string) => roles.find((r) => teamOfRole(r).team === team && teamOfRole(r).leads);
  const teams = template.teams
    .map((t) => {
      const lead = fill === 'everybody' ? leadOf(t) : undefined;
      const contact = fill === 'everybody' ? `, contact: ${handle('marketing lead')}` : '';
      const role = t === 'agency' ? `, external: true${contact}` : lead ? `, lead: ${handle(lead)}` : '';
      return `  ${t}: { name: ${teamTexts[t]}${role} }\n`;
    })
    .join('');
  const names = roles.map((r) => {
    const { team } = teamOfRole(r);
    return `  ${handle(r)}: { name: ${r}${team ? `, team: ${team}` : ''} }\n`;
  });
  const index = new WorkspaceIndex(['file:///w']);
  index.setRoster(
    'file:///w/roster.yml',
    roster ?? `${teams && `teams:\n${teams}`}${fill === 'everybody' ? `people:\n${names.join('')}` : ''}`,
  );
  const see = index.rosterAt('file:///w/roster.yml');
  const filled = fillTemplate(text, {
    title: 'Spring: 2028',
    tDay: template.day && DAY,
    people,
    teams: new Map(),
    isDefined: (group, id) => group === 'goals' && see.goals.has(id),
  });
  index.setPlaybook('file:///w/a.playbook.md', filled);
  const view = index.playbookView('file:///w/a.playbook.md');
  assert.ok(view);
  return { text: filled, view, index };
}

const SAM = 'people:\n  sam: { name: Sam }\n';

/** A text beside that roster. */
function seen(text: string): PlaybookView {
  const index = new WorkspaceIndex(['file:///w']);
  index.setRoster('file:///w/roster.yml', SAM);
  index.setPlaybook('file:///w/a.playbook.md', text);
  const view = index.playbookView('file:///w/a.playbook.md');
  assert.ok(view);
  return view;
}

/** Of the playbook and of the roster, which hears what the playbook says about its teams and goals. */
function problems({ index }: Made): string[] {
  // The rules that nobody has switched on judge, too.
  const severities = new Map(
    allRules.map((r) => [r.id, r.severity === 'off' ? 'warning' : r.severity] as const),
  );
  const facts = () => index.countAll();
  return [...index.playbookUris(), ...index.rosterUris()].flatMap((uri) => {
    const view = index.view(uri);
    assert.ok(view);
    return judge(view, { severities, foldUnowned: 0, today: TODAY, facts }).map(
      (p) => `${p.rule.id} ${linesOf(view).slice(p.range)}`,
    );
  });
}

test('every file is on the list, and every entry of the list is a file', () => {
  assert.deepEqual(readdirSync(FOLDER).sort(), templates.map((t) => `${t.id}.playbook.md`).sort());
});

for (const template of templates) {
  test(`${template.id}: with everybody named, only what it leaves open on purpose has no owner`, () => {
    const made = make(template, 'everybody');
    const { view, text } = made;
    const unowned = view.tasks.filter(isUnowned);
    assert.ok(unowned.length >= 1 && unowned.length <= 4, `${unowned.length} tasks without an owner`);
    assert.deepEqual(
      problems(made).filter((p) => !p.startsWith('owner-missing')),
      [],
    );
    assert.equal(problems(made).length, unowned.length);
    assert.doesNotMatch(text, /\{\{|\}\}/);
    assert.match(text, /^---\ntitle: "Spring: 2028"\n/);
    assert.match(text, /\n# Spring: 2028\n/);
  });

  test(`${template.id}: with nobody named, tasks have no owner and nothing else is wrong`, () => {
    const made = make(template, 'nobody');
    const { text } = made;
    assert.deepEqual(
      problems(made).filter((p) => !p.startsWith('owner-missing')),
      [],
    );
    assert.doesNotMatch(text, /\{\{|\}\}/);
    assert.doesNotMatch(text.slice(text.indexOf('\n---\n')), /@tbd|for:(?=@?\s)/i);
  });

  test(`${template.id}: with nobody named, what the one warning advises leaves no task without an owner`, () => {
    const { view, text } = make(template, 'nobody', SAM);
    // What somebody looks after all year is no task, and is told of by itself.
    const isArea = (of: PlaybookView, line: number) =>
      of.tasks.some((t) => t.kind === 'area' && t.node.range.start.line === line);
    const unowned = (of: PlaybookView) =>
      judge(of, { today: TODAY }).filter(
        (p) => p.rule.id === 'owner-missing' && !isArea(of, p.range.start.line),
      );
    const [told, ...others] = unowned(view);
    assert.ok(told);
    assert.equal(others.length, 0, 'one warning for all');
    const actions = codeActions(view, [told], told.range, undefined);
    const advised = actions.find((a) => a.isPreferred);
    assert.ok(advised);
    assert.match(formatMessage(advised.title), /^Assign the Section (?:and \d+ Blanks? in It )?to Sam$/);
    assert.deepEqual(unowned(seen(applyEdits(text, advised.edits))), []);
    // Whoever gives away one task first has not made many warnings of one.
    const first = view.tasks.find(isUnowned);
    const edits = first && assignOwner(view, first, 'sam');
    assert.ok(edits);
    assert.equal(unowned(seen(applyEdits(text, edits))).length, 1);
  });

  test(`${template.id}: days, promises, names and goals are right`, () => {
    const { view, index } = make(template, 'everybody');
    const ids = new Map<string, OwnedTask>();
    for (const task of view.tasks)
      for (const id of tokenValues(task.words.tokens, 'id')) {
        assert.ok(!ids.has(id.text), `${id.text} stands twice`);
        ids.set(id.text, task);
      }
    const used = new Set<string>();
    for (const task of view.tasks) {
      const { tokens } = task.words;
      if (task.dueText) assert.ok(task.due, `${task.dueText.text} is no day`);
      for (const v of tokenValues(tokens, 'sla')) assert.ok(isDuration(v.text), v.text);
      for (const v of tokenValues(tokens, 'every')) assert.ok(isInterval(v.text), v.text);
      for (const v of tokenValues(tokens, 'goal')) used.add(v.text);
      for (const v of tokenValues(tokens, 'after')) {
        const before = ids.get(v.text);
        assert.ok(before, `nothing is called ${v.text}`);
        if (before.due && task.due)
          assert.ok(before.due <= task.due, `${task.text} is due before ${before.text}`);
      }
      // What somebody waits for needs a day or a promise.
      if (task.receivers.length > 0) assert.ok(task.due ?? tokenValues(tokens, 'sla')[0], task.text);
      for (const party of [...task.owners, ...task.receivers, ...task.consulted])
        assert.ok(party.entry, party.handle);
    }
    assert.deepEqual([...used].sort(), [...view.roster.goals.keys()].sort());
    for (const goal of view.roster.goals.values()) {
      assert.ok(
        goal.owner && goal.measure && /\d/.test(goal.target ?? ''),
        `${goal.handle} cannot be measured`,
      );
    }
    assert.ok(index.playbookView('file:///w/a.playbook.md')?.roster.template !== true);
  });
}

test('goals of the roster stay what they are', () => {
  const [campaign] = templates;
  assert.ok(campaign);
  const roster =
    'teams:\n  marketing: { name: M }\n  sales: { name: S }\ngoals:\n  leads: { name: Our leads }\n';
  const { view, text } = make(campaign, 'nobody', roster);
  assert.equal(view.roster.goals.get('leads')?.name, 'Our leads');
  assert.match(text, /goals:\n {2}perception:/);
});

test('lists of teams are written as they stand when the roster has none of them', () => {
  for (const template of templates) {
    const lists = (text: string) => text.match(/(?:teams|for): \[.*\]$/gm) ?? [];
    const { text } = make(template, 'nobody');
    assert.deepEqual(lists(text), lists(read(template.id)), template.id);
  }
});

test('teams have the handles of the roster', () => {
  const filled = fillTemplate(read('marketing-campaign'), {
    title: 'A',
    tDay: DAY,
    people: new Map([['sales lead', 'sam']]),
    teams: new Map([['sales', 'vertrieb']]),
    isDefined: (group) => group === 'goals',
  });
  assert.match(filled, /for:@vertrieb due:T-1w/);
  assert.match(filled, /@sam for:@marketing due:T\+6w/);
  assert.doesNotMatch(filled, /goals:/);
});

test('a title is a title, whatever stands in it', () => {
  const title = '{{writer}} @{{writer}} $& "x": # y';
  const filled = fillTemplate(read('small-company'), {
    title,
    people: new Map(),
    teams: new Map(),
    isDefined: () => false,
  });
  const index = new WorkspaceIndex(['file:///w']);
  index.setPlaybook('file:///w/a.playbook.md', filled);
  assert.deepEqual(index.playbookView('file:///w/a.playbook.md')?.problems, []);
  assert.ok(filled.includes(`\n# ${title}\n`));
});

test('file names come from titles', () => {
  assert.equal(fileNameFor('Spring trade show 2028'), 'spring-trade-show-2028');
  assert.equal(fileNameFor('  Été: l’offre / 50 %! '), 'ete-l-offre-50');
  assert.equal(fileNameFor('???'), 'new');
  assert.equal(fileNameFor('春季'), '春季');
  // The ending `.playbook.md` says already what it is.
  assert.equal(fileNameFor('Our playbook'), 'our');
  assert.equal(fileNameFor('Sales playbook 2028'), 'sales-2028');
  assert.equal(fileNameFor('Playbook for partners'), 'partners');
  assert.equal(fileNameFor('Playbook'), 'new');
});

test('the small company’s page keeps the place of whoever owns the rest', () => {
  const { text } = make(templates.find((t) => t.id === 'small-company') ?? assert.fail(), 'nobody');
  assert.match(text, /\ndefault-owner:\n/);
});

test('every template explains its signs in one short comment, and wraps no paragraph by hand', () => {
  for (const { id } of templates) {
    const lines = read(id).split('\n');
    const [legend, ...others] = lines.filter((line) => line.startsWith('<!--'));
    assert.ok(legend !== undefined && others.length === 0, id);
    assert.ok(legend.endsWith('-->') && legend.length < 300, id);
    const body = lines.slice(lines.indexOf(legend));
    for (const key of ['sla', 'after'])
      assert.equal(
        legend.includes(`${key}:`),
        body.some((l) => !l.startsWith('<!--') && l.includes(` ${key}:`)),
        id,
      );
    assert.equal(
      /due:T/.test(legend),
      body.some((l) => l.includes(' due:T') && !l.startsWith('<!--')),
      id,
    );
    const isText = (line: string | undefined) => line !== undefined && /^[^\s#|<-]/.test(line);
    body.forEach((line, i) => {
      assert.ok(!(isText(line) && isText(body[i + 1])), `${id}: ${line}`);
    });
  }
});

test('whoever asks owns the asking', () => {
  for (const template of templates) {
    const { view } = make(template, 'everybody');
    for (const task of view.tasks) {
      if (/^ask sales/i.test(task.text)) assert.notEqual(task.owners[0]?.handle, 'sales.lead', task.text);
    }
  }
});
