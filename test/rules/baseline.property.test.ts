// Whatever happens to tasks within their sections, a baseline knows them; and it knows no task that is new.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { Baseline, entriesOf } from '../../src/rules/baseline.ts';
import { formatBaseline, parseBaseline } from '../../src/rules/baselineFile.ts';
import { judge } from '../../src/rules/judge.ts';
import { oneByOne } from '../../src/rules/known.ts';
import type { Problem } from '../../src/rules/rule.ts';
import type { Severity } from '../../src/workspace/rosterTypes.ts';
import { allRules } from '../../src/rules/all.ts';
import type { PlaybookView } from '../../src/workspace/fileView.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';
import { markdown } from '../syntax/arbitraries.ts';
import { TODAY } from './judged.ts';

const RUNS = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 300) };
const PATH = 'doc.playbook.md';
const URI = `file:///acme/${PATH}`;

function viewOf(text: string, roster?: string): PlaybookView {
  const index = new WorkspaceIndex(['file:///acme']);
  if (roster !== undefined) index.setRoster('file:///acme/roster.yml', roster);
  index.setPlaybook(URI, text);
  const view = index.playbookView(URI);
  assert.ok(view);
  return view;
}

/** Every rule on, so that each is tried. */
const forced = new Map<string, Severity>(allRules.map((r) => [r.id, 'warning']));

function record(view: PlaybookView, isChosen: (p: Problem) => boolean = () => true): Baseline {
  const problems = judge(view, { today: TODAY, forced, known: oneByOne });
  const text = formatBaseline(new Baseline(entriesOf(view, PATH, problems.filter(isChosen))));
  const read = parseBaseline(text);
  assert.ok(read instanceof Baseline);
  assert.equal(formatBaseline(read), text);
  return read;
}

function left(baseline: Baseline, view: PlaybookView): Problem[] {
  const known = baseline.known(view, PATH);
  return judge(view, { today: TODAY, forced, ...(known && { known }) });
}

const told = (problems: readonly Problem[]) => problems.map((p) => `${p.range.start.line} ${p.rule.id}`);

const TASKS = [
  'Print',
  'Print',
  'Call',
  'Book the hall',
  'Ask @kate to come',
  'Send due:2028-01-01',
  'Own @sam',
  'Own @tbd',
];

interface Section {
  readonly title: string;
  readonly tasks: readonly string[];
}

const section: fc.Arbitrary<Section> = fc.record({
  title: fc.constantFrom('Fair', 'Booth', 'Booth', 'Calls'),
  tasks: fc.array(fc.constantFrom(...TASKS), { maxLength: 14 }),
});

const sections = fc.array(section, { minLength: 1, maxLength: 4 });

/** Numbers to draw from, as long as there are any. */
function drawFrom(numbers: readonly number[]): (below: number) => number {
  let i = 0;
  return (below) => (numbers[i++ % numbers.length] ?? 0) % below;
}

/** Those that may interrupt a paragraph. */
const MARKS = ['-', '*', '+', '1.', '1)'];

/** A document of these tasks, in an order and with indents that the numbers choose. */
function render(all: readonly Section[], numbers: readonly number[]): string {
  const draw = drawFrom(numbers);
  const lines = all.flatMap(({ title, tasks }) => {
    const waiting = [...tasks];
    let depth = 0;
    const items: string[] = [];
    while (waiting.length > 0) {
      const [task = ''] = waiting.splice(draw(waiting.length), 1);
      depth = items.length === 0 ? 0 : draw(depth + 2);
      items.push(
        `${'    '.repeat(Math.min(depth, 3))}${MARKS[draw(MARKS.length)] ?? '-'} [ ] ${task}`,
        ...(draw(3) === 0 ? [''] : []),
      );
    }
    return [`## ${title}`, '', ...items, ''];
  });
  return lines.join('\n');
}

const numbers = fc.array(fc.nat(1000), { minLength: 5, maxLength: 40 });

/** Nested tasks of an owner are owned, so that what is told of depends on the nesting; these stand for themselves. */
const withoutOwners = (all: readonly Section[]): Section[] =>
  all.map((s) => ({ ...s, tasks: s.tasks.filter((t) => !t.startsWith('Own @sam')) }));

describe('a baseline', () => {
  it('knows tasks that are moved, indented and sorted anew within their sections', () => {
    fc.assert(
      fc.property(sections, numbers, numbers, (all, before, after) => {
        const tasks = withoutOwners(all);
        const baseline = record(viewOf(render(tasks, before)));
        assert.deepEqual(told(left(baseline, viewOf(render(tasks, after)))), []);
      }),
      RUNS,
    );
  });

  it('reports as many tasks as are new in sections that it knows', () => {
    fc.assert(
      fc.property(
        sections,
        numbers,
        numbers,
        fc.array(fc.constantFrom(...TASKS.slice(0, 4)), { maxLength: 25 }),
        (all, before, after, added) => {
          const tasks = withoutOwners(all).map((s) => ({ ...s, tasks: ['Known', ...s.tasks] }));
          const baseline = record(viewOf(render(tasks, before)));
          const draw = drawFrom(after);
          const more = tasks.map((s) => [...s.tasks]);
          for (const task of added) more[draw(more.length)]?.push(task);
          const grown = tasks.map((s, i) => ({ ...s, tasks: more[i] ?? [] }));
          const rules = left(baseline, viewOf(render(grown, after))).map((p) => p.rule.id);
          assert.deepEqual(
            rules,
            added.map(() => 'owner-missing'),
          );
        },
      ),
      RUNS,
    );
  });

  it('knows everything that was recorded, in any document', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const view = viewOf(text);
        assert.deepEqual(told(left(record(view), view)), []);
      }),
      RUNS,
    );
  });

  it('knows what was recorded of one rule, and leaves the others as they are', () => {
    fc.assert(
      fc.property(markdown, fc.constantFrom(...allRules), (text, rule) => {
        const view = viewOf(text);
        const baseline = record(view, (p) => p.rule === rule);
        const others = (problems: readonly Problem[]) =>
          told(problems.filter((p) => p.rule !== rule && p.rule.id !== 'suppression-unused'));
        const found = left(baseline, view);
        assert.deepEqual(told(found.filter((p) => p.rule === rule)), []);
        assert.deepEqual(others(found), others(judge(view, { today: TODAY, forced })));
      }),
      RUNS,
    );
  });

  it('knows of what is left as much as there is left', () => {
    fc.assert(
      fc.property(sections, numbers, fc.nat(50), (all, order, skip) => {
        const tasks = withoutOwners(all);
        const baseline = record(viewOf(render(tasks, order)));
        const fewer = tasks.map((s, i) => ({
          ...s,
          tasks: s.tasks.filter((_, j) => (i * 7 + j) % (skip + 2) !== 0),
        }));
        const view = viewOf(render(fewer, order));
        assert.deepEqual(told(left(baseline, view)), []);
        // Written again, it holds no more than what is there.
        const updated = baseline.updated(new Map([[PATH, record(view).entries]]), () => false);
        assert.equal(formatBaseline(updated), formatBaseline(record(view)));
      }),
      RUNS,
    );
  });
});
