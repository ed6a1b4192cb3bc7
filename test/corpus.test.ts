import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { realDocuments } from '../scripts/lib/realDocuments.ts';
import { coverageOf } from '../src/cli/coverage.ts';
import { allRules } from '../src/rules/all.ts';
import { Baseline, entriesOf } from '../src/rules/baseline.ts';
import { formatBaseline, parseBaseline } from '../src/rules/baselineFile.ts';
import { judge } from '../src/rules/judge.ts';
import { oneByOne } from '../src/rules/known.ts';
import { readBody } from '../src/syntax/body.ts';
import { parse, Parser } from '../src/syntax/parse.ts';
import type { RuleId } from '../src/workspace/ruleIds.ts';
import { independentTasks, ourTasks, withoutFrontMatter } from './syntax/independent.ts';
import { checkRanges } from './syntax/ranges.ts';
import { LineIndex } from '../src/text/lineIndex.ts';
import { files, placesOf, skip, textOf } from './corpusDocuments.ts';
import { openFixture } from './fixture.ts';
import { differences, SNAPSHOT, snapshot } from './truth/snapshot.ts';

/** Rules that are off by default are counted too. */
const allOn = new Map(allRules.filter((r) => r.severity === 'off').map((r) => [r.id, 'hint' as const]));

/** Of the rules that are on by default, in one document: more would drown whoever opens it for the first time. */
const MOST_PROBLEMS = 15;

describe('the corpus', () => {
  it('is there', { skip }, () => {
    assert.ok(files.length > 50);
  });

  it('is known to the baseline that records it', { skip }, () => {
    let amount = 0;
    for (const file of files) {
      const ws = openFixture('');
      ws.index.setPlaybook(ws.uri('/doc.playbook.md'), textOf(file));
      const view = ws.view();
      const entries = entriesOf(view, file, judge(view, { known: oneByOne }));
      const baseline = parseBaseline(formatBaseline(new Baseline(entries)));
      assert.ok(baseline instanceof Baseline);
      const known = baseline.known(view, file);
      assert.deepEqual(judge(view, known ? { known } : {}), [], file);
      amount += known?.taken ?? 0;
    }
    assert.ok(amount > 500, `only ${amount} problems`);
  });

  it('gives each rule as many problems as the index of rules says', { skip }, () => {
    const { index } = openFixture('');
    const places = placesOf();
    for (const file of files) index.setPlaybook(places.get(file) ?? assert.fail(file), textOf(file));
    const views = index.playbookUris().flatMap((uri) => index.playbookView(uri) ?? []);
    const rules: Partial<Record<RuleId, number>> = {};
    const options = { today: '2027-01-15', facts: () => index.countAll() };
    for (const view of views) {
      const found = judge(view, options).length;
      assert.ok(found <= MOST_PROBLEMS, `${found} in ${view.uri}`);
    }
    for (const { rule } of views.flatMap((view) => judge(view, { ...options, forced: allOn }))) {
      rules[rule.id] = (rules[rule.id] ?? 0) + 1;
    }
    const coverages = views.map(coverageOf);
    const tasks = coverages.reduce((sum, c) => sum + c.tasks, 0);
    const unowned = coverages.reduce((sum, c) => sum + c.unowned, 0);
    assert.deepEqual({ documents: files.length, tasks, unowned, rules }, realDocuments);
  });

  it('reads each task and its owners as somebody who read the snapshot does', { skip }, () => {
    const found = differences(readFileSync(SNAPSHOT, 'utf8'), snapshot());
    assert.deepEqual(found, [], 'Read each line in its document, then: npx node test/truth/snapshot.ts');
  });

  for (const file of files) {
    it(file, () => {
      const text = textOf(file);
      const playbook = parse(text);
      checkRanges(playbook);
      assert.equal(
        ourTasks(text),
        independentTasks(withoutFrontMatter(text)),
        'tasks of an independent tree',
      );

      const { lines, frontMatter, blocks, directives } = playbook;
      const start = frontMatter?.endLine ?? 0;
      const whole = readBody(new LineIndex(text.slice(lines.starts[start] ?? text.length)), start);
      assert.deepEqual(blocks, whole.blocks, 'read in parts and as a whole');
      assert.deepEqual(directives, whole.directives);

      const lf = text.replace(/\r\n|\r/g, '\n');
      assert.deepEqual(parse(lf.replaceAll('\n', '\r\n')).blocks, parse(lf).blocks, 'LF and CRLF');

      const parser = new Parser();
      parser.parse(text);
      const middle = Math.floor(text.length / 2);
      const edited = `${text.slice(0, middle)}\n\n- [ ] new @maria\n\n${text.slice(middle)}`;
      assert.deepEqual(parser.parse(edited).blocks, parse(edited).blocks, 'after an edit');

      // The way of the fixture would take `//- /x` for a file's name.
      const ws = openFixture('');
      ws.index.setPlaybook(ws.uri('/doc.playbook.md'), text);
      const found = new Set(ws.view().tasks.map((t) => t.node));
      const items = [...found].filter((n) => n.kind === 'task');
      assert.deepEqual(
        items,
        blocks.filter((b) => b.kind === 'task'),
        'tasks with an owner or without',
      );
    });
  }
});
