/** Each rule's page says what its code does, and its examples are run. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '../../scripts/lib/paths.ts';
import { RULE_PAGES, ruleHead, ruleIndex } from '../../scripts/ruleDocs.ts';
import { addToRoster } from '../../src/language/addToRoster.ts';
import { codeActions } from '../../src/language/codeActions.ts';
import { allRules } from '../../src/rules/all.ts';
import type { Problem, Rule } from '../../src/rules/rule.ts';
import { formatMessage } from '../../src/text/message.ts';
import { applyEdits } from '../../src/text/textEdit.ts';
import { type Example, type JudgedExample, judgeExample, readExamples } from './ruleExamples.ts';

const SECTIONS = ['Why it matters', 'Example', 'How to fix it', 'When to switch it off'];

const readPage = (name: string): string => readFileSync(path.join(ROOT, RULE_PAGES, name), 'utf8');

function describeProblem({ rule, severity, message, args, range }: Problem): string {
  const text = formatMessage({ template: rule.messages[message] ?? message, args });
  return `line ${range.start.line + 1}: ${severity} ${rule.id}: ${text}`;
}

/** What the first quick fix of every problem makes of an example. */
function fixed({ text }: Example, { view, problems }: JudgedExample): string {
  const edits = problems.flatMap((p) => codeActions(view, [p], p.range, undefined)[0]?.edits ?? []);
  return applyEdits(text, edits);
}

/** An example whose roster has been given the entries that its problems propose, each once. */
function withEntries(example: Example, problems: readonly Problem[]): Example {
  const isRoster = example.language === 'yaml';
  let roster = isRoster ? example.text : (example.roster ?? '');
  const entries = new Map(problems.flatMap(({ entry }) => (entry ? [[JSON.stringify(entry), entry]] : [])));
  for (const entry of entries.values()) {
    const added = addToRoster(roster, entry);
    assert.ok(added, `cannot be added: ${JSON.stringify(entry)}`);
    roster = applyEdits(roster, added.edits);
  }
  return isRoster ? { ...example, text: roster } : { ...example, roster };
}

describe('the index of rules', () => {
  it('is up to date (made by: npx node scripts/ruleDocs.ts)', () => {
    assert.equal(readPage('README.md'), ruleIndex());
  });

  it('has a page for each rule and no page beside', () => {
    const pages = readdirSync(path.join(ROOT, RULE_PAGES)).filter((name) => name !== 'README.md');
    assert.deepEqual(pages.sort(), allRules.map((rule) => `${rule.id}.md`).sort());
  });
});

for (const rule of allRules) {
  describe(`the page of ${rule.id}`, () => {
    const page = readPage(`${rule.id}.md`);
    const examples = readExamples(page);

    it('begins with the id, summary and severity of the code', () => {
      assert.equal(page.slice(0, ruleHead(rule).length), ruleHead(rule));
    });

    it('says why, shows how, and says when not', () => {
      const headings = [...page.replace(/^```[^]*?^```$/gm, '').matchAll(/^## (.+)$/gm)].map(
        (match) => match[1],
      );
      assert.deepEqual(headings, SECTIONS);
    });

    it('shows each mistake and then the same done right', () => {
      const kinds = examples.map((example) => example.kind);
      assert.notEqual(kinds.length, 0);
      assert.deepEqual(
        kinds,
        kinds.map((_kind, i) => (i % 2 === 0 ? 'bad' : 'good')),
      );
    });

    for (const [i, example] of examples.entries()) {
      if (example.kind === 'good') goodExample(rule, example);
      else badExample(rule, example, examples[i + 1]);
    }
  });
}

function goodExample(rule: Rule, example: Example): void {
  it(`is content with the good example in line ${example.line}`, () => {
    const { problems, besideProblems } = judgeExample(example, rule);
    assert.deepEqual([...problems, ...besideProblems].map(describeProblem), []);
  });
}

function badExample(rule: Rule, example: Example, good: Example | undefined): void {
  const judged = judgeExample(example, rule);
  const own = judged.problems.filter((p) => p.rule === rule);

  it(`finds the mistake in line ${example.line}, and no other`, () => {
    assert.notEqual(own.length, 0, 'the rule finds nothing');
    const others = [
      ...judged.problems.filter((p) => p.rule !== rule && /error|warning/.test(p.severity)),
      ...judged.besideProblems,
    ];
    assert.deepEqual(others.map(describeProblem), []);
  });

  const lacking = own.filter((p) => p.entry);
  if (lacking.length > 0) {
    it(`is content with line ${example.line} once the roster holds what is missing`, () => {
      const left = judgeExample(withEntries(example, lacking), rule).problems.filter((p) => p.rule === rule);
      assert.equal(left.length, own.length - lacking.length, left.map(describeProblem).join('\n'));
    });
  }

  const offered = own.filter((p) => codeActions(judged.view, [p], p.range, undefined).length > 0);
  if (offered.length === 0) return;
  it(`repairs the mistake in line ${example.line} by its quick fixes`, () => {
    const text = fixed(example, judged);
    const left = judgeExample({ ...example, text }, rule).problems.filter((p) => p.rule === rule);
    assert.equal(left.length, own.length - offered.length, `still there:\n${text}`);
    // A fix that belongs to the problem itself has one outcome, and the page shows it.
    if (own.every((p) => p.fix)) assert.equal(text, good?.text);
  });
}
