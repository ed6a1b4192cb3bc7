import assert from 'node:assert/strict';
import fc from '../fastCheck.ts';
import {
  frontMatterInvalidFixes,
  frontMatterInvalidMessages,
  frontMatterSchemaFixes,
  frontMatterSchemaMessages,
} from '../../src/syntax/frontMatterMessages.ts';
import type { SyntaxProblem } from '../../src/syntax/problem.ts';
import { parseYaml } from '../../src/syntax/yaml.ts';
import type { YamlNode } from '../../src/syntax/yamlTree.ts';
import { LineIndex } from '../../src/text/lineIndex.ts';
import { formatMessage } from '../../src/text/message.ts';
import { comparePositions } from '../../src/text/position.ts';
import type { Range } from '../../src/text/range.ts';
import { applyEdits } from '../../src/text/textEdit.ts';

export type Plain = string | Plain[] | { [key: string]: Plain };

/** The tree as plain data; of a key given twice the first counts. */
export function plain(node: YamlNode | undefined): Plain | undefined {
  if (!node) return undefined;
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'list') return node.items.map((i) => plain(i) ?? '');
  return Object.fromEntries(node.entries.toReversed().map((e) => [e.key, plain(e.value) ?? '']));
}

export function read(text: string) {
  const lines = new LineIndex(text);
  return { lines, ...parseYaml(lines, 0, text.length) };
}

/** Each problem as `message: the text it is about`. */
export function told(text: string, problems: readonly SyntaxProblem[]): string[] {
  const lines = new LineIndex(text);
  return problems.map((p) => `${p.message}: ${lines.slice(p.range)}`);
}

/** The text after the first fix, again and again until none is left. */
export function fixAll(text: string, problemsOf: (text: string) => readonly SyntaxProblem[]): string {
  let current = text;
  for (let round = 0; round < 50; round++) {
    const fix = problemsOf(current).find((p) => p.fix)?.fix;
    if (!fix) return current;
    current = applyEdits(current, fix.edits);
  }
  return assert.fail(`fixes never end: ${JSON.stringify(text)} became ${JSON.stringify(current)}`);
}

/** Everything that holds for every problem, whatever the text. */
export function checkProblems(text: string, problems: readonly SyntaxProblem[]): void {
  const lines = new LineIndex(text);
  for (const problem of problems) {
    const [messages, fixes]: [Readonly<Record<string, string>>, Readonly<Record<string, string>>] =
      problem.rule === 'front-matter-invalid'
        ? [frontMatterInvalidMessages, frontMatterInvalidFixes]
        : [frontMatterSchemaMessages, frontMatterSchemaFixes];
    checkSentence(messages[problem.message], problem.args);
    checkRange(lines, problem.range);
    for (const related of problem.related ?? []) {
      checkSentence(messages[related.message], related.args);
      checkRange(lines, related.range);
    }
    if (!problem.fix) continue;
    checkSentence(fixes[problem.fix.title], problem.fix.args);
    for (const edit of problem.fix.edits) checkRange(lines, edit.range);
    // Overlapping edits would throw.
    applyEdits(text, problem.fix.edits);
  }
}

function checkSentence(template: string | undefined, args: SyntaxProblem['args']): void {
  assert.ok(template !== undefined, 'every problem has a template');
  for (const [, name = ''] of template.matchAll(/\{(\w+)\}/g)) {
    assert.ok(Object.hasOwn(args, name), `{${name}} of ${JSON.stringify(template)} has no argument`);
  }
  assert.ok(formatMessage({ template, args }).length < 400);
}

export function checkRange(lines: LineIndex, { start, end }: Range): void {
  assert.ok(comparePositions(start, end) <= 0);
  for (const at of [start, end]) {
    assert.ok(at.line >= 0 && at.line < lines.lineCount, `line ${at.line} of ${lines.lineCount}`);
    assert.ok(at.character >= 0 && at.character <= lines.line(at.line).length, 'column lies in its line');
  }
}

export function checkTree(lines: LineIndex, node: YamlNode | undefined): void {
  if (!node) return;
  checkRange(lines, node.range);
  if (node.kind === 'list') for (const item of node.items) checkTree(lines, item);
  if (node.kind === 'map') {
    for (const entry of node.entries) {
      checkRange(lines, entry.keyRange);
      checkTree(lines, entry.value);
    }
  }
}

const FRAGMENTS = [
  ...'people: |teams:|maria|sam|title: |owner: |owners: |a: |b|name: |team: |away: |from: |to: '.split('|'),
  ...'\n|\n  |\n    |\n\t|\n- |  |- |: |:| #|# |, |,|{ | }|[|]|"|\'|@maria|@|*x|&x |!!str |<<: |\\|`|%'.split(
    '|',
  ),
  ...[
    '|',
    '>',
    '| ',
    '? ',
    '---\n',
    '\n...\n',
    '2027-02-20',
    'null',
    'true',
    '8',
    '-1',
    'López',
    '\u00a0',
    '\0',
    '\ufeff',
  ],
  ...[
    '\r\n',
    '\r',
    '__proto__: ',
    'constructor: ',
    'Q4: launch',
    'external: ',
    'max-open: ',
    'rules: ',
    '\u2028',
    '🚀',
    '\ud83d',
  ],
];

/** Text that has the bits and pieces of YAML in any order. */
export const yamlish = fc
  .array(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...FRAGMENTS) }, { weight: 1, arbitrary: fc.string() }),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(''));

export const ROSTER = `teams:
  marketing: { name: Marketing, lead: maria }
  sales:     { name: Sales, lead: sam }
  agency:    { name: Adelsberger Marketing, external: true, contact: maria }   # contact: the insider
people:
  maria: { name: Maria López, team: marketing, title: Marketing manager, email: maria@acme.example, max-open: 8 }
  sam:   { name: Sam Cole, team: sales, away: [{ from: 2027-02-20, to: 2027-02-27 }] }
  pat:   { name: Pat Doe, team: [marketing, sales], title: Owner }
  lee:
    name: "Lee Roy"
    team: sales
    left: 2026-10-01
roles:
  fmc: maria
  ae: [sam, pat]
  open:
goals:
  leads:   { name: Qualified leads, teams: [marketing, sales], owner: maria, measure: MQLs accepted by sales, target: 400 per quarter, due: 2027-03-31 }
assets:
  brochure: { name: Spring brochure, owner: maria, file: assets/brochure.pdf, for: [sales], review-by: 2027-06-01 }
meetings:
  sync: { name: Marketing-sales sync, teams: [marketing, sales], every: week, owner: pat }
terms:
  MQL: A lead that marketing says is ready for a sales call
rules:
  due-missing: warning
default-owner: pat
t-day: 2027-03-02
fold-unowned: 5
playbooks: ["handbook/**/*.md"]
exclude:
  - "**/archive/**"
`;

/** A good roster with a few characters cut out, put in or moved. */
export const mutatedRoster = fc
  .array(
    fc.record({
      at: fc.nat({ max: ROSTER.length }),
      cut: fc.nat({ max: 6 }),
      add: fc.oneof(fc.constantFrom(...FRAGMENTS), fc.constant('')),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((changes) =>
    changes.reduce((text, { at, cut, add }) => text.slice(0, at) + add + text.slice(at + cut), ROSTER),
  );
