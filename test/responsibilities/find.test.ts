// Who owns what: tasks, headings, assets, goals and terms, by any of their words.
import assert from 'node:assert/strict';
import test from 'node:test';
import { Finder, type Findable } from '../../src/responsibilities/find.ts';
import { World } from './fixture.ts';

const ROSTER = `
people:
  ben: { name: Ben Okafor }
  ines: { name: Inês Duarte, aliases: [Nês] }
assets:
  brochure: { name: Spring brochure, owner: ben, file: assets/spring.pdf }
  prices: { name: Price list, owner: ines }
goals:
  leads: { name: Qualified leads, owner: ines, measure: Leads that sales accepts }
terms:
  MQL: A lead that marketing says is ready
`;

const SHOW = `---
title: Trade show
---
- [ ] Book the hall

## Brochure (DRI: @ben)

- [ ] Write it
- [ ] Print it @ines

### Proof

Nobody has to do anything here.

## Stand

- [ ] Order the brochure holder
`;

function find(typed: string): Record<string, string[]> {
  const world = new World({ 'roster.yml': ROSTER, 'show.playbook.md': SHOW });
  const playbook = world.index.summary('file:///w/show.playbook.md');
  assert.ok(playbook);
  const { roster } = playbook;
  const finder = new Finder<Findable>([
    ...roster.owners().map((entry): Findable => ({ kind: 'owner', entry })),
    ...playbook.sections.map((section): Findable => ({ kind: 'section', playbook, section })),
    ...[...roster.assets.values()].map((entry): Findable => ({ kind: 'asset', entry, roster })),
    ...[...roster.goals.values()].map((entry): Findable => ({ kind: 'goal', entry, roster })),
    ...[...roster.terms.values()].map((entry): Findable => ({ kind: 'term', entry })),
    ...playbook.tasks.map((task): Findable => ({ kind: 'task', playbook, task })),
  ]);
  const found = [...finder.find(typed)].filter(([, things]) => things.length > 0);
  return Object.fromEntries(found.map(([kind, things]) => [kind, things.map(nameOf)]));
}

function nameOf(thing: Findable): string {
  if (thing.kind === 'task') return thing.task.text;
  return thing.kind === 'section' ? thing.section.title : thing.entry.handle;
}

test('a word finds the section, its asset, and the tasks, those with the word first', () => {
  assert.deepEqual(find('Brochure'), {
    section: ['Brochure'],
    asset: ['brochure'],
    task: ['Order the brochure holder', 'Write it', 'Print it'],
  });
});

test('words of the section and of its playbook together', () => {
  assert.deepEqual(find('trade brochure'), {
    section: ['Brochure'],
    task: ['Write it', 'Print it', 'Order the brochure holder'],
  });
});

test('a playbook finds its tasks, and not every heading', () => {
  assert.deepEqual(Object.keys(find('trade show')), ['task']);
});

test('somebody is found by name, handle and alias, with what is theirs', () => {
  assert.deepEqual(find('ines'), { owner: ['ines'], asset: ['prices'], goal: ['leads'], task: ['Print it'] });
  assert.deepEqual(find('nes')['owner'], ['ines']);
  assert.deepEqual(find('okafor'), {
    owner: ['ben'],
    section: ['Brochure', 'Proof'],
    asset: ['brochure'],
    task: ['Write it'],
  });
});

test('goals by what they measure, terms by what they mean', () => {
  assert.deepEqual(find('accepts'), { goal: ['leads'] });
  assert.deepEqual(find('ready marketing'), { term: ['MQL'] });
});

test('without a word, everybody and every task', () => {
  assert.deepEqual(Object.keys(find('  ')), ['owner', 'task']);
});

test('headings that own nothing and hold nothing are none', () => {
  const world = new World({ 'a.playbook.md': '# Fair\n## Where\nTown hall.\n## What\n- [ ] Call\n' });
  assert.deepEqual(
    world.index.summary('file:///w/a.playbook.md')?.sections.map((s) => [s.title, s.above, s.line]),
    [['What', ['Fair'], 3]],
  );
});
